"""Arguments in, exit code out, one sentence where something is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import checks
from pipeline.catalogue import Sentence
from pipeline.cli import exit_code
from pipeline.errors import RunError
from pipeline.findings import Finding
from tests.saboteurs.files import SABOTEURS, SAMPLE
from tests.submissions import finding

TABLES = [
    "activities.csv",
    "documents.csv",
    "finances.csv",
    "findings.csv",
    "indicators.csv",
    "ledger.csv",
    "unclaimed.csv",
]


@pytest.fixture
def no_findings(monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    """The checks find what the test puts into this list."""
    found: list[Finding] = []
    monkeypatch.setattr(checks, "findings_in_parts", lambda _submissions: found)
    monkeypatch.setattr(checks, "warm_up", lambda: None)
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.pdf").write_bytes(SAMPLE.read_bytes())
    return tmp_path / "in"


def run(folder: Path, *options: str) -> int:
    return exit_code(["run", str(folder), "--out", str(folder.parent / "out"), *options])


def kopsavilkums(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, **options)  # type: ignore[call-overload,no-any-return]  # noqa: S603


@pytest.mark.usefixtures("no_findings")
def test_a_run_writes_every_file(folder: Path) -> None:
    run(folder)
    assert sorted(path.name for path in (folder.parent / "out").iterdir()) == sorted(
        [*TABLES, ".kopsavilkums", "datapackage.json", "kopsavilkums.xlsx", "report", "run.json"]
    )


@pytest.mark.parametrize(("severity", "code"), [("info", 0), ("warning", 0), ("error", 1)])
def test_only_an_error_level_finding_makes_1(
    folder: Path, no_findings: list[Finding], severity: str, code: int
) -> None:
    no_findings.append(finding(severity))  # type: ignore[arg-type]
    assert run(folder) == code


def test_a_file_that_cannot_be_read_makes_3_whatever_else_is_wrong(folder: Path, no_findings: list[Finding]) -> None:
    no_findings.append(finding("error"))
    (folder / "empty.pdf").touch()
    assert run(folder) == 3


@pytest.mark.usefixtures("no_findings")
def test_the_tables_for_excel_are_described_and_read_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "--tables-only", "--dialect", "excel-lv") == 0
    out = folder.parent / "out"
    described = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))["resources"][0]
    told = json.loads((out / "run.json").read_text(encoding="utf-8"))["options"]["dialect"]
    assert (described["dialect"]["delimiter"], told) == (";", "excel-lv")
    assert (exit_code(["check", str(out)]), capsys.readouterr().err) == (0, "")


@pytest.mark.usefixtures("no_findings")
def test_every_saboteur_has_its_row_and_its_sentence_and_harms_no_other(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, saboteur in SABOTEURS.items():
        (folder / name).write_bytes(saboteur.content())
    run(folder, "--json")
    told = capsys.readouterr()
    failed = {each["source_file"]: each["failure"] for each in json.loads(told.out.splitlines()[-1])["run"]["failed"]}
    assert failed.keys() == SABOTEURS.keys()
    assert all(saboteur.says in failed[name] for name, saboteur in SABOTEURS.items())
    assert "Traceback" not in told.err


def test_a_check_that_cannot_run_makes_4(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_submissions: object) -> list[Finding]:
        raise RunError(Sentence("Pārbaude neizdevās.", "A check failed."))

    monkeypatch.setattr(checks, "findings_in_parts", broken)
    assert run(folder) == 4
    assert capsys.readouterr().err.strip() == "Pārbaude neizdevās."


def test_a_fault_of_the_program_makes_4_and_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checks, "findings_in_parts", lambda _submissions: 1 / 0)
    assert run(folder) == 4
    told = capsys.readouterr().err
    assert told.startswith("Programmas kļūda (ZeroDivisionError")
    assert told.count("\n") == 1


def test_ctrl_c_is_said_in_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(_submissions: object) -> list[Finding]:
        raise KeyboardInterrupt

    monkeypatch.setattr(checks, "findings_in_parts", stopped)
    assert run(folder) == 130
    assert capsys.readouterr().err.startswith("Darbs pārtraukts: nolasīti 1 no 1 failiem")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "Nav norādīta komanda."),
        (["run"], "Trūkst argumenta: IEVADE"),
        (["run", "x"], "Trūkst argumenta: --out"),
        (["run", "x", "--out", "o", "--nope"], "Nav tādas izvēles: --nope."),
        (["run", "x", "--out", "o", "--workers", "0"], "Nederīga vērtība: --workers"),
        (["run", "nowhere-at-all", "--out", "o"], "nav atrasta"),
        (["read", "nowhere-at-all"], "nav atrasta"),
        (["read", "."], "ir mape"),
        (["samples", "check", "nowhere-at-all"], "nav atrasta"),
        (["run", "in", "--out", "out", "--dialect", "excel"], "--dialect"),
        (["dance"], "--help"),
    ],
)
def test_wrong_usage_makes_2_and_a_latvian_sentence(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code(arguments) == 2
    assert says in capsys.readouterr().err


def test_a_wrong_input_makes_no_output_folder(tmp_path: Path) -> None:
    exit_code(["run", str(tmp_path / "nowhere"), "--out", str(tmp_path / "out")])
    assert not (tmp_path / "out").exists()


def test_an_empty_folder_makes_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["run", str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    assert "nav neviena dokumenta" in capsys.readouterr().err


def test_an_output_that_is_a_file_makes_2(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder.parent / "out").touch()
    assert run(folder) == 2
    assert "ir fails, nevis mape" in capsys.readouterr().err


def test_errors_can_be_told_in_english(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exit_code(["run", str(tmp_path / "nowhere"), "--out", str(tmp_path / "out"), "--lang", "en"])
    assert "was not found" in capsys.readouterr().err


@pytest.mark.usefixtures("no_findings")
def test_events_are_all_that_stands_on_stdout_and_the_last_holds_run_json(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(folder, "--json")
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["event"] for each in events] == ["begun", "reading", "read", "drawing", "finished"]
    assert (events[0]["files"], events[2]["source_file"], events[2]["read"]) == (1, "a.pdf", True)
    assert events[-1]["run"] == json.loads((folder.parent / "out" / "run.json").read_text(encoding="utf-8"))


def test_quiet_says_nothing_but_errors(
    folder: Path, no_findings: list[Finding], capsys: pytest.CaptureFixture[str]
) -> None:
    no_findings.extend([finding("warning", message="Tikai brīdinājums."), finding("error")])
    run(folder, "--quiet")
    told = capsys.readouterr()
    assert told.out == ""
    assert "Summas nesakrīt." in told.err
    assert "Tikai brīdinājums." not in told.err


def test_a_document_cannot_steer_the_terminal(
    folder: Path, no_findings: list[Finding], capsys: pytest.CaptureFixture[str]
) -> None:
    no_findings.append(finding("warning", message="\x1b[2Jtukšs"))
    run(folder)
    assert "\x1b" not in capsys.readouterr().out


def test_read_prints_one_documents_records(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["read", str(folder / "a.pdf")]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["region"] == "Kurzeme"


def test_read_of_a_broken_file_makes_3_and_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.pdf").touch()
    assert exit_code(["read", str(tmp_path / "a.pdf")]) == 3
    assert "tukšs" in capsys.readouterr().err


def test_samples_are_accepted_and_then_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["samples", "check", str(folder)]) == 1
    assert exit_code(["samples", "accept", str(folder)]) == 0
    assert exit_code(["samples", "check", str(folder)]) == 0
    assert capsys.readouterr().out == "a.pdf: nav apstiprināts\nApstiprināts 1 fails.\na.pdf: sakrīt\n"


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["--version"]) == 0
    assert capsys.readouterr().out.startswith("kopsavilkums ")


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["samples", "accept", "--help"]])
def test_help_is_latvian(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(arguments) == 0
    told = capsys.readouterr().out
    assert "Lietojums:" in told
    assert not [word for word in ("Usage", "Options", "Arguments", "Show", "required", "default") if word in told]


def test_help_imports_no_reader_and_no_checks() -> None:
    code = (
        "import sys; from pipeline.cli import exit_code; exit_code(['run', '--help']);"
        "print(sorted({'pandas', 'numpy', 'great_expectations', 'pdfplumber', 'rich', 'pipeline.run'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)  # noqa: S603
    assert done.stdout.splitlines()[-1] == "[]"


READ_IN_A_FRESH_PROCESS = f"""
import sys
from multiprocessing import forkserver
from pathlib import Path
from pipeline.cli import exit_code
exit_code(["read", {str(SAMPLE)!r}])
print(forkserver._forkserver._forkserver_pid)
from pipeline.journey import submission
submission(Path({str(SAMPLE)!r}), "")
without = {{"pandas", "great_expectations", "pdfplumber", "rich", "lxml", "cv2", "pipeline.run", "pipeline.sources.docx"}}
print(sorted(without & set(sys.modules)))
"""


def test_a_document_is_read_without_what_checks_it_and_without_a_second_interpreter() -> None:
    command = [sys.executable, "-c", READ_IN_A_FRESH_PROCESS]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)  # noqa: S603
    *_, server, loaded = done.stdout.splitlines()
    assert loaded == "[]"
    assert server == "None" or sys.platform != "linux"


@pytest.mark.skipif(os.name == "nt", reason="pipes are closed in another way there")
def test_a_reader_that_stops_reading_is_no_traceback() -> None:
    source, sink = os.pipe()
    os.close(source)
    command = [sys.executable, "-m", "pipeline", "read", str(SAMPLE)]
    done = subprocess.run(command, stdout=sink, stderr=subprocess.PIPE, encoding="utf-8", check=False)  # noqa: S603
    os.close(sink)
    assert (done.returncode, done.stderr.count("\n"), "Traceback" in done.stderr) == (4, 1, False)


@pytest.mark.slow
def test_two_runs_with_other_numbers_of_workers_give_the_same_bytes(folder: Path) -> None:
    (folder / "b.txt").write_text("Kopsavilkums", encoding="utf-8")
    (folder / "c.pdf").write_bytes(SAMPLE.read_bytes())
    for number in (1, 3):
        kopsavilkums("run", str(folder), "--out", str(folder.parent / f"out{number}"), "--workers", str(number))
    read = [{name: (folder.parent / f"out{number}" / name).read_bytes() for name in TABLES} for number in (1, 3)]
    assert read[0] == read[1]
