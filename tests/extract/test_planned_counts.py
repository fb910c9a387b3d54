"""Counts of what was to be done, of another year, and of labels with a plan and what came of it."""

from __future__ import annotations

import pytest

from tests.extract.test_other_voices import _counted

BOTH = ["10 seminārs planned", "12 seminārs"]


@pytest.mark.parametrize(
    "item",
    [
        "Semināri: plānots 10, faktiski 12",
        "Semināri: plānoti 10, novadīti 12",
        "Semināri – plāns 10, izpilde 12",
        "Semināri (plāns 10, izpilde 12)",
        "Semināri Rīgā (plānots 10, faktiski 12)",
        "Semināru skaits: plānots 10, faktiski 12",
        "Semināru skaits – plāns: 10, izpilde: 12",
        "Semināru skaits plānots 10, izpildīts 12",
        "Novadīto semināru skaits: plāns – 10; fakts – 12",
        "Plānotais skaits – 10 semināri, faktiskais – 12",
        "Paredzēti 10 semināri, novadīti 12",
        "Bija plānots, ka notiks 10 semināri, notika 12 semināri",
        "Plānoto 10 semināru vietā notika 12 semināri",
        "Vajadzēja būt 10 semināriem, notika 12 semināri",
        "Bija jānovada 10 semināri, novadīti 12",
        "Gada plānā 10 semināri, novadīti 12",
    ],
)
def test_a_plan_and_what_came_of_it(item: str) -> None:
    assert _counted(item) == BOTH


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Semināru skaits 12, plānotais 10", ["12 seminārs", "10 seminārs planned"]),
        ("Semināru skaits 12, 10 klātienē", ["12 seminārs", "10 seminārs"]),
        (
            "Nodarbības (plāns 40; izpilde 44), apmeklētāji (plāns 400; izpilde 512)",
            ["40 nodarbība planned", "44 nodarbība", "400 apmeklētājs planned", "512 apmeklētājs"],
        ),
        ("Nākamgad notiks 6 semināri", ["6 seminārs planned"]),
        ("Biedrība plāno rīkot 5 seminārus", ["5 seminārs planned"]),
        ("Plānots darbs ar 20 skolām", ["20 skola planned"]),
        ("Kā plānots, 12 semināri novadīti", ["12 seminārs"]),
        ("Kā plānots 12 semināri novadīti", ["12 seminārs"]),
        ("Plānotās 5 lekcijas novadītas", ["5 lekcija"]),
        ("Tika plānotas un novadītas 12 lekcijas", ["12 lekcija"]),
        ("Bija 12 dalībnieki", ["12 dalībnieks"]),
        ("Mācības paredzētas 20 bērniem", ["20 bērns"]),
        ("Izpilde: 12", []),
        ("Semināri: 10/12", []),
    ],
)
def test_what_was_done_is_told_from_what_was_to_be_done(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Netika novadīti 2 semināri", ["2 seminārs planned"]),
        ("Nav notikuši 3 plānotie semināri", ["3 seminārs planned"]),
        ("Nenotika 1 nometne", ["1 nometne planned"]),
        ("Neizdevās novadīt 4 seminārus", ["4 seminārs planned"]),
        ("Atcelti 2 semināri", ["2 seminārs planned"]),
        ("Netika atbalstīti 5 projekti", ["5 projekts"]),
        ("Iecerēto 10 semināru vietā novadīti 12 semināri", BOTH),
        ("10 plānoto semināru vietā notika 12 semināri", BOTH),
        ("Plānotais rezultāts – 10 semināri; sasniegtais rezultāts – 12 semināri", BOTH),
    ],
)
def test_what_did_not_take_place_was_only_planned(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("3 lekcijas – 30, 25 un 28 klausītāji", ["3 lekcija", "30 klausītājs", "25 klausītājs", "28 klausītājs"]),
        ("Divas nometnes: 20 un 25 bērni", ["2 nometne", "20 bērns", "25 bērns"]),
        ("Rīgā 40, Cēsīs 35, kopā 75 dalībnieki", ["40 dalībnieks", "35 dalībnieks", "75 dalībnieks"]),
        ("Rīgā notika 4, Liepājā 3 semināri", ["4 seminārs", "3 seminārs"]),
        ("Pirmajā pusgadā 14, otrajā pusgadā 17 nodarbības", ["14 nodarbība", "17 nodarbība"]),
        ("Konsultāciju skaits: klātienē 120, pa tālruni 85", ["120 konsultācija", "85 konsultācija"]),
        ("Semināri: I pusgadā 12 un II pusgadā 14", ["12 seminārs", "14 seminārs"]),
        ("Tālruņi: Rīgā 67221122", []),
        ("Skolu skaits, kurās notika nodarbības: 21", ["21 skola"]),
        ("Novadīti 12 (plānoti 10) semināri", ["12 seminārs", "10 seminārs planned"]),
        (
            "Sniegtas 56 individuālas (plānotas 50) un 8 grupu konsultācijas",
            ["56 konsultācija", "50 konsultācija planned", "8 konsultācija"],
        ),
        ("Mentoru pāri izveidoti 17 (plāns 15)", ["17 pāris", "15 pāris planned"]),
        ("Semināri novadīti – 12", ["12 seminārs"]),
        ("4 sižeti televīzijā un 7 intervijas radio", ["4 sižets", "7 intervija"]),
        ("5 vietējie radio un 3 skolu radio", ["5 radio", "3 radio"]),
        ("Valodas kursi: A1 līmenī 24 klausītāji, A2 līmenī 31", ["24 klausītājs", "31 klausītājs"]),
        ("Peldēt iemācījās 143 bērni no 160", ["143 bērns", "160 bērns"]),
        ("20 bērni no 7 skolām", ["20 bērns", "7 skola"]),
        ("Ārstu prakses, kas iesaistītas – 67", ["67 prakse"]),
        ("Viena aptauja, kuras respondentu skaits sasniedza 406", ["1 aptauja", "406 respondents"]),
        ("Notikusi dalība 3 ES darba grupās", ["3 grupa"]),
        ("Sagatavoti 5 atzinumi, ņemti vērā 3", ["5 atzinums", "3 atzinums"]),
        ("Mācījās 20 ģimenes ārsti, 15 no lauku reģioniem", ["20 ārsts", "15 ārsts"]),
        ("Mobilajai komandai 16 izbraukumi plānoto 30 vietā", ["16 izbraukums", "30 izbraukums planned"]),
        ("Tīkla pārbaudes: katru ceturtdienu, kopā 51", ["51 pārbaude"]),
        ("savienojumi ar Igaunijas un Lietuvas kolēģiem: 64", ["64 savienojums"]),
        ("sēdes – 4, priekšlikumi – 7, ieviesti – 3", ["4 sēde", "7 priekšlikums", "3 priekšlikums"]),
        ("Iesniegumi – 9, apmierinātie – 4", ["9 iesniegums", "4 apmierinātais"]),
        ("Sastādītas 212 pases 180 vitrāžu pasu vietā", ["212 pase", "180 pase"]),
        ("Tikšanās reižu šogad bija 131", ["131 reize"]),
        ("Konsultēti 64 klienti (2022. gadā – 51)", ["64 klients", "51 klients earlier"]),
        ("12 semināri – 10 Rīgā un 2 Cēsīs", ["12 seminārs", "10 seminārs", "2 seminārs"]),
        ("30 jaunieši (12–16 g.), 20 jaunieši (17–25 g. v.)", ["30 jaunietis", "20 jaunietis"]),
        ("Eksāmenu kārtoja 301 kandidāts, nokārtoja 264 – tas ir 88 %", ["301 kandidāts", "264 kandidāts", "88 %"]),
        (
            "12 iesniegumi atstāti bez virzības sakarā ar nepilnīgi iesniegtiem dokumentiem",
            ["12 iesniegums"],
        ),
    ],
)
def test_numbers_behind_what_is_counted_already(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Pērn 8 semināri, šogad 9", ["8 seminārs earlier", "9 seminārs"]),
        ("2022. gadā bija 8 semināri, bet 2023. gadā – jau 9", ["8 seminārs", "9 seminārs"]),
        ("2022. gadā 8 semināri, 2023. gadā 9 konsultācijas", ["8 seminārs", "9 konsultācija"]),
        ("Novadīti 8 semināri, 2023. gadā 12. maijā izdots buklets", ["8 seminārs"]),
        (
            "Salīdzinot ar 2022. gadu, kad bija 40 dalībnieki, piedalījās 55 dalībnieki",
            ["40 dalībnieks earlier", "55 dalībnieks"],
        ),
    ],
)
def test_years_beside_each_other(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts
