"""datapackage.json says of every file and column what holds, and a validator that knows nothing of this program agrees."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package
from msgspec.structs import replace

from pipeline.catalogue import Language
from pipeline.checks import findings_of
from pipeline.errors import RunError
from pipeline.exports.csv_files import write_csv_files
from pipeline.exports.datapackage import datapackage_json, write_datapackage
from pipeline.findings import Finding
from pipeline.records import FieldValue, FinancePeriod, Submission, UnclaimedText
from pipeline.tables import TABLES, Column, Table
from pipeline.tables.dialects import DIALECTS, EXCEL_LV, OPEN_DATA, Dialect
from tests.submissions import PERIOD, SOURCE, activity, failed, finding, line, submission, summary, year
from tests.word_account.true_tables import MADE, SAMPLES, read

LANGUAGES: tuple[Language, ...] = ("lv", "en")
HOSTILE = [
    "=1+1", "- atlikums", "+1", "@a", "＝1", "\t=1", "\r\n=1", "'=1", "'", '"', '";"', "a;b,c\td", "a\nb", "a\r\nb", "2.1",
    "1/3", "12345678e123", "0012", "2022-07-15", "1213,47", "\u202e\u200f", "\ufeff", "\ud800\x00\x1b[31m", "NULL", " ",
    "x" * 10_000, "{}", "../../etc/passwd", "<script>", "\u2028", "\U0001f600",
]  # fmt: skip


def each_dialect(test: Any) -> Any:
    return pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)(test)


def each_column(test: Any) -> Any:
    columns = [(table, column) for table in TABLES for column in table.columns]
    ids = [f"{table.name}-{column.name}" for table, column in columns]
    return pytest.mark.parametrize(("table", "column"), columns, ids=ids)(test)


def package(dialect: Dialect, language: Language = "lv") -> dict[str, dict[str, Any]]:
    """The resources by their names."""
    return {each["name"]: each for each in json.loads(datapackage_json(dialect, language))["resources"]}


def fields(table: Table[Any], dialect: Dialect, language: Language = "lv") -> list[dict[str, Any]]:
    return list(package(dialect, language)[table.name]["schema"]["fields"])


def field(table: Table[Any], column: Column[Any], dialect: Dialect, language: Language = "lv") -> dict[str, Any]:
    return fields(table, dialect, language)[table.columns.index(column)]


def faults(folder: Path) -> list[list[Any]]:
    """What the validator has to say of a folder."""
    return list(
        Package(str(folder / "datapackage.json")).validate().flatten(["path", "rowNumber", "fieldName", "note"])
    )


def written(folder: Path, submissions: list[Submission], findings: list[Finding], dialect: Dialect) -> Path:
    write_csv_files(folder, submissions, findings, dialect)
    write_datapackage(folder, dialect, "lv")
    return folder


def hostile_submissions() -> list[Submission]:
    """Each hostile text wherever a document's words may stand; the same bytes twice; files that could not be read."""
    years = (year(*map(activity, HOSTILE), *(replace(activity(), section=each, item="1.a") for each in HOSTILE)),)
    lines = (line("49000.00", "0"), *(line("-128.28", None, each) for each in HOSTILE))
    made = [
        summary(
            years=years,
            unclaimed=tuple(UnclaimedText(1, each, 1) for each in HOSTILE),
            fields=(FieldValue("performer", "veicējs", True, each, SOURCE),),
        )
        for each in HOSTILE
    ]
    of = [
        replace(each, title=text, finances=(FinancePeriod(PERIOD, lines),))
        for each, text in zip(made, HOSTILE, strict=True)
    ]
    read_ones = [
        submission(f"{text}.pdf", f"{n:012}", each) for n, (text, each) in enumerate(zip(HOSTILE, of, strict=True))
    ]
    return [*read_ones, submission("again.pdf", f"{0:012}", of[0]), failed(), failed("none.pdf", "")]


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(scope="module")
def samples() -> list[Submission]:
    return [read(path) for path in (*MADE, *SAMPLES)]


@each_dialect
@pytest.mark.usefixtures("no_network")
def test_the_tables_of_all_samples_are_valid(tmp_path: Path, dialect: Dialect, samples: list[Submission]) -> None:
    assert faults(written(tmp_path, samples, findings_of(samples), dialect)) == []


