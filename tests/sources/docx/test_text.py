"""What Word shows of a paragraph is read, and nothing else."""

from __future__ import annotations

import pytest

from tests.makers.docx_parts import control, paragraph, run, text_box
from tests.sources.docx.shown import by_place, lines, opened, placed

AMOUNT = "<w:r><w:t>49 000,00 euro</w:t></w:r>"


def field(instruction: str, result: str) -> str:
    marks = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    begin, separate, end = marks
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{separate}{result}{end}"


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        ('<w:r><w:t>49 0</w:t></w:r><w:proofErr w:type="x"/><w:r><w:t>00,00 euro</w:t></w:r>', "49 000,00 euro"),
        (f'<w:ins w:id="1">{AMOUNT}</w:ins>', "49 000,00 euro"),
        (f'<w:moveTo w:id="1">{AMOUNT}</w:moveTo>', "49 000,00 euro"),
        (f'{AMOUNT}<w:del w:id="1"><w:r><w:delText> un 7 semināri</w:delText></w:r></w:del>', "49 000,00 euro"),
        (f'{AMOUNT}<w:del w:id="1"><w:r><w:t> un 7 semināri</w:t></w:r></w:del>', "49 000,00 euro"),
        (f"{AMOUNT}<w:moveFrom>{AMOUNT}</w:moveFrom>", "49 000,00 euro"),
        (f'<w:ins w:id="1">{AMOUNT}<w:del w:id="2">{AMOUNT}</w:del></w:ins>', "49 000,00 euro"),
        (f'<w:hyperlink r:id="r9">{AMOUNT}</w:hyperlink>', "49 000,00 euro"),
        (f"<w:smartTag>{AMOUNT}</w:smartTag>", "49 000,00 euro"),
        (f'<w:fldSimple w:instr="REF x">{AMOUNT}</w:fldSimple>', "49 000,00 euro"),
        (field("= 7 * 7000", AMOUNT), "49 000,00 euro"),
        (field("INCLUDETEXT \"http://x/y\"", AMOUNT), "49 000,00 euro"),
        (field(f"IF {field('REF a', run('1'))} = 1 ", AMOUNT), "49 000,00 euro"),
        (control(AMOUNT), "49 000,00 euro"),
        ("<w:r><w:t>2.5</w:t><w:noBreakHyphen/><w:t>11</w:t></w:r>", "2.5-11"),
        ("<w:r><w:t>pasā</w:t><w:softHyphen/><w:t>kums</w:t></w:r>", "pasākums"),
        ("<w:r><w:t>6</w:t><w:sym w:font=\"Symbol\" w:char=\"F0B4\"/><w:t>4</w:t></w:r>", "6×4"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
        ("<w:r><w:t>49\u00a0000,00\u202feuro</w:t></w:r>", "49 000,00 euro"),
        ("<w:r><w:t>49\n 000,00\teuro</w:t></w:r>", "49 000,00 euro"),
        ("<w:r><w:t>p\u0061\u0304rcelts</w:t></w:r>", "pārcelts"),
        (run("īstenošanas gads", properties="<w:caps/>"), "ĪSTENOŠANAS GADS"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase>" + run("y") + "</w:rubyBase></w:ruby></w:r>", "y"),
        (run("49 000,00") + run("1", properties='<w:vertAlign w:val="superscript"/>') + run(" euro"), "49 000,00¹ euro"),
    ],
)  # fmt: skip
def test_the_text_of_runs(runs: str, shown: str) -> None:
    assert lines(paragraph(runs)) == [shown]


def test_a_line_break_begins_a_line_of_the_same_paragraph() -> None:
    assert placed(paragraph(run("a\nb"))) == [("P1", "a b")]
    assert lines(paragraph(run("a\nb"))) == ["a", "b"]


def test_a_field_without_an_end_hides_no_text_behind_it() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>x</w:instrText></w:r>'
    assert lines(paragraph(begun + run("a")) + paragraph(run("b"))) == ["b"]


def test_a_field_may_run_over_paragraphs() -> None:
    begin, end = field("TOC", "\n").split("\n")
    assert lines(paragraph(begin + run("a")) + paragraph(run("b") + end) + paragraph(run("c"))) == ["a", "b", "c"]


