"""The workbook read back: its values are those of the records, its sums are right, its links lead somewhere."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import warnings
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from msgspec.structs import replace
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.checks import findings_of
from pipeline.exports.workbook import file as workbook_file
from pipeline.exports.workbook.writing import write_workbook
from pipeline.findings import Finding
from pipeline.journey import submission
from pipeline.records import Submission
from tests.checks import made
from tests.exports.report.hostile import HOSTILE, poisoned_finding, poisoned_submission

SAMPLES = Path(__file__).parents[3] / "samples"
NAMES = ("adaptivais-sports.pdf", "kurzeme-2022-2025.txt", "kurzeme-typst.pdf")
SHEETS = [
    "Kopskats",
    "Finanses",
    "Naudas plūsma",
    "Rādītāji",
    "Rādītāji kopā",
    "Aktivitātes",
    "Piezīmes",
    "Neatpazīts teksts",
    "Kā lasīt",
]
# Excel itself writes a backslash; LibreOffice reads both.
REPORT_PAGE = re.compile(r"report[\\/][0-9a-f]{12}\.html")
ONCE = '=IF(COUNTIFS({0},"<>",$M$2:$M$5,"")=0,"",SUMIFS({0},$M$2:$M$5,""))'
SOFFICE = shutil.which("soffice")


@cache
def submissions() -> tuple[Submission, ...]:
    broken = Submission("f" * 12, "bojats.pdf", "", 0, None, "PDF ir bojāts.", "The PDF is broken.")
    return (*(submission(SAMPLES / name, name) for name in NAMES), broken)


@cache
def findings() -> tuple[Finding, ...]:
    return tuple(findings_of(submissions()))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_workbook(tmp_path_factory.mktemp("book"), submissions(), findings(), "lv")[0]


@pytest.fixture(scope="module")
def book(path: Path) -> openpyxl.Workbook:
    """With formulas as they are written."""
    return openpyxl.load_workbook(path)


@pytest.fixture(scope="module")
def shown(path: Path) -> openpyxl.Workbook:
    """With the values that stand beside the formulas."""
    return openpyxl.load_workbook(path, data_only=True)


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    heading, *lines = ([cell.value for cell in row] for row in sheet.iter_rows())
    return [dict(zip(map(str, heading), line, strict=True)) for line in lines]


def test_the_sheets_stand_in_their_order(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == SHEETS


def test_a_file_has_its_amounts_as_numbers_and_its_days_as_dates(shown: openpyxl.Workbook) -> None:
    row = rows(shown["Kopskats"])[1]
    assert (row["Fails"], row["Stāvoklis"], row["Reģions"]) == ("kurzeme-2022-2025.txt", "kārtībā", "Kurzeme")
    assert (row["Plānots, EUR"], row["Faktiski, EUR"]) == (147000, 145658.25)
    assert (row["Deleģēts no"], row["Deleģēts līdz"]) == (datetime(2022, 7, 15), datetime(2025, 7, 14))  # noqa: DTZ001
    assert row["Brīdinājumi"] == 2


def test_numbers_and_dates_have_formats(book: openpyxl.Workbook) -> None:
    sheet = book["Kopskats"]
    assert (sheet["G3"].number_format, sheet["E2"].number_format) == ("[$-426]#,##0.00", "[$-426]dd.mm.yyyy.")


def test_an_amount_that_was_refused_is_an_empty_cell(shown: openpyxl.Workbook) -> None:
    row = rows(shown["Kopskats"])[0]
    assert (row["Plānots, EUR"], row["Plānots − faktiski, EUR (aprēķināts)"]) == (None, None)


def test_a_file_that_was_not_read_says_why(shown: openpyxl.Workbook) -> None:
    row = rows(shown["Kopskats"])[3]
    assert (row["Fails"], row["Stāvoklis"], row["Kāpēc nav nolasīts"]) == (
        "bojats.pdf",
        "nav nolasīts",
        "PDF ir bojāts.",
    )


def test_the_sums_count_each_submission_once(shown: openpyxl.Workbook, book: openpyxl.Workbook) -> None:
    once, visible = rows(shown["Kopskats"])[-2:]
    assert (once["Plānots, EUR"], visible["Plānots, EUR"]) == (147000, 294000)
    assert book["Kopskats"]["G6"].value == ONCE.format("$G$2:$G$5")
    assert book["Kopskats"]["G7"].value == '=IF(SUBTOTAL(102,$G$2:$G$5)=0,"",SUBTOTAL(109,$G$2:$G$5))'


def test_the_money_below_the_finances_is_that_of_the_periods_alone(shown: openpyxl.Workbook) -> None:
    total = rows(shown["Finanses"])[-1]
    expected = sum(
        (period.total.actual or Decimal(0))
        for each in submissions()[:2]
        if each.summary
        for period in each.summary.finances
    )
    assert total["Faktiski, EUR"] == pytest.approx(float(expected))


def test_what_is_left_is_computed_beside_what_is_stated(book: openpyxl.Workbook, shown: openpyxl.Workbook) -> None:
    line = next(
        number
        for number, row in enumerate(rows(shown["Finanses"]), start=2)
        if row["Fails"] == NAMES[1] and row["Faktiski, EUR"] == 47786.53
    )
    sheet = shown["Finanses"]
    assert [sheet.cell(line, place).value for place in (8, 9, 10)] == [1213.47, 1213.47, 0]
    assert book["Finanses"].cell(line, 9).value == f"=F{line}-G{line}"


def test_the_ledger_has_a_row_for_each_period_and_purpose(shown: openpyxl.Workbook) -> None:
    unseen = [row["Vairs nav redzams, EUR"] for row in rows(shown["Naudas plūsma"]) if row["Fails"] == NAMES[1]]
    assert unseen[:3] == [1213.47, 1040.13, 173.34]


def test_units_are_added_up_from_their_stated_counts(shown: openpyxl.Workbook, book: openpyxl.Workbook) -> None:
    found = {
        (row["Mērvienība"], row["Sākuma gads"]): (row["Norādīto skaitu summa"], row["Ierakstu skaits"])
        for row in rows(shown["Rādītāji kopā"])
        if row["Uzdevuma veicējs"] == "Biedrība „Kurzemes NVO centrs”"
    }
    content = submissions()[1].summary
    assert content
    counted = [
        each.count
        for activity in content.years[0].activities
        for each in activity.indicators
        if each.unit_lemma == "konsultācija" and each.basis == "stated"
    ]
    assert found["konsultācija", 2022] == (sum(counted), len(counted))
    assert book["Rādītāji kopā"]["E2"].value == "=SUMIFS('Rādītāji'!$G:$G,'Rādītāji'!$R:$R,G2)"


def test_the_second_copy_of_a_submission_belongs_to_no_sum(shown: openpyxl.Workbook) -> None:
    again = [row["Summas numurs"] for row in rows(shown["Rādītāji"]) if row["Fails"] == NAMES[2]]
    assert again
    assert set(again) == {None}


def test_a_finding_leads_to_its_row(book: openpyxl.Workbook) -> None:
    sheet = book["Piezīmes"]
    lines = {row[2].value: row[4] for row in sheet.iter_rows(min_row=2)}
    message = next(each.message for each in findings() if each.code == "carry-over-unaccounted")
    place = re.fullmatch(r"'Finanses'!A(\d+)", lines[message].hyperlink.location)
    assert place
    target = [cell.value for cell in book["Finanses"][int(place[1])]]
    assert target[2] == datetime(2023, 7, 15)  # noqa: DTZ001
    assert target[4] is None


def test_a_finding_on_the_document_as_a_whole_leads_to_its_file(tmp_path: Path) -> None:
    summary = made.summary(title_years=(1999, 2024))
    batch = [made.submission(made.summary(), "b" * 12, "b.pdf"), made.submission(summary, "a" * 12, "a.pdf")]
    found = [each for each in findings_of(batch) if each.code == "title-years-differ"]
    book = openpyxl.load_workbook(write_workbook(tmp_path, batch, found, "lv")[0])
    assert book["Piezīmes"]["E2"].hyperlink.location == "'Kopskats'!A3"


def test_the_same_bytes_again_are_told_and_counted_once(tmp_path: Path) -> None:
    first = submissions()[1]
    batch = [first, replace(first, source_file="otrs.txt")]
    sheet = openpyxl.load_workbook(write_workbook(tmp_path, batch, [], "lv")[0], data_only=True)["Kopskats"]
    assert [sheet.cell(line, 13).value for line in (2, 3)] == [None, "jā"]
    assert sheet["G4"].value == 147000


def test_every_link_leads_to_the_report_or_to_a_line_that_is_there(book: openpyxl.Workbook) -> None:
    links = [cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    files = {each.target for each in links if each.target}
    assert files
    assert [each for each in files if not REPORT_PAGE.fullmatch(each)] == []
    inside = [re.fullmatch(r"'([^']+)'!A(\d+)", each.location) for each in links if not each.target]
    assert inside
    assert all(each and int(each[2]) <= book[each[1]].max_row for each in inside)


def test_a_page_number_leads_to_its_picture(book: openpyxl.Workbook) -> None:
    cell = next(row[5] for row in book["Piezīmes"].iter_rows(min_row=2) if row[5].value == 3)
    assert (cell.hyperlink.target, cell.hyperlink.location)[1] == "page-3"


def test_headers_are_frozen_and_filtered(book: openpyxl.Workbook) -> None:
    assert [sheet.freeze_panes for sheet in book] == ["B2"] * len(SHEETS)
    assert all(sheet.auto_filter.ref for sheet in book)


def test_a_colour_stands_with_its_word(book: openpyxl.Workbook) -> None:
    severities = {(row[1].value, row[1].fill.fgColor.rgb) for row in book["Piezīmes"].iter_rows(min_row=2)}
    assert severities == {("kļūda", "FFFBE5E3"), ("brīdinājums", "FFFDF0D5"), ("piezīme", "FFE4EDF7")}


def test_the_same_submissions_give_the_same_bytes(path: Path, tmp_path: Path) -> None:
    assert write_workbook(tmp_path, submissions(), findings(), "lv")[0].read_bytes() == path.read_bytes()


def test_it_speaks_english_too(tmp_path: Path) -> None:
    english = openpyxl.load_workbook(write_workbook(tmp_path, submissions(), findings(), "en")[0])
    assert english.sheetnames[:3] == ["Overview", "Finances", "Money flow"]
    assert english["Findings"]["B2"].value == "error"


def test_without_a_report_nothing_leads_there(tmp_path: Path) -> None:
    alone, _ = write_workbook(tmp_path, submissions(), findings(), "lv", with_report=False)
    cells = [cell for sheet in openpyxl.load_workbook(alone) for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.hyperlink and cell.hyperlink.target] == []


@pytest.mark.parametrize("kind", [*HOSTILE, "plus", "minus", "at", "tab", "web", "quotes"])
def test_hostile_text_stays_text(kind: str, tmp_path: Path) -> None:
    more = {
        "plus": "+1+1",
        "minus": "-1+1",
        "at": "@SUM(1)",
        "tab": "\t=1+1",
        "web": "http://127.0.0.1/",
        "quotes": "'!A1",
    }
    text = (HOSTILE | more)[kind]
    told = [poisoned_finding(each, text) for each in findings() if each.document_id == submissions()[0].document_id]
    book = openpyxl.load_workbook(
        write_workbook(tmp_path, [poisoned_submission(submissions()[0], text)], told, "lv")[0]
    )
    ours = re.compile(r"=(IF\((?:COUNTIFS|SUBTOTAL)|SUMIFS|COUNTIFS|ROUND|[FG]\d+-[GH]\d+)")
    for sheet in book:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.data_type != "f" or ours.match(cell.value), cell.value
            assert not cell.hyperlink or not cell.hyperlink.target or REPORT_PAGE.fullmatch(cell.hyperlink.target)


def test_a_text_too_long_for_a_cell_is_cut_and_that_is_said(tmp_path: Path) -> None:
    long = poisoned_submission(submissions()[1], "ļ" * 40_000)
    path, said = write_workbook(tmp_path, [long], [], "lv")
    book = openpyxl.load_workbook(path)
    assert max(len(str(row[7].value)) for row in book["Aktivitātes"].iter_rows(min_row=2)) == 32_767
    assert book["Kā lasīt"]["A2"].value == said[0]
    assert said[0].startswith("UZMANĪBU")
    assert {str(row[7].value)[-1] for row in book["Aktivitātes"].iter_rows(min_row=2)} == {"…"}


def test_rows_and_links_beyond_the_limits_are_left_out_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_file, "MAX_ROWS", 30)
    monkeypatch.setattr(workbook_file, "MAX_LINKS", 5)
    path, said = write_workbook(tmp_path, submissions(), findings(), "lv")
    book = openpyxl.load_workbook(path)
    assert book["Rādītāji"].max_row == 30
    assert said[0].startswith("UZMANĪBU: lapā „")
    links = [cell for row in book["Rādītāji"].iter_rows() for cell in row if cell.hyperlink]
    assert len(links) == 5
    assert any("bez saites" in each for each in said)


def test_a_batch_without_a_readable_document_has_a_workbook_too(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write_workbook(tmp_path, submissions()[3:], [], "lv")[0])
    assert book["Finanses"].max_row == 2


def test_where_nothing_is_known_a_sum_is_empty_and_not_zero(tmp_path: Path) -> None:
    bare = made.submission(replace(made.summary(), finances=()))
    path, _ = write_workbook(tmp_path, [bare], [], "lv")
    sheet = openpyxl.load_workbook(path, data_only=True)["Kopskats"]
    assert [sheet.cell(line, 7).value for line in (3, 4)] == [None, None]
    assert [sheet.cell(line, 11).value for line in (3, 4)] == [0, 0]


def test_what_was_read_without_finances_has_no_sums(tmp_path: Path) -> None:
    bare = made.submission(replace(made.summary(), finances=()))
    book = openpyxl.load_workbook(write_workbook(tmp_path, [bare], [], "lv")[0], data_only=True)
    assert book["Kopskats"]["G2"].value is None


def recalculating_profile(folder: Path) -> Path:
    """A profile in which every workbook is calculated anew when it is opened; otherwise the written figures stay."""
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        """<?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
            <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
          </item>
        </oor:items>""",
        encoding="utf-8",
    )
    return folder


@pytest.mark.skipif(not SOFFICE, reason="no LibreOffice on this machine: the formulas are not recalculated")
def test_libreoffice_calculates_the_same(path: Path, shown: openpyxl.Workbook, tmp_path: Path) -> None:
    home = f"-env:UserInstallation={recalculating_profile(tmp_path / 'profile').as_uri()}"
    command = [
        str(SOFFICE),
        home,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(tmp_path),
    ]
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, timeout=180, check=True)  # noqa: S603
    assert "warn" not in done.stdout.casefold()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        again = openpyxl.load_workbook(io.BytesIO((tmp_path / path.name).read_bytes()), data_only=True)
    formulas = openpyxl.load_workbook(path)
    compared = 0
    for sheet in formulas:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            ours, theirs = (each[sheet.title][cell.coordinate].value for each in (shown, again))
            assert theirs == pytest.approx(ours, abs=0.005), (sheet.title, cell.coordinate, cell.value)
            compared += 1
    assert compared > 150
