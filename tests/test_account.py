"""What a run says at its end, in good Latvian."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from pipeline.account import SHOWN_LINES, Language, account
from pipeline.exports.run_file import RunRecord
from pipeline.findings import Finding
from pipeline.records import Submission
from pipeline.run import Outcome
from tests.submissions import failed, finding, submission


def lines(submissions: Sequence[Submission], findings: Sequence[Finding] = (), language: Language = "lv") -> list[str]:
    outcome = Outcome(RunRecord({}, {"read": 1.24}, submissions, findings), (Path("out/documents.csv"),))
    return [line.text for line in account(outcome, language)]


@pytest.mark.parametrize(
    ("read", "unread", "said"),
    [
        (1, 0, "Nolasīts 1 dokuments (1,2 s)."),
        (2, 1, "Nolasīti 2 dokumenti, nenolasīts 1 (1,2 s)."),
        (11, 2, "Nolasīti 11 dokumenti, nenolasīti 2 (1,2 s)."),
        (21, 21, "Nolasīts 21 dokuments, nenolasīts 21 (1,2 s)."),
        (0, 3, "Nav nolasīts neviens dokuments."),
    ],
)
def test_the_first_line_says_how_many_were_read(read: int, unread: int, said: str) -> None:
    assert lines([submission()] * read + [failed()] * unread)[0] == said


def test_findings_are_counted_by_weight() -> None:
    found = [finding("error"), finding("warning"), finding("warning"), finding("info")]
    assert lines([submission()], found)[1] == "Pārbaudēs atrasts: 1 kļūda, 2 brīdinājumi, 1 piezīme."


def test_nothing_found_is_said() -> None:
    assert lines([submission()])[1] == "Pārbaudēs nekas nav atrasts."


def test_a_failed_file_is_told_before_an_error_and_that_before_a_warning() -> None:
    told = lines([submission(), failed()], [finding("warning"), finding("error")])[2:5]
    assert [line.split("  ")[1] for line in told] == ["NAV NOLASĪTS", "KĻŪDA", "BRĪDINĀJUMS"]


def test_a_finding_names_its_file() -> None:
    assert lines([submission("sub/a.pdf")], [finding()])[2] == "  KĻŪDA  sub/a.pdf: Summas nesakrīt."


def test_notes_are_counted_but_not_told() -> None:
    told = lines([submission()], [finding("info")])
    assert told[1] == "Pārbaudēs atrasts: 1 piezīme."
    assert finding("info").message not in "".join(told)


def test_what_does_not_fit_is_counted() -> None:
    told = lines([submission()], [finding()] * (SHOWN_LINES + 7))
    assert told[SHOWN_LINES + 2] == "  … un vēl 7; viss ir failos documents.csv un findings.csv."
    assert sum(finding().message in line for line in told) == SHOWN_LINES


def test_the_last_line_says_where_the_files_are() -> None:
    assert lines([submission()])[-1] == "Faili ir mapē out: documents.csv."


def test_behind_it_stands_what_to_open_first() -> None:
    files = (Path("out/documents.csv"), Path("out/report/index.html"))
    told = [line.text for line in account(Outcome(RunRecord({}, {"read": 1.0}, [submission()], []), files), "lv")]
    assert told[-2] == "Faili ir mapē out: documents.csv, report/index.html."
    assert told[-1] == f"Vispirms atveriet: {files[1]}"


def test_all_of_it_can_be_english() -> None:
    told = "\n".join(lines([submission(), failed()], [finding()], "en"))
    assert "Read 1 document in 1.2 s, 1 could not be read." in told
    assert not set("āčēģīķļņšūž") & set(told)


def test_pages_of_the_fallback_reader_are_told_with_their_files() -> None:
    odd = [replace(submission(f"{name}.pdf"), fallback_pages=(2, 3)) for name in "abcdefg"]
    (told,) = [line for line in lines([*odd, submission("z.pdf")]) if "rezerves lasītājs" in line]
    assert "a.pdf 2, 3; b.pdf 2, 3;" in told
    assert "z.pdf" not in told
    assert "vēl 2" in told
    assert not [line for line in lines([submission()]) if "rezerves lasītājs" in line]
