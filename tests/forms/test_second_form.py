"""A second form needs a TOML file and nothing else."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.forms.template import form_of_file, forms
from pipeline.journey import summary_of
from pipeline.records import Summary
from pipeline.sources.opening import document_of
from tests.makers.drawn_form import Row, drawn_form

SECOND = form_of_file(Path(__file__).parent / "parskats.toml")
ROWS = [
    Row("Organizācijas nosaukums", [["Biedrība „Solis”"]]),
    Row("Reģistrācijas numurs", [["40008012345"]]),
    Row("Līguma priekšmets", [["Lasīšanas veicināšana Zemgalē"]]),
    Row("Līguma darbības laiks", [["01.01.2023. – 31.12.2023."]]),
    Row(
        "Finansējuma izlietojums pa periodiem",
        [["01.01.2023. – 31.12.2023.\nPlānots 5 000,00 euro", "01.01.2023. – 31.12.2023.\nFaktiski 5 000,00 euro"]],
    ),
    Row("Paveiktie darbi un sasniegtie rādītāji", [["1) Notikušas 12 tikšanās ar rakstniekiem."]]),
]
TITLE = "Pārskats par līguma izpildi (2023)"


def _as_text() -> bytes:
    cells = (text for row in ROWS for text in (row.label, *(cell for band in row.bands for cell in band)))
    return "\n".join([TITLE, *cells]).encode()


@pytest.fixture(params=["drawn", "text"])
def summary(request: pytest.FixtureRequest) -> Summary:
    document = drawn_form(TITLE, ROWS, 10_000, closed=True) if request.param == "drawn" else document_of(_as_text())
    return summary_of(document, [*forms(), SECOND])


def test_its_fields_are_read_in_its_own_order(summary: Summary) -> None:
    assert [(each.code, each.value) for each in summary.fields][:4] == [
        ("performer", "Biedrība „Solis”"),
        ("registration_number", "40008012345"),
        ("task", "Lasīšanas veicināšana Zemgalē"),
        ("delegation_period", "01.01.2023. – 31.12.2023."),
    ]


def test_its_results_and_finances_are_read(summary: Summary) -> None:
    counts = [(each.count, each.unit_lemma) for year in summary.years for a in year.activities for each in a.indicators]
    assert counts == [(Decimal(12), "tikšanās")]
    assert [each.total.planned for each in summary.finances] == [Decimal("5000.00")]
    assert summary.unclaimed == ()


def test_the_first_form_stays_itself_beside_it() -> None:
    rows = [Row(field.labels[0], [["Nav"]]) for field in forms()[0].fields]
    read = summary_of(drawn_form("Kopsavilkums (2023)", rows, 10_000, closed=True), [SECOND, *forms()])
    assert [field.code for field in read.fields] == [field.code for field in forms()[0].fields]


@pytest.mark.parametrize(
    "line",
    [
        '[[fields]]\ncode = "task"\nreader = "guess"\nlabels = ["A"]',
        '[[fields]]\ncode = "a"\nreader = "text"\nlabels = ["A"]\n' * 2,
    ],
)
def test_a_form_that_cannot_be_is_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "x.toml"
    path.write_text(f'name = "x"\ntitle_stem = "x"\n{line}', encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.toml"):
        form_of_file(path)
