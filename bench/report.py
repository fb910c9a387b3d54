"""How long the report takes to make, and how soon its overview of thousands of documents can be used.

The overview is timed in a headless browser: from the address to the first filtered
list. Making is a ratio to reading the same documents in the same run.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from msgspec.structs import replace

from pipeline.checks import findings_of
from pipeline.exports.report.writing import Drawing, write_report
from pipeline.journey import submission
from pipeline.records import Submission

SAMPLES = Path(__file__).parents[1] / "samples"
SIZES = (1, 1000, 3000)


def main() -> None:
    """Prints one table."""
    paths = sorted(SAMPLES.glob("*.pdf"))
    begin = time.perf_counter()
    submissions = [submission(path, path.name) for path in paths]
    reading = time.perf_counter() - begin
    findings = findings_of(submissions)
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        write_report(Path(folder), paths, submissions, findings, Drawing("lv", 1))
        making = time.perf_counter() - begin
        size = sum(path.stat().st_size for path in Path(folder).rglob("*.html")) / len(paths)
    print(
        f"making / reading {making / reading:.2f} ({len(paths)} samples, one process), {size / 1000:.0f} kB a document"
    )
    print("documents  overview MB  s to usable  s to filter")
    for count in SIZES:
        print("{:9d}  {:11.1f}  {:11.2f}  {:11.3f}".format(count, *overview_cost(submissions, count)))


def overview_cost(submissions: list[Submission], count: int) -> tuple[float, float, float]:
    """Size of an overview in MB, seconds until it can be used, and seconds for one search."""
    from playwright.sync_api import sync_playwright

    from pipeline.exports.report.overview import overview
    from pipeline.exports.report.templates import filled_template

    many = [
        replace(submissions[n % len(submissions)], document_id=f"{n:012x}", source_file=f"mape/{n}.pdf")
        for n in range(count)
    ]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "index.html"
        path.write_text(filled_template("index", "lv", overview=overview(many, findings_of(many), "lv")), "utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        begin = time.perf_counter()
        page.goto(path.as_uri())
        page.wait_for_function("document.getElementById('shown').textContent")
        usable = time.perf_counter() - begin
        begin = time.perf_counter()
        page.fill("#search", "kurzemes")
        page.evaluate("() => new Promise(requestAnimationFrame)")
        searched = time.perf_counter() - begin
        browser.close()
        return path.stat().st_size / 1e6, usable, searched


if __name__ == "__main__":
    main()
