"""The report by the rules of axe: WCAG 2.2 A and AA, in light and dark, wide and narrow."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.exports.report.browser import opened
from tests.exports.report.conftest import NAMES, Report

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}


@pytest.mark.parametrize("dark", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["light", "dark"])
@pytest.mark.parametrize("width", [pytest.param(420, marks=pytest.mark.slow), 1440])
@pytest.mark.parametrize("name", ["index", *NAMES[:2]])
def test_axe_finds_nothing(browser: Browser, report: Report, name: str, width: int, dark: bool) -> None:
    path = report.index if name == "index" else report.page(name)
    with opened(browser, path, width=width, dark=dark) as watched:
        if name != "index":
            watched.page.locator("table.finances a.value").first.click()
        found = Axe().run(watched.page, options=RULES).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == []
