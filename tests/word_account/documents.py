"""The documents whose words are accounted for; one more is one more line here, or a file in `samples/` or `made/`."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document import Document
from pipeline.sources.opening import document_of
from tests.makers.choices import SeededChoices
from tests.makers.drawn_form import drawn_form, line_count
from tests.makers.making import Scope, made_style, made_summary
from tests.makers.producers import QUICK
from tests.test_page_end import ROWS, TITLE
from tests.word_account.true_tables import MADE, SAMPLES, opened

SEEDS = range(12)


def documents() -> Iterator[tuple[str, Document]]:
    """Every sample and made document by its name."""
    for path in (*SAMPLES, *MADE):
        yield path.name, opened(path)


def cut_documents() -> Iterator[tuple[str, Document]]:
    """One form with its page end behind each of its lines, the borders there drawn or missing."""
    for closed in (True, False):
        for line in range(1, line_count(ROWS)):
            yield f"line {line}, {'closed' if closed else 'open'}", drawn_form(TITLE, ROWS, line, closed=closed)


def written_documents() -> Iterator[tuple[str, Document]]:
    """Documents of every writer that needs no program, of a few chances each."""
    for producer in QUICK:
        for seed in SEEDS:
            choices = SeededChoices(seed)
            style = made_style(choices, producer.styles)
            made = made_summary(choices, style, Scope(years=2, items=4))
            yield f"{producer.name} {seed}", document_of(producer.write(made, style))
