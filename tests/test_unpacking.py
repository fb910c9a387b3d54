"""The scratch folder is private and gone in every case; what opens a container may break."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from pipeline.fence import Limits
from pipeline.inputs import InputFile, input_files
from pipeline.sources.container.member import Member
from pipeline.typed_bytes import typed_bytes
from pipeline.unpacking import SCRATCH_PREFIX, _members_of, _Told, unpacked
from tests.makers.container import edoc, zipped
from tests.saboteurs.containers import LETTER

SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where scratch folders are made."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def folders(scratch: Path) -> list[Path]:
    """The folders of runs; the processes have one of their own beside them."""
    return [each for each in scratch.iterdir() if each.name.startswith(SCRATCH_PREFIX)]


def submitted(folder: Path, content: bytes) -> list[InputFile]:
    (folder / "in").mkdir(exist_ok=True)
    (folder / "in" / "a.edoc").write_bytes(content)
    return input_files([folder / "in"])


def test_the_scratch_folder_is_private(tmp_path: Path, scratch: Path) -> None:
    with unpacked(submitted(tmp_path, edoc({"a.txt": LETTER})), workers=1) as [file]:
        [folder] = folders(scratch)
        assert folder.stat().st_mode & 0o077 == 0
        assert file.path.read_bytes() == LETTER
        assert file.path.is_relative_to(folder)


def test_it_is_gone_afterwards(tmp_path: Path, scratch: Path) -> None:
    with unpacked(submitted(tmp_path, edoc({"a.txt": LETTER})), workers=1):
        pass
    assert folders(scratch) == []


@pytest.mark.parametrize("ending", [ZeroDivisionError, KeyboardInterrupt, SystemExit])
def test_it_is_gone_however_the_run_ends(ending: type[BaseException], tmp_path: Path, scratch: Path) -> None:
    with pytest.raises(ending), unpacked(submitted(tmp_path, edoc({"a.txt": LETTER})), workers=1):
        raise ending
    assert folders(scratch) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there a process is not told to end")
def test_it_is_gone_where_the_process_is_told_to_end(tmp_path: Path, scratch: Path) -> None:
    submitted(tmp_path, edoc({"a.txt": LETTER}))
    code = (
        "import sys, time; from pathlib import Path; from pipeline.inputs import input_files;"
        "from pipeline.unpacking import _members_of, _Told, unpacked\n"
        "with unpacked(input_files([Path(sys.argv[1])]), workers=1): print('there', flush=True); time.sleep(60)"
    )
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", code, str(tmp_path / "in")],
        stdout=subprocess.PIPE,
        env=os.environ | {"TMPDIR": str(scratch)},
    )
    assert process.stdout is not None
    process.stdout.readline()
    assert len(folders(scratch)) == 1
    process.send_signal(signal.SIGTERM)
    process.wait(20)
    process.stdout.close()
    assert folders(scratch) == []


def test_where_there_is_no_container_there_is_no_folder(tmp_path: Path, scratch: Path) -> None:
    files = submitted(tmp_path, LETTER)
    with unpacked(files, workers=1) as found:
        assert (found, folders(scratch)) == (files, [])


def test_a_document_that_is_an_archive_itself_is_none(tmp_path: Path) -> None:
    for content in (
        zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}),
        zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<o/>"}),
    ):
        files = submitted(tmp_path, content)
        with unpacked(files, workers=1) as found:
            assert found == files


def test_such_a_document_that_is_cut_short_is_left_to_its_own_reader(tmp_path: Path) -> None:
    files = submitted(tmp_path, (SAMPLES / "kurzeme-word.docx").read_bytes()[:-200])
    with unpacked(files, workers=1) as found:
        assert found == files


def test_such_a_document_in_a_container_is_one_file(tmp_path: Path) -> None:
    document = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    with unpacked(submitted(tmp_path, edoc({"a.docx": document})), workers=1) as found:
        assert [each.source_file for each in found] == ["a.edoc/a.docx"]


def _breaks_on_signatures(path: Path, folder: Path, read_signatures: bool, _passwords: object) -> bytes:
    if read_signatures:
        os._exit(7)
    return _members_of(path, folder, read_signatures=False, passwords=())


def _breaks(*_asked: object) -> bytes:
    os._exit(7)


def _hangs(*_asked: object) -> bytes:
    time.sleep(60)
    return None


def test_where_signatures_break_their_reader_the_files_are_read_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.unpacking._members_of", _breaks_on_signatures)
    with unpacked(submitted(tmp_path, edoc({"a.txt": LETTER})), workers=1) as [file]:
        assert file.path.read_bytes() == LETTER
        assert file.membership is not None
        assert file.membership.signed == "unclear"


def _lies(path: Path, _folder: Path, _read_signatures: bool, _passwords: object) -> bytes:
    return typed_bytes(_Told([Member("a.txt", path)]))


def _links(path: Path, folder: Path, _read_signatures: bool, _passwords: object) -> bytes:
    (folder / "1").symlink_to(path)
    return typed_bytes(_Told([Member("a.txt", folder / "1")]))


@pytest.mark.parametrize("opener", [_lies, _links])
def test_who_tells_of_files_that_lie_elsewhere_is_not_believed(
    opener: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.unpacking._members_of", opener)
    with unpacked(submitted(tmp_path, edoc({"a.txt": LETTER})), workers=1) as [file]:
        assert file.refusal is not None
        assert "files that lie elsewhere" in file.refusal.en


@pytest.mark.parametrize(("opener", "seconds", "says"), [(_breaks, 120.0, "exit 7"), (_hangs, 1.0, "vairāk nekā 1 s")])
def test_a_container_that_breaks_what_opens_it_is_one_refused_file(
    opener: object, seconds: float, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.unpacking._members_of", opener)
    files = submitted(tmp_path, edoc({"a.txt": LETTER}))
    with unpacked(files, workers=1, limits=Limits(seconds=seconds)) as [file]:
        assert file.source_file == "a.edoc"
        assert file.refusal is not None
        assert says in file.refusal.lv


def test_files_are_ordered_by_their_names_across_containers(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.zip").write_bytes(zipped({"z.txt": b"1", "b.txt": b"2"}))
    (tmp_path / "in" / "a.txt").write_bytes(b"3")
    (tmp_path / "in" / "b.txt").write_bytes(b"4")
    with unpacked(input_files([tmp_path / "in"]), workers=2) as found:
        assert [each.source_file for each in found] == ["a.txt", "a.zip/b.txt", "a.zip/z.txt", "b.txt"]
