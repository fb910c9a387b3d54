"""The guide for staff: it explains every finding, and what it shows is there."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.catalogue import text
from pipeline.checks.suites import suites

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "lietotajiem.md").read_text(encoding="utf-8")
SECTIONS = {"error": "### Kļūdas", "warning": "### Brīdinājumi", "info": "### Ziņai"}


def codes_below(heading: str) -> set[str]:
    section = GUIDE.partition(heading)[2].partition("\n#")[0]
    return set(re.findall(r"^\| `([a-z-]+)` \|", section, re.MULTILINE))


def test_every_finding_is_explained_under_its_severity() -> None:
    gravest: dict[str, str] = {}
    for stanza in (stanza for suite in suites() for stanza in suite.stanzas):
        known = gravest.get(stanza.code, "info")
        gravest[stanza.code] = min(known, stanza.severity, key=list(SECTIONS).index)
    for severity, heading in SECTIONS.items():
        assert codes_below(heading) == {code for code, level in gravest.items() if level == severity}


def test_every_sheet_of_the_workbook_is_named() -> None:
    sheets = "overview finances ledger indicators units activities findings unclaimed reading".split()  # noqa: SIM905
    assert [name for name in sheets if f"„{text(f'workbook.{name}', 'lv')}”" not in GUIDE] == []


def test_every_picture_is_there() -> None:
    for page in (GUIDE, (ROOT / "README.md").read_text(encoding="utf-8")):
        shown = re.findall(r"!\[[^]]+\]\(([^)]+)\)", page)
        assert len(shown) == 3
        assert all((ROOT / "docs" / name.removeprefix("docs/")).is_file() for name in shown)
