"""Explanations as lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from textwrap import shorten

from pipeline.arithmetic.written_sums import written_check
from pipeline.catalogue import Language, counted_text, text
from pipeline.catalogue.entries import entries
from pipeline.catalogue.places import written_place
from pipeline.checks.messages import written_count, written_day, written_euros
from pipeline.explain.carets import carets, visible
from pipeline.explain.explanation import Explanation, Place
from pipeline.explain.marked_lines import MarkedLine, shortened
from pipeline.explain.rules import examples_of, rule_sentence
from pipeline.findings import Finding

LISTED_WIDTH = 100
MARGIN = "    | "


def listing(explanations: Sequence[Explanation], language: Language) -> Iterator[str]:
    """Every address with its value, a line each."""
    for each in explanations:
        yield visible(f"{each.address} = {shorten(written_value(each, language), LISTED_WIDTH, placeholder=' …')}")


def told(explanations: Sequence[Explanation], language: Language) -> Iterator[str]:
    """Each value with its rule, its lines and its sums; values of a row with the same words share their lines."""
    known_rules = set[str]()
    for _, group in groupby(explanations, key=lambda each: (each.table, each.row, each.places)):
        yield from map(visible, _group(list(group), language, known_rules))
        yield ""


def _group(values: Sequence[Explanation], language: Language, known_rules: set[str]) -> Iterator[str]:
    """Values of a row that stand at the same places; a rule shows its examples where it is not yet known."""
    for each in values:
        yield each.address
        heading = text(f"columns.{each.column}", language)
        yield "  " + text("explain.value", language, heading=heading, value=written_value(each, language))
        if each.cell is None and not each.places and not each.rule:
            continue
        yield f"  {rule_sentence(each.rule, language)}"
        if each.rule not in known_rules:
            yield from (f"  {line}" for line in _examples(each.rule, language))
        known_rules.add(each.rule)
    for place in values[0].places:
        yield from _place(place, language)
    for line in dict.fromkeys(written_check(check, language) for each in values for check in each.checks):
        yield f"  {line}"


def _examples(rule: str, language: Language) -> Iterator[str]:
    found = examples_of(rule)
    for key, examples in (("reads", found.reads), ("refuses", found.refuses)):
        if examples:
            shown = ", ".join(text("arithmetic.quoted", language, words=each) for each in examples)
            yield text(f"explain.{key}", language, examples=shown)


def _place(place: Place, language: Language) -> Iterator[str]:
    source = place.source
    if source.place:
        yield "  " + text("explain.place_in_document", language, place=written_place(source.place, language))
    elif source.box is None:
        yield "  " + text("explain.place_without_box", language, page=source.page)
    else:
        box = source.box
        edges = {
            name: written_count(Decimal(f"{edge:.1f}"), language)
            for name, edge in (("x0", box.x0), ("top", box.top), ("x1", box.x1), ("bottom", box.bottom))
        }
        yield "  " + text("explain.place", language, page=source.page, **edges)
    if source.confidence is not None:
        yield "  " + text("explain.confidence", language, confidence=int(source.confidence))
    yield from _lines(place.lines, source.page, language)


def _lines(lines: Sequence[MarkedLine], page: int | None, language: Language) -> Iterator[str]:
    first, left_out, last = shortened(lines)
    for part in (first, last):
        for line in part:
            if line.page != page and not line.place:
                yield MARGIN + text("explain.next_page", language, page=line.page)
                page = line.page
            yield MARGIN + line.text
            if line.is_marked:
                yield MARGIN + carets(line)
        if part is first and left_out:
            yield MARGIN + counted_text("explain.lines_left_out", left_out, language, lines=left_out)


def written_value(each: Explanation, language: Language) -> str:
    """What stands in the cell, as people of this language write it."""
    cell = each.cell
    if cell is None or cell == "":
        return text("arithmetic.not_stated", language)
    if each.kind == "euro" and isinstance(cell, Decimal):
        return written_euros(cell, language)
    if each.kind == "number":
        return written_count(Decimal(str(cell)), language)
    if each.kind == "word":
        known = entries("words").get(str(cell))
        return known.in_language(language) if known else str(cell)
    return written_day(cell, language) if each.kind == "date" else str(cell)  # type: ignore[arg-type]


def told_findings(findings: Sequence[Finding], language: Language) -> Iterator[str]:
    """What the checks say, a line each."""
    for each in findings:
        message = each.message_en if language == "en" else each.message
        severity = text(f"words.{each.severity}", language)
        yield visible("  " + text("explain.finding", language, severity=severity, message=message))
    if not findings:
        yield "  " + text("explain.no_finding", language)
