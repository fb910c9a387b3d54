"""Phrasings of parts, products, shares, measures and sums, and those where the noun comes first."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.makers.choices import Choices
from tests.makers.counted import Vocabulary, adorned, amount_for, counted
from tests.makers.money import amount_text, amount_writing, made_euros
from tests.makers.numerals import written
from tests.makers.phrase import Count, Phrase
from tests.makers.phrases import Phrasing
from tests.makers.verbs import DONE, ELIDED_TAILS
from tests.makers.words import Noun, takes_plural


def _part_opener(choices: Choices, whole: Noun) -> str:
    """*tai skaitā* and the like; *no tiem* and *no kurām* agree with the whole's gender."""
    agreeing = ("no tiem", "no kuriem") if whole.gender == "m" else ("no tām", "no kurām")
    return choices.one_of(("tai skaitā", "tajā skaitā", "t.sk.", "tostarp", *agreeing))


def part_of_persons(choices: Choices, words: Vocabulary) -> Phrase:
    """*Piedalījās 20 jaunieši, tai skaitā 5 sievietes*."""
    whole = counted(choices, choices.one_of(words.of("person")), lowest=20, highest=300)
    parts = [
        counted(choices, choices.one_of(words.of("person")), highest=9, basis="part")
        for _ in range(choices.whole(1, 2))
    ]
    opener = _part_opener(choices, whole.noun)
    text = f"Piedalījās {whole.text}, {opener} {' un '.join(part.text for part in parts)}"
    return Phrase("part_of_persons", text, (whole.count, *(part.count for part in parts)))


def part_in_brackets(choices: Choices, words: Vocabulary) -> Phrase:
    """*Piedalījās 20 jaunieši (t.sk. 5 sievietes) un 3 viesi*: a part ends with its bracket."""
    whole = counted(choices, choices.one_of(words.of("person")), lowest=20, highest=300)
    part = counted(choices, choices.one_of(words.of("person")), highest=9, basis="part")
    other = counted(choices, choices.one_of(words.of("person")))
    text = f"Piedalījās {whole.text} ({_part_opener(choices, whole.noun)} {part.text}) un {other.text}"
    return Phrase("part_in_brackets", text, (whole.count, part.count, other.count))


def part_without_noun(choices: Choices, words: Vocabulary) -> Phrase:
    """*Notikuši 7 semināri, no tiem 4 attālināti*."""
    whole = counted(choices, choices.one_of(words.of("event")), lowest=10)
    done = choices.one_of(DONE["event"]).form(whole.noun.gender, plural=whole.plural)
    number = Decimal(choices.whole(2, 9))
    count = Count(number, whole.count.unit, whole.noun.lemma, basis="part")
    opener = _part_opener(choices, whole.noun)
    text = f"{done} {whole.text}, {opener} {number} {choices.one_of(ELIDED_TAILS)}"
    return Phrase("part_without_noun", text, (whole.count, count))


def some_of(choices: Choices, words: Vocabulary) -> Phrase:
    """*31 no 40 jauniešiem turpināja darbu*: two counts of the same noun."""
    noun = choices.one_of(words.of("person"))
    of_all = Decimal(10 * choices.whole(2, 9))
    some = Decimal(choices.whole(2, 9))
    unit = adorned(choices, noun, "dat", plural=True)
    counts = (Count(some, unit, noun.lemma), Count(of_all, unit, noun.lemma))
    return Phrase("some_of", f"Darbu turpināja {some} no {of_all} {unit}", counts)


def from_bodies(choices: Choices, words: Vocabulary) -> Phrase:
    """*Piedalījās 60 personas no 50 NVO*."""
    first = counted(choices, choices.one_of(words.of("person")))
    second = counted(choices, choices.one_of(words.of("body")), "dat")
    return Phrase("from_bodies", f"Piedalījās {first.text} no {second.text}", (first.count, second.count))


def number_of(choices: Choices, words: Vocabulary) -> Phrase:
    """*Dalībnieku skaits: 25*."""
    noun = choices.one_of(words.of("person", "thing"))
    unit = noun.form("gen", plural=True)
    unit = f"{choices.one_of(('Apmācību ', ''))}{unit}"
    number = Decimal(choices.whole(2, 9_000))
    shown = unit[0].upper() + unit[1:]
    mark = choices.one_of((":", " –", " -"))
    text = f"{shown} skaits{mark} {written(choices, number)}"
    return Phrase("number_of", text, (Count(number, shown, noun.lemma),))


def noun_first(choices: Choices, words: Vocabulary) -> Phrase:
    """*Pašvaldību pārstāvji - 5*, *Sekotāji ir 1657*."""
    noun = choices.one_of(words.of("person"))
    unit = adorned(choices, noun, "nom", plural=True)
    shown = unit[0].upper() + unit[1:]
    number = Decimal(choices.whole(2, 3_000))
    text = f"{shown} {choices.one_of(('–', '-', 'ir'))} {written(choices, number)}"
    return Phrase("noun_first", text, (Count(number, shown, noun.lemma),))


