"""The real document in every form in which a word processor saves it: always the same records."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.exports.csv_files import table_csv
from pipeline.journey import submission
from pipeline.records import Submission
from pipeline.tables import ACTIVITIES, FINANCES, INDICATORS
from tests.makers.choices import SeededChoices
from tests.makers.docx_form import WordUse
from tests.makers.numbered_docx import numbered_docx

SAMPLES = Path(__file__).parents[1] / "samples"
TYPED, NUMBERED = SAMPLES / "kurzeme-word.docx", SAMPLES / "kurzeme-numurets.docx"
PLACES = ("document_id", "page", "x0", "top", "x1", "bottom", "place", "quote")
SOFFICE = shutil.which("soffice")
by_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="no soffice on this machine: ODT, DOC and RTF are not read")


def records(read: Submission) -> list[list[tuple[str, ...]]]:
    """The rows of the tables without what says where they stand."""
    assert read.summary is not None, read.failure_en
    done = []
    for table in (ACTIVITIES, INDICATORS, FINANCES):
        names = [column.name for column in table.columns]
        kept = [place for place, name in enumerate(names) if name not in PLACES]
        done.append([tuple(str(row[place]) for place in kept) for row in table.cells([read], [])])
    return done


def real() -> list[list[tuple[str, ...]]]:
    return records(submission(SAMPLES / "kurzeme-2022-2025.txt", "x"))


def converted(content: Path, folder: Path, *kinds: str) -> Path:
    """The file as LibreOffice saves it, in one kind after the other."""
    assert SOFFICE is not None
    for kind in kinds:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [SOFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(content)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603
        content = folder / content.with_suffix(f".{kind}").name
    return content


@pytest.mark.parametrize("path", [TYPED, NUMBERED], ids=lambda path: path.name)
def test_typed_lists_and_those_that_word_numbers_give_the_same_records(path: Path) -> None:
    assert records(submission(path, "x")) == real()


def test_the_numbered_sample_is_the_typed_one() -> None:
    assert numbered_docx(TYPED.read_bytes()) == NUMBERED.read_bytes()


def test_every_word_of_it_is_claimed() -> None:
    summary = submission(NUMBERED, "x").summary
    assert summary is not None
    assert summary.unclaimed == ()


def test_nothing_is_said_of_pages() -> None:
    read = submission(NUMBERED, "x")
    assert (read.route, read.file_kind, read.pages) == ("docx", "docx", 0)
    tables = [table_csv(table, [read], []) for table in (ACTIVITIES, INDICATORS, FINANCES)]
    rows = [list(csv.DictReader(io.StringIO(table))) for table in tables]
    assert all(rows)
    assert all(row["place"].startswith("T1/R") for table in rows for row in table)


@by_libreoffice
@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        (TYPED, ("rtf",)),
        (TYPED, ("odt", "doc")),  # made of the DOCX at once, its tables are lost, by LibreOffice itself
        (NUMBERED, ("odt",)),
        (NUMBERED, ("rtf",)),
        (NUMBERED, ("odt", "docx")),
    ],
    ids=lambda each: each.stem if isinstance(each, Path) else each[-1],
)
def test_what_libreoffice_saves_gives_the_same_records(path: Path, kinds: tuple[str, ...], tmp_path: Path) -> None:
    read = submission(converted(path, tmp_path, *kinds), "x")
    assert (read.file_kind, read.route) == (kinds[-1], "docx")
    assert records(read) == real()


def test_a_use_of_word_is_chosen_by_chance() -> None:
    uses = {WordUse.chosen(SeededChoices(seed)) for seed in range(50)}
    assert len(uses) > 30
    assert replace(next(iter(uses)), flow=True).flow
