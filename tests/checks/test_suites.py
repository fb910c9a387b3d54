"""A suite that is not wholly understood, and a check that could not run, stop the run."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from pipeline.checks import check_tables, findings_of, gx
from pipeline.checks.frames import frame
from pipeline.checks.gx import broken_rows
from pipeline.checks.rows import ROW_CLASSES, UnclaimedRow
from pipeline.checks.submission_rows import TwinRow
from pipeline.checks.suites import Suite, expectations_folder, suites
from pipeline.errors import RunError
from tests.checks import made

CODES = {
    "field-missing",
    "period-unreadable",
    "title-years-differ",
    "year-numbering",
    "years-do-not-tile",
    "finance-period-differs",
    "remainder-differs",
    "remainder-unstated",
    "breakdown-differs",
    "breakdown-missing",
    "overspent",
    "disposition-unstated",
    "carry-over-unaccounted",
    "carry-over-after-end",
    "amount-unreadable",
    "product-differs",
    "subitems-differ",
    "part-exceeds-whole",
    "item-numbering",
    "item-without-words",
    "year-without-activities",
    "amount-unstated",
    "unit-unknown",
    "count-jump",
    "text-unclaimed",
    "duplicate-file",
    "duplicate-submission",
    "periods-overlap",
    "ocr-uncertain",
    "readers-differ",
    "signature-differs",
    "pages-unread",
    "text-hidden",
    "pictures-unread",
}


def change(folder: Path, stanza: Callable[[dict[str, Any]], object]) -> Path:
    """A copy of the suites whose `unclaimed` suite has its one stanza changed."""
    copy = folder / "expectations"
    shutil.copytree(expectations_folder(), copy)
    content = json.loads((copy / "unclaimed.json").read_text(encoding="utf-8"))
    stanza(content["expectations"][0])
    (copy / "unclaimed.json").write_text(json.dumps(content), encoding="utf-8")
    return copy


def unclaimed(folder: Path) -> Suite:
    return next(suite for suite in suites(folder) if suite.table == "unclaimed")


def test_every_code_has_a_stanza() -> None:
    assert {stanza.code for suite in suites() for stanza in suite.stanzas} == CODES


def test_the_files_hold_latvian_letters_as_they_are() -> None:
    assert not [each.name for each in expectations_folder().glob("*.json") if "\\u" in each.read_text(encoding="utf-8")]


def test_each_stanza_states_how_many_rows_must_pass() -> None:
    assert {stanza.config["kwargs"]["mostly"] for suite in suites() for stanza in suite.stanzas} == {1.0}


@pytest.mark.parametrize(
    "fault",
    [
        lambda stanza: stanza["meta"].pop("code"),
        lambda stanza: stanza["meta"].pop("message"),
        lambda stanza: stanza["meta"].pop("message_en"),
        lambda stanza: stanza["meta"].pop("passes"),
        lambda stanza: stanza["meta"].pop("fails"),
        lambda stanza: stanza["meta"].update(fails={"wrds": 3}),
        lambda stanza: stanza["meta"].update(message="{wrds}"),
        lambda stanza: stanza["meta"].update(level="info"),
        lambda stanza: stanza.update(severity="grave"),
        lambda stanza: stanza.pop("severity"),
        lambda stanza: stanza["kwargs"].update(column="wrds"),
    ],
)
def test_an_incomplete_stanza_is_refused_by_name(tmp_path: Path, fault: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(RunError, match=r"unclaimed.*text-unclaimed"):
        suites(change(tmp_path, fault))


@pytest.mark.parametrize(
    "fault",
    [
        lambda stanza: stanza.update(type="expect_what_nobody_knows"),
        lambda stanza: stanza["kwargs"].update(maximum=0),
    ],
)
@pytest.mark.parametrize("rows", [[], [UnclaimedRow(words=0)]])
def test_what_great_expectations_would_drop_is_refused(
    tmp_path: Path, fault: Callable[[dict[str, Any]], object], rows: list[UnclaimedRow]
) -> None:
    suite = unclaimed(change(tmp_path, fault))
    with pytest.raises(RunError, match=r"unclaimed.*text-unclaimed"):
        list(broken_rows(suite, rows))


def test_an_empty_suite_is_refused(tmp_path: Path) -> None:
    folder = change(tmp_path, lambda stanza: None)
    (folder / "unclaimed.json").write_text('{"name": "unclaimed", "expectations": []}', encoding="utf-8")
    with pytest.raises(RunError, match="unclaimed"):
        suites(folder)


def test_a_suite_without_a_table_is_refused(tmp_path: Path) -> None:
    folder = change(tmp_path, lambda stanza: None)
    shutil.copy(folder / "unclaimed.json", folder / "unclaimd.json")
    with pytest.raises(RunError, match=r"unclaimd\.json"):
        suites(folder)


def test_a_table_without_a_suite_is_refused(tmp_path: Path) -> None:
    folder = change(tmp_path, lambda stanza: None)
    (folder / "twins.json").unlink()
    with pytest.raises(RunError, match="twins"):
        suites(folder)


def test_a_check_that_crashed_is_an_error_of_the_run() -> None:
    suite = next(each for each in suites() if each.table == "unclaimed")
    text_between_numbers = {"column": "quote", "min_value": 0, "max_value": 0, "mostly": 1.0}
    stanza = replace(suite.stanzas[0], config={**suite.stanzas[0].config, "kwargs": text_between_numbers})
    with pytest.raises(RunError, match="unclaimed, text-unclaimed could not run"):
        list(broken_rows(replace(suite, stanzas=(stanza,)), [UnclaimedRow(quote="trīs")]))


@pytest.mark.parametrize("table", ["fields", "documents", "unclaimed", "finances", "activities", "indicators", "twins"])
def test_a_table_that_lost_its_rows_is_an_error_of_the_run(table: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rows_of = check_tables.ROWS_ACROSS if table == "twins" else check_tables.ROWS_WITHIN
    monkeypatch.setitem(rows_of, table, lambda *_: iter(()))  # type: ignore[arg-type]
    with pytest.raises(RunError, match=f"suite {table} "):
        findings_of([made.submission(made.summary())])


def test_nothing_read_is_nothing_to_check_and_no_error() -> None:
    assert findings_of([]) == findings_of([made.submission(None)]) == []


def test_a_check_that_looked_at_fewer_rows_is_an_error_of_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    suite = next(each for each in suites() if each.table == "unclaimed")
    monkeypatch.setattr(gx, "frame", lambda *arguments: frame(*arguments).head(1))
    with pytest.raises(RunError, match="unclaimed, text-unclaimed could not run"):
        list(broken_rows(suite, [UnclaimedRow(words=0), UnclaimedRow(words=3)]))


def test_more_failures_than_great_expectations_lists_are_all_found() -> None:
    suite = next(each for each in suites() if each.table == "unclaimed")
    rows = [UnclaimedRow(words=number % 2) for number in range(1000)]
    assert len(list(broken_rows(suite, rows))) == 500


def test_validation_opens_no_connection_and_writes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.chdir(tmp_path)
    suite = next(each for each in suites() if each.table == "twins")
    assert list(broken_rows(suite, [TwinRow()])) == []
    assert list(tmp_path.iterdir()) == []


def test_validation_says_nothing_on_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    for suite in suites():
        rows = [example for stanza in suite.stanzas for example in (stanza.passes, stanza.fails)]
        list(broken_rows(suite, rows))
    assert capfd.readouterr() == ("", "")


def test_importing_the_package_is_cheap() -> None:
    program = "import sys, pipeline.checks; print({'pandas', 'great_expectations'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
    assert said.stdout.strip() == "set()"


def test_suites_come_in_the_order_of_the_tables() -> None:
    assert [suite.table for suite in suites()] == list(ROW_CLASSES)
