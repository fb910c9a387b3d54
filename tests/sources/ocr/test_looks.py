"""Two looks at a line: where they differ in a figure, it is doubtful; ink without a word is told."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from pipeline.sources.ocr import second_look, unread_ink
from pipeline.sources.ocr.further_looks import mark_text
from pipeline.sources.ocr.known_words import known_words
from pipeline.sources.ocr.lines import Reading, type_boxes
from pipeline.sources.ocr.second_look import SCALE, looked_at_again, weighed
from pipeline.sources.ocr.slips import without_slips
from pipeline.sources.ocr.tesseract import SeenWord
from pipeline.sources.ocr.unread_ink import UNREAD, with_unread_ink


def line(*words: str, sure: float = 96.0, start: int = 0) -> list[Reading]:
    """Words of twenty pixels for each letter, with twenty pixels between them."""
    readings, left = [], start
    for text in words:
        readings.append(Reading(text, left, 0, left + 20 * len(text), 34, sure))
        left += 20 * len(text) + 20
    return readings


def said(readings: list[Reading]) -> list[tuple[str, bool]]:
    return [(each.text, each.confidence >= 80) for each in readings]


def test_looks_that_agree_are_as_sure_as_the_surer_one() -> None:
    assert weighed(line("826,66", sure=60), line("826,66", sure=91))[0].confidence == 91


@pytest.mark.parametrize("other", ["826,68", "828,66", "826.66", "26,66", "826,6", "82666", "S26,66", "826,66,"])
def test_looks_that_differ_in_a_figure_make_it_doubtful(other: str) -> None:
    [word] = weighed(line("826,66"), line(other))
    assert word.confidence <= 50


def test_a_figure_that_one_look_does_not_see_is_doubtful() -> None:
    assert said(weighed(line("18", "826,66", "euro"), line("826,66", "euro", start=60))) == [
        ("18", False),
        ("826,66", True),
        ("euro", True),
    ]


def test_a_figure_that_only_the_second_look_sees_is_there_and_doubtful() -> None:
    assert said(weighed(line("826,66", "euro", start=60), line("18", "826,66", "euro")))[0] == ("18", False)


def test_groups_that_are_parted_otherwise_are_the_same_figure() -> None:
    first = [Reading("18", 0, 0, 40, 34, 96.0), Reading("826,66", 50, 0, 170, 34, 96.0)]
    assert said(weighed(first, [Reading("18826,66", 0, 0, 170, 34, 90.0)])) == [("18", True), ("826,66", True)]


def test_of_two_readings_of_a_word_the_surer_one_stands() -> None:
    assert said(weighed(line("ĪSŠTENOŠANAS", sure=46), line("ĪSTENOŠANAS", sure=82))) == [("ĪSTENOŠANAS", True)]


def test_a_list_mark_that_one_look_takes_for_a_letter_is_a_mark() -> None:
    assert [each.text for each in weighed(line("S)", "Sniegtas", sure=97), line("5)", "Sniegtas"))] == [
        "5)",
        "Sniegtas",
    ]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (["S)", "Sniegtas"], ["5)", "Sniegtas"]),
        (["1])", "Sagatavoti"], ["11)", "Sagatavoti"]),
        (["I].", "ĪSTENOŠANAS"], ["II.", "ĪSTENOŠANAS"]),
        (["Ill", "īstenošanas", "gads"], ["III", "īstenošanas", "gads"]),
        (["līstenošanas", "gads"], ["I", "īstenošanas", "gads"]),
        (["Il.", "ĪSTENOŠANAS"], ["II.", "ĪSTENOŠANAS"]),
        (["11", "posms"], ["II", "posms"]),
        (["*Sāre", "Khetene”"], ['"Sāre', "Khetene”"]),
        (["+", "Pa", "tālruni"], ["•", "Pa", "tālruni"]),
        (["*«", "Apmācīti"], ["•", "Apmācīti"]),
        (["a).1", "tikšanās"], ["a)", "1", "tikšanās"]),
        (["3).Sniegtas"], ["3)", "Sniegtas"]),
        (["sniegtas.140", "stundas"], ["sniegtas.", "140", "stundas"]),
    ],
)
def test_slips_that_touch_no_figure_are_put_right(read: list[str], meant: list[str]) -> None:
    assert [each.text for each in without_slips(line(*read))] == meant


@pytest.mark.parametrize(
    "read",
    [
        ["lOO,00", "euro"],
        ["S00,00", "euro"],
        ["1l", "euro"],
        ["O,50"],
        ["I", "euro"],
        ["* 500,00"],
        ["+", "371"],
        ["«Avīze»", "gads"],
        ["Il", "semināri"],
        ["t.sk.140", "euro"],
        ["500).00", "euro"],
    ],
)
def test_a_slip_in_a_figure_is_never_put_right(read: list[str]) -> None:
    assert [each.text for each in without_slips(line(*read))] == read


def page_with(*blots: tuple[int, int]) -> np.ndarray:
    """Black letters of 14 by 34 pixels at these places."""
    ink = np.zeros((200, 600), np.uint8)
    for x, y in blots:
        ink[y : y + 34, x : x + 14] = 255
    return ink


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """The recogniser sees nothing in what is shown to it again."""
    monkeypatch.setattr(unread_ink, "seen_words", lambda _pictures, _look: [])


@pytest.mark.usefixtures("blind")
def test_digits_that_were_dropped_leave_a_sign_and_a_doubtful_figure() -> None:
    ink = page_with((100, 100), (120, 100), (160, 100), (180, 100), (200, 100))
    read = [Reading("826", 160, 100, 214, 134, 96.0), Reading("euro", 240, 100, 300, 134, 96.0)]
    [found] = with_unread_ink(255 - ink, ink, [read])
    assert said(found) == [(UNREAD, False), ("826", False), ("euro", True)]


@pytest.mark.usefixtures("blind")
def test_ink_away_from_all_lines_is_told_once_for_a_picture() -> None:
    ink = page_with(*((300 + 20 * column, 20 + 40 * row) for row in range(4) for column in range(5)))
    found = with_unread_ink(255 - ink, ink, [[Reading("Nav", 20, 100, 74, 134, 96.0)]])
    assert [[each.text for each in words] for words in found] == [["Nav"], [UNREAD]]


@pytest.mark.usefixtures("blind")
def test_a_word_whose_box_missed_its_ink_takes_it() -> None:
    ink = page_with((100, 100), (160, 100), (180, 100))
    read = [Reading("5", 120, 100, 126, 134, 96.0), Reading("26", 160, 100, 194, 134, 96.0)]
    [found] = with_unread_ink(255 - ink, ink, [read])
    assert [(each.text, each.left, each.confidence) for each in found] == [("5", 100, 96.0), ("26", 160, 96.0)]


@pytest.mark.usefixtures("blind")
def test_where_every_letter_has_its_word_nothing_is_added() -> None:
    ink = page_with((100, 100), (120, 100))
    read = [[Reading("11", 104, 102, 130, 130, 96.0)]]
    assert with_unread_ink(255 - ink, ink, read) == read


@pytest.mark.usefixtures("blind")
def test_a_figure_with_more_ink_than_digits_is_doubtful_however_sure() -> None:
    ink = page_with((100, 100), (120, 100), (140, 100))
    [[word]] = with_unread_ink(255 - ink, ink, [[Reading("26", 98, 100, 156, 134, 99.0)]])
    assert (word.text, word.confidence) == ("26", 50)


@pytest.mark.usefixtures("blind")
def test_a_bracket_is_as_high_as_a_digit() -> None:
    ink = page_with((100, 100), (120, 100))
    [[word]] = with_unread_ink(255 - ink, ink, [[Reading("6)", 98, 100, 136, 134, 99.0)]])
    assert word.confidence == 99


def test_boxes_of_a_line_are_all_as_high_as_its_type() -> None:
    dash = Reading("-", 0, 18, 12, 22, 96.0)
    boxes = type_boxes([dash, *line("teksts", "uz", start=40)], 34.0)
    assert len({round(box.bottom - box.top, 3) for box in boxes}) == 1
    assert max(box.top for box in boxes) - min(box.top for box in boxes) < 3


def test_of_two_marks_the_surer_one_stands_and_is_doubtful() -> None:
    assert said(weighed(line("3)", "Sniegtas", sure=63), line("5)", "Sniegtas", sure=93)))[0] == ("5)", False)


def test_a_figure_that_both_looks_place_beside_itself_stands_once_and_is_doubtful() -> None:
    first, second = Reading("3", 100, 0, 112, 34, 96.0), Reading("3", 114, 0, 126, 34, 96.0)
    assert said(weighed([first], [second])) == [("3", False)]


def test_figures_that_one_look_sees_twice_are_two() -> None:
    assert said(weighed(line("3", "3"), line("3", "3"))) == [("3", True), ("3", True)]


def test_of_two_readings_of_a_word_the_one_that_the_page_has_elsewhere_stands() -> None:
    lines = [line("mazākumtautību", "NVO")]
    known = known_words(lines)
    found = weighed(line("mazākumtattību", sure=88), line("mazākumtautību", sure=10), known)
    assert [each.text for each in found] == ["mazākumtautību"]


def test_of_two_forms_of_a_word_the_surer_one_stands_whatever_the_page_has_elsewhere() -> None:
    known = known_words([line("konsultācija")])
    found = weighed(line("konsultāciju", sure=85), line("konsultācija", sure=60), known)
    assert [each.text for each in found] == ["konsultāciju"]


def test_no_word_stands_that_neither_look_saw() -> None:
    known = known_words([line("mazākumtautību")])
    found = weighed(line("mazākumtattību", sure=88), line("mazākumtadtību", sure=10), known)
    assert [each.text for each in found] == ["mazākumtattību"]


def test_a_word_that_was_read_with_doubt_is_no_witness_for_another() -> None:
    assert "kaķēnu" not in known_words([line("kaķēnu", sure=90)])
    assert "kaķēnu" in known_words([line("kaķēnu,", sure=95)])


@pytest.fixture
def votes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What further looks say of each place."""
    given: list[str] = []
    monkeypatch.setattr(second_look, "further_looks", lambda _grey, places: [given for _ in places])
    return given


