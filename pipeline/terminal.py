"""What the terminal says after a run: what was read, what is wrong, where the files are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pipeline.findings import Finding
from pipeline.records import Submission

# So many lines of findings fit a screen; all of them stand in findings.csv.
MOST_LINES = 20
_NOUNS = {
    "document": ("dokuments", "dokumenti", "document", "documents"),
    "error": ("kļūda", "kļūdas", "error", "errors"),
    "warning": ("brīdinājums", "brīdinājumi", "warning", "warnings"),
}
_MARKS = {"error": {"lv": "KĻŪDA", "en": "ERROR"}, "warning": {"lv": "Brīdinājums", "en": "Warning"}}


def counted(number: int, noun: str, language: str) -> str:
    """A number with its noun: Latvian has the singular for 1, 21, 31 …, not for 11.

    >>> counted(21, "document", "lv"), counted(11, "document", "lv"), counted(1, "error", "en")
    ('21 dokuments', '11 dokumenti', '1 error')
    """
    one, many, english_one, english_many = _NOUNS[noun]
    if language == "en":
        return f"{number} {english_one if number == 1 else english_many}"
    return f"{number} {one if number % 10 == 1 and number % 100 != 11 else many}"


def run_lines(submissions: Sequence[Submission], findings: Sequence[Finding], folder: Path, language: str) -> list[str]:
    """The lines for people, in this language."""
    failed = [each for each in submissions if each.summary is None]
    lines = [_read_line(len(submissions) - len(failed), len(failed), language)]
    lines += [f"  ✗ {each.source_file}: {each.failure_en if language == 'en' else each.failure}" for each in failed]
    lines += _finding_lines(submissions, findings, language)
    lines.append((f"The tables are in {folder}." if language == "en" else f"Tabulas ir mapē {folder}."))
    return [printable(line) for line in lines]


def printable(line: str) -> str:
    """The line without control characters, which a hostile document could use to steer a terminal."""
    return "".join(character if character.isprintable() else "\ufffd" for character in line)


def _read_line(read: int, failed: int, language: str) -> str:
    if language == "en":
        return f"Read: {counted(read, 'document', 'en')}." + (f" Not read: {failed}." if failed else "")
    return f"Nolasīti: {counted(read, 'document', 'lv')}." + (f" Nav nolasīti: {failed}." if failed else "")


def _finding_lines(submissions: Sequence[Submission], findings: Sequence[Finding], language: str) -> Iterator[str]:
    errors = [each for each in findings if each.severity == "error"]
    warnings = [each for each in findings if each.severity == "warning"]
    if not errors and not warnings:
        yield "Nothing is wrong." if language == "en" else "Neatbilstību nav."
        return
    total = f"{counted(len(errors), 'error', language)}, {counted(len(warnings), 'warning', language)}"
    yield (f"Found: {total}." if language == "en" else f"Atrasts: {total}.")
    names = {each.document_id: each.source_file for each in reversed(submissions)}
    shown = [*errors, *warnings]
    yield from _shown(shown[:MOST_LINES], names, language)
    if len(shown) > MOST_LINES:
        rest = len(shown) - MOST_LINES
        yield f"  … and {rest} more in findings.csv" if language == "en" else f"  … un vēl {rest} failā findings.csv"


def _shown(findings: Iterable[Finding], names: dict[str, str], language: str) -> Iterator[str]:
    for each in findings:
        message = each.message_en if language == "en" else each.message
        yield f"  {_MARKS[each.severity][language]}: {names.get(each.document_id, '')}: {message}"
