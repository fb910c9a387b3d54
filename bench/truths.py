"""Documents with their true rows, as text by column: the samples, and documents made for the occasion."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from bench.score import Row, Score, cell_score, hits
from pipeline.errors import SourceError
from pipeline.exports.csv_files import table_csv
from pipeline.forms.template import forms
from pipeline.journey import submission, summary_of
from pipeline.records import Submission
from pipeline.sources.opening import document_of
from pipeline.tables import ACTIVITIES, DOCUMENTS, FINANCES, INDICATORS, Table
from tests.makers.choices import SeededChoices
from tests.makers.known import without_cuts
from tests.makers.making import Scope, made_style, made_summary
from tests.makers.producers import Producer
from tests.makers.truth import truth_of

ROOT = Path(__file__).parents[1]
Rows = list[dict[str, str]]
_KEY = ("period_start", "period_end", "purpose")
_AMOUNTS = ("planned_eur", "actual_eur", "remainder_eur")


@dataclass(frozen=True, slots=True)
class TrueRows:
    """The true rows of a document's tables; `fields` are the columns of its one row in documents.csv."""

    fields: dict[str, str]
    activities: Rows
    indicators: Rows
    finances: Rows


def sample_score(path: Path) -> Score:
    """The score of a sample against `tests/truth/`."""
    folder = next(each for each in (ROOT / "tests" / "truth").iterdir() if path.name.startswith(each.name))
    tables = {name: _rows_of((folder / f"{name}.csv").read_text(encoding="utf-8")) for name in _TABLES}
    fields = {row["field"]: row["value"] for row in tables["documents"]}
    true = TrueRows(fields, tables["activities"], tables["indicators"], tables["finances"])
    return score_of(true, submission(path, path.name))


_TABLES = ("documents", "activities", "indicators", "finances")


def made_score(producer: Producer, seed: int, scope: Scope) -> Score:
    """The score of a document made by chance, written by this producer."""
    choices = SeededChoices(seed)
    style = made_style(choices, producer.styles)
    made = made_summary(choices, style, scope)
    truth = truth_of(made, style)
    documents, activities, indicators, finances = (
        [_row(each) for each in rows] for rows in (truth.documents, truth.activities, truth.indicators, truth.finances)
    )
    read = _read(producer.write(made, style))
    return score_of(TrueRows(documents[0], activities, indicators, finances), read)


def _read(content: bytes) -> Submission:
    document = document_of(content)
    try:
        return Submission("made", "made", document.route, len(document.pages), summary_of(document, forms()))
    except SourceError as error:
        return Submission("made", "made", document.route, 0, None, error.sentence.lv, error.sentence.en)


def score_of(true: TrueRows, read: Submission) -> Score:
    """How much of the true rows the submission holds."""
    if read.summary is None:
        return Score(documents=1, refused=1, indicators=len(true.indicators), activities=len(true.activities))
    fields = _rows(DOCUMENTS, read)[0]
    indicators, counted = _chosen(true.indicators, _rows(INDICATORS, read))
    plain, without = _chosen(true.indicators, _rows(INDICATORS, read), leaving="unit_lemma")
    activities, listed = _chosen(true.activities, _rows(ACTIVITIES, read))
    cells, exact, wrong = cell_score(_amounts(true.finances), _amounts(_rows(FINANCES, read)))
    return Score(
        documents=1,
        fields=len(true.fields),
        fields_read=sum(fields[name] == value for name, value in true.fields.items()),
        cells=cells,
        cells_read=exact,
        wrong_cells=wrong,
        indicators=len(indicators),
        indicators_read=hits(indicators, counted),
        indicators_without_lemma=hits(plain, without),
        indicators_too_many=len(counted) - hits(indicators, counted),
        activities=len(activities),
        activities_read=hits(activities, listed),
        unclaimed_words=sum(each.words for each in read.summary.unclaimed),
    )


def _rows(table: Table[Any], read: Submission) -> Rows:
    return _rows_of(table_csv(table, [read], []))


def _rows_of(text: str) -> Rows:
    return [{key: _plain(value) for key, value in row.items()} for row in csv.DictReader(io.StringIO(text))]


def _row(record: Any) -> dict[str, str]:
    return {each.name: _plain(getattr(record, each.name)) for each in dataclasses.fields(record)}


def _plain(value: object) -> str:
    """A value as text: white space folded, numbers without trailing zeros."""
    text = "" if value is None else " ".join(str(value).split())
    try:
        return f"{Decimal(text).normalize():f}" if text else ""
    except ArithmeticError:
        return without_cuts(text)


def _chosen(true: Rows, read: Rows, leaving: str = "") -> tuple[list[Row], list[Row]]:
    """Both as tuples of the columns that the true rows have, less one."""
    names = [name for name in (true[0] if true else ()) if name != leaving]
    return [tuple(row[name] for name in names) for row in true], [tuple(row[name] for name in names) for row in read]


def _amounts(rows: Rows) -> dict[Row, Sequence[str]]:
    return {tuple(row[name] for name in _KEY): [row[name] for name in _AMOUNTS] for row in rows}
