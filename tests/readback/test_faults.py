"""A fault says where it is, in both languages."""

from __future__ import annotations

import pytest

from pipeline.catalogue import Sentence
from pipeline.readback.faults import SHOWN_LENGTH, Fault, shown

WHAT = Sentence("nav skaitlis.", "no number.")


@pytest.mark.parametrize(
    ("row", "column", "lv", "en"),
    [
        (3, "page", "a.csv, 3. rinda, kolonna page: nav skaitlis.", "a.csv, row 3, column page: no number."),
        (3, "", "a.csv, 3. rinda: nav skaitlis.", "a.csv, row 3: no number."),
        (None, "page", "a.csv, kolonna page: nav skaitlis.", "a.csv, column page: no number."),
        (None, "", "a.csv: nav skaitlis.", "a.csv: no number."),
    ],
)
def test_the_place_stands_in_front(row: int | None, column: str, lv: str, en: str) -> None:
    assert Fault("a.csv", row, column, WHAT).sentence == Sentence(lv, en)


def test_a_long_text_is_cut() -> None:
    assert shown("ā" * 10_000) == "ā" * (SHOWN_LENGTH - 1) + "…"


def test_a_text_that_fits_stays() -> None:
    assert shown("ā" * SHOWN_LENGTH) == "ā" * SHOWN_LENGTH


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\r\nb", "a b"),
        ("a\nb\tc", "a b c"),
        ("49\u00a0000", "49 000"),
        ("\x1b[2J", "\ufffd[2J"),
        ("\u202eab", "\ufffdab"),
        ("49\u2009000", "49\ufffd000"),
    ],
)
def test_a_shown_text_is_one_harmless_line(text: str, line: str) -> None:
    assert shown(text) == line
