"""What the sheets of one workbook share: the documents, the language, and where the rows stand that findings name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct, field

from pipeline.catalogue import Language, text
from pipeline.exports.report_places import page_anchor, report_file, report_pages
from pipeline.exports.workbook.sheet import Cell, CellKind, Link, SheetColumn
from pipeline.findings import Finding
from pipeline.records import Submission
from pipeline.tables.rows import DocumentRow
from pipeline.twins import distinct_submissions

RowKey = tuple[str, str, str]
"""What names a row of the tables: document, table, row."""


class Context(Struct):
    """The submissions and findings of a run; where `with_report` is false there are no pages to link to."""

    submissions: Sequence[Submission]
    findings: Sequence[Finding]
    language: Language
    with_report: bool
    documents: dict[str, Submission] = field(default_factory=dict)
    lines: dict[RowKey, Link] = field(default_factory=dict)
    named: dict[str, set[RowKey]] = field(default_factory=lambda: defaultdict(set))
    once: frozenset[str] = frozenset()
    pages: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for each in self.submissions:
            self.documents.setdefault(each.document_id, each)
        for finding in self.findings:
            self.named[finding.document_id].add((finding.document_id, finding.table, finding.row))
        self.pages = report_pages(self.submissions)
        self.once = frozenset(each.document_id for each in distinct_submissions(self.submissions))

    def column(self, key: str, kind: CellKind, width: int, heading: str = "") -> SheetColumn:
        """A column under the heading that the tables give it, or under that of another entry of the catalogue."""
        return SheetColumn(key, text(heading or f"columns.{key}", self.language), kind, width)

    def word(self, code: str | None) -> str:
        """A code word of the tables as people read it, "" for None."""
        return text(f"words.{code}", self.language) if code else ""

    def origin(self, document_id: str) -> tuple[Cell, Cell]:
        """What each row of a document begins with: its file, and who performed the task.

        The row's page leads to the report; a sheet has room for so many links. A
        document that the run does not have is called by its id.
        """
        submission = self.documents.get(document_id)
        if submission is None:
            return document_id, ""
        performer = DocumentRow(submission, 0, 0).field_value("performer")
        return submission.source_file, performer

    def again(self, document_id: str) -> str:
        """Whether a document is a submission that came before: a word that says yes, else ""."""
        return "" if document_id in self.once else self.word("yes")

    def named_of(self, document_id: str) -> list[RowKey]:
        """The rows of a document that findings name."""
        return sorted(self.named.get(document_id, ()))

    def place_of(self, document_id: str, page: int | None, place: str) -> Cell:
        """A row's page, or its place where there are no pages, as a cell that leads to the report."""
        return self.to_report(document_id, place or page, page)

    def to_report(self, document_id: str, shown: str | int | None, page: int | None = None) -> Cell:
        """A cell that leads to a document's page in the report, and there to a page's picture."""
        if shown is None or not self.with_report or document_id not in self.pages:
            return shown
        anchor = f"#{page_anchor(page)}" if page else ""
        return Link(shown, target=report_file(self.pages[document_id]) + anchor)

    def note_line(self, key: RowKey, sheet: str, line: int) -> None:
        """Notes that the row of this name stands on that line of the sheet, where a finding names it."""
        if key in self.named.get(key[0], ()):
            self.lines.setdefault(key, Link("", sheet=sheet, row=line))
