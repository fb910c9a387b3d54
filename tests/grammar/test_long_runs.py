"""No rule takes the square of a text's length: one that did would need minutes here, and is stopped after seconds."""

from __future__ import annotations

import pytest

from pipeline.grammar.dates import periods_in
from pipeline.grammar.lookalikes import LOOKALIKES
from pipeline.grammar.money import AMOUNT, BARE_AMOUNT
from pipeline.grammar.numerals import NUMERAL
from pipeline.grammar.rule import Rule
from pipeline.grammar.scopes import PART_OPENER

RULES = (AMOUNT, BARE_AMOUNT, NUMERAL, PART_OPENER, *LOOKALIKES)
PARTS = ("5 ", "5.", "5  ", "5,00 euro ", "aa ", "Aa ", "- ", "( ", "„a ", "2023. gada ", "5 un ", "01.05.2023., ")
SECONDS = 5


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_long_run_of_one_thing_is_searched_in_one_go(rule: Rule[object]) -> None:
    for part in PARTS:
        for _ in rule.pattern.finditer(part * 5_000, timeout=SECONDS):
            pass


@pytest.mark.parametrize("part", ["01.05.2023., ", "01.05.2023. – 31.05.2023., ", "1. maijā, 2023. gadā "])
def test_dates_by_the_thousand_are_read(part: str) -> None:
    assert len(periods_in(part * 2_000)) == (2_000 if "–" in part else 0)
