"""A process that draws pages has compiled their templates before it is forked."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import importlib
from jinja2 import Environment
compiled = []
compile = Environment.compile
Environment.compile = lambda self, source, name=None, *rest: compiled.append(name) or compile(self, source, name, *rest)
importlib.import_module({module!r})
print(len(compiled))
from pipeline.exports.report.templates import filled_template
filled_template("broken", "lv", file="a.pdf", why="")
print(len(compiled))
"""


def compiled_by(module: str) -> list[int]:
    """How many templates a fresh process has compiled behind this import, and behind the first page after it."""
    command = [sys.executable, "-c", SCRIPT.format(module=module)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    return [int(each) for each in told.stdout.split()]


def test_no_template_is_left_to_compile() -> None:
    before, after = compiled_by("pipeline.exports.report.warm_pages")
    assert before == after > 2
    before, after = compiled_by("pipeline.exports.report.document_html")
    assert before == 0 < after
