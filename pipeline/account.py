"""What a run says at its end: what was read, what is wrong, and where the files are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from pipeline.catalogue import Language, counted, counted_text, text
from pipeline.catalogue.counts import Noun
from pipeline.checks.messages import written_euros
from pipeline.closing_table import closing_table
from pipeline.findings import Finding, Severity
from pipeline.records import Submission
from pipeline.run import Outcome

if TYPE_CHECKING:
    from pipeline.readback.folder import ReadFolder

SHOWN_LINES = 20
SHOWN_FILES = 5


class Line(Struct, frozen=True):
    """A line for the terminal; `wrong` says whether it tells of something that stopped a file or is an error."""

    text: str
    wrong: bool = False


def account(outcome: Outcome, language: Language) -> Iterator[Line]:
    """The lines that tell a run's outcome, at most `SHOWN_LINES` of them about single files and findings."""
    failed = [each for each in outcome.record.submissions if not each.is_read]
    yield Line(_what_was_read(outcome, len(failed), language))
    yield from _what_is_wrong(outcome.record.submissions, outcome.record.findings, "account.more_in_tables", language)
    yield from (Line(row) for row in closing_table(outcome.record.submissions, outcome.record.findings, language))
    if outcome.record.unseen:
        yield Line(text("account.unseen", language, euros=written_euros(outcome.record.unseen, language)))
    yield from _read_by_fallback(outcome.record.submissions, language)
    yield from (Line(note) for note in outcome.notes)
    yield from _where_it_is(outcome.files, language)


def _read_by_fallback(submissions: Sequence[Submission], language: Language) -> Iterator[Line]:
    """Which pages of which documents the slower reader had to read."""
    told = [f"{each.source_file} {_pages(each.fallback_pages)}" for each in submissions if each.fallback_pages]
    if told:
        more = text("account.more", language, count=len(told) - SHOWN_FILES) if len(told) > SHOWN_FILES else ""
        yield Line(text("account.fallback", language, pages="; ".join(told[:SHOWN_FILES]) + more))


def _pages(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:SHOWN_LINES])) + (" …" if len(numbers) > SHOWN_LINES else "")


def _where_it_is(files: Sequence[Path], language: Language) -> Iterator[Line]:
    """The folder with its files, and last the one to open first."""
    folder = files[0].parent
    names = ", ".join(each.relative_to(folder).as_posix() for each in files)
    yield Line(text("account.files", language, folder=folder, names=names))
    for each in (one for one in files if one.suffix == ".html"):
        yield Line(text("account.open_first", language, file=each))


def table_account(read: ReadFolder, findings: Sequence[Finding], language: Language) -> Iterator[Line]:
    """The lines that tell how a folder of tables stands: what is wrong with the tables, then with what they say."""
    for each in read.faults[:SHOWN_LINES]:
        yield Line(f"  {each.sentence.in_language(language)}", wrong=True)
    if len(read.faults) > SHOWN_LINES:
        yield Line(text("account.more", language, count=len(read.faults) - SHOWN_LINES), wrong=True)
    yield Line(_what_was_checked(len(read.submissions), language), wrong=not read.submissions)
    if read.submissions:
        yield from _what_is_wrong(read.submissions, findings, "account.more_by_option", language)


def _what_was_read(outcome: Outcome, failed: int, language: Language) -> str:
    read = len(outcome.record.submissions) - failed
    if not read:
        return text("account.none_read", language)
    seconds = f"{sum(outcome.record.seconds.values()):.1f}"
    return counted_text(
        "account.read",
        read,
        language,
        documents=counted(read, "document", language),
        unread=counted_text("account.unread", failed, language, count=failed) if failed else "",
        seconds=seconds.replace(".", ",") if language == "lv" else seconds,
    )


def _what_was_checked(documents: int, language: Language) -> str:
    if not documents:
        return text("account.none_checked", language)
    return counted_text("account.checked", documents, language, documents=counted(documents, "document", language))


def _what_is_wrong(
    submissions: Sequence[Submission], findings: Sequence[Finding], more: str, language: Language
) -> Iterator[Line]:
    """What could not be read, then errors, then warnings; `more` is the text for those that are not shown."""
    failed = [each for each in submissions if not each.is_read]
    counts = Counter(each.severity for each in findings)
    yield Line(_totals(counts["error"], counts["warning"], counts["info"], language))
    told = chain(
        _failed_lines(failed, language),
        _finding_lines((each for each in findings if each.severity == "error"), submissions, language),
        _finding_lines((each for each in findings if each.severity == "warning"), submissions, language),
    )
    yield from islice(told, SHOWN_LINES)
    left = len(failed) + counts["error"] + counts["warning"] - SHOWN_LINES
    if left > 0:
        yield Line(text(more, language, count=left))


def _totals(errors: int, warnings: int, notes: int, language: Language) -> str:
    if not errors + warnings + notes:
        return text("account.nothing_wrong", language)
    nouns: tuple[tuple[int, Noun], ...] = ((errors, "error"), (warnings, "warning"), (notes, "note"))
    parts = ", ".join(counted(count, noun, language) for count, noun in nouns if count)
    return text("account.found", language, parts=parts)


def severity_word(severity: Severity, language: Language) -> str:
    """A severity in capitals."""
    return text(f"words.{severity}", language).upper()


def _failed_lines(failed: Sequence[Submission], language: Language) -> Iterator[Line]:
    mark = text("words.failed", language).upper()
    for each in failed:
        yield Line(f"  {mark}  {each.source_file}: {each.failure_en if language == 'en' else each.failure}", wrong=True)


def _finding_lines(
    findings: Iterable[Finding], submissions: Sequence[Submission], language: Language
) -> Iterator[Line]:
    names = {each.document_id: each.source_file for each in reversed(submissions)}
    for each in findings:
        message = each.message_en if language == "en" else each.message
        mark = severity_word(each.severity, language)
        yield Line(f"  {mark}  {names.get(each.document_id, '')}: {message}", wrong=each.severity == "error")
