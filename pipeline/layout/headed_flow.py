"""The rows of a form whose labels stand above their contents, in a document of which cells and paragraphs are known."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from pipeline.document import Box, Document, Word, box_of
from pipeline.forms.template import Form
from pipeline.layout.flow import labels_of_flow
from pipeline.layout.furniture import stamp_words
from pipeline.layout.grid import Cell, cells_of, text_lines
from pipeline.layout.paragraphs import leading_of
from pipeline.layout.rows import CellText, FilledForm, FormRow, cell_texts, whole_and_parted
from pipeline.passage import TextLine


def form_of_headed_flow(document: Document, form: Form) -> FilledForm:
    """The rows, each from its label to the next one in reading order; no rows where no label was found."""
    cells = [cell for page in document.pages for cell in cells_of(page)]
    stamps = {word for page in document.pages for word in stamp_words(text_lines(page.words))}
    words = [word for page in document.pages for word in page.words if word not in stamps]
    labels = labels_of_flow(words, form)
    stops = [*(match.start for match in labels[1:]), len(words)][: len(labels)]
    columned = {field.code for field in form.fields if field.reader == "finances"}
    leading = leading_of(cells)
    rows = []
    for match, stop in zip(labels, stops, strict=True):
        inside = _cells_of_words(cells, words[match.stop : stop])
        texts, parted = (
            whole_and_parted(inside, leading) if match.code in columned else (cell_texts(inside, leading), ())
        )
        rows.append(FormRow(match.code, tuple(words[match.start : match.stop]), texts, parted))
    above = _cells_of_words(cells, words[: labels[0].start] if labels else words)
    return FilledForm(_lines(cell_texts(above, leading)), tuple(rows), frozenset(stamps))


def is_headed(row: FormRow) -> bool:
    """Whether the row's label is a paragraph of its own outside tables, so that its contents stand below it."""
    place = row.label[0].place
    own = all(word.place != place for line in row.lines[:1] for word in line.words)
    return own and "/" not in place


def _cells_of_words(cells: Sequence[Cell], words: Sequence[Word]) -> list[Cell]:
    """The cells that hold any of these words, with these only; each begins where they do."""
    wanted = set(words)
    done = []
    for cell in cells:
        lines = tuple(kept for line in cell.lines if (kept := tuple(word for word in line if word in wanted)))
        if lines:
            done.append(Cell(cell.page, _begun(cell, lines), cell.bounded, lines))
    return done


def _begun(cell: Cell, lines: Sequence[Sequence[Word]]) -> Box:
    """The cell's box from the first of these lines on."""
    return replace(cell.box, top=max(cell.box.top, box_of(lines[0][0]).top - 1))


def _lines(cells: Sequence[CellText]) -> tuple[TextLine, ...]:
    return tuple(line for cell in cells for line in cell.lines)
