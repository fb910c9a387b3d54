"""Explanations → JSON for machines: names are those of the tables, figures are exact strings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct, to_builtins

from pipeline.arithmetic.books import CarryOver
from pipeline.catalogue import Language
from pipeline.document import Box
from pipeline.explain.explanation import Explained, Explanation, Place
from pipeline.explain.marked_lines import MarkedLine
from pipeline.explain.rules import examples_of, rule_sentence
from pipeline.explain.value_checks import Check
from pipeline.exports.csv_files import cell_text
from pipeline.findings import Finding


def explanation_json(explained: Explained, findings: Sequence[Finding] | None, language: Language) -> str:
    """One object, indented, with a line end; `findings` is null where the checks were not asked."""
    answer = {
        "document_id": explained.submission.document_id,
        "source_file": explained.submission.source_file,
        "values": [_value(each, language) for each in explained.explanations],
        "findings": None if findings is None else [to_builtins(each) for each in findings],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _value(each: Explanation, language: Language) -> dict[str, Any]:
    return {
        "address": each.address,
        "table": each.table,
        "row": each.row,
        "column": each.column,
        "value": cell_text(each.cell, each.kind),
        "rule": each.rule,
        "meaning": rule_sentence(each.rule, language),
        "examples": to_builtins(examples_of(each.rule)),
        "places": [_place(place) for place in each.places],
        "checks": [_check(check) for check in each.checks],
    }


def _place(place: Place) -> dict[str, Any]:
    source = place.source
    return {
        "page": source.page,
        "place": source.place or None,
        "box": _edges(source.box),
        "quote": source.quote,
        "confidence": source.confidence,
        "lines": [_line(line) for line in place.lines],
    }


def _line(line: MarkedLine) -> dict[str, Any]:
    words = zip(line.words, line.marked, strict=True)
    return {
        "page": None if line.place else line.page,
        "place": line.place or None,
        "words": [
            {"text": word.text, "marked": marked, "box": None if word.place else _edges(word.box)}
            for word, marked in words
        ],
    }


def _edges(box: Box | None) -> list[float] | None:
    return None if box is None else [round(edge, 2) for edge in (box.x0, box.top, box.x1, box.bottom)]


def _check(check: Check) -> dict[str, Any]:
    if isinstance(check, CarryOver):
        return {"kind": "carry_over", **_plain(check)}
    return {**_plain(check, without=("terms", "hint")), "gap": _figure(check.gap), "holds": check.holds} | {
        "terms": [_plain(term) for term in check.terms]
    }


def _plain(record: Struct, without: Sequence[str] = ()) -> dict[str, Any]:
    names = (name for name in record.__struct_fields__ if name not in without)
    return {name: _figure(getattr(record, name)) for name in names}


def _figure(value: object) -> object:
    return format(value, "f") if isinstance(value, Decimal) else value
