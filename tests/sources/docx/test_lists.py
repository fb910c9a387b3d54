"""The numbers that Word shows and does not write."""

from __future__ import annotations

import pytest

from tests.makers.docx_parts import LEVELS, abstract_list, cell, list_number, numbered, paragraph, row, run, table
from tests.sources.docx.shown import lines


def item(number: int, level: int = 0, text: str = "x", more: str = "") -> str:
    return paragraph(run(text), more + numbered(number, level))


def labels(body: str, numbering: str, styles: str = "") -> list[str]:
    """What stands in front of each `x`."""
    parts = {"numbering": numbering, **({"styles": styles} if styles else {})}
    return [line.removesuffix("x").strip() for line in lines(body, parts)]


def level(place: int, format_name: str, label: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{format_name}"/>'
        f'<w:lvlText w:val="{label}"/>{more}</w:lvl>'
    )


def abstract(*levels: str, identity: int = 1, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{identity}">{"".join(levels)}{more}</w:abstractNum>'


ONE = abstract_list(1, ("bracket", "letter")) + list_number(1, 1)
BRACKET = level(0, "decimal", "%1)")


def test_items_are_counted_and_sub_items_begin_anew_below_each() -> None:
    body = item(1) + item(1, 1) + item(1, 1) + item(1) + item(1, 1)
    assert labels(body, ONE) == ["1)", "a)", "b)", "2)", "a)"]


def test_paragraphs_between_do_not_stop_a_list() -> None:
    assert labels(item(1) + paragraph(run("x")) + item(1), ONE) == ["1)", "", "2)"]


@pytest.mark.parametrize(
    ("format_name", "label", "shown"),
    [
        ("decimal", "%1.", "3."),
        ("decimalZero", "%1.", "03."),
        ("lowerLetter", "%1)", "c)"),
        ("upperLetter", "%1)", "C)"),
        ("lowerRoman", "%1.", "iii."),
        ("upperRoman", "%1. ĪSTENOŠANAS GADS", "III. ĪSTENOŠANAS GADS"),
        ("ordinal", "%1", "3."),
        ("none", "%1", ""),
        ("bullet", "\uf0b7", "•"),
        ("bullet", "-", "-"),
        ("bullet", "o", "•"),
        ("japaneseCounting", "%1)", "3)"),
    ],
)
def test_the_formats_of_numbers(format_name: str, label: str, shown: str) -> None:
    assert labels(item(1) * 3, abstract(level(0, format_name, label)) + list_number(1, 1))[2] == shown


def test_a_label_may_name_the_numbers_of_levels_above() -> None:
    numbering = abstract(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.")) + list_number(1, 1)
    assert labels(item(1) + item(1, 1) + item(1, 1) + item(1) + item(1, 1), numbering) == [
        "1.", "1.1.", "1.2.", "2.", "2.1.",
    ]  # fmt: skip


def test_a_level_above_that_was_never_used_counts_as_begun() -> None:
    numbering = abstract(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.")) + list_number(1, 1)
    assert labels(item(1, 1) + item(1, 1) + item(1), numbering) == ["1.1.", "1.2.", "2."]


def test_legal_numbers_are_in_figures() -> None:
    numbering = abstract(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", "<w:isLgl/>"))
    assert labels(item(1) + item(1, 1), numbering + list_number(1, 1)) == ["I.", "1.1."]


def test_a_list_that_restarts_begins_anew_once() -> None:
    numbering = abstract(BRACKET) + list_number(1, 1) + list_number(2, 1, restarts=True)
    assert labels(item(1) + item(1) + item(2) + item(2), numbering) == ["1)", "2)", "1)", "2)"]


def test_lists_of_one_abstract_list_go_on_from_each_other() -> None:
    numbering = abstract(BRACKET) + list_number(1, 1) + list_number(2, 1)
    assert labels(item(1) + item(2) + item(1), numbering) == ["1)", "2)", "3)"]


def test_lists_of_other_abstract_lists_do_not() -> None:
    numbering = abstract(BRACKET) + abstract(BRACKET, identity=2) + list_number(1, 1) + list_number(2, 2)
    assert labels(item(1) + item(2) + item(1), numbering) == ["1)", "1)", "2)"]


def test_a_level_may_never_restart() -> None:
    numbering = abstract(BRACKET, level(1, "lowerLetter", "%2)", '<w:lvlRestart w:val="0"/>')) + list_number(1, 1)
    assert labels(item(1) + item(1, 1) + item(1) + item(1, 1), numbering) == ["1)", "a)", "2)", "b)"]


def test_a_list_may_have_a_level_of_its_own_and_a_start() -> None:
    own = f'<w:num w:numId="1"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1)")}'
    numbering = abstract(BRACKET) + f'{own}<w:startOverride w:val="4"/></w:lvlOverride></w:num>'
    assert labels(item(1) + item(1), numbering) == ["d)", "e)"]


def test_a_level_may_start_elsewhere() -> None:
    start = '<w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl>'
    assert labels(item(1) + item(1), abstract(start) + list_number(1, 1)) == ["5)", "6)"]


def test_a_style_puts_its_paragraphs_into_a_list() -> None:
    styles = (
        f'<w:style w:type="paragraph" w:styleId="L"><w:pPr>{numbered(1)}</w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="M"><w:basedOn w:val="L"/></w:style>'
    )
    body = paragraph(run("x"), '<w:pStyle w:val="L"/>') + paragraph(run("x"), '<w:pStyle w:val="M"/>')
    assert labels(body, ONE, styles) == ["1)", "2)"]


def test_a_style_stands_for_the_level_that_names_it() -> None:
    style = '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    numbering = abstract(BRACKET, level(1, "lowerLetter", "%2)", '<w:pStyle w:val="L"/>')) + list_number(1, 1)
    assert labels(item(1) + paragraph(run("x"), '<w:pStyle w:val="L"/>'), numbering, style) == ["1)", "a)"]


def test_a_paragraph_may_leave_the_list_of_its_style() -> None:
    style = f'<w:style w:type="paragraph" w:styleId="L"><w:pPr>{numbered(1)}</w:pPr></w:style>'
    assert labels(item(0, more='<w:pStyle w:val="L"/>'), ONE, style) == [""]


def test_a_list_linked_to_a_list_style_has_its_levels() -> None:
    style = '<w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="S"/></w:abstractNum>'
    numbering = linked + abstract(BRACKET) + list_number(1, 5) + list_number(2, 1)
    assert labels(item(1) + item(1), numbering, style) == ["1)", "2)"]


def test_a_deleted_item_is_not_counted() -> None:
    deleted = (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr>"
        + numbered(1)
        + "</w:pPr><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
    )
    assert labels(item(1) + deleted + item(1), ONE) == ["1)", "2)"]


def test_a_list_that_is_not_defined_has_no_numbers() -> None:
    assert labels(item(7), ONE) == [""]


def test_a_label_is_as_bold_as_its_paragraph() -> None:
    from tests.sources.docx.shown import opened

    body = paragraph(run("x", bold=True), numbered(1))
    assert all(word.bold for word in opened(body, {"numbering": ONE}).words)


def test_every_format_of_the_makers_is_a_level() -> None:
    assert set(LEVELS) >= {"bracket", "dot", "letter", "dotted", "dash", "bullet"}


def test_an_empty_item_below_others_is_counted_and_shows_no_number() -> None:
    assert lines(item(1) + item(1, text="") + item(1), {"numbering": ONE}) == ["1) x", "3) x"]


def test_a_column_of_empty_items_gives_its_numbers() -> None:
    body = table([row([cell(item(1, text="")), cell(paragraph(run("a")))])] * 2, [1, 1])
    assert lines(body, {"numbering": ONE}) == ["1)", "a", "2)", "a"]
