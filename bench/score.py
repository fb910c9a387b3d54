"""How much of a document's true records was read: hits, misses and what was read too much."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.table import Table

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of true things, of those that were read, and of what was read besides.

    `lemmas` counts the indicators that are right in all but, perhaps, their
    lemma; `wrong_cells` the finance cells in which another amount stands than
    the true one, which is worse than an empty cell.
    """

    documents: int = 0
    refused: int = 0
    fields: int = 0
    fields_read: int = 0
    cells: int = 0
    cells_read: int = 0
    wrong_cells: int = 0
    indicators: int = 0
    indicators_read: int = 0
    indicators_without_lemma: int = 0
    indicators_too_many: int = 0
    activities: int = 0
    activities_read: int = 0
    unclaimed_words: int = 0

    def __add__(self, other: Score) -> Score:
        names = [each.name for each in dataclasses.fields(self)]
        return Score(**{name: getattr(self, name) + getattr(other, name) for name in names})


def hits(true: Iterable[Row], read: Iterable[Row]) -> int:
    """How many rows stand in both, each as often as it does."""
    return (Counter(true) & Counter(read)).total()


def cell_score(true: dict[Row, Sequence[str]], read: dict[Row, Sequence[str]]) -> tuple[int, int, int]:
    """Finance cells: how many there are, how many are exact, and how many hold another amount.

    Both map a period and purpose to its amounts; a row that is not true at all
    counts each of its amounts as wrong.
    """
    cells = [
        (want, got) for key, row in true.items() for want, got in zip(row, read.get(key, [""] * len(row)), strict=True)
    ]
    invented = sum(bool(cell) for key, row in read.items() if key not in true for cell in row)
    exact = sum(want == got for want, got in cells)
    wrong = sum(bool(got) and want != got for want, got in cells)
    return len(cells), exact, wrong + invented


def table_of(title: str, scores: dict[str, Score]) -> Table:
    """The scores by name, and in all, as a table for the terminal."""
    table = Table(title=title)
    for head in (
        "",
        "documents",
        "refused",
        "fields",
        "finance cells",
        "wrong cells",
        "precision",
        "recall",
        "without lemma",
    ):
        table.add_column(head, justify="right" if head else "left")
    for head in ("activities", "unclaimed words"):
        table.add_column(head, justify="right")
    for name, score in {**scores, "all": sum(scores.values(), Score())}.items():
        got = score.indicators_read + score.indicators_too_many
        table.add_row(
            name,
            str(score.documents),
            str(score.refused),
            _share(score.fields_read, score.fields),
            _share(score.cells_read, score.cells),
            str(score.wrong_cells),
            _share(score.indicators_read, got),
            _share(score.indicators_read, score.indicators),
            _share(score.indicators_without_lemma, score.indicators),
            _share(score.activities_read, score.activities),
            str(score.unclaimed_words),
        )
    return table


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.4f}" if whole else "–"
