"""Documents with their true records beside them, and what is read otherwise than it is true."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from pipeline.checks import findings_of
from pipeline.document import Document
from pipeline.errors import SourceError
from pipeline.exports.csv_files import table_csv
from pipeline.forms.template import forms
from pipeline.journey import summary_of
from pipeline.records import Submission
from pipeline.sources.opening import content_of, document_id, document_of
from pipeline.tables import ACTIVITIES, DOCUMENTS, FINANCES, INDICATORS, Table

TESTS = Path(__file__).parents[1]
SAMPLES = sorted(path for path in (TESTS.parent / "samples").iterdir() if path.suffix in (".pdf", ".docx", ".txt"))
MADE = sorted(path for path in (Path(__file__).parent / "made").iterdir() if path.is_file())
OTHERS = sorted(
    path for path in (TESTS / "truth").glob("*/document.*") if not path.with_name("deviations.csv").exists()
)
"""Texts by other authors that are read as they are true."""
ACROSS_DOCUMENTS = ("duplicate-submission", "periods-overlap")
Rows = Counter[tuple[str, ...]]


@cache
def opened(path: Path) -> Document:
    """The document at `path`, opened once for all tests."""
    return document_of(content_of(path))


def read(path: Path) -> Submission:
    """What the pipeline reads now from the opened document; failed where it refuses it."""
    document = opened(path)
    try:
        return Submission(_name(path), path.name, document.route, len(document.pages), summary_of(document, forms()))
    except SourceError as error:
        return Submission(_name(path), path.name, document.route, 0, None, error.sentence.lv, error.sentence.en)


def departures(submission: Submission, path: Path) -> list[str]:
    """The names of what differs from the truth: tables, the fields, the unclaimed words; the findings are not looked at."""
    found = [table.name for table in (ACTIVITIES, INDICATORS, FINANCES) if _departs(table, submission, path)]
    if _fields(submission, path) != true_fields(path):
        found.append("documents")
    if path in MADE and _refused(submission) != true_rows(path, "refused"):
        found.append("refused amounts")
    if _unclaimed(submission) != (true_rows(path, "unclaimed") if _true_file(path, "unclaimed").exists() else []):
        found.append("unclaimed")
    return found


def findings_depart(submissions: Sequence[Submission], paths: Sequence[Path]) -> bool:
    """Whether the errors and warnings of the documents, each by itself, are others than the true ones."""
    codes = [
        (each.document_id, each.severity, each.code)
        for each in findings_of(submissions)
        if each.severity != "info" and each.code not in ACROSS_DOCUMENTS
    ]
    true = [(_name(path), row["severity"], row["code"]) for path in paths for row in true_rows(path, "findings")]
    return Counter(codes) != Counter(true)


@cache
def _name(path: Path) -> str:
    return document_id(content_of(path))


@cache
def true_rows(path: Path, name: str) -> list[dict[str, str]]:
    """The true rows of one table of the document; a made document's stand in the folder beside it."""
    return _folded(_true_file(path, name).read_text(encoding="utf-8"))


def _true_file(path: Path, name: str) -> Path:
    """Where the true rows of a table stand; of words that are not understood there may be none."""
    samples = (each for each in (TESTS / "truth").iterdir() if path.name.startswith(each.name))
    folder = path.with_suffix("") if path in MADE else path.parent if path in OTHERS else next(samples)
    return folder / f"{name}.csv"


def true_fields(path: Path) -> dict[str, str]:
    """The true values of the document's row in documents.csv, by column."""
    return {row["field"]: row["value"] for row in true_rows(path, "documents")}


def _departs(table: Table[object], submission: Submission, path: Path) -> bool:
    true = true_rows(path, table.name)
    columns = list(true[0])
    return _counted(_folded(table_csv(table, [submission], [])), columns) != _counted(true, columns)


def _fields(submission: Submission, path: Path) -> dict[str, str]:
    (row,) = _folded(table_csv(DOCUMENTS, [submission], []))
    return {field: row[field] for field in true_fields(path)}


def _refused(submission: Submission) -> list[dict[str, str]]:
    periods = submission.summary.finances if submission.summary else ()
    amounts = [amount for period in periods for amount in period.refused]
    return [{"quote": amount.source.quote, "reason": amount.reason} for amount in amounts]


def _unclaimed(submission: Submission) -> list[dict[str, str]]:
    runs = submission.summary.unclaimed if submission.summary else ()
    return [{"page": str(run.page), "text": run.text} for run in runs]


def _folded(text: str) -> list[dict[str, str]]:
    rows = csv.DictReader(text.splitlines())
    return [{key: " ".join(value.split()) for key, value in row.items()} for row in rows]


def _counted(rows: Sequence[dict[str, str]], columns: Sequence[str]) -> Rows:
    return Counter(tuple(row[column] for column in columns) for row in rows)
