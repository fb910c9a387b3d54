"""One summary, set in the many ways in which people use Word: always the same records."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from pipeline.errors import SourceError
from pipeline.forms.template import forms
from pipeline.journey import summary_of
from pipeline.records import Summary
from pipeline.sources.opening import document_of
from tests.makers.docx_parts import (
    abstract_list,
    cell,
    control,
    docx_file,
    list_number,
    numbered,
    paragraph,
    row,
    run,
    table,
    text_box,
)
from tests.makers.form_rows import LABELS

FIRST, SECOND = "01.01.2023. – 31.12.2023.", "01.01.2024. – 31.12.2024."
RESULTS = (
    f"I. ĪSTENOŠANAS GADS ({FIRST})",
    "1) Notikuši 5 semināri;",
    "2) Sniegtas 40 konsultācijas 12 biedrībām.",
    f"II. ĪSTENOŠANAS GADS ({SECOND})",
    "1) Izdoti 3 bukleti.",
)
PLANNED = ((FIRST, "Plānots 10 000,00 euro"), (SECOND, "Plānots 20 000,00 euro"))
ACTUAL = (
    (FIRST, "Faktiski 9 000,00 euro", "Atlikums 1 000,00 euro apmērā pārcelts uz nākamo periodu"),
    (SECOND, "Faktiski 21 000,00 euro"),
)
SHORT = ("Jaunatnes darba attīstība", "Biedrība „Solis”", "01.01.2023. – 31.12.2024.", "", "", "Nav", "Nav", "Nav")
TITLE = "Kopsavilkums par valsts pārvaldes uzdevuma veikšanu (2023-2024)"
DOTS = {"numbering": abstract_list(7, ("dot",)) + list_number(7, 7)}
TABS = "<w:tabs>" + "".join(f'<w:tab w:val="left" w:pos="{at}"/>' for at in (3000, 5000, 7000)) + "</w:tabs>"
TAB, BREAK = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"


def lines(texts: Sequence[str]) -> str:
    return "".join(paragraph(run(text)) for text in texts)


def nested() -> str:
    return table([row([cell(lines(p)), cell(lines(a))]) for p, a in zip(PLANNED, ACTUAL, strict=True)], [1, 1])


def fields(results: str = "", finances: str = "") -> list[tuple[str, str]]:
    """Each label with the blocks of its contents."""
    contents = [lines([text]) for text in SHORT]
    contents[3], contents[4] = results or lines(RESULTS), finances or nested()
    return list(zip(LABELS, contents, strict=True))


def form(results: str = "", finances: str = "") -> str:
    return table([row([cell(lines([label])), cell(inside)]) for label, inside in fields(results, finances)], [1, 2])


def merged() -> str:
    """The finances as columns of the form's own table, their label over two rows."""
    wide = '<w:gridSpan w:val="2"/>'
    rows = [row([cell(lines([label])), cell(inside, wide)]) for label, inside in fields()]
    for place, marks in enumerate(('<w:vMerge w:val="restart"/>', "<w:vMerge/>")):
        label = cell(lines([LABELS[4]]) if place == 0 else "", marks)
        rows.insert(5 + place, row([label, cell(lines(PLANNED[place])), cell(lines(ACTUAL[place]))]))
    return table([*rows[:4], *rows[5:]], [1, 1, 1])


def columns(*texts: str) -> str:
    return row([cell(lines([text])) for text in texts])


HEADS = ("Periods", "Plānots", "Faktiski", "Atlikums")
YEARS = (
    (FIRST, "10 000,00 euro", "9 000,00 euro", "1 000,00 euro, pārcelts uz nākamo periodu"),
    (SECOND, "20 000,00 euro", "21 000,00 euro", "-"),
)


def numbered_years() -> str:
    roman = '<w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    bracket = '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2)"/></w:lvl>'
    return f'<w:abstractNum w:abstractNumId="7">{roman}{bracket}</w:abstractNum>' + list_number(7, 7)


def results_in_tables() -> str:
    def listed(*items: str) -> str:
        return table([columns(f"{place}.", text) for place, text in enumerate(items, 1)], [1, 9])

    texts = [text[3:] for text in RESULTS]
    return lines(RESULTS[:1]) + listed(texts[1], texts[2]) + lines(RESULTS[3:4]) + listed(texts[4])


