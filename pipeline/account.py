"""What a run says at its end: what was read, what is wrong, and where the files are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal

from pipeline.catalogue import Language, Sentence
from pipeline.checks.messages import written_euros
from pipeline.findings import Finding, Severity
from pipeline.readback.folder import ReadFolder
from pipeline.records import Submission
from pipeline.run import Outcome

SHOWN_LINES = 20
IN_TABLES = Sentence("; viss ir failos documents.csv un findings.csv", "; all are in documents.csv and findings.csv")
BY_OPTION = Sentence("; visus ieraksta izvēle --jsonl FAILS", "; the option --jsonl FILE writes them all")

Noun = Literal["document", "file", "error", "warning", "note"]

# Singular and plural, nominative. In Latvian 1, 21, 31 … are singular, 11 is not.
NOUNS: Mapping[Language, Mapping[Noun, tuple[str, str]]] = {
    "lv": {
        "document": ("dokuments", "dokumenti"),
        "file": ("fails", "faili"),
        "error": ("kļūda", "kļūdas"),
        "warning": ("brīdinājums", "brīdinājumi"),
        "note": ("piezīme", "piezīmes"),
    },
    "en": {
        "document": ("document", "documents"),
        "file": ("file", "files"),
        "error": ("error", "errors"),
        "warning": ("warning", "warnings"),
        "note": ("note", "notes"),
    },
}


SEVERITY_WORDS: Mapping[Language, Mapping[Severity, str]] = {
    "lv": {"error": "KĻŪDA", "warning": "BRĪDINĀJUMS", "info": "PIEZĪME"},
    "en": {"error": "ERROR", "warning": "WARNING", "info": "NOTE"},
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line for the terminal; `wrong` says whether it tells of something that stopped a file or is an error."""

    text: str
    wrong: bool = False


def is_singular(count: int, language: Language) -> bool:
    """Whether a noun with this count stands in the singular.

    >>> [count for count in (0, 1, 2, 11, 21, 101, 111) if is_singular(count, "lv")]
    [1, 21, 101]
    """
    return count == 1 if language == "en" else count % 10 == 1 and count % 100 != 11


def counted(count: int, noun: Noun, language: Language) -> str:
    """A count with its noun in the right number.

    >>> counted(1, "document", "lv"), counted(2, "document", "lv"), counted(21, "error", "lv")
    ('1 dokuments', '2 dokumenti', '21 kļūda')
    """
    one, many = NOUNS[language][noun]
    return f"{count} {one if is_singular(count, language) else many}"


def account(outcome: Outcome, language: Language) -> Iterator[Line]:
    """The lines that tell a run's outcome, at most `SHOWN_LINES` of them about single files and findings."""
    failed = [each for each in outcome.record.submissions if each.summary is None]
    yield Line(_what_was_read(outcome, len(failed), language))
    yield from _what_is_wrong(outcome.record.submissions, outcome.record.findings, IN_TABLES, language)
    if outcome.record.unseen:
        yield Line(_what_is_unseen(outcome.record.unseen, language))
    yield from (Line(note) for note in outcome.notes)
    yield Line(_where_it_is(outcome.files, language))


def table_account(read: ReadFolder, findings: Sequence[Finding], language: Language) -> Iterator[Line]:
    """The lines that tell how a folder of tables stands: what is wrong with the tables, then with what they say."""
    for each in read.faults[:SHOWN_LINES]:
        yield Line(f"  {each.sentence.in_language(language)}", wrong=True)
    if len(read.faults) > SHOWN_LINES:
        yield Line(_and_more(len(read.faults) - SHOWN_LINES, Sentence("", ""), language), wrong=True)
    yield Line(_what_was_checked(len(read.submissions), language), wrong=not read.submissions)
    if read.submissions:
        yield from _what_is_wrong(read.submissions, findings, BY_OPTION, language)


