"""The rows of the form in a text without geometry: its labels part the flow of words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from pipeline.document import Document, Word
from pipeline.forms.matching import LabelMatch, label_matches, labels_in_order
from pipeline.forms.template import Form
from pipeline.layout.flow_paragraphs import paragraphed
from pipeline.layout.furniture import Line, is_page_number, line_text, names_total, page_furniture, stamp_words
from pipeline.layout.rows import CellText, FilledForm, FormRow
from pipeline.passage import TextLine
from pipeline.patterns import compiled

_NUMBER = compiled(r"\d+")


def form_of_flow(document: Document, form: Form) -> FilledForm:
    """The rows of a document without geometry; no rows where no label of the form was found."""
    furniture = _furniture(document)
    words = [word for word in document.words if word not in furniture]
    labels = labels_of_flow(words, form)
    stops = [*(match.start for match in labels[1:]), len(words)][: len(labels)]
    rows = [
        FormRow(match.code, tuple(words[match.start : match.stop]), _cells(words[match.stop : stop]))
        for match, stop in zip(labels, stops, strict=True)
    ]
    title = words[: labels[0].start] if labels else words
    return FilledForm(_text_lines(title), tuple(rows), frozenset(furniture))


def labels_of_flow(words: Sequence[Word], form: Form) -> list[LabelMatch]:
    """The labels that begin a line, in the form's order, by their places among these words."""
    line_starts = [i for i, word in enumerate(words) if i == 0 or _line_of(word) != _line_of(words[i - 1])]
    return labels_in_order(form, label_matches(form, [word.text for word in words], line_starts))


def _line_of(word: Word) -> tuple[int, int | None]:
    return word.page, word.line


def _furniture(document: Document) -> set[Word]:
    lines_of = {page.number: _lines(page.words) for page in document.pages}
    edges = {page: [*lines[:2], *lines[2:][-2:]] for page, lines in lines_of.items()} if len(lines_of) > 1 else {}
    whole = [line for lines in lines_of.values() for line in lines]
    return page_furniture(edges) | stamp_words(whole) | _counted_pages(whole)


def _counted_pages(lines: list[Line]) -> set[Word]:
    """Page numbers of a text without form feeds: lines alike but for a number that goes up one by one."""
    alike: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    for line in lines:
        if is_page_number(line):
            first = _NUMBER.search(line_text(line))
            number = int(first[0]) if first else 0
            alike[_NUMBER.sub("#", line_text(line), count=1)].append((number, line))
    runs = [run for run in alike.values() if len(run) > 1 or names_total(run[0][1])]
    rising = [run for run in runs if [number for number, _ in run] == list(range(run[0][0], run[0][0] + len(run)))]
    return {word for run in rising for _, line in run for word in line}


def _lines(words: tuple[Word, ...] | list[Word]) -> list[Line]:
    return [tuple(line) for _, line in groupby(words, key=_line_of)]


def _text_lines(words: list[Word]) -> tuple[TextLine, ...]:
    return tuple(TextLine(line) for line in _lines(words))


def _cells(words: list[Word]) -> tuple[CellText, ...]:
    lines = _lines(words)
    return (CellText(words[0].page, 0, 0, 0, tuple(paragraphed(lines))),) if words else ()
