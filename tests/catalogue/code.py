"""What the code under `pipeline/` says, seen by its syntax: the keys that it uses, and the words that stand in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pipeline
from pipeline.catalogue.entries import areas, entries

PACKAGE = Path(pipeline.__file__).parent
LATVIAN = frozenset("āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ")
TEXTS = frozenset({"text", "sentence", "counted_text"})
ERRORS = frozenset({"SourceError", "UsageError", "RunError", "FileError", "RecordError", "CellError"})
HELP = frozenset({"help", "metavar"})
COUNTS = ("_one", "_many")
HOLE = "\0"


@cache
def modules() -> dict[str, ast.Module]:
    """The syntax of each module, by its path from the package."""
    paths = sorted(PACKAGE.rglob("*.py"))
    return {path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def all_keys() -> list[str]:
    """The key of every entry of the catalogue."""
    return [f"{area}.{name}" for area in areas() for name in entries(area)]


def called_keys(tree: ast.AST) -> Iterator[str]:
    """What stands where a key belongs: first in a text, a sentence or an error, and as the help of an option.

    Where a value is put into the key, `HOLE` stands for it; keys that are a value altogether are left out.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            # A record's error has its row in front of the key.
            written = [written_key(each) for each in node.args[: 2 if name == "RecordError" else 1]]
            if name in TEXTS | ERRORS and written and (key := written[-1] or HOLE)[0] != HOLE:
                yield from _of_counts(key) if name == "counted_text" else [key]
            yield from (key for each in node.keywords if each.arg in HELP and (key := written_key(each.value)))


def _of_counts(key: str) -> list[str]:
    return [key + each for each in COUNTS]


def written_key(node: ast.AST) -> str | None:
    """A string as it is written, with `HOLE` for each value that is put in; None for what is no string."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(each.value if isinstance(each, ast.Constant) else HOLE for each in node.values)  # type: ignore[misc]
    return None


def matching(key: str) -> list[re.Match[str]]:
    """The entries that a written key can mean; what fills its holes is the match's groups."""
    pattern = re.compile(re.escape(key).replace(re.escape(HOLE), r"(\w+)"))
    return [match for each in all_keys() if (match := pattern.fullmatch(each))]


@cache
def literals() -> frozenset[str]:
    """Every string that stands in the code."""
    return frozenset(
        node.value
        for tree in modules().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def template_keys() -> Iterator[str]:
    """What stands where a key belongs in the report's templates, `HOLE` where a value is put behind it."""
    for path in PACKAGE.rglob("*.html"):
        for key, behind in re.findall(r'\bt\("([\w.]+)"\s*([~,)])', path.read_text(encoding="utf-8")):
            yield key + HOLE if behind == "~" else key


def strings_of_code(tree: ast.Module) -> Iterator[ast.Constant]:
    """The strings of a module without its docstrings."""
    docstrings = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node


def without_quotations(told: str) -> str:
    """A text without the words of documents: what stands in quotation marks, or on a line behind a bar."""
    return re.sub(r"“[^”]*”|„[^”]*”|^ *\| .*$", "", told, flags=re.MULTILINE)
