"""Which texts get an apostrophe, and that it is taken away again and no other."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pipeline.tables.guard import guarded, unguarded

# What a spreadsheet in Latvia turns into a date, a time, a truth value, or a number that it saves in another way.
CHANGED = [
    "2.1", "1.10", "1.1.", "1/3", "5-10", "15.07.2022.", "2022-07-15", "12. maijs", "2. jūl.", "maijs 2022", "5-jan-22",
    "10:30", "10:30 PM", "1e5", "12345678e123", "123456789012", "012345678901", "0012", "-0", "2,50", "1 040,13",
    "49\u00a0000", "45 %", "5 €", "€5", "5 EUR", "1213.47", "-128.28", "+5", "(5)", "1 1/2", " 3", "3 ", "٣",
    "PATIESS", "aplams", "True", "FALSE",
]  # fmt: skip
KEPT = [
    "", "-", "3", "0", "-5", "1234567890", "1.a", "b", "2022-07-15/2023-07-14", "15.07.2022.–14.07.2023.", "1/Darbs/3",
    "24 nodarbības", "3. posms", "marts", "novadi 5", "2022. gada jūlijs", "NVO", "’90", "a;b", "e", "abcdefabcdef",
]  # fmt: skip
SPICE = "=+-@＝＠'\"\t\n ;,.:/%€0123eE\u00a0\u200e\ufeffmaijsPATIES"


@pytest.mark.parametrize("text", CHANGED)
def test_what_a_spreadsheet_would_change_is_kept_as_text(text: str) -> None:
    assert guarded(text, as_text=True) == f"'{text}"


@pytest.mark.parametrize("text", CHANGED)
def test_what_a_spreadsheet_would_change_stays_as_it_is_where_texts_are_not_kept(text: str) -> None:
    assert guarded(text, as_text=False) == text


@pytest.mark.parametrize("text", KEPT)
def test_what_every_spreadsheet_keeps_has_no_apostrophe(text: str) -> None:
    assert guarded(text, as_text=True) == text


@pytest.mark.parametrize("text", ["'90. gadi", "'", "''", "'-", "'a'"])
def test_an_apostrophe_before_harmless_text_stays_alone(text: str) -> None:
    assert (guarded(text, as_text=True), unguarded(text)) == (text, text)


@pytest.mark.parametrize("as_text", [False, True])
@given(text=some.text() | some.text(SPICE))
def test_a_guarded_text_is_read_as_it_stood(text: str, as_text: bool) -> None:
    assert unguarded(guarded(text, as_text=as_text)) == text


@pytest.mark.parametrize("text", ["jan" * 5000 + "!", "1" * 20_000 + "x", "e1" * 10_000 + "q", "'" * 20_000 + "x"])
def test_a_long_text_is_judged_in_a_moment(text: str) -> None:
    begin = time.perf_counter()
    guarded(text, as_text=True)
    assert time.perf_counter() - begin < 0.5
