"""A folder of tables is checked by itself: the same findings as its documents gave, and every fault named."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.checks import findings_of
from pipeline.exports.csv_files import write_csv_files
from pipeline.exports.datapackage import write_datapackage
from pipeline.findings import Finding
from pipeline.readback.folder import ReadFolder, read_folder
from pipeline.records import Submission
from pipeline.tables import TABLES, Kind
from pipeline.tables.dialects import DIALECTS, EXCEL_LV, Dialect
from tests.word_account.true_tables import MADE, SAMPLES, read

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def samples() -> list[Submission]:
    return [read(path) for path in (*MADE, *SAMPLES)]


@pytest.fixture(scope="module")
def told(samples: list[Submission]) -> list[Finding]:
    """The findings of all samples, read from their documents."""
    return findings_of(samples)


@pytest.fixture(scope="module")
def written(samples: list[Submission], told: list[Finding], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    write_csv_files(folder, samples, told)
    return folder


@pytest.fixture
def folder(written: Path, tmp_path: Path) -> Path:
    """A copy that a test may spoil."""
    return Path(shutil.copytree(written, tmp_path / "tables"))


def changed(folder: Path, table: str, change: Callable[[Rows], object]) -> ReadFolder:
    """The folder read with the rows of one table changed."""
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    names = list(rows[0])
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return read_folder(folder)


def said(finding: Finding) -> tuple[str, ...]:
    """What a finding says, without the place, which not every table holds."""
    parts = (finding.document_id, finding.severity, finding.code, finding.table, finding.row)
    return (*parts, finding.expected, finding.actual, finding.suggestion)


def row_of(rows: Rows, **cells: str) -> dict[str, str]:
    return next(row for row in rows if all(row[name] == value for name, value in cells.items()))


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
def test_an_untouched_folder_gives_the_findings_of_its_documents(
    tmp_path: Path, samples: list[Submission], told: list[Finding], dialect: Dialect
) -> None:
    write_csv_files(tmp_path, samples, told, dialect)
    write_datapackage(tmp_path, dialect, "lv")
    back = read_folder(tmp_path)
    assert back.faults == ()
    assert [said(each) for each in findings_of(back.submissions)] == [said(each) for each in told]


def as_a_spreadsheet_saves_it(kind: Kind, cell: str) -> str:
    """The cell as a Latvian spreadsheet shows it, which is what it saves."""
    if cell and kind in ("euro", "number", "point"):
        return cell.rstrip("0").rstrip(".").replace(".", ",") if "." in cell else cell
    if cell and kind == "date":
        return ".".join(reversed(cell.split("-"))) + "."
    return cell


def test_a_folder_that_a_spreadsheet_saved_gives_the_same(folder: Path, told: list[Finding]) -> None:
    for table in TABLES:
        path = folder / f"{table.name}.csv"
        kinds = [column.kind for column in table.columns]
        with path.open(encoding="utf-8", newline="") as lines:
            header, *rows = csv.reader(lines)
        saved = [[as_a_spreadsheet_saves_it(*pair) for pair in zip(kinds, row, strict=True)] for row in rows]
        with path.open("w", encoding="utf-8-sig", newline="") as lines:
            csv.writer(lines, delimiter=";", lineterminator="\r\n").writerows([header, *saved])
    back = read_folder(folder)
    assert back.faults == ()
    assert [said(each) for each in findings_of(back.submissions)] == [said(each) for each in told]


def test_a_corrected_cell_takes_its_finding_away(folder: Path, told: list[Finding]) -> None:
    wrong = next(each for each in told if each.code == "remainder-differs")

    def correct(rows: Rows) -> None:
        row_of(rows, document_id=wrong.document_id, remainder_eur=wrong.actual)["remainder_eur"] = wrong.expected

    back = changed(folder, "finances", correct)
    assert back.faults == ()
    left = [said(each) for each in findings_of(back.submissions)]
    assert said(wrong) in [said(each) for each in told]
    assert said(wrong) not in left


def test_a_spoilt_cell_is_a_finding(folder: Path) -> None:
    def spoil(rows: Rows) -> None:
        row_of(rows, planned_eur="49000.00", actual_eur="47786.53", purpose="")["remainder_eur"] = "1213.74"

    codes = [each.code for each in findings_of(changed(folder, "finances", spoil).submissions)]
    assert "remainder-differs" in codes


@pytest.mark.parametrize(
    ("table", "column", "value", "says"),
    [
        ("finances", "planned_eur", "49.000,00", "finances.csv, 2. rinda, kolonna planned_eur"),
        ("activities", "year_no", "pirmais", "activities.csv, 2. rinda, kolonna year_no"),
        ("indicators", "basis", "daļa", "indicators.csv, 2. rinda, kolonna basis"),
        ("documents", "delegation_start", "31.02.2022.", "documents.csv, 2. rinda, kolonna delegation_start"),
        ("activities", "item", "02.janv", "activities.csv, 2. rinda, kolonna item"),
        ("indicators", "item", "99", "indicators.csv, 2. rinda, kolonna item"),
        ("documents", "planned_eur", "1.00", "documents.csv, 2. rinda, kolonna planned_eur"),
    ],
)
def test_a_wrong_cell_is_named_by_file_row_and_column(
    folder: Path, table: str, column: str, value: str, says: str
) -> None:
    back = changed(folder, table, lambda rows: rows[0].update({column: value}))
    assert says in back.faults[0].sentence.lv


def test_a_document_with_an_unreadable_cell_is_left_out_and_no_other(folder: Path, written: Path) -> None:
    back = changed(folder, "finances", lambda rows: rows[0].update(planned_eur="daudz"))
    every = {each.document_id for each in read_folder(written).submissions}
    assert every - {each.document_id for each in back.submissions} == {back.faults[0].document_id}


def test_a_damaged_id_is_told_once_and_not_of_every_row_of_the_document(folder: Path) -> None:
    back = changed(folder, "documents", lambda rows: rows[0].update(document_id="1,23E+11"))
    assert [(each.file, each.row, each.column) for each in back.faults] == [("documents.csv", 2, "document_id")]


def test_a_page_that_the_table_does_not_say_is_not_made_up(folder: Path) -> None:
    back = changed(folder, "finances", lambda rows: [row.update(page="") for row in rows])
    pages = {each.page for each in findings_of(back.submissions) if each.table == "finances"}
    assert pages == {None}


def test_a_period_without_its_total_is_named(folder: Path) -> None:
    def without_total(rows: Rows) -> None:
        rows.remove(next(row for row, below in pairwise(rows) if not row["purpose"] and below["purpose"]))

    back = changed(folder, "finances", without_total)
    assert "kopsumma" in back.faults[0].sentence.lv


def test_a_document_that_documents_csv_lacks_stops_the_check(folder: Path) -> None:
    back = changed(folder, "documents", lambda rows: rows.pop())
    assert back.submissions == ()
    assert "documents.csv" in back.faults[0].sentence.lv


@pytest.mark.parametrize("table", ["documents", "activities", "indicators", "finances", "unclaimed"])
def test_a_missing_table_stops_the_check_and_is_named(folder: Path, table: str) -> None:
    (folder / f"{table}.csv").unlink()
    back = read_folder(folder)
    assert back.submissions == ()
    assert f"{table}.csv" in back.faults[0].sentence.lv


def test_findings_and_ledger_may_be_missing(folder: Path) -> None:
    for name in ("findings", "ledger"):
        (folder / f"{name}.csv").unlink()
    assert read_folder(folder).faults == ()


def test_a_year_without_items_makes_no_false_finding(folder: Path) -> None:
    def without_second_year(rows: Rows) -> None:
        rows[:] = [row for row in rows if row["year_no"] != "2"]

    changed(folder, "indicators", without_second_year)
    back = changed(folder, "activities", without_second_year)
    codes = {each.code for each in findings_of([each for each in back.submissions if "kurzeme-20" in each.source_file])}
    assert codes
    assert not codes & {"year-numbering", "years-do-not-tile", "finance-period-differs"}


@pytest.mark.parametrize(
    ("table", "old", "new", "says"),
    [
        ("finances", ";49000,00;", ";49.000,00;", "kolonna „Plānots, EUR”: stāv „49.000,00”"),
        ("activities", ";1;15.07.2022.;", ";1;31.02.2022.;", "kolonna „Gads no”: stāv „31.02.2022.”"),
        (
            "activities",
            ";1;15.07.2022.;14.07.2023.;;1;",
            ";1;15.07.2022.;14.07.2023.;;02.janv;",
            "kolonna Punkts: tas nav",
        ),
        ("documents", "Uzdevuma veicējs", "Uzdevuma veicejs", "pārdēvējiet to par „Uzdevuma veicējs”"),
    ],
)
def test_a_fault_calls_the_column_as_its_file_does(
    tmp_path: Path, samples: list[Submission], table: str, old: str, new: str, says: str
) -> None:
    write_csv_files(tmp_path, samples, [], EXCEL_LV)
    path = tmp_path / f"{table}.csv"
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())
    assert says in read_folder(tmp_path).faults[0].sentence.lv