def _what_was_read(outcome: Outcome, failed: int, language: Language) -> str:
    read = len(outcome.record.submissions) - failed
    duration = f"{sum(outcome.record.seconds.values()):.1f}"
    documents = counted(read, "document", language)
    if language == "en":
        return f"Read {documents} in {duration} s" + (f", {failed} could not be read." if failed else ".")
    if not read:
        return "Nav nolasīts neviens dokuments."
    duration = duration.replace(".", ",")
    verb = "Nolasīts" if is_singular(read, "lv") else "Nolasīti"
    unread = f", {'nenolasīts' if is_singular(failed, 'lv') else 'nenolasīti'} {failed}" if failed else ""
    return f"{verb} {documents}{unread} ({duration} s)."


def _what_was_checked(documents: int, language: Language) -> str:
    if not documents:
        return "No document was checked." if language == "en" else "Neviens dokuments nav pārbaudīts."
    counted_documents = counted(documents, "document", language)
    if language == "en":
        return f"Checked {counted_documents}."
    return f"{'Pārbaudīts' if is_singular(documents, 'lv') else 'Pārbaudīti'} {counted_documents}."


def _what_is_unseen(unseen: Decimal, language: Language) -> str:
    euros = written_euros(unseen, language)
    if language == "en":
        return f"Carried over and not seen again: {euros} euro (ledger.csv)."
    return f"Pārcelts uz nākamo periodu un tur vairs nav redzams: {euros} euro (ledger.csv)."


def _what_is_wrong(
    submissions: Sequence[Submission], findings: Sequence[Finding], where: Sentence, language: Language
) -> Iterator[Line]:
    """What could not be read, then errors, then warnings; `where` says where those that are not shown are."""
    failed = [each for each in submissions if each.summary is None]
    errors = [each for each in findings if each.severity == "error"]
    warnings = [each for each in findings if each.severity == "warning"]
    notes = len(findings) - len(errors) - len(warnings)
    yield Line(_totals(len(errors), len(warnings), notes, language))
    told = [
        *_failed_lines(failed, language),
        *_finding_lines(errors, submissions, language),
        *_finding_lines(warnings, submissions, language),
    ]
    yield from told[:SHOWN_LINES]
    if len(told) > SHOWN_LINES:
        yield Line(_and_more(len(told) - SHOWN_LINES, where, language))


def _totals(errors: int, warnings: int, notes: int, language: Language) -> str:
    if not errors + warnings + notes:
        return "Nothing is wrong." if language == "en" else "Pārbaudēs nekas nav atrasts."
    nouns: tuple[tuple[int, Noun], ...] = ((errors, "error"), (warnings, "warning"), (notes, "note"))
    parts = ", ".join(counted(count, noun, language) for count, noun in nouns if count)
    return f"Found: {parts}." if language == "en" else f"Pārbaudēs atrasts: {parts}."


def severity_word(severity: Severity, language: Language) -> str:
    """A severity in capitals."""
    return SEVERITY_WORDS[language][severity]


def _failed_lines(failed: Sequence[Submission], language: Language) -> Iterator[Line]:
    mark = "NOT READ" if language == "en" else "NAV NOLASĪTS"
    for each in failed:
        yield Line(f"  {mark}  {each.source_file}: {each.failure_en if language == 'en' else each.failure}", wrong=True)


def _finding_lines(
    findings: Sequence[Finding], submissions: Sequence[Submission], language: Language
) -> Iterator[Line]:
    names = {each.document_id: each.source_file for each in reversed(submissions)}
    for each in findings:
        message = each.message_en if language == "en" else each.message
        mark = severity_word(each.severity, language)
        yield Line(f"  {mark}  {names.get(each.document_id, '')}: {message}", wrong=each.severity == "error")


def _and_more(count: int, where: Sentence, language: Language) -> str:
    """How many lines are left out, and where they all are."""
    more = f"and {count} more" if language == "en" else f"un vēl {count}"
    return f"  … {more}{where.in_language(language)}."


def _where_it_is(files: Sequence[Path], language: Language) -> str:
    names = ", ".join(each.name for each in files)
    folder = files[0].parent
    return f"The files are in {folder}: {names}." if language == "en" else f"Faili ir mapē {folder}: {names}."