def looked(monkeypatch: pytest.MonkeyPatch, first: list[Reading], second: list[Reading]) -> list[tuple[str, bool]]:
    """What stands after a second look that sees this."""
    seen = [
        SeenWord(
            0,
            (1, 1, 1),
            *(round(at * SCALE) for at in (w.left + 16 + 12, 30, w.right + 16 + 12, 60)),
            w.confidence,
            w.text,
        )
        for w in second
    ]
    monkeypatch.setattr(second_look, "seen_words", lambda _pictures, _look: seen)
    white = np.full((200, 900), 255, np.uint8)
    shifted = [replace(each, left=each.left + 16 + 12, right=each.right + 16 + 12) for each in first]
    return said(looked_at_again(white, [shifted])[0])


@pytest.mark.parametrize(
    ("seen", "stands"),
    [(["5)", "5)", "9)"], "5)"), (["S)", "9)", "9)"], "9)"), (["8)", "8)", "8)"], "9)"), (["", "", ""], "9)")],
)
def test_further_looks_decide_between_two_but_bring_no_third(
    monkeypatch: pytest.MonkeyPatch, votes: list[str], seen: list[str], stands: str
) -> None:
    votes += [mark_text(each) for each in seen]
    first, second = line("9)", "Sniegtas", sure=74), line("5)", "Sniegtas", sure=65)
    assert looked(monkeypatch, first, second)[0] == (stands, False)


def test_further_looks_take_no_cents_from_an_amount(monkeypatch: pytest.MonkeyPatch, votes: list[str]) -> None:
    votes += ["50000"] * 3
    found = looked(monkeypatch, line("500,00", "euro", sure=90), line("50000", "euro", sure=80))
    assert found[0] == ("500,00", False)


def test_further_looks_do_not_speak_against_what_was_seen_much_more_surely(
    monkeypatch: pytest.MonkeyPatch, votes: list[str]
) -> None:
    votes += ["1"] * 3
    assert looked(monkeypatch, line("14", "dienas"), line("1", "dienas", sure=20))[0] == ("14", False)
