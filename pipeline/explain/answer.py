"""What a person asks of one document, and the answer: lines, what is wrong, an exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from pipeline.batch import lost_sentence
from pipeline.catalogue import Language, Sentence, sentence, text
from pipeline.errors import UsageError
from pipeline.explain.carets import visible
from pipeline.explain.explained_bytes import explained_bytes, explained_of, framed_bytes, framed_of
from pipeline.explain.explanation import Explained, Explanation
from pipeline.explain.explanation_json import explanation_json
from pipeline.explain.told import listing, told, told_findings
from pipeline.exports.whole_file import write_whole
from pipeline.fence import Limits, Lost, fenced_result
from pipeline.findings import Finding
from pipeline.inputs import InputFile
from pipeline.typed_bytes import MalformedBytesError

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: an address, None for all of them, and in which form the answer is wanted."""

    file: InputFile
    address: str | None
    image: Path | None = None
    findings: bool = False
    json: bool = False
    language: Language = "lv"
    passwords: tuple[str, ...] = field(default=(), repr=False)


class Answer(Struct, frozen=True):
    """The text for stdout, what is wrong for stderr ("" where nothing is), and the exit code."""

    said: str
    wrong: str = ""
    exit_code: int = 0


def answer(question: Question, limits: Limits | None = None) -> Answer:
    """The answer; the document is read and drawn in processes of their own.

    Raises UsageError where the address names nothing in the document, or where a
    picture is asked that cannot be named so; RunError where it cannot be written.
    """
    limits = limits or Limits()
    _refuse_image(question)
    read = _read(question, limits)
    if isinstance(read, Sentence):
        return Answer("", read.in_language(question.language), 3)
    if read.submission.summary is None:
        why = Sentence(read.submission.failure, read.submission.failure_en)
        return Answer("", why.in_language(question.language), 3)
    if not read.explanations:
        raise _no_address(question, read)
    said = _said(question, read)
    return _with_image(question, read, said, limits) if question.image else Answer(said)


def _refuse_image(question: Question) -> None:
    image = question.image
    if image is None:
        return
    if question.address is None:
        raise UsageError("explain.image_without_address")
    if image.suffix.lower() != ".png" or (image.exists() and image.samefile(question.file.submitted)):
        raise UsageError("explain.image_name", file=image)


def _read(question: Question, limits: Limits) -> Explained | Sentence:
    file = question.file
    if file.refusal:
        return file.refusal
    if not file.path.is_file():
        return sentence("batch.not_a_file")
    call = (file.path, file.source_file, question.address, question.passwords)
    return _fenced(explained_bytes, explained_of, call, limits)


def _fenced(
    function: Callable[..., bytes], read: Callable[[bytes], Result], call: tuple[Any, ...], limits: Limits
) -> Result | Sentence:
    """What is read from what the call gives in a process of its own, or why it gave nothing."""
    result = fenced_result(function, call, limits)
    if isinstance(result, Lost):
        return lost_sentence(result)
    try:
        return read(result)
    except MalformedBytesError as error:
        return lost_sentence(Lost("error", str(error)))


def _no_address(question: Question, read: Explained) -> UsageError:
    nearest = visible("; ".join(read.nearest))
    file = question.file.source_file
    return UsageError("explain.no_address", address=question.address, file=file, nearest=nearest)


def _said(question: Question, read: Explained) -> str:
    language = question.language
    findings = _findings(read) if question.findings else None
    if question.json:
        return explanation_json(read, findings, language)
    if question.address is None:
        return "".join(f"{line}\n" for line in listing(read.explanations, language))
    lines = list(told(read.explanations, language))
    if findings is None:
        lines.append(text("explain.findings_not_asked", language))
    else:
        lines += told_findings(findings, language)
    return "".join(f"{line}\n" for line in lines)


def _findings(read: Explained) -> list[Finding]:
    """What the checks say of the rows that are explained."""
    from pipeline.checks import findings_of

    names = {name for each in read.explanations for name in _names_in_findings(each)}
    return [each for each in findings_of([read.submission]) if (each.table, each.row) in names]


def _names_in_findings(each: Explanation) -> Iterator[tuple[str, str]]:
    """What findings call the row, or in documents.csv the field; those of the ledger are of the finances."""
    if each.table == "documents":
        yield each.table, each.column.removesuffix("_eur")
        if each.column.startswith("delegation_"):
            yield each.table, "delegation_period"
    else:
        yield "finances" if each.table == "ledger" else each.table, each.bare_row


def _with_image(question: Question, read: Explained, said: str, limits: Limits) -> Answer:
    """The answer, once the picture is written; what was said stays where there is no picture."""
    language, image, page = question.language, question.image, read.page
    if image is None or page is None:
        key = "image_of_text" if read.submission.route in ("text", "docx") else "image_of_nothing"
        return Answer(said, text(f"explain.{key}", language), 2)
    scan = page.number in read.submission.ocr_pages
    call = (question.file.path, page.number, page.boxes, question.passwords, scan)
    drawn = _fenced(framed_bytes, framed_of, call, limits)
    if isinstance(drawn, Sentence):
        return Answer(said, drawn.in_language(language), 3)
    written = write_whole(image.parent, image.name, drawn)
    key = "image_elsewhere" if page.others else "image_written"
    others = ", ".join(map(str, page.others))
    told_of = text(f"explain.{key}", language, file=written, page=page.number, others=others)
    return Answer(said if question.json else f"{said}{told_of}\n")
