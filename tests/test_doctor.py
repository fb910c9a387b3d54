"""What the doctor says of a machine."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from pipeline import doctor
from pipeline.cli import exit_code
from pipeline.confinement.landlock import landlock_version
from pipeline.doctor import INSTALLERS, Examined, told

HERE = Path("/usr/bin/program")
ALL = [Examined("scans", HERE, ""), Examined("office", HERE, "")]
NO_LATVIAN = [Examined("scans", HERE, "latvian"), ALL[1]]
NOTHING = [Examined("scans", None, "program"), Examined("office", None, "program")]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes this a machine with programs of these names only."""

    def with_programs(*names: str) -> None:
        monkeypatch.setattr(doctor, "program_path", lambda name: HERE if name in names else None)
        monkeypatch.setattr(doctor, "office_program", lambda: HERE if "soffice" in names else None)

    return with_programs


def test_where_nothing_is_missing_nothing_is_to_be_installed(machine: Callable[..., None]) -> None:
    machine("apt-get")
    lines = told(ALL, "lv")
    assert lines[-1] == "Viss vajadzīgais ir uzstādīts."
    assert not any("apt-get" in line for line in lines)


@pytest.mark.parametrize(
    ("needs", "command"),
    [
        (NOTHING, "sudo apt-get install -y tesseract-ocr tesseract-ocr-lav libreoffice-writer-nogui"),
        (NO_LATVIAN, "sudo apt-get install -y tesseract-ocr tesseract-ocr-lav"),
        ([ALL[0], NOTHING[1]], "sudo apt-get install -y libreoffice-writer-nogui"),
    ],
)
def test_one_command_installs_what_is_missing(
    needs: Sequence[Examined], command: str, machine: Callable[..., None]
) -> None:
    machine("apt-get")
    assert told(needs, "lv")[-1] == f"Trūkstošo uzstāda ar vienu komandu: {command}"


@pytest.mark.parametrize("installer", INSTALLERS, ids=lambda each: each.program)
def test_each_system_has_its_command(installer: doctor.Installer, machine: Callable[..., None]) -> None:
    machine(installer.program)
    assert f"{installer.command} {installer.scans} {installer.office}" in told(NOTHING, "en")[-1]


def test_where_no_installer_is_known_the_programs_are_named(machine: Callable[..., None]) -> None:
    machine()
    assert "LibreOffice Writer" in told(NOTHING, "lv")[-1]


@pytest.mark.parametrize(
    ("programs", "latvian", "missing"),
    [
        (("tesseract", "soffice"), True, ["", ""]),
        (("tesseract",), False, ["latvian", "program"]),
        ((), True, ["program", "program"]),
    ],
)
def test_a_machine_is_examined(
    programs: tuple[str, ...],
    latvian: bool,
    missing: list[str],
    machine: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    machine(*programs)
    monkeypatch.setattr(doctor, "has_latvian", lambda _: latvian)
    assert [each.missing for each in doctor.examined()] == missing


@pytest.mark.parametrize(
    ("layers", "says"),
    [
        (["writing", "network", "watched"], "mapes: liedz sistēma; lietot tīklu: liedz sistēma."),
        (["writing", "watched"], "mapes: liedz sistēma; lietot tīklu: liedz tikai pati programma."),
        ([], "mapes: liedz tikai pati programma; lietot tīklu: liedz tikai pati programma."),
    ],
)
def test_it_says_who_keeps_readers_from_writing_and_the_network(layers: list[str], says: str) -> None:
    assert doctor.told_fence(layers, "lv").endswith(says)


@pytest.mark.skipif(sys.platform != "linux" or not landlock_version(), reason="no Landlock here")
def test_the_layers_are_those_of_a_process_behind_the_fence() -> None:
    assert doctor.layers_of_fence() == ["writing", "network", "watched"]


@pytest.mark.parametrize(("needs", "code"), [(ALL, 0), (NO_LATVIAN, 1)])
def test_the_exit_code_says_whether_something_is_missing(
    needs: list[Examined], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "examined", lambda: needs)
    assert exit_code(["doctor"]) == code
    assert str(HERE) in capsys.readouterr().out
