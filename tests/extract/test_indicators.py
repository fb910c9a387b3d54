"""What an item's text counts, and what it does not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.extract.summaries import indicators

COUNTS = {
    "Piedalījās ap 207 personas": [(207, "about", "persona", "stated")],
    "Aizsniegtas vismaz 61 NVO": [(61, "at_least", "NVO", "stated")],
    "Saņemti vairāk nekā 3 tūkst. zvanu": [(3000, "more_than", "zvans", "stated")],
    "Ne vairāk kā 20 dalībnieki grupā": [(20, "at_most", "dalībnieks", "stated")],
    "Tikās 4 (četriem) jauniešiem": [(4, "exact", "jaunietis", "stated")],
    "Notikušas divas tikšanās": [(2, "exact", "tikšanās", "stated")],
    "Atbalstīti divdesmit pieci projekti": [(25, "exact", "projekts", "stated")],
    "Dalībnieku skaits: 25": [(25, "exact", "dalībnieks", "stated")],
    "60 personas no 50 NVO": [(60, "exact", "persona", "stated"), (50, "exact", "NVO", "stated")],
    "31 no 40 jauniešiem": [(31, "exact", "jaunietis", "stated"), (40, "exact", "jaunietis", "stated")],
    "Pieaugums 40%": [(40, "exact", "%", "stated")],
    "Finansējums 50 procentu apmērā": [(50, "exact", "%", "stated")],
    "Iegādāts inventārs par 1 200,50 euro": [(Decimal("1200.50"), "exact", "euro", "stated")],
    "Savākti 300 kg atkritumu talkās": [(300, "exact", "kg", "stated")],
    "Izdalīti 300 kg drēbju trūcīgajām ģimenēm": [(300, "exact", "kg", "stated")],
    "Sniegtas 40 h konsultāciju klientiem": [(40, "exact", "h", "stated")],
    "Izdalīti 200 l dzeramā ūdens": [(200, "exact", "l", "stated")],
    "45 km labiekārtoti": [(45, "exact", "km", "stated")],
    "5 dienu apmācības 20 jauniešiem": [(20, "exact", "jaunietis", "stated")],
    "Novadītas 50 mentoringa stundas": [(50, "exact", "stunda", "stated")],
    "2,5 dienu NVO plenērs ar 20 dalībniekiem no 12 NVO": [
        (20, "exact", "dalībnieks", "stated"),
        (12, "exact", "NVO", "stated"),
    ],
    "Notikušas 24 nodarbības (6 vietas x 4 nodarbības katrā)": [
        (24, "exact", "nodarbība", "stated"),
        (6, "exact", "vieta", "factor"),
        (4, "exact", "nodarbība", "factor"),
    ],
    "Apmācīti 20 jaunieši, tai skaitā 5 jaunieši ar invaliditāti": [
        (20, "exact", "jaunietis", "stated"),
        (5, "exact", "jaunietis", "part"),
    ],
    "Notikuši 7 semināri, no tiem 4 attālināti. Izdotas 2 brošūras": [
        (7, "exact", "seminārs", "stated"),
        (4, "exact", "seminārs", "part"),
        (2, "exact", "brošūra", "stated"),
    ],
}


@pytest.mark.parametrize("text", COUNTS)
def test_counts(text: str) -> None:
    got = [(each.count, each.qualifier, each.unit_lemma, each.basis) for each in indicators(text)]
    assert got == COUNTS[text]


@pytest.mark.parametrize(
    "text",
    [
        "Seminārs 2023. gada 5. oktobrī plkst. 10.00",
        "Nodarbības notika 2. daļās un 3. posmā",
        "Līgums Nr. 2020.LV/NVOF/MAC/091/12 noslēgts",
        "Tālrunis 67123456, e-pasts info24@piemers.lv",
        "Festivāls “Latvija 100” Brīvības ielā 12",
        "Viens no mērķiem sasniegts, viens otru atbalstot",
        "Skolēni no 5.–9. klasēm un likuma 12. panta izpilde",
        "Programma 2021.–2027. gadam un COVID-19 ierobežojumi",
        "Darbs turpināts 3 mēnešu laikā",
        "Iegādātas 2,5 m garas lentes",
    ],
)
def test_nothing_is_counted(text: str) -> None:
    assert [(each.count, each.unit) for each in indicators(text)] == []


def test_a_range_has_both_ends() -> None:
    (only,) = indicators("Katrā grupā 10–12 dalībnieki")
    assert (only.count, only.count_to) == (10, 12)


def test_a_product_is_worked_out() -> None:
    assert indicators("Notikušas 25 nodarbības (6 vietas × 4 nodarbības)")[0].product == 24


def test_a_part_knows_its_whole_of_the_same_noun_only() -> None:
    same = indicators("20 jaunieši, tai skaitā 25 jaunieši no laukiem")
    other = indicators("20 jaunieši, tai skaitā 25 skolotāji")
    assert (same[1].whole, other[1].whole) == (20, None)


def test_the_quote_holds_qualifier_number_and_unit() -> None:
    assert indicators("Sagatavotas vismaz 50 jaunumu\nlapas par NVO")[0].source.quote == "vismaz 50 jaunumu lapas"


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Izcīnītas 3 zelta, 5 sudraba un 2 bronzas medaļas", ["3 medaļa", "5 medaļa", "2 medaļa"]),
        ("Digitalizētas 240 lpp. rokrakstu un restaurētas 3 ērģeles", ["240 lpp.", "3 ērģeles"]),
        ("Izrādes „Sapņi” 8 izrādes Latgalē, 2 – Rīgā", ["8 izrāde", "2 izrāde"]),
        ("Notika 5 semināri Rīgā, 3 Liepājā un 2 Cēsīs", ["5 seminārs", "3 seminārs", "2 seminārs"]),
        ("Veikti 1 540 eksprestesti, no tiem 22 reaktīvi", ["1540 eksprestests", "22 eksprestests"]),
        ("Izdalītas 86 400 šļirces un 12 000 prezervatīvu", ["86400 šļirce", "12000 prezervatīvs"]),
        ("Pasākumi 17 pirmsskolas izglītības iestādēs", ["17 iestāde"]),
        ("Vadītas 12 nodarbības, piedalījās 144", ["12 nodarbība"]),
        ("Pieteicās 140 pretendenti, mācības pabeidza 31", ["140 pretendents", "31 pretendents"]),
        ("Apmeklējumu skaits: 2023. gadā 5 600", ["5600 apmeklējums"]),
        ("Novadītas 12 nodarbības (plānotas 10)", ["12 nodarbība", "10 nodarbība planned"]),
        ("Planotas 10 nodarbibas, notikušas 12 nodarbības", ["10 nodarbība planned", "12 nodarbība"]),
        ("Līgumā paredzētas 10 nodarbības, novadītas 12", ["10 nodarbība planned", "12 nodarbība"]),
        ("Notika 5 semināri, plānoti bija 4", ["5 seminārs", "4 seminārs planned"]),
        ("Īstenoti visi plānotie 5 semināri", ["5 seminārs"]),
        ("Sagatavoti 51 biedrību foto", ["51 foto"]),
        ("Iegādāti 59 latviešu valodas foto pārstāvjiem", ["59 foto"]),
    ],
)
def test_ways_of_counting_of_other_ministries(item: str, counts: list[str]) -> None:
    said = [(f"{each.count} {each.unit_lemma}", each.scenario) for each in indicators(item + ";")]
    assert [count if scenario == "actual" else f"{count} {scenario}" for count, scenario in said] == counts
