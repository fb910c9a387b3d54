"""Every command speaks both languages: its help, its account, its failures, and what is wrong with its arguments."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from pipeline.checks import findings_of
from pipeline.cli import app, exit_code
from pipeline.doctor import examined
from pipeline.exports.csv_files import write_csv_files
from pipeline.usage import HELP_WORDS
from tests.catalogue.code import LATVIAN, without_quotations
from tests.catalogue.test_entries import template
from tests.checks import made
from tests.checks.made import YEAR_1, YEAR_2, finances, line, spent, summary
from tests.saboteurs.files import SAMPLE

PERFORMER = "Biedrība"
WRONG = summary(finances=(finances(YEAR_1, line("", "49000.00", "47786.53", "1213.74", "returned")), spent(YEAR_2)))


def commands(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words that name each group and each command, the program itself first."""
    yield path
    for name, each in getattr(group, "commands", {}).items():
        yield from commands(each, (*path, name))


ALL = list(commands(typer.main.get_command(app)))


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """All that a command writes, as one text."""
    exit_code(arguments)
    told = capsys.readouterr()
    return told.out + told.err


def tables(folder: Path) -> Path:
    folder.mkdir()
    submissions = [made.submission(WRONG)]
    write_csv_files(folder, submissions, findings_of(submissions))
    return folder


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that commands are given here: documents that are read or not, tables that are sound or not."""
    folder = tmp_path_factory.mktemp("inputs")
    (folder / "in").mkdir()
    (folder / "in" / "a.pdf").write_bytes(SAMPLE.read_bytes())
    (folder / "in" / "empty.pdf").touch()
    tables(folder / "tables")
    finance_table = tables(folder / "broken") / "finances.csv"
    finance_table.write_text(finance_table.read_text(encoding="utf-8").replace("49000.00", "49.000,00", 1))
    return folder


# What each command is run with here; the exit code says that it got as far as was meant.
RUNS: dict[tuple[str, ...], list[tuple[list[str], int]]] = {
    ("run",): [
        (["in", "--out", "out", "--workers", "1", "--verify", "0"], 3),
        (["nowhere", "--out", "out"], 2),
        (["in", "--out", "out", "--part", "2/1"], 2),
    ],
    ("watch",): [(["nowhere", "--out", "out"], 2)],
    ("check",): [(["tables"], 1), (["broken"], 3), (["nowhere"], 2)],
    ("expectations",): [([], 0)],
    ("doctor",): [([], int(any(each.missing for each in examined())))],
    ("read",): [(["in/empty.pdf"], 3), (["in"], 2)],
    ("explain",): [
        (["in/a.pdf", "finances/2022-07-15/remainder_eur", "--findings"], 0),
        (["in/a.pdf", "nowhere"], 2),
        (["in/empty.pdf"], 3),
    ],
    ("samples", "check"): [(["in"], 1), (["nowhere"], 2)],
    ("samples", "accept"): [(["nowhere"], 2), (["in"], 0), (["in"], 0)],
}


def test_every_command_is_run() -> None:
    groups = {path[:-1] for path in ALL if path}
    assert set(ALL) - groups == RUNS.keys()


@pytest.mark.parametrize("path", RUNS, ids=" ".join)
def test_its_english_has_no_latvian_letter_and_its_latvian_has_one(
    path: tuple[str, ...], inputs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(inputs)
    for (arguments, code), language in itertools.product(RUNS[path], ("lv", "en")):
        assert exit_code([*path, *arguments, "--lang", language]) == code
        told = capsys.readouterr()
        # What `read` prints is the document's own; the name of a performer stands without quotation marks.
        shown = (told.err if path == ("read",) else told.out + told.err).replace(PERFORMER, "")
        assert bool(LATVIAN & set(without_quotations(shown))) == (language == "lv"), shown


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_its_help_is_in_the_language_asked_for(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    english, latvian = (said(capsys, *path, "--help", "--lang", each) for each in ("en", "lv"))
    assert "Usage: " in english
    assert not LATVIAN & set(english)
    assert "Lietojums: " in latvian
    assert [key for key in HELP_WORDS if template(key).en in latvian] == []


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_its_help_has_no_key_of_the_catalogue_left(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, *path, "--help")
    assert "help." not in told
    assert "placeholders." not in told


@pytest.mark.parametrize("place", range(3))
def test_an_error_is_in_the_language_of_the_line(place: int, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["samples", "check", "nowhere"]
    assert "was not found" in said(capsys, *words[:place], "--lang", "en", *words[place:])


@pytest.mark.parametrize("arguments", [["--lang", "en", "expectations"], ["expectations", "--lang", "en"]])
def test_what_a_command_says_is_in_the_language_of_the_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert "WARNING  duplicate-file" in said(capsys, *arguments)


@pytest.mark.parametrize("arguments", [["--lang=en"], ["--lang", "lv", "--lang", "en"]])
def test_the_last_language_counts(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert "was not found" in said(capsys, "check", "nowhere", *arguments)


def test_behind_two_dashes_there_is_no_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Lieki argumenti" in said(capsys, "check", "--", "nowhere", "--lang", "en")


@pytest.mark.parametrize(
    ("arguments", "lv", "en"),
    [
        ([], "Nav norādīta komanda.", "No command was named."),
        (["samples"], "Nav norādīta komanda.", "No command was named."),
        (["dance"], "Nav tādas komandas: dance. Ir šādas: run,", "There is no such command: dance. These exist: run,"),
        (["read"], "Trūkst argumenta: FAILS.", "An argument is missing: FILE."),
        (["read", "a", "b", "c"], "Lieki argumenti: b c.", "Arguments too many: b c."),
        (["read", "a", "--nope"], "Nav tādas izvēles: --nope.", "There is no such option: --nope."),
        (["check", "a", "--junit"], "Izvēlei --junit trūkst vērtības.", "The option --junit lacks its value."),
        (
            ["check", "a", "--fail-on", "x"],
            "--fail-on. Jābūt vienai no šīm: error, warning, never.",
            "--fail-on. Expected one of these: error, warning, never.",
        ),
        (
            ["run", "a", "--out", "b", "--workers", "0"],
            "--workers. Jābūt veselam skaitlim, kas nav mazāks par 1.",
            "--workers. Expected a whole number of at least 1.",
        ),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_wrong_arguments_are_told_in_both_languages(
    arguments: list[str], lv: str, en: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lv in said(capsys, *arguments)
    assert en in said(capsys, "--lang", "en", *arguments)


def test_a_language_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["expectations", "--lang", "de"]) == 2
    assert "Jābūt vienai no šīm: lv, en." in capsys.readouterr().err


def test_a_fault_of_the_program_is_told_in_english(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.commands.list_expectations", lambda _: 1 / 0)
    assert said(capsys, "expectations", "--lang", "en").startswith("A fault of the program (ZeroDivisionError")


def test_help_reads_no_area_but_those_of_the_command_line() -> None:
    code = (
        "from pathlib import Path; from pipeline.catalogue import entries as c; from pipeline.cli import exit_code;"
        "read = []; old = Path.read_text;"
        "Path.read_text = lambda self, **k: (read.append(self.stem), old(self, **k))[1];"
        "exit_code(['run', '--help']); print(*sorted(read))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)  # noqa: S603
    assert done.stdout.splitlines()[-1] == "command_line help placeholders"
