"""What a document's page shows, as values: its template writes them and decides nothing."""

from __future__ import annotations

from msgspec import Struct

from pipeline.exports.report.places import Place, Value
from pipeline.findings import Severity


class Fact(Struct, frozen=True):
    """A heading and what stands under it."""

    heading: str
    value: Value


class ShownFinding(Struct, frozen=True):
    """A finding: its severity as a code and in words, what it says, and where it stands (None where nobody knows).

    `where` says it in words where there are no pages, else "".
    """

    severity: Severity
    word: str
    code: str
    message: str
    suggestion: str
    place: int | None
    page: int | None
    where: str


class ShownLine(Struct, frozen=True):
    """A purpose of a period, "" for its total, with what is stated of it."""

    purpose: str
    planned: Value
    actual: Value
    remainder: Value
    disposition: str
    proved_by: int


class ShownCheck(Struct, frozen=True):
    """Figures that must agree, as one line; `holds` is None where nobody can say, `of` whose they are, "" if clear."""

    text: str
    holds: bool | None
    of: str = ""


class ShownPeriod(Struct, frozen=True):
    """A finance period with its lines, its sums, and the amounts that were refused."""

    name: Value
    lines: tuple[ShownLine, ...]
    sums: tuple[ShownCheck, ...]
    refused: tuple[Value, ...]


class LedgerLine(Struct, frozen=True):
    """A period in total or one of its purposes: where its money came from and went to, each amount written."""

    period: str
    purpose: str
    amounts: tuple[str, ...]


class ShownIndicator(Struct, frozen=True):
    """A counted thing: the count as people write it, with its qualifier, what is counted, and how it counts."""

    count: Value
    unit: str
    lemma: str
    note: str
    sums: tuple[ShownCheck, ...]


class ShownActivity(Struct, frozen=True):
    """An item with its indicators; `section` is "" where it is the one of the item above."""

    section: str
    item: str
    text: Value
    indicators: tuple[ShownIndicator, ...]
    sums: tuple[ShownCheck, ...]


class ShownYear(Struct, frozen=True):
    """An implementation year with its items."""

    name: Value
    activities: tuple[ShownActivity, ...]


class DocumentPage(Struct, frozen=True):
    """A document's page.

    `files` are all that hold these bytes or this text, `container_note` tells of the first one's container;
    `ledger_headings` go with the amounts of each ledger line.
    """

    document_id: str
    files: tuple[str, ...]
    container_note: str
    title: str
    status: str
    status_word: str
    findings: tuple[ShownFinding, ...]
    facts: tuple[Fact, ...]
    periods: tuple[ShownPeriod, ...]
    ledger_headings: tuple[str, ...]
    ledger: tuple[LedgerLine, ...]
    carried: tuple[ShownCheck, ...]
    years: tuple[ShownYear, ...]
    unclaimed: tuple[Value, ...]
    places: tuple[Place, ...]
