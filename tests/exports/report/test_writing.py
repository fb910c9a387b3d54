"""The files of the report: what breaks on one document costs its page alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from pipeline.errors import RunError
from pipeline.exports.report import pictures
from pipeline.exports.report.pictures import shown
from pipeline.exports.report.writing import Drawing, stale_pages, write_report
from pipeline.journey import submission
from pipeline.records import Submission
from tests.exports.report.conftest import SAMPLES

SAMPLE = SAMPLES / "kurzeme-typst.pdf"


def read(path: Path = SAMPLE, **changes: Any) -> Submission:
    return replace(submission(path, path.name), **changes)


def pages(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in (folder / "report").iterdir()}


def test_a_document_that_is_gone_has_its_records_without_pictures(tmp_path: Path) -> None:
    read_before = read()
    write_report(tmp_path, [tmp_path / "gone.pdf"], [read_before], [], Drawing("lv", 1))
    page = pages(tmp_path)[f"{read_before.document_id}.html"]
    assert "147" not in page.partition("<style>")[0]
    assert "47 786,53" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "Lappuses nevar parādīt" in page
    assert "<image" not in page


def test_a_document_on_which_the_drawing_breaks_has_a_page_that_says_so(tmp_path: Path) -> None:
    good = read(SAMPLES / "darzkopji.pdf")
    summary = good.summary
    assert summary
    broken = replace(good, document_id="b" * 12, source_file="<b>.pdf", reading=replace(summary, unclaimed=(None,)))  # type: ignore[arg-type]
    write_report(tmp_path, [SAMPLE, SAMPLE], [broken, good], [], Drawing("lv", 2))
    page = pages(tmp_path)["bbbbbbbbbbbb.html"]
    assert "neizdevās uzzīmēt" in page
    assert "&lt;b&gt;.pdf" in page
    assert "<image" in pages(tmp_path)[f"{good.document_id}.html"]


def test_pages_of_documents_that_a_run_does_not_have_are_stale_and_others_are_not(tmp_path: Path) -> None:
    own = read()
    write_report(tmp_path, [SAMPLE], [own], [], Drawing("lv", 1))
    (tmp_path / "report" / "aaaaaaaaaaaa.html").write_text("old", encoding="utf-8")
    (tmp_path / "report" / "notes.html").write_text("somebody's own", encoding="utf-8")
    assert stale_pages(tmp_path, [own]) == ["report/aaaaaaaaaaaa.html"]


def test_the_same_bytes_twice_are_one_page_that_names_both(tmp_path: Path) -> None:
    once = read()
    write_report(tmp_path, [SAMPLE, SAMPLE], [once, replace(once, source_file="otrs.pdf")], [], Drawing("lv", 1))
    found = pages(tmp_path)
    assert len(found) == 2
    assert "otrs.pdf" in found[f"{once.document_id}.html"]


def test_the_same_documents_give_the_same_bytes_for_any_number_of_workers(tmp_path: Path) -> None:
    names = ("kurzeme-typst.pdf", "darzkopji.pdf", "kurzeme-2022-2025.txt")
    paths = [SAMPLES / name for name in names]
    for workers in (1, 2):
        (tmp_path / str(workers)).mkdir()
        write_report(tmp_path / str(workers), paths, list(map(read, paths)), [], Drawing("lv", workers))
    assert pages(tmp_path / "1") == pages(tmp_path / "2")


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "report").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(RunError, match="report"):
        write_report(tmp_path, [], [], [], Drawing("lv", 1))
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_run_without_a_readable_document_has_an_overview(tmp_path: Path) -> None:
    failed = Submission("", "bojats.pdf", "", 0, None, "PDF ir bojāts.", "The PDF is broken.")
    write_report(tmp_path, [tmp_path / "bojats.pdf"], [failed], [], Drawing("en", 1))
    assert "The PDF is broken." in pages(tmp_path)["index.html"]


def test_the_pictures_of_a_document_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = shown(SAMPLE, "pdf", 4).pictures
    monkeypatch.setattr(pictures, "MAX_BYTES", len(whole[1]) + len(whole[2]))
    assert list(shown(SAMPLE, "pdf", 4).pictures) == [1, 2]
    monkeypatch.setattr(pictures, "MAX_PICTURES", 1)
    assert list(shown(SAMPLE, "pdf", 4).pictures) == [1]


def test_pages_that_are_not_shown_are_told(tmp_path: Path) -> None:
    many = read(pages=70)
    write_report(tmp_path, [SAMPLE], [many], [], Drawing("lv", 1))
    assert "Rādītas pirmās 4 lappuses no 70" in pages(tmp_path)[f"{many.document_id}.html"]