def test_a_list_box_shows_the_chosen_entry() -> None:
    box = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Ir"/>'
        '<w:listEntry w:val="Nav"/></w:ddList></w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert lines(paragraph(box)) == ["Nav"]


def test_a_text_box_that_is_written_twice_is_read_once_behind_its_paragraph() -> None:
    box = text_box(paragraph(run("lodziņš")))
    assert placed(paragraph(run("a") + box)) == [("P1", "a"), ("P1/B1/P1", "lodziņš")]


def test_a_text_box_for_old_readers_only_is_read() -> None:
    old = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph(run('x'))}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert lines(paragraph(old)) == ["x"]


def test_where_the_new_alternative_holds_no_text_the_old_one_is_read() -> None:
    runs = f'<mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback>{run("x")}</mc:Fallback></mc:AlternateContent>'
    assert lines(paragraph(runs)) == ["x"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    deleted = '<w:rPr><w:del w:id="1"/></w:rPr>'
    assert placed(paragraph(run("Faktiski 47 "), deleted) + paragraph(run("786,53 euro"))) == [
        ("P1", "Faktiski 47 786,53 euro")
    ]


def test_a_paragraph_whose_end_was_deleted_stands_alone_where_none_follows() -> None:
    assert placed(paragraph(run("a"), '<w:rPr><w:del w:id="1"/></w:rPr>')) == [("P1", "a")]


def test_places_count_paragraphs_with_text() -> None:
    assert placed(paragraph(run("a")) + paragraph("") + paragraph(run("b"))) == [("P1", "a"), ("P2", "b")]


def test_the_strict_dialect_is_read_alike() -> None:
    body = paragraph(run("a", bold=True))
    assert opened(body, strict=True).pages == opened(body).pages


def test_hidden_text_is_no_content_and_is_not_lost() -> None:
    document = opened(paragraph(run("a") + run("99 euro", properties="<w:vanish/>")))
    assert [word.text for word in document.pages[0].words] == ["a"]
    assert by_place(document.notes) == [("P1", "99 euro")]


def test_a_prompt_of_the_form_is_furniture() -> None:
    document = opened(paragraph(run("a") + control(run("Ierakstiet tekstu"), "<w:showingPlcHdr/>")))
    assert [word.text for word in document.pages[0].words] == ["a"]
    assert by_place(document.furniture) == [("P1", "Ierakstiet tekstu")]


NOTE = '<w:footnote w:id="{}"{}>{}</w:footnote>'


def test_a_footnote_breaks_no_number_and_is_not_lost() -> None:
    notes = NOTE.format(0, ' w:type="separator"', paragraph("")) + NOTE.format(2, "", paragraph(run("precizēts")))
    body = paragraph(run("49 000,") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("00 euro"))
    document = opened(body, {"footnotes": notes})
    assert [word.text for word in document.pages[0].words] == ["49", "000,00", "euro"]
    assert by_place(document.notes) == [("F1/P1", "precizēts")]


def test_running_heads_and_feet_are_furniture() -> None:
    parts = {"hdr": paragraph(run("Kultūras ministrija")), "ftr": paragraph(run("1. lpp."))}
    document = opened(paragraph(run("a")), parts)
    assert by_place(document.furniture) == [("H1/P1", "Kultūras ministrija"), ("L1/P1", "1. lpp.")]


def test_words_beside_the_text_have_numbers_of_their_own() -> None:
    body = paragraph(run("a") + run("b", properties="<w:vanish/>"))
    words = opened(body, {"hdr": paragraph(run("c d"))}).words
    assert [word.number for word in words] == list(range(len(words)))


STYLES = (
    '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:rPr><w:b/><w:vanish w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="N" w:default="1"><w:rPr/></w:style>'
    '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
)


def test_a_style_makes_words_bold_through_those_that_it_is_based_on() -> None:
    body = paragraph(run("a"), '<w:pStyle w:val="A"/>') + paragraph(run("b"))
    assert [word.bold for word in opened(body, {"styles": STYLES}).words] == [True, False]


def test_a_style_of_characters_hides_words() -> None:
    body = paragraph(run("a") + run("b", properties='<w:rStyle w:val="H"/>'))
    assert lines(body, {"styles": STYLES}) == ["a"]
