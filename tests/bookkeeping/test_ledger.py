"""Where each euro came from and went to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.bookkeeping.ledger import LedgerEntry, ledger
from pipeline.bookkeeping.purposes import purpose_key
from pipeline.records import FinancePeriod
from tests.checks import made
from tests.checks.made import CIVIC, YEAR_1, YEAR_2, YEAR_3, finances, line, spent

CARRIED = finances(
    YEAR_1,
    line("", "49000.00", "47786.53", "1213.47", "carried_over"),
    line(CIVIC, "49000.00", "47786.53", "1213.47", "carried_over"),
)


def totals(*periods: FinancePeriod) -> list[LedgerEntry]:
    return [each.total for each in ledger(periods)]


def test_the_real_document_loses_what_it_carries_over() -> None:
    first, second, third = totals(*made.real_finances())
    assert (first.left, first.carried_out, first.returned, first.unseen) == (
        Decimal("1213.47"), Decimal("1213.47"), Decimal("0.00"), Decimal("1213.47"),
    )  # fmt: skip
    assert (second.brought_in, second.seen, second.left) == (Decimal("1213.47"), Decimal("0.00"), Decimal("0.00"))
    assert (third.brought_in, third.returned, third.unseen) == (Decimal("0.00"), Decimal("128.28"), Decimal("0.00"))


def test_each_purpose_is_followed_by_itself() -> None:
    first, second, _ = ledger(made.real_finances())
    key = purpose_key(CIVIC)
    assert first.entries[key].carried_out == second.entries[key].brought_in == Decimal("1040.13")


@pytest.mark.parametrize(
    "total",
    [
        line("", "50213.47", "50213.47"),
        line("", "49000.00", "50213.47"),
        line("", "49000.00", "47000.00", "2000.00", "returned"),
    ],
    ids=["planned grew", "actual is above planned", "the remainder holds it"],
)
def test_what_shows_in_the_next_period_is_seen(total: object) -> None:
    first, second = totals(CARRIED, finances(YEAR_2, total))  # type: ignore[arg-type]
    assert (first.unseen, second.seen) == (Decimal("0.00"), Decimal("1213.47"))


TWO_PURPOSES = finances(
    YEAR_1,
    line("", "20.00", "18.00", "2.00", "carried_over"),
    line("viens", "10.00", "9.00", "1.00", "carried_over"),
    line("otrs", "10.00", "9.00", "1.00", "carried_over"),
)


@pytest.mark.parametrize(
    ("planned", "unseen"),
    [(("22.00", "12.00", "10.00"), (0, 0, 0)), (("20.00", "11.00", "9.00"), (2, 0, 1))],
    ids=["a purpose is seen where the total is", "else each by itself"],
)
def test_what_is_not_seen_of_each_purpose(planned: tuple[str, ...], unseen: tuple[int, ...]) -> None:
    later = [line(name, amount, amount) for name, amount in zip(("", "viens", "otrs"), planned, strict=True)]
    first, _ = ledger([TWO_PURPOSES, finances(YEAR_2, *later)])
    assert tuple(each.unseen for each in first.entries.values()) == unseen


def test_what_is_carried_out_of_the_last_period_goes_nowhere() -> None:
    (last,) = totals(CARRIED)
    assert last.unseen == Decimal("1213.47")


@pytest.mark.parametrize(
    ("fate", "column"), [("carried_over", "carried_out"), ("returned", "returned"), ("other", "used_otherwise")]
)
def test_what_is_left_goes_one_way(fate: str, column: str) -> None:
    (entry,) = totals(finances(YEAR_1, line("", "10.00", "9.00", "1.00", fate)))  # type: ignore[arg-type]
    gone = {name: getattr(entry, name) for name in ("carried_out", "returned", "used_otherwise")}
    assert gone == {name: Decimal(name == column) for name in gone}


def test_what_nobody_says_anything_of_is_left_and_gone_nowhere() -> None:
    (entry,) = totals(finances(YEAR_1, line("", "10.00", "9.00")))
    assert (entry.left, entry.carried_out, entry.returned) == (Decimal("1.00"), 0, 0)


def test_what_came_in_is_left_where_more_than_planned_was_spent() -> None:
    second = totals(CARRIED, finances(YEAR_2, line("", "49000.00", "50000.00")))[1]
    assert second.left == Decimal("213.47")


def test_a_purpose_that_is_new_got_nothing_from_a_period_that_gave_everything_back() -> None:
    returned = finances(YEAR_1, line("", "10.00", "9.00", "1.00", "returned"), line(CIVIC, "10.00", "9.00"))
    second = ledger([returned, finances(YEAR_2, line("", "5.00", "5.00"), line("cits mērķis", "5.00", "5.00"))])[1]
    assert second.entries[purpose_key("cits mērķis")].brought_in == 0


def test_a_purpose_that_is_new_got_what_nobody_can_say_where_not_all_shares_are_stated() -> None:
    carried = finances(YEAR_1, line("", "10.00", "9.00", "1.00", "carried_over"), line(CIVIC, "10.00", "9.00"))
    second = ledger([carried, finances(YEAR_2, line("", "5.00", "5.00"), line("cits mērķis", "5.00", "5.00"))])[1]
    assert second.entries[purpose_key("cits mērķis")].brought_in is None


def test_nothing_is_left_where_more_was_spent_than_there_was() -> None:
    second = totals(CARRIED, finances(YEAR_2, line("", "49000.00", "60000.00")))[1]
    assert second.left == 0


def test_a_purpose_goes_the_way_of_its_total() -> None:
    period = finances(YEAR_1, line("", "10.00", "9.00", "1.00", "returned"), line(CIVIC, "10.00", "9.00"))
    (kept,) = ledger([period])
    assert kept.entries[purpose_key(CIVIC)].returned == Decimal("1.00")


def test_nothing_is_left_of_a_purpose_where_the_others_shares_are_all_of_the_total() -> None:
    period = finances(
        YEAR_1,
        line("", "10.00", "9.00", "1.00", "returned"),
        line(CIVIC, "5.00", "4.00", "1.00"),
        line("cits mērķis", "5.00", None),
    )
    (kept,) = ledger([period])
    assert kept.entries[purpose_key("cits mērķis")].left == 0


def test_beside_a_refused_amount_nobody_can_say_what_is_seen() -> None:
    first, second = totals(CARRIED, finances(YEAR_2, line("", "49000.00", "49000.00"), refused="1.213 euro"))
    assert (first.unseen, second.seen) == (None, None)


def test_beside_a_refused_amount_nothing_is_computed() -> None:
    (entry,) = totals(finances(YEAR_1, line("", "10.00", "9.00"), refused="1.000 euro"))
    assert (entry.left, entry.carried_out, entry.unseen) == (None, None, None)


def test_periods_are_followed_in_time_whatever_their_order() -> None:
    late, early = ledger([spent(YEAR_2), CARRIED])
    assert (late.before, late.is_last, early.before, early.is_last) == (1, True, None, False)
    assert early.total.unseen == Decimal("1213.47")


def test_where_the_order_is_not_known_nothing_is_followed() -> None:
    kept = ledger([spent(YEAR_3), finances(made.unreadable(), line("", "1.00", "1.00")), spent(YEAR_1)])
    assert [(each.before, each.is_last, each.total.brought_in) for each in kept] == [(None, False, None)] * 3


def test_no_periods_have_no_ledger() -> None:
    assert ledger([]) == []
