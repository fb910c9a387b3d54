"""Of a purpose that was recognised in two ways one spelling stands, and the misread one is doubtful."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.document import SURE
from pipeline.extract.finance_values import Entry, Item
from pipeline.extract.misread_purposes import with_one_spelling
from pipeline.records import Source

PURPOSE = "mazākumtautību nevalstisko organizāciju attīstībai"
MISREAD = "mazākumtautību nevalstisko organizāciju attīstībāi"


def entry(*purposes: str, confidence: float | None = 95.0) -> Entry:
    place = Source(1, None, "", confidence)
    items = tuple(Item(each, Decimal(100), place, place) for each in purposes)
    return Entry("planned", None, None, items, True, None, place)


def purposes(*entries: Entry) -> list[list[str]]:
    return [[item.purpose for item in each.items] for each in with_one_spelling(entries)]


def test_the_spelling_that_stands_more_often_is_that_of_all() -> None:
    assert purposes(entry(MISREAD), entry(PURPOSE), entry(PURPOSE)) == [[PURPOSE]] * 3


def test_of_two_that_stand_equally_often_the_first_is_kept() -> None:
    assert purposes(entry(MISREAD), entry(PURPOSE)) == [[MISREAD]] * 2


def test_what_was_renamed_is_doubtful_and_the_rest_is_not() -> None:
    first, second = with_one_spelling([entry(PURPOSE), entry(MISREAD)])
    assert first.items[0].source.confidence == 95
    assert second.items[0].source.confidence is not None
    assert second.items[0].source.confidence < SURE
    assert second.items[0].euros == 100


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((PURPOSE, MISREAD), ()),  # two lines of one list
        (("skolu nometnes 2022",), ("skolu nometnes 2023",)),
        (("algas",), ("alga",)),
        (("semināriem un mācībām",), ("ceļa izdevumiem skolām",)),
    ],
)
def test_two_purposes_stay_two(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    assert purposes(entry(*first), entry(*second)) == [list(first), list(second)]


def test_text_that_was_not_recognised_is_left_as_it_is_written() -> None:
    assert purposes(entry(PURPOSE, confidence=None), entry(MISREAD, confidence=None)) == [[PURPOSE], [MISREAD]]