BODIES: dict[str, Callable[[], str]] = {
    "a table": form,
    "merged cells": merged,
    "the title in the table": lambda: table([row([cell(lines([TITLE]), '<w:gridSpan w:val="2"/>')])], [1, 1]) + form(),
    "a column of numbers": lambda: table(
        [
            row([cell(lines([f"{n}."])), cell(lines([label])), cell(inside)])
            for n, (label, inside) in enumerate(fields(), 1)
        ],
        [1, 3, 6],
    ),
    "a column of numbers by Word": lambda: table(
        [row([cell(paragraph("", numbered(7))), cell(lines([label])), cell(inside)]) for label, inside in fields()],
        [1, 3, 6],
    ),
    "labels numbered by Word": lambda: table(
        [row([cell(paragraph(run(label), numbered(7))), cell(inside)]) for label, inside in fields()], [1, 2]
    ),
    "one column": lambda: table(
        [row([cell(blocks)]) for label, inside in fields() for blocks in (lines([label]), inside)], [1]
    ),
    "label and contents in one cell": lambda: table(
        [row([cell(lines([label]) + inside)]) for label, inside in fields()], [1]
    ),
    "a table for each row": lambda: "".join(
        table([row([cell(lines([label])), cell(inside)])], [1, 2]) + paragraph("") for label, inside in fields()
    ),
    "empty columns": lambda: table(
        [row([cell(""), cell(lines([label])), cell(""), cell(inside), cell("")]) for label, inside in fields()], [1] * 5
    ),
    "headings": lambda: "".join(lines([label]) + inside + paragraph("") for label, inside in fields()),
    "headings with colons": lambda: "".join(lines([f"{label}:"]) + inside for label, inside in fields()),
    "headings numbered by Word": lambda: "".join(
        paragraph(run(label, bold=True), numbered(7)) + inside for label, inside in fields()
    ),
    "labels before short contents": lambda: "".join(
        lines([f"{label}: {short}"]) if short else lines([label]) + inside
        for (label, inside), short in zip(fields(), SHORT, strict=True)
    ),
    "labels before tabs": lambda: "".join(
        paragraph(run(label) + TAB + run(short)) if short else lines([label]) + inside
        for (label, inside), short in zip(fields(), SHORT, strict=True)
    ),
    "first a table, then headings": lambda: (
        table([row([cell(lines([label])), cell(inside)]) for label, inside in fields()[:3]], [1, 2])
        + "".join(lines([label]) + inside for label, inside in fields()[3:])
    ),
    "a content control": lambda: control(form()),
    "a text box": lambda: paragraph(text_box(form() + paragraph(""))),
    "line breaks": lambda: form(results=paragraph(BREAK.join(run(text) for text in RESULTS))),
    "a hard end in a sentence": lambda: form(
        results=lines([*RESULTS[:2], "2) Sniegtas 40 konsultācijas", "12 biedrībām.", *RESULTS[3:]])
    ),
    "results in tables": lambda: form(results=results_in_tables()),
    "finances with heads": lambda: form(
        finances=table([columns(*HEADS), *(columns(*each) for each in YEARS)], [1, 1, 1, 1])
    ),
    "finances behind tabs": lambda: form(
        finances="".join(paragraph(TAB.join(run(text) for text in each), TABS) for each in (HEADS, *YEARS))
    ),
    "a label in a run for each letter": lambda: table(
        [row([cell(paragraph("".join(map(run, label)))), cell(inside)]) for label, inside in fields()], [1, 2]
    ),
}


def read(body: str, parts: dict[str, str] | None = None) -> Summary:
    return summary_of(document_of(docx_file(body, parts)), forms())


def money(summary: Summary) -> list[tuple[str, ...]]:
    return [
        (str(period.period.start), *map(str, (line.planned, line.actual, line.remainder, line.disposition)))
        for period in summary.finances
        for line in period.lines
    ]


def activities(summary: Summary) -> list[tuple[int, str, str, list[str]]]:
    return [
        (year.year_no, each.item, each.text, [f"{one.count} {one.unit_lemma}" for one in each.indicators])
        for year in summary.years
        for each in year.activities
    ]


@pytest.mark.parametrize("name", BODIES)
def test_the_records_are_the_same(name: str) -> None:
    title = "" if name == "the title in the table" else lines([TITLE])
    summary = read(title + BODIES[name](), DOTS)
    assert summary.title == TITLE
    assert [each.value for each in summary.fields if each.code not in ("results", "finances")] == list(
        filter(None, SHORT)
    )
    assert activities(summary) == [
        (1, "1", "Notikuši 5 semināri;", ["5 seminārs"]),
        (1, "2", "Sniegtas 40 konsultācijas 12 biedrībām.", ["40 konsultācija", "12 biedrība"]),
        (2, "1", "Izdoti 3 bukleti.", ["3 buklets"]),
    ]
    assert money(summary) == [
        ("2023-01-01", "10000.00", "9000.00", "1000.00", "carried_over"),
        ("2024-01-01", "20000.00", "21000.00", "None", "None"),
    ]
    assert summary.unclaimed == ()


