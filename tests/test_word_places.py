"""Instead of a page, people see where in a Word file something stands: in tables, findings, report and explanation."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.catalogue.places import written_place
from pipeline.cli import exit_code
from pipeline.explain.answer import Question, answer
from pipeline.inputs import input_files
from pipeline.journey import submission
from pipeline.tables import TABLES

NUMBERED = Path(__file__).parents[1] / "samples" / "kurzeme-numurets.docx"
REMAINDER = "finances/2022-07-15/2023-07-14/remainder_eur"
IN_WORDS = "1. tabula, 5. rinda, 2. šūna, 1. tabula, 1. rinda, 2. šūna, 5. rindkopa"


def explained(address: str) -> str:
    [file] = input_files([NUMBERED])
    return answer(Question(file, address)).said


def test_an_explanation_names_the_place_in_words_and_shows_the_paragraph() -> None:
    said = explained(REMAINDER)
    assert IN_WORDS in said
    assert "| Atlikums 1 213,47 euro" in said
    assert "lappuse" not in said


def test_a_number_that_word_gave_is_shown_in_front_of_its_item() -> None:
    assert "| 2) Notikušas 24 klātienes" in explained("activities/1/2/item")


def test_there_is_no_picture_of_it(tmp_path: Path) -> None:
    [file] = input_files([NUMBERED])
    got = answer(Question(file, REMAINDER, image=tmp_path / "a.png"))
    assert got.exit_code == 2
    assert "Word failā" in got.wrong


@pytest.mark.parametrize("place", ["T1/X2", "lapa 3", "T1//P2", "T/P"])
def test_a_place_that_is_none_is_told_as_it_is(place: str) -> None:
    assert written_place(place, "lv") == place


def test_every_table_says_where_and_never_on_which_page() -> None:
    read = submission(NUMBERED, "x")
    for table in TABLES:
        names = [column.name for column in table.columns]
        for row in table.cells([read], []):
            cells = dict(zip(names, row, strict=True))
            assert cells.get("page") is None
            assert "place" not in cells or str(cells["place"]).startswith("T1/R")


def test_a_pdf_has_no_such_places() -> None:
    read = submission(NUMBERED.with_name("kurzeme-libreoffice.pdf"), "x")
    places = [
        row[[column.name for column in table.columns].index("place")]
        for table in TABLES
        if any(column.name == "place" for column in table.columns)
        for row in table.cells([read], [])
    ]
    assert places
    assert not any(places)


@pytest.mark.slow
def test_a_run_of_it_is_read_back_with_its_places_and_shown_in_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert exit_code(["run", str(NUMBERED), "--out", str(out), "--quiet"]) == 0
    with (out / "findings.csv").open(encoding="utf-8", newline="") as lines:
        found = list(csv.DictReader(lines))
    assert {each["place"][:4] for each in found} == {"T1/R"}
    assert all("(vieta: 1. tabula, " in each["message"] for each in found)
    page = next((out / "report").glob("[0-9a-f]*.html")).read_text(encoding="utf-8")
    assert "izpēte: 1 (1. tabula, 4. rinda, 2. šūna, 2. rindkopa)" in page
    assert "1. tabula, 4. rinda, 2. šūna, 3. rindkopa" in page
    capsys.readouterr()
    assert exit_code(["check", str(out)]) == 0
    assert "1. tabula" in "".join(capsys.readouterr())
