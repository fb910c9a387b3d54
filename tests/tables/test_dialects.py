"""What stands over the columns in each dialect."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pipeline.tables import TABLES, Table
from pipeline.tables.dialects import DIALECTS, EXCEL_LV


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_heading_or_name_means_one_column_of_a_table(table: Table[Any]) -> None:
    forms = [form for column in table.columns for form in {each.heading(column) for each in DIALECTS.values()}]
    assert len(set(forms)) == len(forms)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_two_headings_differ_by_case_alone(table: Table[Any]) -> None:
    headings = [EXCEL_LV.heading(column).casefold() for column in table.columns]
    assert len(set(headings)) == len(headings)


def test_no_heading_holds_what_parts_the_cells() -> None:
    headings = [EXCEL_LV.heading(column) for table in TABLES for column in table.columns]
    assert [each for each in headings if EXCEL_LV.delimiter in each or '"' in each or each != each.strip()] == []


def test_a_year_has_four_digits() -> None:
    assert EXCEL_LV.day(date(202, 7, 5)) == "05.07.0202."
