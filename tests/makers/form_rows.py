"""A made summary in a style → the rows of the form, which every writer sets in its own way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.makers.made_summary import MadeItem, MadeSummary, MadeYear, Style

LABELS = (
    "Valsts pārvaldes uzdevums",
    "Valsts pārvaldes uzdevuma veicējs",
    "Valsts pārvaldes uzdevuma deleģēšanas periods",
    "Apraksts un vērtējums par valsts pārvaldes uzdevuma izpildes ietvaros sasniegtajiem rezultatīvajiem rādītājiem "
    "un izlietotā valsts budžeta finansējuma atbilstību līgumā paredzētajiem mērķiem",
    "Plānotais un faktiski izlietotais valsts budžeta finansējums sadalījumā pa gadiem",
    "Neatbilstoši veiktie izdevumi",
    "Neatgūto līdzekļu apmērs no neatbilstoši veiktajiem izdevumiem",
    "Cita informācija",
)
_ROMAN = ("I", "II", "III", "IV", "V")
_ORDINALS = ("Pirmais", "Otrais", "Trešais", "Ceturtais", "Piektais")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a cell; `apart` wants white space above it."""

    text: str
    bold: bool = False
    apart: bool = False


Cell = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class FormRow:
    """A label, and beside it bands of cells: one cell, two halves, or the four columns of a table."""

    label: str
    bands: tuple[tuple[Cell, ...], ...]


def form_rows(made: MadeSummary, style: Style) -> tuple[FormRow, ...]:
    """The form's rows in their order."""
    contents = (
        _one_cell(made.task),
        _one_cell(made.performer),
        _one_cell(made.delegation_text),
        ((tuple(p for no, year in enumerate(made.years) for p in _year(year, no, style)),),),
        tuple(_finance_bands(made, style)),
        _one_cell(made.ineligible[0]),
        _one_cell(made.unrecovered[0]),
        _one_cell(made.other_information),
    )
    return tuple(FormRow(label, bands) for label, bands in zip(LABELS, contents, strict=True))


def item_marks(style: Style, place: int) -> str:
    """The printed mark of the item at this place of its list, from 1; "" where items are plain paragraphs."""
    marks = {"bracket": f"{place})", "dot": f"{place}.", "dash": "-", "bullet": "•", "paragraph": ""}
    return marks[style.numbering]


def sub_marks(style: Style, place: int, sub_place: int) -> str:
    """The printed mark of a sub-item."""
    marks = {"letter": f"{'abcdefgh'[sub_place - 1]})", "dash": "-", "dotted": f"{place}.{sub_place}."}
    return marks[style.sub_numbering]


def _one_cell(text: str) -> tuple[tuple[Cell, ...], ...]:
    return (((Paragraph(text),),),)


def _year(year: MadeYear, number: int, style: Style) -> Iterator[Paragraph]:
    heading = style.year_heading.format(
        roman=_ROMAN[number], number=number + 1, ordinal=_ORDINALS[number], period=year.period_text
    )
    yield Paragraph(heading, bold=style.bold_headings, apart=number > 0)
    for section in year.sections:
        if section.heading:
            yield Paragraph(
                section.heading if style.bold_headings else f"{section.heading}:", bold=style.bold_headings, apart=True
            )
        for place, item in enumerate(section.items, start=1):
            yield from _item(item, place, style)


def _item(item: MadeItem, place: int, style: Style) -> Iterator[Paragraph]:
    mark = item_marks(style, place)
    yield Paragraph(f"{mark} {item.text}".strip(), apart=not mark)
    for sub_place, sub in enumerate(item.items, start=1):
        yield Paragraph(f"{sub_marks(style, place, sub_place)} {sub.text}")


def _finance_bands(made: MadeSummary, style: Style) -> Iterator[tuple[Cell, ...]]:
    if style.finance_shape == "table":
        yield tuple((Paragraph(head),) for head in ("Periods", "Plānots", "Faktiski", "Atlikums"))
    for finance in made.finances:
        period = Paragraph(finance.period_text, apart=True)
        planned = tuple(Paragraph(text) for text in finance.planned_text)
        actual = tuple(Paragraph(text) for text in finance.actual_text)
        if style.finance_shape == "side_by_side":
            yield (period, *planned), (period, *actual)
        elif style.finance_shape == "table":
            yield (Paragraph(finance.period_text),), *((Paragraph(text),) for text in finance.table_cells)
    if style.finance_shape == "paragraphs":
        yield (
            tuple(
                paragraph
                for finance in made.finances
                for paragraph in (
                    Paragraph(finance.period_text, apart=True),
                    *(Paragraph(text) for text in (*finance.planned_text, *finance.actual_text)),
                )
            ),
        )
