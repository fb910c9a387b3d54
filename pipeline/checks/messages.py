"""Message templates filled with the values of a row, each written as its kind is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from string import Formatter
from typing import Any, Literal

from pipeline.catalogue import Language, text
from pipeline.catalogue.places import written_place
from pipeline.checks.kinds import CheckRow, Hint, Kind
from pipeline.checks.rows import column_kinds

Style = Literal["lv", "en", "plain"]
"""`plain` is how the output files write: a decimal point, ISO dates."""
Words = Mapping[str, Mapping[str, str]]
"""Code words, each with its phrase by language."""

ROMAN_DIGITS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def template_columns(template: str) -> set[str]:
    """The columns that a template names.

    >>> sorted(template_columns("{period}: plānots {planned}"))
    ['period', 'planned']
    """
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def sentence(template: str, row: CheckRow, words: Words, language: Language) -> str:
    """The filled template with the page or the place behind it where there is one; it ends with a full stop."""
    told = filled(template, row, words, language)
    if row.place:
        place = written_place(row.place, language)
        return text("hints.at_place", language, sentence=told.removesuffix("."), place=place)
    if row.page is None:
        return told.removesuffix(".") + "."
    return text("hints.on_page", language, sentence=told, page=row.page)


def filled(template: str, row: CheckRow, words: Words, style: Style) -> str:
    """The template with each `{column}` replaced by the row's value in this style."""
    kinds = column_kinds(type(row))
    named = template_columns(template)
    return template.format_map({name: written(kinds[name], getattr(row, name), words, style) for name in named})


def written(kind: Kind, value: Any, words: Words, style: Style) -> str:
    """One value as people of this language write it; a blank phrase stays blank, None says so."""
    if value is None:
        return "" if style == "plain" else text("hints.not_stated", style)
    if kind is Kind.WORD:
        return str(value) if style == "plain" else words[value][style]
    write = WRITERS.get(kind)
    return write(value, style) if write else str(value)


def written_euros(euros: Decimal, style: Style) -> str:
    """An amount with two decimals.

    >>> written_euros(Decimal("1213.47"), "lv"), written_euros(Decimal("-1213.47"), "plain")
    ('1 213,47', '-1213.47')
    """
    if style == "plain":
        return f"{euros:.2f}"
    english = f"{euros:,.2f}"
    return english if style == "en" else english.replace(",", " ").replace(".", ",")


def written_count(count: Decimal, style: Style) -> str:
    """A count without trailing zeros.

    >>> written_count(Decimal("2.50"), "lv"), written_count(Decimal(1200), "lv")
    ('2,5', '1200')
    """
    plain = f"{count.normalize():f}"
    return plain.replace(".", ",") if style == "lv" else plain


def written_day(day: date, style: Style) -> str:
    """A date.

    >>> written_day(date(2022, 7, 15), "lv"), written_day(date(2022, 7, 15), "en")
    ('15.07.2022.', '2022-07-15')
    """
    return f"{day:%d.%m.%Y}." if style == "lv" else day.isoformat()


def written_period(key: str, style: Style) -> str:
    """A period; words that could not be read as one stand in quotation marks.

    >>> written_period("2022-07-15/2023-07-14", "lv")
    '15.07.2022.–14.07.2023.'
    """
    if style == "plain":
        return key
    try:
        start, end = (date.fromisoformat(each) for each in key.split("/"))
    except ValueError:
        return quoted(key, style)
    return f"{written_day(start, style)}–{written_day(end, style)}"


def written_phrase(phrase: str, style: Style) -> str:
    """Part of a place behind a comma, or nothing.

    >>> written_phrase("attīstībai", "lv")
    ', „attīstībai”'
    """
    return phrase if style == "plain" or not phrase else f", {quoted(phrase, style)}"


def written_item(item: str, style: Style) -> str:
    """An item's number; a Latvian ordinal has a full stop.

    >>> written_item("3", "lv"), written_item("1.a", "lv")
    ('3.', '1.a')
    """
    return f"{item}." if style == "lv" and item.isdecimal() else item


def written_roman(number: int, style: Style) -> str:
    """A number from 1 on as a year's heading writes it; any other in digits.

    >>> written_roman(14, "lv"), written_roman(4, "plain")
    ('XIV', '4')
    """
    if style == "plain" or not 0 < number < 40:
        return str(number)
    digits = ""
    for value, digit in ROMAN_DIGITS:
        digits, number = digits + digit * (number // value), number % value
    return digits


def written_names(names: tuple[str, ...], style: Style) -> str:
    """Several names in quotation marks.

    >>> written_names(("attīstībai", "veicināšanai"), "lv")
    '„attīstībai”, „veicināšanai”'
    """
    return ", ".join(quoted(each, style) for each in names)


def written_hint(hint: Hint, style: Style) -> str:
    """What may be mistyped, where, and how, as one sentence."""
    language: Language = "lv" if style == "plain" else style
    return text(
        "hints.mistyped",
        language,
        place=written_period(hint.period, style) + written_phrase(hint.purpose, style),
        amount=text(f"hints.{hint.amount}", language),
        stated=written_euros(hint.stated, style),
        meant=written_euros(hint.meant, style),
        slip=text(f"hints.{hint.slip}", language),
    )


def quoted(words: str, style: Style) -> str:
    """The words in the quotation marks of this language."""
    return text("hints.quoted", "lv" if style == "plain" else style, words=words)


WRITERS: Mapping[Kind, Callable[[Any, Style], str]] = {
    Kind.EUROS: written_euros,
    Kind.COUNT: written_count,
    Kind.DAY: written_day,
    Kind.PERIOD: written_period,
    Kind.PHRASE: written_phrase,
    Kind.ITEM: written_item,
    Kind.ROMAN: written_roman,
    Kind.NAMES: written_names,
    Kind.HINT: written_hint,
}
