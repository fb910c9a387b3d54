"""What validating all check tables by Great Expectations costs, beside the same checks in plain pandas.

Run as `python -m bench.validation`. The targets of the whole, on top of the
import of Great Expectations: under 2 s for 1 000 documents, under 15 s for
10 000. The documents are the samples, repeated under other names. Exits with 1
where the two do not find exactly the same rows.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Annotated, TypeVar

import typer
from msgspec.structs import replace
from rich.console import Console
from rich.table import Table

from pipeline.checks import findings_of, warm_up
from pipeline.checks.check_tables import tables_across, tables_within
from pipeline.checks.finding_of_row import finding_of_row
from pipeline.checks.kinds import CheckRow
from pipeline.checks.suites import Stanza, Suite, suites
from pipeline.journey import submission
from pipeline.records import Submission, Summary

ROOT = Path(__file__).parents[1]
STEPS = ("check tables", "Great Expectations", "plain pandas", "findings", "whole")
HEADS = ("documents", "rows", "broken rows", "import", *STEPS, "first whole", "ratio", "same rows")

Tables = Mapping[str, Sequence[CheckRow]]
Broken = list[tuple[Stanza, CheckRow]]
BrokenRows = Callable[[Suite, Sequence[CheckRow]], Iterator[tuple[Stanza, CheckRow]]]
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Measured:
    """The seconds of each step, a median over the rounds.

    `first_whole` is one `findings_of` before the rounds; that of the first
    number of documents includes what Great Expectations sets up once. `rows`
    counts the rows of all check tables, `broken` those that it found.
    """

    documents: int
    rows: int
    broken: int
    seconds: Mapping[str, float]
    first_whole: float
    same: bool


def main(
    documents: Annotated[list[int] | None, typer.Option(help="How many documents; may be given repeatedly.")] = None,
    rounds: Annotated[int, typer.Option(min=1, help="Rounds, of which the median counts.")] = 3,
) -> None:
    """Prints the seconds of each step and whether both ways found the same rows."""
    _, imported = timed(warm_up)
    read = sample_submissions()
    measured = [measure(repeated(read, count), rounds) for count in documents or (1000, 10_000)]
    Console(width=170).print(table_of(measured, imported))
    if not all(each.same for each in measured):
        raise typer.Exit(1)


def sample_submissions() -> list[Submission]:
    """The records of all samples."""
    paths = sorted(path for path in (ROOT / "samples").iterdir() if path.suffix in (".pdf", ".docx", ".txt"))
    return [submission(path, path.name) for path in paths]


def repeated(read: Sequence[Submission], count: int) -> list[Submission]:
    """So many submissions, taken in turn, none of them a duplicate of another."""
    return [_renamed(each, number) for number, each in enumerate(islice(cycle(read), count))]


def _renamed(one: Submission, number: int) -> Submission:
    summary = _of_performer(one.summary, number) if one.summary else None
    return replace(one, document_id=f"{number:012x}", source_file=f"{number:06}-{one.source_file}", reading=summary)


def _of_performer(summary: Summary, number: int) -> Summary:
    """The summary with the number behind the performer's name, where one is stated."""
    fields = (
        replace(each, value=f"{each.value} {number}") if each.code == "performer" and each.value else each
        for each in summary.fields
    )
    return replace(summary, fields=tuple(fields))


def measure(submissions: Sequence[Submission], rounds: int) -> Measured:
    """The medians of so many rounds, after one `findings_of` that stands by itself."""
    taken: dict[str, list[float]] = defaultdict(list)
    _, first_whole = timed(lambda: findings_of(submissions))
    compared = [_round(submissions, taken) for _ in range(rounds)]
    rows, found, _ = compared[0]
    medians = {step: median(taken[step]) for step in STEPS}
    return Measured(len(submissions), rows, found, medians, first_whole, all(same for _, _, same in compared))


def _round(submissions: Sequence[Submission], taken: dict[str, list[float]]) -> tuple[int, int, bool]:
    """Every step once, its seconds put down: how many rows were made and found, and whether both ways found the same.

    What the steps made is gone before the whole is timed.
    """
    counts = _steps(submissions, taken)
    _keep(taken, "whole", lambda: findings_of(submissions))
    return counts


def _steps(submissions: Sequence[Submission], taken: dict[str, list[float]]) -> tuple[int, int, bool]:
    from bench import plain_pandas
    from pipeline.checks import gx

    tables = _keep(taken, "check tables", lambda: tables_across(submissions) | tables_within(submissions))
    by_gx = _keep(taken, "Great Expectations", lambda: broken(gx.broken_rows, tables))
    by_pandas = _keep(taken, "plain pandas", lambda: broken(plain_pandas.broken_rows, tables))
    _keep(taken, "findings", lambda: [finding_of_row(stanza, row) for stanza, row in by_gx])
    return sum(map(len, tables.values())), len(by_gx), is_same(by_gx, by_pandas)


def _keep(taken: dict[str, list[float]], step: str, work: Callable[[], Result]) -> Result:
    result, seconds = timed(work)
    taken[step].append(seconds)
    return result


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """What the work gives, and the seconds that it takes; what earlier work left behind is collected before."""
    gc.collect()
    start = perf_counter()
    return work(), perf_counter() - start


def broken(broken_rows: BrokenRows, tables: Tables) -> Broken:
    """Every row of every table for which an expectation does not hold, by suite."""
    return [found for suite in suites() for found in broken_rows(suite, tables[suite.table])]


def is_same(first: Broken, second: Broken) -> bool:
    """Whether both name the same rows of the same tables, by the same stanzas, in the same order."""
    one, other = ([(stanza.suite, stanza.name, id(row)) for stanza, row in found] for found in (first, second))
    return one == other


def table_of(measured: Sequence[Measured], imported: float) -> Table:
    """The measurements as a table for the terminal, a line for each number of documents."""
    table = Table(title="Validation, in seconds")
    for head in HEADS:
        table.add_column(head, justify="right")
    for each in measured:
        table.add_row(
            *map(str, (each.documents, each.rows, each.broken)),
            *(f"{seconds:.2f}" for seconds in (imported, *(each.seconds[step] for step in STEPS), each.first_whole)),
            f"{each.seconds['Great Expectations'] / each.seconds['plain pandas']:.1f}",
            "yes" if each.same else "NO",
        )
    return table


if __name__ == "__main__":
    typer.run(main)
