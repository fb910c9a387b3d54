"""What was read, kept in the output folder: a run that was stopped goes on where it was, and nothing is read twice.

The only door to SQLite. A reading is known by the file's bytes, by what was asked
for, and by the program that read it; another program reads everything anew.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pipeline.errors import RunError
from pipeline.records import Submission, Summary
from pipeline.typed_bytes import MalformedBytesError, typed_bytes, typed_value

JOURNAL = "journal.sqlite"
# Written into each journal; one of another layout is set aside.
LAYOUT = 2
# Summaries that are looked at several times in a row are brought once.
BROUGHT = 4
_TABLES = """
CREATE TABLE IF NOT EXISTS readings (
    content TEXT, asked TEXT, program TEXT, submission BLOB NOT NULL, summary BLOB, digest BLOB NOT NULL,
    cut_short INTEGER NOT NULL,
    PRIMARY KEY (content, asked, program)
);
CREATE TABLE IF NOT EXISTS pages (document TEXT PRIMARY KEY, made_of TEXT NOT NULL, written TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS salt (salt BLOB NOT NULL);
INSERT INTO salt SELECT randomblob(16) WHERE NOT EXISTS (SELECT * FROM salt);
"""


class ReadingKey(Struct, frozen=True):
    """What a reading is known by: the SHA-256 of the file's bytes, what was asked for, and the program."""

    content: str
    asked: str
    program: str


class DrawnPage(Struct, frozen=True):
    """A page of the report: the digest of what it was made of, and that of the file that was written."""

    made_of: str
    written: str


class Journal:
    """The readings of an output folder, open for one run alone."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._brought: OrderedDict[ReadingKey, Summary] = OrderedDict()

    @property
    def salt(self) -> bytes:
        """Random bytes of this journal's own, for what must not be told by its digest."""
        with _told():
            [salt] = self._connection.execute("SELECT salt FROM salt").fetchone()
        return bytes(salt)

    def submission(self, key: ReadingKey) -> Submission | None:
        """The submission of this key, which brings its summary where that is asked for; None where it is not known."""
        with _told():
            found = self._connection.execute(
                "SELECT submission, summary, digest FROM readings WHERE content = ? AND asked = ? AND program = ?",
                (key.content, key.asked, key.program),
            ).fetchone()
        if found is None or _digest(found[0], found[1]) != found[2]:
            return None
        try:
            submission = typed_value(found[0], Submission)
        except MalformedBytesError:
            return None
        return replace(submission, reading=StoredSummary(self, key)) if found[1] is not None else submission

    def keep(self, key: ReadingKey, submission: Submission, *, cut_short: bool = False) -> Submission:
        """Keeps a submission; gives it as `submission` would. Raises RunError where the disk has no room.

        `cut_short` says that time ran out: on a machine that has less to do it may be read.
        """
        summary = submission.summary
        light = typed_bytes(replace(submission, reading=None))
        packed = None if summary is None else zlib.compress(typed_bytes(summary), 1)
        with _told(), self._connection:
            self._connection.execute(
                "INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?, ?, ?)",
                (key.content, key.asked, key.program, light, packed, _digest(light, packed), cut_short),
            )
        return submission if packed is None else replace(submission, reading=StoredSummary(self, key))

    def summary(self, key: ReadingKey) -> Summary:
        """The summary of a reading that is known. Raises RunError where it was spoilt in the meantime."""
        if key not in self._brought:
            self._brought[key] = self._read_summary(key)
            if len(self._brought) > BROUGHT:
                self._brought.popitem(last=False)
        return self._brought[key]

    def _read_summary(self, key: ReadingKey) -> Summary:
        with _told():
            found = self._connection.execute(
                "SELECT summary FROM readings WHERE content = ? AND asked = ? AND program = ?",
                (key.content, key.asked, key.program),
            ).fetchone()
        try:
            return typed_value(zlib.decompress(found[0]), Summary)
        except (TypeError, zlib.error, MalformedBytesError) as error:
            raise RunError("journal.spoilt", file=JOURNAL, reason=type(error).__name__) from error

    def page(self, document_id: str) -> DrawnPage | None:
        """What is known of a document's page in the report."""
        with _told():
            found = self._connection.execute(
                "SELECT made_of, written FROM pages WHERE document = ?", (document_id,)
            ).fetchone()
        return DrawnPage(*found) if found else None

    def keep_page(self, document_id: str, page: DrawnPage) -> None:
        """Keeps what a document's page was made of."""
        with _told(), self._connection:
            self._connection.execute(
                "INSERT OR REPLACE INTO pages VALUES (?, ?, ?)", (document_id, page.made_of, page.written)
            )

    def forget_cut_short(self) -> None:
        """Leaves out what was not read because time ran out, so that it is tried once more."""
        with _told(), self._connection:
            self._connection.execute("DELETE FROM readings WHERE cut_short")

    def forget_other_programs(self, program: str) -> None:
        """Leaves out what other versions of the program read; their readings are never asked for again."""
        with _told(), self._connection:
            self._connection.execute("DELETE FROM readings WHERE program != ?", (program,))


class StoredSummary(Struct, frozen=True):
    """A summary in a journal."""

    journal: Journal
    key: ReadingKey

    def summary(self) -> Summary:
        """Brings it. Raises RunError where the journal was spoilt in the meantime."""
        return self.journal.summary(self.key)

    def __reduce__(self) -> tuple[object, tuple[Summary]]:
        """In another process, which has no journal, it is the summary itself."""
        return _itself, (self.summary(),)


def _itself(summary: Summary) -> Summary:
    return summary


@contextmanager
def opened_journal(folder: Path) -> Iterator[Journal]:
    """The journal in `folder`, made where there is none; one that is spoilt or of another layout is made anew.

    Raises RunError where another run has it, or where it cannot be made.
    """
    path = folder / JOURNAL
    connection = _connection(path)
    try:
        yield Journal(connection)
    finally:
        connection.close()


def _connection(path: Path) -> sqlite3.Connection:
    try:
        return _prepared(path)
    except sqlite3.OperationalError as error:
        if _is_locked(error):
            raise RunError("journal.in_use", folder=path.parent.parent) from error
        raise RunError("journal.not_written", file=path, reason=error) from error
    except sqlite3.DatabaseError:
        _remove(path)
        with _told():
            return _prepared(path)


def _prepared(path: Path) -> sqlite3.Connection:
    """The open database. Raises sqlite3.DatabaseError where it is spoilt."""
    connection = sqlite3.connect(path, timeout=1.0)
    try:
        # Exclusive: no other run may write here, and no shared memory is needed, which some network folders lack.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("BEGIN EXCLUSIVE").connection.commit()
        [layout] = connection.execute("PRAGMA user_version").fetchone()
        [check] = connection.execute("PRAGMA quick_check(1)").fetchone()
        if layout not in (0, LAYOUT) or check != "ok":
            raise sqlite3.DatabaseError(check)
        connection.executescript(_TABLES)
        connection.execute(f"PRAGMA user_version = {LAYOUT}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _remove(path: Path) -> None:
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
        with suppress(FileNotFoundError):
            path.with_name(name).unlink()


def _is_locked(error: sqlite3.Error) -> bool:
    return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _digest(submission: bytes, summary: bytes | None) -> bytes:
    """Ties the two parts of a reading together, so that one of another reading is found out."""
    return hashlib.sha256(b"%d:" % len(submission) + submission + (summary or b"")).digest()


@contextmanager
def _told() -> Iterator[None]:
    """A fault of the database as a sentence."""
    try:
        yield
    except sqlite3.Error as error:
        raise RunError("journal.not_written", file=JOURNAL, reason=error) from error
