"""Chromium without a window, which notes every request that leaves a page and everything that it complains of."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""


@dataclass(slots=True)
class Watched:
    """A page in the browser: what it asked for besides itself, and what it complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser; the system's own, since none is downloaded."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(
    browser: Browser, path: Path, *, width: int = 1440, height: int = 900, dark: bool = False, scripts: bool = True
) -> Iterator[Watched]:
    """The file as a file share shows it."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        java_script_enabled=scripts,
    )
    page = context.new_page()
    watched = Watched(page)
    address = path.as_uri()
    page.on("request", lambda request: _noted(watched.requests, request.url, address))
    page.on("console", lambda message: watched.complaints.append(message.text))
    page.on("pageerror", lambda error: watched.complaints.append(str(error)))
    page.on("dialog", lambda dialog: (watched.complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.goto(address)
    try:
        yield watched
    finally:
        context.close()


def _noted(requests: list[str], url: str, address: str) -> None:
    if url.split("#", maxsplit=1)[0] != address and not url.startswith("data:"):
        requests.append(url)
