"""The page-end proof: wherever the page ends, the records are the same."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec import Struct
from msgspec.structs import astuple, replace

from pipeline.document import Document
from pipeline.forms.template import forms
from pipeline.journey import summary_of
from pipeline.records import Box, Source, Summary
from tests.makers.drawn_form import Row, drawn_form, line_count

FIRST, SECOND = "01.03.2022. – 28.02.2023.", "01.03.2023. – 29.02.2024."
TITLE = "Kopsavilkums par jaunatnes darbu Vidzemes reģionā (2022-2024)"
RESULTS = """I. ĪSTENOŠANAS GADS (01.03.2022. – 28.02.2023.)
1) Notikušas 24 klātienes nodarbības (6 vietas x 4 nodarbības katrā) un 5 tiešsaistes vebināri, tai skaitā 2 vebināri vakarā;
2) Īstenotas 2 aktivitātes:
a) 3 tikšanās ar pašvaldību jaunatnes lietu speciālistiem par jauniešu līdzdalību;
b) pieredzes apmaiņas brauciens uz Zemgali.
Jaunatnes centru kapacitātes celšanai:
1) Sniegtas 1 200 konsultācijas 15 jauniešu centriem aktuālos jautājumos, bet 31 no 40 jauniešiem turpināja darbu.
II. ĪSTENOŠANAS GADS (01.03.2023. – 29.02.2024.)
1) Atbalstīti divdesmit pieci projekti par kopējo summu 12 500,00 euro."""
PLANNED = "{}\nPlānots 49 000,00 euro, t.sk.\n- 30 000,00 euro jauniešu centru attīstībai Vidzemes reģionā;\n- 19 000,00 euro mobilā darba veicināšanai"
ACTUAL = """{}
Faktiski {} euro, t.sk.
- {} euro jauniešu centru attīstībai Vidzemes reģionā;
- 18 826,66 euro mobilā darba veicināšanai.
Atlikums {} euro apmērā {} (1 040,13 euro jauniešu centru attīstībai Vidzemes reģionā un 173,34 euro mobilā darba veicināšanai)."""
ROWS = [
    Row("Valsts pārvaldes uzdevums", [["Jaunatnes darba attīstība"]]),
    Row("Valsts pārvaldes uzdevuma veicējs", [["Biedrība „Solis”"]]),
    Row("Valsts pārvaldes uzdevuma deleģēšanas periods", [["01.03.2022. – 29.02.2024."]]),
    Row(
        "Apraksts un vērtējums par valsts pārvaldes uzdevuma izpildes ietvaros sasniegtajiem rezultatīvajiem rādītājiem un izlietotā valsts budžeta finansējuma atbilstību līgumā paredzētajiem mērķiem",
        [[RESULTS]],
    ),
    Row(
        "Plānotais un faktiski izlietotais valsts budžeta finansējums sadalījumā pa gadiem",
        [
            [
                PLANNED.format(FIRST),
                ACTUAL.format(FIRST, "47 786,53", "28 959,87", "1 213,47", "pārcelts uz nākamo periodu"),
            ],
            [
                PLANNED.format(SECOND),
                ACTUAL.format(SECOND, "47 786,53", "28 959,87", "1 213,47", "atgriezts ministrijas budžetā"),
            ],
        ],
    ),
    Row("Neatbilstoši veiktie izdevumi", [["Nav"]]),
    Row("Neatgūto līdzekļu apmērs no neatbilstoši veiktajiem izdevumiem", [["Nav konstatēts"]]),
    Row("Cita informācija", [["Nav"]]),
]
BOTH = ("horizontal", "vertical")
FORMS = forms()


def _without_places(value: object) -> object:
    """The value with page and box left out everywhere."""
    if isinstance(value, Source):
        return value.quote
    if isinstance(value, Box):
        return None
    if isinstance(value, Struct):
        return [_without_places(each) for each in astuple(value)]
    return [_without_places(each) for each in value] if isinstance(value, tuple) else value


def _summary(page_end: int, *, closed: bool, ruled: Sequence[str] = BOTH) -> Summary:
    return summary_of(_with_rulings(drawn_form(TITLE, ROWS, page_end, closed=closed), ruled), FORMS)


def _with_rulings(document: Document, axes: Sequence[str]) -> Document:
    """The document with the ruling lines of these axes only."""
    kept = [tuple(line for line in page.rulings if line.axis in axes) for page in document.pages]
    return replace(
        document,
        pages=tuple(replace(page, rulings=rulings) for page, rulings in zip(document.pages, kept, strict=True)),
    )


@pytest.mark.parametrize("ruled", [("horizontal",), ()], ids=["horizontal lines", "no lines"])
@pytest.mark.parametrize("page_end", range(1, line_count(ROWS)))
def test_a_page_end_changes_no_record_where_lines_are_missing(page_end: int, ruled: Sequence[str]) -> None:
    assert _without_places(_summary(page_end, closed=False, ruled=ruled)) == WHOLE


@pytest.mark.parametrize("closed", [True, False])
@pytest.mark.parametrize("page_end", range(1, line_count(ROWS)))
def test_a_page_end_changes_no_record(page_end: int, closed: bool) -> None:
    assert _without_places(_summary(page_end, closed=closed)) == WHOLE


WHOLE = _without_places(_summary(10_000, closed=True))


def test_the_records_are_the_written_ones() -> None:
    got = _summary(10_000, closed=True)
    items = [(activity.section, activity.item) for year in got.years for activity in year.activities]
    heading = "Jaunatnes centru kapacitātes celšanai"
    assert items == [("", "1"), ("", "2"), ("", "2.a"), ("", "2.b"), (heading, "1"), ("", "1")]
    totals = [(str(each.total.planned), str(each.total.actual), str(each.total.remainder)) for each in got.finances]
    assert totals == [("49000.00", "47786.53", "1213.47")] * 2
    assert [len(each.lines) for each in got.finances] == [3, 3]
    assert got.unclaimed == ()
