"""The samples' tables against their true records, which were written from the text by hand."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from pipeline.checks import findings_of
from pipeline.exports.csv_files import table_csv
from pipeline.journey import submission
from pipeline.records import Submission
from pipeline.tables import ACTIVITIES, DOCUMENTS, FINANCES, INDICATORS, Table

TRUTH = Path(__file__).parent / "truth"
SAMPLES = sorted(
    path for path in (Path(__file__).parents[1] / "samples").iterdir() if path.suffix in (".pdf", ".docx", ".txt")
)
# Texts by other authors, which stand beside their true records and are no samples.
SAMPLES += sorted(TRUTH.glob("*/document.*"))


def _name(path: Path) -> str:
    return path.parent.name if path.stem == "document" else path.name


READ: dict[Path, Submission] = {}


def _submission(path: Path) -> Submission:
    if path not in READ:
        READ[path] = submission(path, path.name)
    return READ[path]


def _true_rows(path: Path, name: str) -> list[dict[str, str]]:
    named = (each for each in TRUTH.iterdir() if path.name.startswith(each.name))
    folder = path.parent if path.stem == "document" else next(named)
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return [{key: " ".join(value.split()) for key, value in row.items()} for row in csv.DictReader(lines)]


def _rows(table: Table[object], path: Path) -> list[dict[str, str]]:
    text = table_csv(table, [_submission(path)], [])
    return [{key: " ".join(value.split()) for key, value in row.items()} for row in csv.DictReader(text.splitlines())]


def _read_otherwise(path: Path, sign: str, columns: list[str]) -> Counter[tuple[str, ...]]:
    """The indicators that are not read yet (`-`) or read too much (`+`), each with a line that goes when it is mended."""
    if not (path.parent / "deviations.csv").exists():
        return Counter()
    return _counted([row for row in _true_rows(path, "deviations") if row["sign"] == sign], columns)


def _counted(rows: list[dict[str, str]], columns: list[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(row[column] for column in columns) for row in rows)


@pytest.mark.parametrize("path", SAMPLES, ids=_name)
@pytest.mark.parametrize("table", [ACTIVITIES, INDICATORS, FINANCES], ids=lambda table: table.name)
def test_the_rows_are_the_true_ones(path: Path, table: Table[object]) -> None:
    true = _true_rows(path, table.name)
    columns = list(true[0])
    wanted = _counted(true, columns)
    if table.name == "indicators":
        wanted = wanted - _read_otherwise(path, "-", columns) + _read_otherwise(path, "+", columns)
    assert _counted(_rows(table, path), columns) == wanted


@pytest.mark.parametrize("path", SAMPLES, ids=_name)
def test_the_fields_are_the_true_ones(path: Path) -> None:
    (row,) = _rows(DOCUMENTS, path)
    assert {each["field"]: row[each["field"]] for each in _true_rows(path, "documents")} == {
        each["field"]: each["value"] for each in _true_rows(path, "documents")
    }


@pytest.mark.parametrize("path", SAMPLES, ids=_name)
def test_the_errors_and_warnings_are_the_true_ones(path: Path) -> None:
    found = [each for each in findings_of([_submission(path)]) if each.severity != "info"]
    true = _true_rows(path, "findings")
    assert Counter((each.severity, each.code) for each in found) == _counted_codes(true)


def _counted_codes(rows: list[dict[str, str]]) -> Counter[tuple[str, str]]:
    return Counter((row["severity"], row["code"]) for row in rows)


@pytest.mark.parametrize("path", SAMPLES, ids=_name)
def test_every_word_is_claimed_but_where_the_truth_says_otherwise(path: Path) -> None:
    summary = _submission(path).summary
    told = any(row["code"] == "text-unclaimed" for row in _true_rows(path, "findings"))
    assert summary is not None
    assert bool(summary.unclaimed) == told
