"""A purpose that stands in two lines is one."""

from __future__ import annotations

from msgspec.structs import replace

from pipeline.bookkeeping.purposes import joined_line
from tests.checks.made import line, place


def test_a_joined_line_keeps_the_place_of_each_amount() -> None:
    first = replace(line("telpām", "10.00", None), planned_source=place("10,00 euro", 1))
    second = replace(
        line("telpām", "9.00", "8.00"), planned_source=place("9,00 euro"), actual_source=place("8,00 euro")
    )
    joined = joined_line(first, second)
    assert (joined.planned_source, joined.actual_source) == (place("10,00 euro", 1), place("8,00 euro"))
    assert joined.remainder_source is None
