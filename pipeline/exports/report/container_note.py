"""What people are told of a file's container: whether it was signed, and which file stands for it."""

from __future__ import annotations

from datetime import datetime

from pipeline.catalogue import Language, text
from pipeline.checks.messages import written_day
from pipeline.membership import Signing
from pipeline.records import Submission


def container_note(submission: Submission, language: Language) -> str:
    """One or two phrases, "" for a file that is in no container."""
    told = []
    if submission.membership:
        signing = submission.membership.signing
        told.append(_signing_note(signing, language) if signing else text("report.not_signed", language))
    if submission.same_as:
        told.append(text("report.same_as", language, file=submission.same_as))
    return " · ".join(told)


def _signing_note(signing: Signing, language: Language) -> str:
    if not signing.signatures:
        return text(f"report.signing_{signing.digests}", language)
    return text(
        "report.signed",
        language,
        at=_written_time(signing.at, language),
        by=text(f"words.{signing.by}", language),
        digests=text(f"words.{signing.digests}", language),
    )


def _written_time(stated: str, language: Language) -> str:
    if not stated:
        return text("report.unknown", language)
    at = datetime.fromisoformat(stated)
    return f"{written_day(at.date(), language)} {at:%H:%M} UTC"