def product(choices: Choices, words: Vocabulary) -> Phrase:
    """*Novadītas 24 nodarbības (6 vietas x 4 nodarbības katrā)*."""
    noun, place = choices.one_of(words.of("event")), choices.one_of(words.of("body"))
    places, each = choices.whole(2, 9), choices.whole(2, 9)
    number = Decimal(places * each)
    plural = takes_plural(number)
    unit = adorned(choices, noun, "nom", plural=plural)
    place_unit, each_unit = place.form("nom", plural=True), noun.form("nom", plural=True)
    done = choices.one_of(DONE["event"]).form(noun.gender, plural=plural)
    sign = choices.one_of(("x", "×"))
    text = f"{done} {number} {unit} ({places} {place_unit} {sign} {each} {each_unit} katrā)"
    counts = (
        Count(number, unit, noun.lemma),
        Count(Decimal(places), place_unit, place.lemma, basis="factor"),
        Count(Decimal(each), each_unit, noun.lemma, basis="factor"),
    )
    return Phrase("product", text, counts)


def lasting(choices: Choices, words: Vocabulary) -> Phrase:
    """*Noorganizēta 3 dienu nometne 20 jauniešiem*: the days only describe."""
    noun = choices.one_of(words.of("event"))
    whom = counted(choices, choices.one_of(words.of("person")), "dat")
    measure = choices.one_of(("dienu", "stundu", "nedēļu"))
    done = choices.one_of(DONE["event"]).form(noun.gender, plural=False)
    text = f"{done} {choices.whole(2, 9)} {measure} {noun.form('nom', plural=False)} {whom.text}"
    return Phrase("lasting", text, (whom.count,))


def hours(choices: Choices, words: Vocabulary) -> Phrase:  # noqa: ARG001  the noun is fixed
    """*Novadītas 50 mentoringa stundas*, *nostrādātas 12,5 stundas*: here the hours are the result."""
    number = Decimal(choices.whole(2, 900))
    if choices.chance(30):
        number += Decimal("0.5")
    plural = takes_plural(number)
    kind = choices.one_of(("", "mentoringa ", "konsultāciju "))
    unit = kind + ("stundas" if plural else "stunda")
    done = choices.one_of(("Novadītas", "Nostrādātas") if plural else ("Novadīta", "Nostrādāta"))
    return Phrase("hours", f"{done} {written(choices, number)} {unit}", (Count(number, unit, "stunda"),))


def share(choices: Choices, words: Vocabulary) -> Phrase:
    """*Aptaujā 87 % respondentu atzina …*; a share has the lemma %."""
    number = Decimal(choices.whole(2, 99))
    if choices.chance(20):
        number += Decimal("0.5")
    whose = choices.one_of(words.of("person")).form("gen", plural=True)
    unit = choices.one_of(("%", "procenti" if takes_plural(number) else "procents"))
    gap = "" if unit == "%" and choices.chance(30) else " "
    text = f"Aptaujā {written(choices, number)}{gap}{unit} {whose} atzina, ka zināšanas ir uzlabojušās"
    return Phrase("share", text, (Count(number, unit, "%"),))


def sum_of_money(choices: Choices, words: Vocabulary) -> Phrase:  # noqa: ARG001  the unit is money
    """*Piešķirts atbalsts 1 200,50 euro apmērā*: an amount in an activity has the lemma euro."""
    euros = made_euros(choices)
    writing = amount_writing(choices)
    text = f"Piešķirts atbalsts {amount_text(euros, writing)} apmērā"
    return Phrase("sum_of_money", text, (Count(euros, writing.currency, "euro"),))


def times(choices: Choices, words: Vocabulary) -> Phrase:  # noqa: ARG001  the noun is fixed
    """*Lietotne lejupielādēta 1 204 reizes*."""
    number = Decimal(choices.whole(2, 4_000))
    unit = "reizes" if takes_plural(number) else "reizi"
    return Phrase("times", f"Lietotne lejupielādēta {written(choices, number)} {unit}", (Count(number, unit, "reize"),))


def print_run(choices: Choices, words: Vocabulary) -> Phrase:
    """*Izdots 1 buklets (tirāža – 1500 eksemplāri)*."""
    noun = choices.one_of(words.of("thing"))
    number = amount_for(choices, noun, 9)
    plural = takes_plural(number)
    unit = noun.form("nom", plural=plural)
    done = choices.one_of(DONE["thing"]).form(noun.gender, plural=plural)
    copies = Decimal(50 * choices.whole(1, 60))
    behind = choices.one_of(("eksemplāri", "eksemplāru"))
    text = f"{done} {number} {unit} ({choices.one_of(('tirāža', 'metiens'))} – {written(choices, copies)} {behind})"
    return Phrase("print_run", text, (Count(number, unit, noun.lemma), Count(copies, behind, "eksemplārs")))


def part_share(choices: Choices, words: Vocabulary) -> Phrase:
    """*Konsultēti 342 klienti, no kuriem 58 % ir sievietes*."""
    whole = counted(choices, choices.one_of(words.of("person")), lowest=20, highest=400)
    opener = "no kuriem" if whole.noun.gender == "m" else "no kurām"
    number = Decimal(choices.whole(2, 99))
    count = replace(whole.count, count=number, unit="%", unit_lemma="%", basis="part")
    text = f"Piedalījās {whole.text}, {opener} {number} % ir iesācēji"
    return Phrase("part_share", text, (whole.count, count))


SPECIAL_PHRASINGS: tuple[Phrasing, ...] = (
    part_of_persons,
    part_in_brackets,
    part_without_noun,
    some_of,
    from_bodies,
    number_of,
    noun_first,
    product,
    lasting,
    hours,
    share,
    sum_of_money,
    times,
    print_run,
    part_share,
)
