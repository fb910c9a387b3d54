"""What was read is kept as it was, and what is spoilt is never taken for it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from pipeline.errors import RunError
from pipeline.journal import JOURNAL, LAYOUT, DrawnPage, Journal, ReadingKey, StoredSummary, opened_journal
from tests.submissions import failed, submission

KEY = ReadingKey("c" * 64, "words ", "p" * 64)
HOLD = "import sys, time; from pathlib import Path; from pipeline.journal import opened_journal\nwith opened_journal(Path(sys.argv[1])): print('held', flush=True); time.sleep(600)"


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with opened_journal(tmp_path) as journal:
        yield journal


def kept(folder: Path) -> None:
    """A journal with one reading, closed."""
    with opened_journal(folder) as journal:
        journal.keep(KEY, submission())


def test_a_reading_comes_back_equal_after_the_journal_was_closed(tmp_path: Path) -> None:
    kept(tmp_path)
    with opened_journal(tmp_path) as journal:
        found = journal.submission(KEY)
        assert found
        assert isinstance(found.reading, StoredSummary)
        assert found.summary == submission().summary
        assert replace(found, reading=found.summary) == submission()


def test_a_failed_reading_is_kept_too(journal: Journal) -> None:
    journal.keep(KEY, failed())
    assert journal.submission(KEY) == failed()


@pytest.mark.parametrize(
    "other",
    [replace(KEY, content="d" * 64), replace(KEY, asked="pages "), replace(KEY, program="q" * 64)],
)
def test_other_bytes_another_question_and_another_program_are_not_known(journal: Journal, other: ReadingKey) -> None:
    journal.keep(KEY, submission())
    assert journal.submission(other) is None


def test_what_other_programs_read_is_forgotten(journal: Journal) -> None:
    other = replace(KEY, program="q" * 64)
    journal.keep(KEY, submission())
    journal.keep(other, submission())
    journal.forget_other_programs(KEY.program)
    assert (journal.submission(other), journal.submission(KEY) is not None) == (None, True)


def test_a_page_is_known_as_it_was_kept_last(journal: Journal) -> None:
    journal.keep_page("a" * 12, DrawnPage("1", "2"))
    journal.keep_page("a" * 12, DrawnPage("3", "4"))
    assert (journal.page("a" * 12), journal.page("b" * 12)) == (DrawnPage("3", "4"), None)


def test_the_salt_stays(tmp_path: Path) -> None:
    with opened_journal(tmp_path) as journal:
        salt = journal.salt
    with opened_journal(tmp_path) as journal:
        assert journal.salt == salt
        assert len(salt) == 16


@pytest.mark.parametrize("left", [0.0, 0.01, 0.3, 0.6, 0.9, 0.999])
def test_a_journal_cut_short_is_made_anew_or_knows_nothing_wrong(tmp_path: Path, left: float) -> None:
    kept(tmp_path)
    content = (tmp_path / JOURNAL).read_bytes()
    (tmp_path / JOURNAL).write_bytes(content[: int(len(content) * left)])
    with opened_journal(tmp_path) as journal:
        assert journal.submission(KEY) is None
        journal.keep(KEY, submission())
        assert journal.submission(KEY) is not None


def test_a_journal_with_any_byte_turned_gives_the_reading_or_none(tmp_path: Path) -> None:
    kept(tmp_path)
    content = (tmp_path / JOURNAL).read_bytes()
    for place in range(0, len(content), len(content) // 60):
        spoilt = bytearray(content)
        spoilt[place] ^= 0x55
        (tmp_path / JOURNAL).write_bytes(spoilt)
        with opened_journal(tmp_path) as journal:
            found = journal.submission(KEY)
            assert found is None or found.summary == submission().summary


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(5000)])
def test_what_is_no_journal_is_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / JOURNAL).write_bytes(content)
    kept(tmp_path)
    with opened_journal(tmp_path) as journal:
        assert journal.submission(KEY) is not None


def test_a_journal_of_another_layout_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path)
    monkeypatch.setattr("pipeline.journal.LAYOUT", LAYOUT + 1)
    with opened_journal(tmp_path) as journal:
        assert journal.submission(KEY) is None


def test_a_folder_in_which_another_run_works_is_refused(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE) as other:  # noqa: S603
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(RunError, match="Another run"), opened_journal(tmp_path):
            pass
        other.kill()
    kept(tmp_path)


def test_a_journal_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / JOURNAL).mkdir()
    with pytest.raises(RunError, match="could not be kept"), opened_journal(tmp_path):
        pass


def test_in_another_process_a_stored_summary_is_the_summary_itself(journal: Journal) -> None:
    found = journal.keep(KEY, submission())
    assert isinstance(found.reading, StoredSummary)
    make, arguments = found.reading.__reduce__()
    assert make(*arguments) == submission().summary
