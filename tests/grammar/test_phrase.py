"""The head of a counted phrase and its lemma, in every surrounding that was met or thought of."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.grammar.counted_phrase import Phrase
from pipeline.grammar.noun_before import phrase_before, total_phrase
from pipeline.grammar.numerals import NUMERAL
from pipeline.grammar.phrase import phrase_after

# What stands in the text up to the count, the counted phrase, its lemma, and what follows.
COUNTED = [
    ("Notikušas 24 ", "klātienes nodarbības", "nodarbība", " (6 vietas"),
    ("konsultētas 50 ", "unikālās Kurzemes reģiona NVO", "NVO", ";"),
    ("Notikuši 11 ", "piederības apziņu savam reģionam veicinoši pasākumi", "pasākums", ";"),
    ("Sniegtas 101 ", "konsultācijas", "konsultācija", " nevalstiskajām organizācijām"),
    ("Sniegtas 86 ", "konsultācija", "konsultācija", " nevalstiskajām organizācijām aktuālos jautājumos"),
    ("nodrošināta 1 ", "izdevumu druka", "druka", "."),
    ("Nodrošināta 6 ", "mazākumtautību NVO", "NVO", " materiāltehniskās bāzes uzlabošana"),
    ("ar 58 ", "dalībnieku", "dalībnieks", " piedalīšanos"),
    ("vide 6 ", "vietās/novados", "vieta", ", organizējot"),
    ("Sagatavoti 2 ", "mazākumtautībām veltīti materiāli", "materiāls", " par vēsturi"),
    ("un 10 ", "pašvaldības iestāžu pārstāvji", "pārstāvis", " (NVO"),
    ("Nodrošinātas 3 ", "mazākumtautību nevalstisko organizāciju biedru aptaujas", "aptauja", " un aktivitātes"),
    ("Īstenoti 4 ", "mazākumtautību kultūras pasākumi / pasākumu cikli", "pasākums", ";"),
    ("Novadītas 12 ", "meistarklases", "meistarklase", " senioriem"),
    ("Sagatavoti 10 ", "radio sižeti", "sižets", " latgaliešu valodā"),
    ("apmācības 24 ", "jaunatnes darbiniekiem", "darbinieks", "."),
    ("atbalsts 26 ", "nedēļas nogales skolām", "skola", "."),
    ("notikušas 24 ", "nodarbības", "nodarbība", " līderu akadēmijas ietvaros"),
    ("iesaistījušies 75 ", "brīvprātīgie", "brīvprātīgais", "."),
    ("Izsniegti 15 ", "plaši un kvalitatīvi ceļveži", "ceļvedis", " tūristiem"),
    ("dažādās 7 ", "izstāžu zālēs", "zāle", "."),
    ("Uzstādītas 3 ", "lietus ūdens mucas", "muca", "."),
    ("Apmācīti 14 ", "zvērināti tiesu izpildītāji", "izpildītājs", "."),
    ("Savāktas 2,4 ", "tonnas", "tonna", " sadzīves atkritumu"),
    ("Izdalītas 7 ", "kastes", "kaste", " medus"),
    ("Novadītas 24 ", "klases stundas", "stunda", " Vidzemes skolās"),
    ("noslēdza 26 ", "ģimenes mediācijas procesus", "process", ", no tiem"),
    ("Iesaistīti ap 340 ", "pirmsskolas vecuma bērnu", "bērns", " no 17 bērnudārziem"),
    ("sensori piešķirti 45 ", "nometnes dalībniekiem", "dalībnieks", ", kuri"),
    ("intervēti 27 ", "tradīciju nesēji", "nesējs", " Smiltenes, Gulbenes un Madonas novadā"),
    ("dibināti 6 ", "kooperatīvi", "kooperatīvs", " un atvērti divi veikaliņi"),
    ("nodrošināta 12 ", "pansionāta iemītnieku", "iemītnieks", " ēdināšana svētku dienās"),
    ("seminārs 1 ", "pašvaldību iestāžu dalībniekam", "dalībnieks", "."),
    ("Izstrādātas 3 ", "spēles", "spēle", " valodas apguvei"),
    ("piedalījās 1480 ", "dziedātāju", "dziedātājs", " un mūziķu"),
    ("Gada laikā 47 ", "jauniešu skolas", "skola", " pārstāvētas attālināti"),
    ("Salabotas 3 ", "klētis", "klēts", "."),
]


@pytest.mark.parametrize(("before", "unit", "lemma", "after"), COUNTED)
def test_unit_and_lemma(before: str, unit: str, lemma: str, after: str) -> None:
    text = before + unit + after
    found = _phrase(text)
    assert found is not None
    assert (text[found.start : found.stop], found.lemma) == (unit, lemma)


@pytest.mark.parametrize("text", ["5 dienu apmācības", "3 mēnešu laikā", "2 stundu gara lekcija", "12 nedēļu nometne"])
def test_a_measure_in_the_genitive_only_describes(text: str) -> None:
    found = _phrase(text)
    assert found is not None
    assert found.describes


@pytest.mark.parametrize("text", ["novadītas 50 mentoringa stundas", "nostrādātas 640 stundas, un"])
def test_a_measure_that_is_the_result_counts(text: str) -> None:
    found = _phrase(text)
    assert found is not None
    assert not found.describes
    assert found.lemma == "stunda"


@pytest.mark.parametrize("text", ["sekotāji ir 1657)", "3 no tiem", "12 piedalījās", "kopā 40."])
def test_no_phrase_follows(text: str) -> None:
    assert _phrase(text) is None


@pytest.mark.parametrize(
    ("text", "unit", "lemma"),
    [
        ("iestādes. Valsts iestāžu pārstāvji", "Valsts iestāžu pārstāvji", "pārstāvis"),
        ("(Facebook lapas sekotāji", "Facebook lapas sekotāji", "sekotājs"),
    ],
)
def test_the_noun_before_its_number(text: str, unit: str, lemma: str) -> None:
    found = phrase_before(text, len(text))
    assert found is not None
    assert (text[found.start : found.stop], found.lemma) == (unit, lemma)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("kopējais dalībnieku skaits", "dalībnieku"),
        ("Apmeklētāju skaits klātienē", "Apmeklētāju"),
        ("aktīvistu kopskaits", "aktīvistu"),
    ],
)
def test_what_a_total_counts(text: str, unit: str) -> None:
    found = total_phrase(text, len(text))
    assert found is not None
    assert text[found.start : found.stop] == unit


def _phrase(text: str) -> Phrase | None:
    numeral = NUMERAL.all_in(text)[0]
    count = numeral.value.low if numeral.value.low else Decimal(0)
    return phrase_after(text, numeral.stop, count, text[: numeral.start])
