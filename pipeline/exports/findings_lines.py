r"""Findings → JSON Lines: one object a line, UTF-8, `\n`, the same bytes for the same findings."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from pipeline.findings import Finding
from pipeline.records import Submission
from pipeline.tables import FINDINGS

LONE_SURROGATES = re.compile(r"[\ud800-\udfff]")
# JSON lets these stand as they are, but many readers end a line at them.
LINE_ENDS = {ord(each): f"\\u{ord(each):04x}" for each in "\x85\u2028\u2029"}


def findings_lines(submissions: Sequence[Submission], findings: Sequence[Finding]) -> str:
    """A JSON object for each finding, in their order: `source_file`, then the columns of findings.csv.

    `source_file` is that of the first submission of the document, None where there is none.
    Text stays as it is, but for lone surrogates, which UTF-8 cannot hold: they become U+FFFD.
    """
    names = {each.document_id: each.source_file for each in reversed(submissions)}
    return "".join(_line(names.get(each.document_id), each) for each in findings)


def _line(source_file: str | None, finding: Finding) -> str:
    cells = {column.name: column.value(finding) for column in FINDINGS.columns}
    text = json.dumps({"source_file": source_file, **cells}, ensure_ascii=False)
    return LONE_SURROGATES.sub("\ufffd", text).translate(LINE_ENDS) + "\n"
