"""Rows of the form → the fields, the delegation period, the title's years and the region."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from pipeline.forms.template import Form
from pipeline.grammar.dates import TITLE_YEARS, periods_in
from pipeline.grammar.rule import backwards
from pipeline.layout.rows import FormRow
from pipeline.passage import Passage, folded_space
from pipeline.patterns import compiled
from pipeline.records import FieldValue, Period

_FROM = backwards(r"\bno\s+")
_JOINT = compiled(r"\s*(?:,|un)\s*", regex.IGNORECASE)
_LENGTH = compiled(r"\s*\(\s*(?:\d+|\p{L}+)\s+(?:mēne[sš]|gad|dien)\p{L}+\s*\)", regex.IGNORECASE)
_REGIONS = tuple(
    (name, compiled(rf"(?<!\p{{L}}){name[:-1]}", regex.IGNORECASE))
    for name in ("Kurzeme", "Latgale", "Rīga", "Vidzeme", "Zemgale")
)


def fields(form: Form, rows: Mapping[str, FormRow]) -> tuple[FieldValue, ...]:
    """Every field of the form in its order, found or not."""
    return tuple(_field(field.code, field.labels[0], rows.get(field.code)) for field in form.fields)


def _field(code: str, label: str, row: FormRow | None) -> FieldValue:
    if row is None:
        return FieldValue(code, label, found=False, value="", source=None)
    passage = row.passage
    source = passage.locate(0, len(passage.text)) if passage.text else None
    return FieldValue(code, label, found=True, value=folded_space(passage.text), source=source)


def period_of(passage: Passage) -> tuple[Period | None, tuple[int, int]]:
    """The period of a cell and its place, with its length in brackets behind it.

    None for a blank cell, without dates where none or several stand there.
    """
    if not passage.text:
        return None, (0, 0)
    found = periods_in(passage.text)
    if len(found) != 1:
        return Period(None, None, folded_space(passage.text), passage.locate(0, len(passage.text))), (0, 0)
    start = found[0].start
    lead = _FROM.match(passage.text, 0, start)
    start = lead.start() if lead else start
    span = (start, found[0].stop)
    first, last = found[0].value
    length = _LENGTH.match(passage.text, span[1])
    period = Period(first, last, folded_space(passage.text[span[0] : span[1]]), passage.locate(*span, "period"))
    return period, (span[0], length.end() if length else span[1])


def title_years(title: str) -> tuple[int, int] | None:
    """The years that the title names, None where it names none.

    >>> title_years("Kopsavilkums Kurzemes reģionā (2022-2025)")
    (2022, 2025)
    >>> title_years("Kopsavilkums 2023. gada 1. jūlijs – 2024. gada 30. jūnijs")
    (2023, 2024)
    >>> title_years("Kopsavilkums 2021./2022. un 2022./2023. mācību gadā")
    (2021, 2023)
    """
    periods = periods_in(title)
    if periods:
        first, last = periods[-1].value
        return first.year, last.year
    found = TITLE_YEARS.all_in(title)
    if not found:
        return None
    place = len(found) - 1
    while place and _JOINT.fullmatch(title, found[place - 1].stop, found[place].start):
        place -= 1
    return found[place].value[0], found[-1].value[1]


def region_of(*texts: str) -> str:
    """The planning region that the first of these texts to name exactly one names; "" if none does.

    >>> region_of("līdzdalības veicināšanas jomā Kurzemes reģionā", "Biedrība „Rīgas nams”")
    'Kurzeme'
    """
    for text in texts:
        named = [name for name, named_by in _REGIONS if named_by.search(text)]
        if len(named) == 1:
            return named[0]
    return ""
