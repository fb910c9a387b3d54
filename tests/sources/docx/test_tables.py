"""Tables: a cell is a cell, whatever is merged, deleted, or wrapped around it."""

from __future__ import annotations

from pipeline.layout.grid import cells_of
from tests.makers.docx_parts import cell, control, paragraph, row, run, table
from tests.sources.docx.shown import by_place, opened, placed

A, B, C = (cell(paragraph(run(text))) for text in "abc")


def cells(body: str) -> list[str]:
    """The cells that the room shows, row by row."""
    found = cells_of(opened(body).pages[0])
    return [" ".join(word.text for line in each.lines for word in line) for each in found]


def test_cells_have_their_places() -> None:
    assert placed(table([row([A, B]), row([C])], [1, 1])) == [
        ("T1/R1/C1/P1", "a"),
        ("T1/R1/C2/P1", "b"),
        ("T1/R2/C1/P1", "c"),
    ]


def test_a_second_table_is_the_second() -> None:
    assert [place for place, _ in placed(table([row([A])], [1]) + table([row([B])], [1]))] == [
        "T1/R1/C1/P1",
        "T2/R1/C1/P1",
    ]


def test_a_table_in_a_cell_is_told_from_the_cell() -> None:
    inner = table([row([A, B])], [1, 1])
    body = table([row([cell(paragraph(run("virs")) + inner + paragraph(run("zem"))), C])], [1, 1])
    assert placed(body)[1] == ("T1/R1/C1/T1/R1/C1/P1", "a")
    assert cells(body) == ["virs", "c", "a", "b", "zem"]


def test_cells_side_by_side_are_apart_without_borders() -> None:
    assert cells(table([row([A, B, C])], [1, 1, 1])) == ["a", "b", "c"]


def test_a_cell_over_two_columns_is_one() -> None:
    wide = cell(paragraph(run("ļoti gara rinda pāri abām ailēm")), '<w:gridSpan w:val="2"/>')
    assert cells(table([row([wide]), row([A, B])], [1, 1])) == ["ļoti gara rinda pāri abām ailēm", "a", "b"]


def test_a_cell_over_two_rows_is_one() -> None:
    begun, more = cell(paragraph(run("l")), '<w:vMerge w:val="restart"/>'), cell(paragraph(run("m")), "<w:vMerge/>")
    assert cells(table([row([begun, A]), row([more, B])], [1, 1])) == ["l m", "a", "b"]


def test_cells_that_an_older_word_merged_are_one() -> None:
    begun, more = cell(paragraph(run("l")), '<w:hMerge w:val="restart"/>'), cell(paragraph(run("m")), "<w:hMerge/>")
    assert cells(table([row([begun, more, A])], [1, 1, 1])) == ["l m", "a"]


def test_deleted_rows_and_cells_are_not_read() -> None:
    gone = row([A], '<w:del w:id="1"/>')
    lost = cell(paragraph(run("x")), '<w:cellDel w:id="2"/>')
    assert placed(table([gone, row([lost, B])], [1, 1])) == [("T1/R1/C1/P1", "b")]


def test_an_inserted_row_is_read() -> None:
    assert placed(table([row([A], '<w:ins w:id="1"/>')], [1])) == [("T1/R1/C1/P1", "a")]


def test_content_controls_stand_around_anything() -> None:
    plain = table([row([A, B])], [1, 1])
    inside = control(paragraph(control(run("a"))))
    body = control(table([control(row([control(cell(inside)), B]))], [1, 1]))
    assert placed(body) == placed(plain)


def test_a_row_may_begin_further_right() -> None:
    assert cells(table([row([A, B]), row([C], '<w:gridBefore w:val="1"/>')], [1, 1])) == ["a", "b", "c"]
    boxes = [
        each.box
        for each in cells_of(opened(table([row([A, B]), row([C], '<w:gridBefore w:val="1"/>')], [1, 1])).pages[0])
    ]
    assert boxes[1].x0 == boxes[2].x0


def test_text_above_a_table_is_one_cell_however_long() -> None:
    long = "vārds " * 200
    assert cells(paragraph(run(long)) + table([row([A])], [1])) == [long.strip(), "a"]


def test_a_span_of_any_size_is_as_wide_as_a_table_may_be() -> None:
    assert cells(table([row([cell(paragraph(run("a")), '<w:gridSpan w:val="999999999"/>'), B])], [1])) == ["a", "b"]


def test_a_hidden_row_is_no_content_and_is_not_lost() -> None:
    body = table([row([cell(paragraph(run("a")))]), row([cell(paragraph(run("99 euro")))], "<w:hidden/>")], [1])
    document = opened(body)
    assert [word.text for word in document.pages[0].words] == ["a"]
    assert by_place(document.notes) == [("T1/R2/C1/P1", "99 euro")]
