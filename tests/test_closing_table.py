"""The table that closes a run."""

from __future__ import annotations

from msgspec.structs import replace

from pipeline.closing_table import SHOWN_REASONS, closing_table
from tests.submissions import failed, finding, submission


def test_files_are_counted_by_what_became_of_them_and_findings_by_code() -> None:
    good, bad = submission("a.pdf", document_id="a" * 12), submission("b.pdf", document_id="b" * 12)
    found = [replace(finding("error"), document_id="b" * 12)] * 2 + [replace(finding("info"), code="unit-unknown")]
    code = found[0].code
    assert list(closing_table([good, bad, failed()], found, "lv")) == [
        "  1  kārtībā",
        "  1  jāpārskata",
        "  1  nav nolasīts",
        "  1  – Fails ir tukšs.",
        f"  2  kļūda {code} (dokumentos: 1)",
        "  1  piezīme unit-unknown (dokumentos: 1)",
    ]


def test_a_version_of_a_wrong_document_is_to_review_too() -> None:
    version = replace(submission("c.docx", document_id="c" * 12), same_as="b.pdf")
    rows = list(
        closing_table(
            [submission("b.pdf", document_id="b" * 12), version],
            [replace(finding("error"), document_id="b" * 12)],
            "en",
        )
    )
    assert rows[0] == "  2  to review"


def test_rare_reasons_are_added_up() -> None:
    files = [replace(failed(), failure=f"Iemesls {number}.") for number in range(SHOWN_REASONS + 2)] + [
        replace(failed(), failure="Iemesls 0.")
    ]
    rows = list(closing_table(files, [], "lv"))
    assert rows[1] == "  2  – Iemesls 0."
    assert rows[-1] == "  2  – citu iemeslu dēļ (documents.csv)"


def test_without_files_there_is_no_table() -> None:
    assert list(closing_table([], [], "lv")) == []
