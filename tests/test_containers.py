"""Containers from the command line: what is in them is read as if it had come alone, and nothing of a signer gets out."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline import batch
from pipeline.checks import findings_of
from pipeline.cli import exit_code
from pipeline.exports.csv_files import table_csv
from pipeline.inputs import input_files
from pipeline.records import Submission
from pipeline.tables import ACTIVITIES, DOCUMENTS, FINANCES, INDICATORS, LEDGER, UNCLAIMED
from pipeline.unpacking import unpacked
from pipeline.versions import with_versions
from tests.makers.container import MARKED, Signed, edoc, zipped
from tests.saboteurs.containers import LETTER

SAMPLES = Path(__file__).parents[1] / "samples"
PDF = (SAMPLES / "kurzeme-libreoffice.pdf").read_bytes()
TEXT = (SAMPLES / "kurzeme-2022-2025.txt").read_bytes()
WORD = (SAMPLES / "kurzeme-word.docx").read_bytes()
OTHER = (SAMPLES / "latgale-medijpratiba.txt").read_bytes()
NAME = "Kopsavilkums – Kurzeme.pdf"
BY_BOTH = (Signed(), Signed("seal"))
FORMS = {
    "alone": ("a.pdf", PDF),
    "signed": ("a.edoc", edoc({NAME: PDF}, BY_BOTH)),
    "under the name of something else": ("a.pdf", edoc({NAME: PDF})),
    "in a plain archive, stored first": ("a.zip", b""),
    "in a container in a container": ("a.zip", zipped({"sūtījums/b.edoc": edoc({"c.asice": edoc({NAME: PDF})})})),
    "as PDF and as text": ("a.edoc", edoc({"a.txt": TEXT, NAME: PDF})),
    "as PDF and as Word file": ("a.edoc", edoc({"a.docx": WORD, NAME: PDF})),
}
RECORDS = (ACTIVITIES, INDICATORS, FINANCES, LEDGER, UNCLAIMED)


def stored(folder: Path) -> bytes:
    """An archive whose first bytes hold the beginning of a PDF."""
    with zipfile.ZipFile(folder / "stored.zip", "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.pdf", PDF)
    return (folder / "stored.zip").read_bytes()


def read(folder: Path, name: str, content: bytes) -> list[Submission]:
    """What is read of one submitted file."""
    (folder / "in").mkdir(parents=True)
    (folder / "in" / name).write_bytes(content)
    with unpacked(input_files([folder / "in"]), workers=1) as files:
        return with_versions(batch.submissions(files, batch.here()))


def run(folder: Path, name: str, content: bytes, *options: str) -> Path:
    """The output folder of a run over one file."""
    (folder / "in").mkdir(parents=True)
    (folder / "in" / name).write_bytes(content)
    exit_code(["run", str(folder / "in"), "--out", str(folder / "out"), "--quiet", *options])
    return folder / "out"


def rows(submissions: Sequence[Submission]) -> list[dict[str, str]]:
    """The rows of documents.csv."""
    return list(csv.DictReader(table_csv(DOCUMENTS, submissions, []).splitlines()))


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> list[Submission]:
    return read(tmp_path_factory.mktemp("alone"), *FORMS["alone"])


@pytest.mark.parametrize("form", [each for each in FORMS if each != "alone"])
def test_the_records_are_those_of_the_document_alone(form: str, alone: list[Submission], tmp_path: Path) -> None:
    name, content = FORMS[form]
    found = read(tmp_path, name, content or stored(tmp_path))
    assert [table_csv(each, found, []) for each in RECORDS] == [table_csv(each, alone, []) for each in RECORDS]


def test_each_file_is_named_by_its_way(tmp_path: Path) -> None:
    found = read(tmp_path, *FORMS["in a container in a container"])
    assert [each.source_file for each in found] == [f"a.zip/sūtījums/b.edoc/c.asice/{NAME}"]


def test_the_row_says_when_and_by_what_it_was_signed_and_that_nobody_verified_it(tmp_path: Path) -> None:
    [row] = rows(read(tmp_path, *FORMS["signed"]))
    columns = ("signed", "signatures", "signed_at", "signed_by", "signature_digests", "signature_check", "same_as")
    expected = ("signed", "2", "2025-08-01T09:30:00Z", "person_and_seal", "match", "not_verified", "")
    assert tuple(row[each] for each in columns) == expected


def test_of_two_versions_it_is_said_which_was_read_and_sums_count_once(tmp_path: Path) -> None:
    pdf, text = rows(read(tmp_path, *FORMS["as PDF and as text"]))
    assert (text["same_as"], pdf["same_as"]) == (f"a.edoc/{NAME}", "")
    assert (text["planned_eur"], pdf["planned_eur"]) == ("", "147000.00")
    assert (text["status"], text["route"]) == ("ok", "text")


@pytest.mark.parametrize("dialect", ["open-data", pytest.param("excel-lv", marks=pytest.mark.slow)])
def test_no_name_of_a_signer_reaches_any_output(
    dialect: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    content = zipped({"a.edoc": edoc({NAME: PDF, "b.bin": b"\x00\x01"}, BY_BOTH), "b.edoc": edoc({"c.txt": OTHER})})
    machines = ("--junit", str(tmp_path / "junit.xml"), "--jsonl", str(tmp_path / "findings.jsonl"))
    out = run(tmp_path, "a.zip", content, "--dialect", dialect, *machines)
    exit_code(["read", str(tmp_path / "in" / "a.zip")])
    exit_code(["explain", str(tmp_path / "in" / "a.zip" / "a.edoc" / NAME)])
    told = capfd.readouterr()
    written = [path for path in (*out.rglob("*"), *tmp_path.glob("*.*")) if path.is_file()]
    assert len(written) > 12
    texts = [told.out.encode(), told.err.encode(), *(content for path in written for content in _contents(path))]
    assert [mark for mark in MARKED for each in texts if mark.encode() in each or _escaped(mark) in each] == []


def _contents(path: Path) -> list[bytes]:
    """The bytes of a file, and of the parts of a workbook."""
    if path.suffix != ".xlsx":
        return [path.read_bytes()]
    with zipfile.ZipFile(path) as workbook:
        return [workbook.read(each) for each in workbook.namelist()]


def _escaped(mark: str) -> bytes:
    return json.dumps(mark)[1:-1].encode()


def test_a_changed_file_is_a_warning_with_its_name(tmp_path: Path) -> None:
    found = findings_of(read(tmp_path, "a.edoc", edoc({NAME: PDF}, [Signed(files={NAME: b"cits"})])))
    told = [(each.severity, each.row) for each in found if each.code == "signature-differs"]
    assert told == [("warning", f"a.edoc/{NAME}")]


def test_what_is_refused_has_a_row_with_its_reason_and_costs_nothing_else(tmp_path: Path) -> None:
    content = zipped({"../a.txt": LETTER, "b.txt": OTHER, "c.bin": bytes(range(256)), "d.zip": b"PK\x03\x04"})
    found = {each["source_file"]: each for each in rows(read(tmp_path, "a.zip", content))}
    assert {name: each["status"] for name, each in found.items()} == {
        "a.zip/a.txt": "failed",
        "a.zip/b.txt": "ok",
        "a.zip/c.bin": "failed",
        "a.zip/d.zip": "failed",
    }
    assert all(each["failure"] for each in found.values() if each["status"] == "failed")


@pytest.mark.slow
def test_any_number_of_workers_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.edoc", "b.zip", "c.zip"):
        (tmp_path / "in" / name).write_bytes(zipped({"in.edoc": edoc({"b.txt": OTHER, "a.txt": TEXT})}))
    told = []
    for workers in (1, 3):
        with unpacked(input_files([tmp_path / "in"]), workers=workers) as files:
            found = with_versions(batch.submissions(files, batch.fenced(workers=workers) if workers else batch.here()))
        told.append([table_csv(each, found, []) for each in (DOCUMENTS, *RECORDS)])
    assert told[0] == told[1]


def test_a_folder_of_these_tables_stands_as_the_documents_did(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = edoc({NAME: PDF, "a.txt": TEXT, "b.txt": OTHER}, [Signed(files={NAME: b"cits", "a.txt": TEXT})])
    out = run(tmp_path, "a.edoc", content, "--tables-only", "--jsonl", str(tmp_path / "a.jsonl"))
    capsys.readouterr()
    exit_code(["check", str(out), "--quiet", "--jsonl", str(tmp_path / "b.jsonl")])
    first, again = (_codes(tmp_path / name) for name in ("a.jsonl", "b.jsonl"))
    assert first == again


def _codes(path: Path) -> list[tuple[str, str]]:
    lines = [json.loads(each) for each in path.read_text(encoding="utf-8").splitlines()]
    return sorted((each["code"], each["row"]) for each in lines)


def test_read_gives_a_list_of_all_in_a_container(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.edoc"
    path.write_bytes(edoc({"a.txt": TEXT, "b.txt": OTHER}))
    assert exit_code(["read", str(path)]) == 0
    assert [each["source_file"] for each in json.loads(capsys.readouterr().out)] == ["a.edoc/a.txt", "a.edoc/b.txt"]


def test_explain_asks_which_and_takes_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.edoc"
    path.write_bytes(edoc({"a.txt": TEXT, "b.txt": OTHER}))
    address = "finances/2022-07-15/remainder_eur"
    assert exit_code(["explain", str(path), address]) == 2
    assert "a.edoc/a.txt; a.edoc/b.txt" in capsys.readouterr().err
    assert exit_code(["explain", str(path / "a.txt"), address]) == 0
    assert "1 213,47" in capsys.readouterr().out


def test_explain_needs_no_name_where_there_is_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.edoc"
    path.write_bytes(edoc({"a.txt": TEXT}))
    assert exit_code(["explain", str(path), "finances/2022-07-15/remainder_eur"]) == 0
    assert "1 213,47" in capsys.readouterr().out


def test_a_name_that_is_not_in_a_container_is_told_with_those_that_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.edoc"
    path.write_bytes(edoc({"a.txt": TEXT}))
    assert exit_code(["read", str(path / "b.txt")]) == 2
    assert "a.edoc/a.txt" in capsys.readouterr().err
