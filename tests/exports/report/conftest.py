"""One report of three samples, and one browser, for all tests of the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from pipeline.checks import findings_of
from pipeline.exports.report.writing import Drawing, write_report
from pipeline.findings import Finding
from pipeline.journey import submission
from pipeline.records import Submission
from tests.exports.report.browser import CHROMIUM, chromium

SAMPLES = Path(__file__).parents[3] / "samples"
NAMES = ("kurzeme-typst.pdf", "kurzeme-2022-2025.txt", "adaptivais-sports.pdf")


@dataclass(frozen=True, slots=True)
class Report:
    """A report on disk, and what it was made of."""

    folder: Path
    submissions: tuple[Submission, ...]
    findings: tuple[Finding, ...]

    @property
    def index(self) -> Path:
        """The overview."""
        return self.folder / "report" / "index.html"

    def submission(self, name: str) -> Submission:
        """The submission of this file."""
        return next(each for each in self.submissions if each.source_file == name)

    def page(self, name: str) -> Path:
        """The page of this file's document."""
        return self.folder / "report" / f"{self.submission(name).document_id}.html"


def report_of(folder: Path, paths: list[Path]) -> Report:
    submissions = [submission(path, path.name) for path in paths]
    findings = findings_of(submissions)
    write_report(folder, paths, submissions, findings, Drawing("lv", 2))
    return Report(folder, tuple(submissions), tuple(findings))


@pytest.fixture(scope="package")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("report")
    broken = folder / "bojats.pdf"
    broken.write_bytes(b"%PDF-1.7\n")
    return report_of(folder, [*(SAMPLES / name for name in NAMES), broken])


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine: the report is not driven")
    with chromium() as started:
        yield started
