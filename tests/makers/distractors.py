"""Sentences with numbers that count nothing."""

from __future__ import annotations

from tests.makers.choices import Choices
from tests.makers.phrase import Phrase

WITHOUT_NUMBER = Phrase("no_number", "Regulāri atjaunota informācija biedrības tīmekļvietnē")
# Name and text; {n} is a number from 2 to 9, {y} a year, {d} a day.
_SENTENCES = (
    ("no_number", "Regulāri atjaunota informācija biedrības tīmekļvietnē un sociālajos tīklos"),
    ("no_number", "Nodrošināts individuāls atbalsts mazākumtautību biedrībām turpmākās darbības plānošanai"),
    ("date", "Noslēguma pasākums notika {y}. gada {d}. oktobrī plkst. 1{n}.00"),
    ("date", "Ziņojums iesniegts {d}.0{n}.{y}."[:-1]),
    ("date", "Darbs saskaņots {y}.gada {d}.martā"),
    ("year", "Darbs turpinās kopš {y}. gada"),
    ("year", "Programma iekļauta {y}.–2027. gada plānošanas periodā"),
    ("ordinal", "Noslēdzies projekta {n}. posms"),
    ("ordinal", "Nodarbības notika {n}. stāvā un {n}. kabinetā"),
    ("phone", "Konsultāciju tālrunis 6712345{n}"),
    ("phone", "Pieteikšanās pa tālruni +371 2612345{n}"),
    ("title", "Izrādīta filma “Latvija 100”"),
    ("title", "Rīkots konkurss „{n} jautājumi ziņām”"),
    ("title", "Īstenota kampaņa “Dari labu 24/7”"),
    ("contract", "Darbs veikts pēc līguma Nr. 2.5-11-20{n}"),
    ("contract", "Vienošanās Nr. {y}/{n} ir pagarināta"),
    ("contract", "Projekts Nr. {y}.LV/NVOF/MAC/09{n}/12 ir pabeigts"),
    ("web", "Materiāli pieejami tīmekļvietnē www.solis2{n}.lv"),
    ("web", "Jautājumus var sūtīt uz info2{n}@piemers.lv"),
    ("law", "Darbs veikts atbilstoši Biedrību un nodibinājumu likuma 1{n}. panta {n}. daļai"),
    ("law", "Paraugs ir Ministru kabineta 2017. gada {d}. jūlija noteikumu Nr. 41{n} {n}. pielikumā"),
    ("grade", "Nodarbības paredzētas {n}.–12. klašu skolēniem"),
    ("age", "Dalībnieki bija vecumā no 1{n} līdz 25 gadiem"),
    ("address", "Nodarbības notika Brīvības ielā 1{n}, Rīgā, LV-101{n}"),
    ("duration", "Darbs turpināts {n} mēnešu laikā"),
    ("one_of", "Sasniegts viens no galvenajiem mērķiem"),
    ("registration", "Biedrības reģistrācijas Nr. 4000801234{n}"),
)


def distractor(choices: Choices) -> Phrase:
    """One of the sentences, its numbers chosen."""
    name, text = choices.one_of(_SENTENCES)
    filled = text.format(n=choices.whole(2, 9), y=choices.whole(2010, 2026), d=choices.whole(2, 28))
    return Phrase(f"distractor_{name}", filled)
