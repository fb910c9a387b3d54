"""The charts: what is added up, and what is not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from pipeline.exports.report.charts import Chart, charts
from pipeline.exports.report.overview import overview
from pipeline.records import FinancePeriod, Submission
from tests.checks import made


def figures(chart: Chart) -> dict[str, list[str]]:
    return {group.name: [f"{bar.name} {bar.figure}".strip() for bar in group.bars] for group in chart.groups}


def real(document_id: str = "a" * 12, performer: str = "Biedrība „Centrs”") -> Submission:
    summary = made.real_summary()
    fields = tuple(replace(each, value=performer) if each.code == "performer" else each for each in summary.fields)
    return made.submission(replace(summary, fields=fields), document_id, f"{document_id}.pdf")


def without_planned(period: FinancePeriod) -> FinancePeriod:
    return replace(period, lines=(replace(period.total, planned=None), *period.lines[1:]))


def test_planned_stands_against_actual_by_the_year_in_which_a_period_starts() -> None:
    by_year = charts([real()], "lv")[0]
    assert figures(by_year) == {
        "2022": ["plānots 49 000,00", "faktiski 47 786,53"],
        "2023": ["plānots 49 000,00", "faktiski 49 000,00"],
        "2024": ["plānots 49 000,00", "faktiski 48 871,72"],
    }


def test_a_period_that_lacks_an_amount_is_left_out_whole_and_that_is_said() -> None:
    summary = made.real_summary()
    periods = (without_planned(summary.finances[0]), *summary.finances[1:])
    by_year = charts([made.submission(replace(summary, finances=periods))], "lv")[0]
    assert list(figures(by_year)) == ["2023", "2024"]
    assert by_year.note.endswith("nav zināma: 1.")


def test_the_money_is_told_by_what_became_of_it() -> None:
    money = charts([real()], "lv")[1]
    assert figures(money) == {
        "Iztērēts": ["145 658,25"],
        "Pārcelts, vairs nav redzams": ["1 213,47"],
        "Atgriezts": ["128,28"],
    }


def test_what_is_left_and_not_told_of_is_told_as_such() -> None:
    period = made.finances(made.YEAR_1, made.line("", "100.00", "80.00", "20.00"))
    money = charts([made.submission(made.summary(finances=(period,)))], "lv")[1]
    assert figures(money) == {"Iztērēts": ["80,00"], "Palicis, nav teikts, kur": ["20,00"]}


def test_what_is_carried_over_and_seen_is_told_apart_from_what_is_not() -> None:
    first = made.finances(made.YEAR_1, made.line("", "100.00", "80.00", "20.00", "carried_over"))
    second = made.finances(made.YEAR_2, made.line("", "120.00", "120.00"))
    money = charts([made.submission(made.summary(finances=(first, second)))], "lv")[1]
    assert figures(money) == {"Iztērēts": ["200,00"], "Pārcelts un redzams": ["20,00"]}


def test_the_eight_most_counted_units_are_shown_the_largest_first() -> None:
    counts = [made.indicator(str(number), f"lieta{number:02d}") for number in range(1, 12)]
    years = (made.year(1, made.YEAR_1, made.activity("1", *counts)),)
    shown = charts([made.submission(made.summary(years=years, finances=()))], "lv")[-1]
    assert [group.name for group in shown.groups] == [f"lieta{number:02d}" for number in range(11, 3, -1)]


def test_a_row_of_the_overview_has_the_amounts_of_its_document() -> None:
    [row] = overview([real()], [], "lv").rows
    assert (row.planned, row.actual, row.remainder) == ("147 000,00", "145 658,25", "1 341,75")
    assert (row.planned_cents, row.actual_cents, row.remainder_cents) == (14700000, 14565825, 134175)


def test_a_submission_that_came_twice_counts_once() -> None:
    assert charts([real(), real("b" * 12)], "lv") == charts([real()], "lv")


def test_two_performers_are_added_up() -> None:
    by_year = charts([real(), real("b" * 12, "Cita biedrība")], "en")[0]
    assert figures(by_year)["2022"] == ["planned 98,000.00", "actual 95,573.06"]


def test_bars_are_parts_of_the_longest() -> None:
    bars = [bar for group in charts([real()], "lv")[0].groups for bar in group.bars]
    assert [round(bar.part, 4) for bar in bars][:2] == [1.0, round(float(Decimal("47786.53") / 49000), 4)]


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ({"basis": "stated"}, ["lapa"]),
        ({"basis": "part"}, []),
        ({"basis": "factor"}, []),
        ({"scenario": "planned"}, []),
        ({"scenario": "earlier"}, []),
    ],
)
def test_only_stated_counts_of_what_was_done_are_the_most_counted(said: dict[str, str], counted: list[str]) -> None:
    summary = made.summary(years=(made.year(1, made.YEAR_1, made.activity("1", made.indicator("5", "lapa", **said))),))
    found = charts([made.submission(summary)], "lv")
    assert [group.name for chart in found if chart.title.startswith("Visvairāk") for group in chart.groups] == counted


def test_where_no_money_is_known_there_is_no_figure_and_no_chart() -> None:
    summary = made.summary(finances=())
    numbers = overview([made.submission(summary)], [], "lv").numbers
    assert [each.figure for each in numbers if "EUR" in each.name] == ["nav zināms", "nav zināms"]
    assert [chart.title for chart in charts([made.submission(summary)], "lv") if "EUR" in chart.title] == []


def test_a_period_that_does_not_say_what_was_spent_is_told() -> None:
    summary = made.real_summary()
    first = summary.finances[0]
    silent = replace(first, lines=(replace(first.total, actual=None), *first.lines[1:]))
    money = charts([made.submission(replace(summary, finances=(silent, *summary.finances[1:])))], "lv")[1]
    assert money.note.endswith("cik iztērēts: 1.")


def test_money_that_is_not_known_is_no_part_of_a_sum_and_that_is_said() -> None:
    summary = made.real_summary()
    unknown = replace(summary, finances=tuple(map(without_planned, summary.finances)), fields=())
    numbers = overview([real(), made.submission(unknown, "c" * 12, "c.pdf")], [], "lv").numbers
    planned = next(each for each in numbers if each.name.startswith("Plānots"))
    assert (planned.figure, planned.note) == ("147 000,00", "bez 1, kur summa nav zināma")
