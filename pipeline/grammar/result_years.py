"""The years of a table of results: a cell that says nothing but a year of the task."""

from __future__ import annotations

import regex

from pipeline.grammar.dates import periods_in
from pipeline.grammar.lists import YEAR_HEADING
from pipeline.patterns import compiled

CALENDAR_YEAR_CELL = compiled(r"\s*(20\d\d)\s*\.?\s*(?:g\.?|gad[sa])?\.?\s*", regex.IGNORECASE)
# A calendar year among the words of a head: *Izpildīts 2023. gadā*.
CALENDAR_WORDS = compiled(r"(?<!\d)20\d\d(?!\d)\s*\.?(?:\s*(?:g\.|gad\p{L}*))?", regex.IGNORECASE)
_DATES = compiled(r"[\d.,()\s–—-]|gad\p{L}*|(?<!\p{L})(?:no|līdz)(?!\p{L})|(?<=\d\.\s?)\p{L}+", regex.IGNORECASE)
# A shorter period is a quarter or a term, and no year of the task.
_FEWEST_DAYS = 180


def is_year(text: str) -> bool:
    """Whether a text is a year and nothing else.

    >>> [is_year(each) for each in ("2023", "2023. gads", "II gads", "01.01.2023. – 31.12.2023.", "2023. gada pavasaris")]
    [True, True, True, True, False]
    """
    text = " ".join(text.split())
    if CALENDAR_YEAR_CELL.fullmatch(text):
        return True
    heading = YEAR_HEADING.at(text)
    if heading:
        return not _DATES.sub("", text[heading.stop :])
    found = periods_in(text)
    whole = bool(found) and not _DATES.sub("", text[: found[0].start] + text[found[0].stop :])
    return whole and (found[0].value[1] - found[0].value[0]).days > _FEWEST_DAYS