@each_dialect
@pytest.mark.usefixtures("no_network")
def test_tables_of_hostile_texts_are_valid(tmp_path: Path, dialect: Dialect) -> None:
    findings = [
        replace(finding("warning", f"{n:012}"), message=text, row=text, expected=text)
        for n, text in enumerate(HOSTILE)
    ]  # fmt: skip
    assert faults(written(tmp_path, hostile_submissions(), findings, dialect)) == []


@each_dialect
@pytest.mark.usefixtures("no_network")
def test_tables_without_rows_are_valid(tmp_path: Path, dialect: Dialect) -> None:
    assert faults(written(tmp_path, [], [], dialect)) == []


@pytest.mark.parametrize(
    ("dialect", "spoil"),
    [
        (OPEN_DATA, lambda text: text.replace("2022-07-15", "15.07.2022.")),
        (OPEN_DATA, lambda text: text.replace("49000.00", "49000,00")),
        (OPEN_DATA, lambda text: text.replace("aaaaaaaaaaaa", "aaaaaaaaaaab")),
        (OPEN_DATA, lambda text: text.replace("aaaaaaaaaaaa,2022", ",2022")),
        (OPEN_DATA, lambda text: text.replace("planned_eur", "planned")),
        (EXCEL_LV, lambda text: text.replace("15.07.2022.", "2022-07-15")),
        (EXCEL_LV, lambda text: text.replace("49000,00", "49000.00")),
        (EXCEL_LV, lambda text: text.replace("Plānots, EUR", "Planots, EUR")),
        (EXCEL_LV, lambda text: text.replace(";", ",")),
    ],
)
def test_the_validator_sees_what_is_wrong(tmp_path: Path, dialect: Dialect, spoil: Callable[[str], str]) -> None:
    written(tmp_path, [submission(of=summary(totals=(line("49000.00", "0.00"),)))], [], dialect)
    path = tmp_path / "finances.csv"
    text = path.read_bytes().decode()
    path.write_bytes(spoil(text).encode())
    assert faults(tmp_path) != []


@each_dialect
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_fields_are_called_as_in_the_file(tmp_path: Path, table: Table[Any], dialect: Dialect) -> None:
    written(tmp_path, [], [], dialect)
    header = (tmp_path / f"{table.name}.csv").read_text(encoding="utf-8-sig").strip()
    names = [each["name"] for each in fields(table, dialect)]
    assert [each.strip('"') for each in header.split(dialect.delimiter)] == names


@each_column
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_is_described(table: Table[Any], column: Column[Any], language: Language) -> None:
    told = field(table, column, OPEN_DATA, language)
    assert told["title"] == column.heading(language)
    assert told["description"].rstrip(".").casefold() == table.column_meaning(column, language).casefold()


@each_column
def test_every_column_is_described_in_two_languages(table: Table[Any], column: Column[Any]) -> None:
    assert table.column_meaning(column, "lv") != table.column_meaning(column, "en")


@each_column
def test_a_list_of_words_is_an_enumeration(table: Table[Any], column: Column[Any]) -> None:
    assert tuple(field(table, column, EXCEL_LV).get("constraints", {}).get("enum", ())) == column.words


@pytest.mark.parametrize(
    ("dialect", "sign", "days"), [(OPEN_DATA, ".", "default"), (EXCEL_LV, ",", "%d.%m.%Y.")], ids=DIALECTS
)
def test_decimal_signs_and_dates_are_those_of_the_dialect(dialect: Dialect, sign: str, days: str) -> None:
    told = [each for table in TABLES for each in fields(table, dialect)]
    assert {each["decimalChar"] for each in told if each["type"] == "number"} == {sign}
    assert {each["format"] for each in told if each["type"] == "date"} == {days}


@each_dialect
def test_what_names_a_document_leads_to_the_documents(dialect: Dialect) -> None:
    told = {name: each["schema"].get("foreignKeys", []) for name, each in package(dialect).items()}
    assert [
        name for name, keys in told.items() if "documents" not in [key["reference"]["resource"] for key in keys]
    ] == ["documents"]


def test_titles_are_in_the_language_of_the_run() -> None:
    assert [package(OPEN_DATA, each)["ledger"]["title"] for each in LANGUAGES] == ["Naudas plūsma", "Money flow"]


@each_dialect
def test_the_same_dialect_and_language_give_the_same_bytes(tmp_path: Path, dialect: Dialect) -> None:
    first = write_datapackage(tmp_path, dialect, "lv").read_bytes()
    assert write_datapackage(tmp_path, dialect, "lv").read_bytes() == first


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").mkdir()
    with pytest.raises(RunError):
        write_datapackage(tmp_path, OPEN_DATA, "lv")
