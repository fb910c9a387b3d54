"""The documents whose ledger is looked at; one more is one more line here, or a file in `samples/` or `made/`."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document import Document
from tests.ledger.true_tables import MADE, SAMPLES, opened
from tests.makers.drawn_form import drawn_form, line_count
from tests.test_page_end import ROWS, TITLE


def documents() -> Iterator[tuple[str, Document]]:
    """Every sample and made document by its name."""
    for path in (*SAMPLES, *MADE):
        yield path.name, opened(path)


def cut_documents() -> Iterator[tuple[str, Document]]:
    """One form with its page end behind each of its lines, the borders there drawn or missing."""
    for closed in (True, False):
        for line in range(1, line_count(ROWS)):
            yield f"line {line}, {'closed' if closed else 'open'}", drawn_form(TITLE, ROWS, line, closed=closed)