def test_years_and_items_may_both_be_numbered_by_word() -> None:
    levels = (0, 1, 1, 0, 1)
    results = "".join(
        paragraph(run(text.split(" ", 1)[1]), numbered(7, level)) for text, level in zip(RESULTS, levels, strict=True)
    )
    summary = read(lines([TITLE]) + form(results), {"numbering": numbered_years()})
    assert [year.stated_no for year in summary.years] == [1, 2]
    assert [(year, item) for year, item, *_ in activities(summary)] == [(1, "1"), (1, "2"), (2, "1")]


def test_a_footnote_at_an_amount_is_told_of_and_changes_nothing() -> None:
    finances = nested().replace(
        "Plānots 10 000,00 euro",
        "Plānots 10 000,00</w:t><w:footnoteReference w:id='2'/><w:t xml:space='preserve'> euro",
    )
    note = f'<w:footnote w:id="2">{lines(["precizēts līgumā"])}</w:footnote>'
    summary = read(lines([TITLE]) + form(finances=finances), {"footnotes": note})
    assert money(summary)[0][1] == "10000.00"
    assert [(each.text, each.place, each.page) for each in summary.unclaimed] == [("precizēts līgumā", "F1/P1", None)]


def test_a_note_s_number_typed_behind_an_amount_makes_no_other_amount() -> None:
    raised = (
        "</w:t></w:r>" + run("1", properties='<w:vertAlign w:val="superscript"/>') + '<w:r><w:t xml:space="preserve">'
    )
    finances = nested().replace("Plānots 10 000,00 euro", f"Plānots 10 000,00{raised} euro")
    summary = read(lines([TITLE]) + form(finances=finances))
    assert all(line[1] in ("None", "20000.00") for line in money(summary))


def test_a_deleted_amount_is_not_read_and_an_inserted_one_is() -> None:
    changed = (
        '</w:t></w:r><w:del w:id="1"><w:r><w:delText>10 000,00</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>11 000,00</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">'
    )
    summary = read(lines([TITLE]) + form(finances=nested().replace("10 000,00", changed)))
    assert money(summary)[0][1] == "11000.00"


def test_what_is_struck_through_is_told_of_and_not_read() -> None:
    struck = (
        '</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>10 000,00 euro </w:t></w:r><w:r><w:t xml:space="preserve">'
    )
    summary = read(lines([TITLE]) + form(finances=nested().replace("10 000,00 euro", f"{struck}12 000,00 euro")))
    assert money(summary)[0][1] == "12000.00"
    assert [each.text for each in summary.unclaimed] == ["10 000,00 euro"]


def test_a_list_number_without_a_sign_is_no_count() -> None:
    bare = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="1">{bare}</w:abstractNum>' + list_number(1, 1)
    items = "".join(paragraph(run(text), numbered(1)) for text in ("Semināri pedagogiem", "Sniegtas 40 konsultācijas"))
    summary = read(lines([TITLE]) + form(lines([RESULTS[0]]) + items + lines(RESULTS[3:])), {"numbering": numbering})
    assert [each[3] for each in activities(summary)] == [[], ["40 konsultācija"], ["3 buklets"]]


def test_a_year_s_heading_over_a_table_of_numbered_rows_keeps_its_items() -> None:
    def numbered_rows(*items: str) -> list[str]:
        return [columns(f"{number}.", item) for number, item in enumerate(items, start=1)]

    heading = [row([cell(lines([text]), '<w:gridSpan w:val="2"/>')]) for text in (RESULTS[0], RESULTS[3])]
    first = numbered_rows("Notikuši 5 semināri;", "Sniegtas 40 konsultācijas 12 biedrībām.")
    results = table([heading[0], *first, heading[1], *numbered_rows("Izdoti 3 bukleti.")], [1, 9])
    assert activities(read(lines([TITLE]) + form(results))) == activities(read(lines([TITLE]) + form()))


def test_two_summaries_in_one_file_are_refused() -> None:
    with pytest.raises(SourceError, match="more than one"):
        read(lines([TITLE]) + form() + lines([TITLE]) + form())
