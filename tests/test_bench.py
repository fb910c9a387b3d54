"""The plain pandas that Great Expectations is measured beside finds the same rows, and a repeated batch is no twin."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from bench import plain_pandas
from bench.validation import is_same, repeated
from pipeline.checks import gx
from pipeline.checks.check_tables import tables_across, tables_within
from pipeline.checks.rows import ROW_CLASSES
from pipeline.checks.suites import Suite, suites
from pipeline.records import FieldValue
from tests.submissions import submission, summary


@pytest.mark.parametrize("suite", suites(), ids=lambda suite: suite.table)
def test_plain_pandas_and_great_expectations_agree_on_every_example_row(suite: Suite) -> None:
    rows = [row for stanza in suite.stanzas for row in (stanza.passes, stanza.fails)]
    rows.append(ROW_CLASSES[suite.table]())
    by_pandas = list(plain_pandas.broken_rows(suite, rows))
    assert is_same(list(gx.broken_rows(suite, rows)), by_pandas)
    for stanza in suite.stanzas:
        found = [row for of, row in by_pandas if of is stanza]
        assert stanza.fails in found
        assert stanza.passes not in found


@pytest.mark.parametrize("change", [{"type": "expect_what_nobody_knows"}, {"kwargs": {"ignore_row_if": "sometimes"}}])
def test_what_plain_pandas_has_no_mask_for_is_refused(change: dict[str, dict[str, str] | str]) -> None:
    suite = next(each for each in suites() if each.table == "activities")
    stanza = suite.stanzas[0]
    kwargs = {**stanza.config["kwargs"], **dict(change.get("kwargs", {}))}
    config = {**stanza.config, **change, "kwargs": kwargs}
    with pytest.raises(ValueError, match=r"nobody_knows|sometimes"):
        list(plain_pandas.broken_rows(replace(suite, stanzas=(replace(stanza, config=config),)), [stanza.passes]))


def test_a_repeated_batch_holds_no_duplicates() -> None:
    fields = tuple(FieldValue(code, code, True, "Biedrība", None) for code in ("task", "performer"))
    tables = tables_across(repeated([submission(of=summary(fields=fields))], 5)) | tables_within(
        repeated([submission(of=summary(fields=fields))], 5)
    )
    assert {row.twin for row in tables["twins"]} == {"none"}
    assert [row.amounts for row in tables["resubmissions"]] == ["none"] * 5
    assert [row.overlap for row in tables["overlaps"]] == ["none"] * 5
