"""Pages that an earlier run drew of the same things: they stay as they are, since drawing takes as long as reading."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pipeline.catalogue import Language
from pipeline.exports.report.document_html import Filed
from pipeline.exports.report_places import report_file
from pipeline.findings import Finding
from pipeline.journal import DrawnPage, Journal
from pipeline.typed_bytes import typed_bytes


class DrawnPages(Struct, frozen=True):
    """The pages in an output folder; `program` is what drew those that are known."""

    folder: Path
    journal: Journal
    program: str

    def made_of(self, filed: Filed, findings: Sequence[Finding], language: Language) -> str:
        """A digest of all that a document's page shows."""
        read = filed.document.submission
        told = (
            filed.files,
            replace(read, reading=None),
            filed.document.summary,
            list(findings),
            language,
            self.program,
        )
        return hashlib.sha256(typed_bytes(told)).hexdigest()

    def stands(self, document_id: str, made_of: str) -> bool:
        """Whether the page that lies there was made of the same, and is as it was written."""
        known = self.journal.page(document_id)
        if known is None or known.made_of != made_of:
            return False
        page = self.folder / report_file(document_id)
        try:
            return not page.is_symlink() and hashlib.sha256(page.read_bytes()).hexdigest() == known.written
        except OSError:
            return False

    def keep(self, document_id: str, made_of: str, html: bytes) -> None:
        """Notes what a new page was made of."""
        self.journal.keep_page(document_id, DrawnPage(made_of, hashlib.sha256(html).hexdigest()))
