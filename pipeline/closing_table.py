"""The table that closes a run: how many files are in order, to review, or failed and why; findings by code."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from pipeline.catalogue import Language, text
from pipeline.findings import Finding
from pipeline.records import Submission

# So many reasons why files failed are told, the most frequent first.
SHOWN_REASONS = 5
WEIGHTS = {"error": 0, "warning": 1, "info": 2}


class TableRow(Struct, frozen=True):
    """A row: how many, and of what; for a finding's code also in how many documents."""

    count: int
    of: str
    documents: int | None = None


def closing_table(submissions: Sequence[Submission], findings: Sequence[Finding], language: Language) -> Iterator[str]:
    """The lines of the table; none where there was nothing to read."""
    rows = [*_file_rows(submissions, findings, language), *_finding_rows(findings, language)]
    width = max((len(str(row.count)) for row in rows), default=0)
    for row in rows:
        documents = "" if row.documents is None else text("account.in_documents", language, count=row.documents)
        yield f"  {row.count:>{width}}  {row.of}{documents}"


def _file_rows(
    submissions: Sequence[Submission], findings: Sequence[Finding], language: Language
) -> Iterator[TableRow]:
    """In order, to review, failed; below that why."""
    wrong = {each.document_id for each in findings if each.severity == "error"}
    ids = {each.source_file: each.document_id for each in submissions}
    read = [ids.get(each.same_as, each.document_id) for each in submissions if each.is_read]
    review = sum(each in wrong for each in read)
    failed = [each for each in submissions if not each.is_read]
    for count, state in ((len(read) - review, "ok"), (review, "review"), (len(failed), "failed")):
        if count:
            yield TableRow(count, text(f"words.{state}", language))
    reasons = Counter(each.failure_en if language == "en" else each.failure for each in failed)
    for why, count in reasons.most_common(SHOWN_REASONS):
        yield TableRow(count, f"– {why}")
    if len(reasons) > SHOWN_REASONS:
        rest = sum(count for _, count in reasons.most_common()[SHOWN_REASONS:])
        yield TableRow(rest, text("account.other_reasons", language))


def _finding_rows(findings: Sequence[Finding], language: Language) -> Iterator[TableRow]:
    """A row for each code, the grave ones first, then the frequent."""
    counts: Counter[tuple[str, str]] = Counter()
    documents: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each in findings:
        counts[each.severity, each.code] += 1
        documents[each.severity, each.code].add(each.document_id)
    for key in sorted(counts, key=lambda key: (WEIGHTS[key[0]], -counts[key], key)):
        severity, code = key
        yield TableRow(counts[key], f"{text(f'words.{severity}', language)} {code}", len(documents[key]))
