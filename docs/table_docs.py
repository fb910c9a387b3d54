"""docs/tables.md, made from the columns in pipeline/tables/; `--check` says whether it is fresh."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from pipeline.checks.suites import suites
from pipeline.tables import KINDS, TABLES

TARGET = Path(__file__).with_name("tables.md")


def _lines() -> Iterator[str]:
    yield "# The tables"
    yield ""
    yield "Made from `pipeline/tables/` and `expectations/` by `make docs`; change it there."
    yield ""
    yield "CSV, UTF-8, comma, one header line, RFC 4180 quoting, `\\n` line ends; an empty cell is *not stated*."
    yield "Rows keep document order, documents are ordered by `source_file`; the same input gives the same bytes."
    yield "Control characters become U+FFFD. That is the dialect `open-data`: [dialects.md](dialects.md) says how"
    yield "`--dialect excel-lv` differs, and which text cells get an apostrophe. `datapackage.json` beside the files"
    yield "describes every column for machines."
    yield ""
    yield "| type | how it is written |"
    yield "| --- | --- |"
    yield from (f"| {kind} | {meaning} |" for kind, meaning in KINDS.items())
    for table in TABLES:
        meaning = table.meaning("en")
        yield from ("", f"## {table.name}.csv", "", f"{meaning[0].upper()}{meaning[1:]}.", "")
        yield "| column | type | meaning |"
        yield "| --- | --- | --- |"
        yield from (f"| `{each.name}` | {each.kind} | {table.column_meaning(each, 'en')} |" for each in table.columns)
    yield from _run_file_lines()
    yield from _finding_lines()


def _run_file_lines() -> Iterator[str]:
    yield from ("", "## run.json", "")
    yield "`version`; `options` as given; `inputs`: how many `files`, `read`, `failed`, `pages`; `findings` by"
    yield "severity; `seconds` by stage (all that two runs of the same input give differently); `failed`: each"
    yield "file with its reason in Latvian and English."


def _finding_lines() -> Iterator[str]:
    yield from ("", "## The codes of findings.csv", "")
    yield "Each is kept as data in `expectations/`, with a row that passes and one that fails."
    yield ""
    yield "| code | severity | suite | message |"
    yield "| --- | --- | --- | --- |"
    for suite in suites():
        for each in suite.stanzas:
            yield f"| `{each.code}` | {each.severity} | {suite.table}.json | {each.message_en} |"


def main() -> int:
    """Writes the file, or with `--check` exits 1 where it is stale."""
    text = "\n".join(_lines()) + "\n"
    if "--check" in sys.argv[1:]:
        if TARGET.exists() and TARGET.read_text(encoding="utf-8") == text:
            return 0
        sys.stderr.write(f"{TARGET.name} is stale: run `make docs` and commit it.\n")
        return 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
