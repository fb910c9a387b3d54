"""A folder of tables → the submissions that they tell of, as far as the checks look at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from msgspec import Struct
from msgspec.structs import replace

from pipeline.catalogue import sentence
from pipeline.document import SecondReading
from pipeline.extract.fields import title_years
from pipeline.forms.template import forms
from pipeline.membership import Digests, Membership, SignedBy, Signing
from pipeline.readback.cell_values import Cells, period
from pipeline.readback.csv_table import ReadRow, ReadTable, read_table
from pipeline.readback.faults import Fault
from pipeline.readback.money import finance_periods, without_total
from pipeline.readback.results import implementation_years, is_item, item_key
from pipeline.records import FieldValue, Submission, Summary, UnclaimedText
from pipeline.tables import ACTIVITIES, DOCUMENTS, FINANCES, FINDINGS, INDICATORS, LEDGER, UNCLAIMED, Table
from pipeline.tables.rows import DocumentRow

CHECKED = (DOCUMENTS, ACTIVITIES, INDICATORS, FINANCES, UNCLAIMED)
"""The tables that are needed; of the others only their form is looked at, where they are there."""
SPECTATORS = (FINDINGS, LEDGER)


class ReadFolder(Struct, frozen=True):
    """The submissions whose rows are sound, in the order of documents.csv, and every fault.

    There are no submissions where a fault leaves open which documents it touches.
    """

    submissions: tuple[Submission, ...]
    faults: tuple[Fault, ...]


class DocumentRows(Struct, frozen=True):
    """The rows of one document in each table."""

    tables: Mapping[str, Sequence[ReadRow]]

    def cells(self, table: Table[Any]) -> list[Cells]:
        """The rows of one table."""
        return [row.cells for row in self.tables[table.name]]


def read_folder(folder: Path) -> ReadFolder:
    """Reads the tables of a folder; it raises nothing, whatever stands in them."""
    read = {table.name: read_table(folder / f"{table.name}.csv", table) for table in CHECKED}
    faults = [fault for each in read.values() for fault in each.faults]
    for table in SPECTATORS:
        if (folder / f"{table.name}.csv").exists():
            faults += read_table(folder / f"{table.name}.csv", table).faults
    told = _told(read, faults)
    return replace(told, faults=tuple(_named(fault, read) for fault in told.faults))


def _named(fault: Fault, read: Mapping[str, ReadTable]) -> Fault:
    """The fault with its column called as in its file."""
    table = read.get(fault.file.removesuffix(".csv"))
    return table.naming.named(fault) if table else fault


def _told(read: Mapping[str, ReadTable], faults: list[Fault]) -> ReadFolder:
    """What the tables tell together, and the faults of each before those that only show beside another."""
    rows = {name: each.rows for name, each in read.items()}
    if all(fault.document_id for fault in read[DOCUMENTS.name].faults):
        faults += _unknown_documents(rows)
    if any(not fault.document_id for fault in faults):
        return ReadFolder((), tuple(faults))
    by_document = _by_document(rows)
    faults += [fault for name, each in by_document.items() for fault in _misfits(name, each)]
    unsound = {fault.document_id for fault in faults}
    sound = [row.cells for row in rows[DOCUMENTS.name] if row.cells["document_id"] not in unsound]
    submissions = tuple(_submission(row, by_document[str(row["document_id"] or "")]) for row in sound)
    stale = [fault for each in submissions for fault in _stale_sums(each, by_document[each.document_id])]
    return ReadFolder(submissions, (*faults, *stale))


def _unknown_documents(rows: Mapping[str, Sequence[ReadRow]]) -> Iterator[Fault]:
    known = {row.cells["document_id"] for row in rows[DOCUMENTS.name]}
    for table in CHECKED:
        for row in rows[table.name]:
            if row.cells["document_id"] not in known:
                yield Fault(f"{table.name}.csv", row.number, "document_id", sentence("readback.no_such_document"))


def _by_document(rows: Mapping[str, Sequence[ReadRow]]) -> dict[str, DocumentRows]:
    names = dict.fromkeys(str(row.cells["document_id"] or "") for row in rows[DOCUMENTS.name])
    sorted_rows: dict[str, dict[str, list[ReadRow]]] = {name: {table.name: [] for table in CHECKED} for name in names}
    for table, each in rows.items():
        for row in each:
            sorted_rows[str(row.cells["document_id"] or "")][table].append(row)
    return {name: DocumentRows(tables) for name, tables in sorted_rows.items()}


def _misfits(document_id: str, rows: DocumentRows) -> Iterator[Fault]:
    """Rows of a document that do not go together."""
    for row in rows.tables[ACTIVITIES.name]:
        if not is_item(str(row.cells["item"] or "")):
            yield Fault("activities.csv", row.number, "item", sentence("readback.not_an_item"), document_id)
    items = {item_key(cells) for cells in rows.cells(ACTIVITIES)}
    for row in rows.tables[INDICATORS.name]:
        if item_key(row.cells) not in items:
            yield Fault("indicators.csv", row.number, "item", sentence("readback.no_such_item"), document_id)
    numbers = {id(row.cells): row.number for row in rows.tables[FINANCES.name]}
    for cells in without_total(rows.cells(FINANCES)):
        yield Fault("finances.csv", numbers[id(cells)], "purpose", sentence("readback.no_total"), document_id)


def _submission(row: Cells, rows: DocumentRows) -> Submission:
    failed = row["status"] == "failed"
    failure = str(row["failure"] or "")
    pages = row["pages"] if isinstance(row["pages"], int) else 0
    return Submission(
        str(row["document_id"] or ""),
        str(row["source_file"] or ""),
        str(row["route"] or ""),
        pages,
        None if failed else _summary(row, rows),
        failure,
        failure,
        membership=_membership(row),
        same_as=str(row.get("same_as") or ""),
        unread_pages=_page_numbers(row.get("unread_pages")),
        hidden_pages=_page_numbers(row.get("hidden_pages")),
    )


def _membership(row: Cells) -> Membership | None:
    """As far as the table says: which container it was its name tells."""
    if not row.get("signed"):
        return None
    digests = next((each for each in get_args(Digests) if each == row.get("signature_digests")), None)
    if digests is None:
        return Membership("")
    by: SignedBy = next((each for each in get_args(SignedBy) if each == row.get("signed_by")), "")
    signatures = row.get("signatures")
    at = str(row.get("signed_at") or "")
    return Membership("", Signing(signatures if isinstance(signatures, int) else 0, at, by, digests))


def _page_numbers(written: object) -> tuple[int, ...]:
    return tuple(int(number) for number in str(written or "").split(", ") if number.isdigit())


def _summary(row: Cells, rows: DocumentRows) -> Summary:
    title = str(row["title"] or "")
    years_count = row["implementation_years"]
    return Summary(
        title=title,
        title_source=None,
        title_years=title_years(title),
        region=str(row["region"] or ""),
        fields=tuple(_fields(row, rows)),
        delegation=period(row, "delegation_start", "delegation_end", "delegation_period"),
        years=implementation_years(
            rows.cells(ACTIVITIES), rows.cells(INDICATORS), years_count if isinstance(years_count, int) else None
        ),
        finances=finance_periods(rows.cells(FINANCES)),
        ineligible=None,
        unrecovered=None,
        unclaimed=tuple(_unclaimed(each) for each in rows.cells(UNCLAIMED)),
        second_reading=_second_reading(row),
        unread_pictures=tuple(filter(None, str(row.get("unread_pictures") or "").split(", "))),
    )


def _second_reading(row: Cells) -> SecondReading | None:
    pages, compared, page = (row.get(f"second_{name}") for name in ("pages", "compared", "page"))
    if not isinstance(pages, int):
        return None
    read, seen = (str(row.get(name) or "") for name in ("second_read", "second_seen"))
    return SecondReading(
        pages,
        compared if isinstance(compared, int) else 0,
        page if isinstance(page, int) else None,
        read,
        seen,
        _page_numbers(row.get("disbelieved_pages")),
    )


def _fields(row: Cells, rows: DocumentRows) -> Iterator[FieldValue]:
    """The fields of the form; of the results and the finances only whether there are any."""
    written: Mapping[str, Callable[[], object]] = {
        "delegation_period": lambda: row["delegation_period"] or row["delegation_start"],
        "results": lambda: "…" if rows.cells(ACTIVITIES) else "",
        "finances": lambda: "…" if rows.cells(FINANCES) else "",
    }
    for field in forms()[0].fields:
        value = written[field.code]() if field.code in written else row.get(field.code)
        yield FieldValue(field.code, field.labels[0], None, str(value or ""), None)


def _unclaimed(row: Cells) -> UnclaimedText:
    text = str(row["text"] or "")
    page, place = row["page"], str(row.get("place") or "")
    return UnclaimedText(page if isinstance(page, int) else None, text, len(text.split()), place=place)


def _stale_sums(submission: Submission, rows: DocumentRows) -> Iterator[Fault]:
    """Sums over the periods that are no longer those of finances.csv."""
    sums = DocumentRow(submission, 0, 0)
    for row in rows.tables[DOCUMENTS.name]:
        for column, found in (("planned_eur", sums.planned), ("actual_eur", sums.actual)):
            stated = row.cells[column]
            if stated is not None and found is not None and stated != found:
                what = sentence("readback.stale_sum", stated=stated, found=found)
                yield Fault("documents.csv", row.number, column, what, submission.document_id)
