"""expectations/*.json → suites, each stanza complete and understood."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from pipeline.catalogue import Sentence, sentence
from pipeline.checks.example_rows import example_row
from pipeline.checks.kinds import CheckRow
from pipeline.checks.messages import template_columns
from pipeline.checks.rows import ROW_CLASSES, column_kinds
from pipeline.errors import RunError
from pipeline.findings import Severity

SEVERITIES: Mapping[Severity, str] = {"error": "critical", "warning": "warning", "info": "info"}
"""Our levels, each with the severity that Great Expectations has for it."""
TEXTS = ("name", "code", "message", "message_en")
TEMPLATES = ("message", "message_en", "expected", "actual")
_COLUMN_KWARGS = ("column", "column_A", "column_B")


class Stanza(Struct, frozen=True):
    """One expectation of a suite: what Great Expectations needs, and what we say where it does not hold."""

    suite: str
    name: str
    code: str
    severity: Severity
    config: Mapping[str, Any]
    message: str
    message_en: str
    expected: str
    actual: str
    words: Mapping[str, Mapping[str, str]]
    passes: CheckRow
    fails: CheckRow

    @property
    def columns(self) -> set[str]:
        """The columns of the check table that the expectation compares."""
        kwargs = self.config["kwargs"]
        return {kwargs[key] for key in _COLUMN_KWARGS if key in kwargs} | set(kwargs.get("column_list", ()))


class Suite(Struct, frozen=True):
    """The expectations of one check table, in the order of its file."""

    table: str
    stanzas: tuple[Stanza, ...]


def expectations_folder() -> Path:
    """Where the suites are: in the installed package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "expectations"
    return inside if inside.is_dir() else package.parent / "expectations"


@cache
def suites(folder: Path | None = None) -> tuple[Suite, ...]:
    """Every suite, in the order of the check tables. Raises RunError where one is missing, broken or incomplete."""
    place = folder or expectations_folder()
    unknown = sorted(each.name for each in place.glob("*.json") if each.stem not in ROW_CLASSES)
    if unknown:
        raise _broken(", ".join(unknown), "", sentence("checks.unknown_table"))
    return tuple(_suite(place / f"{table}.json", table) for table in ROW_CLASSES)


def _suite(path: Path, table: str) -> Suite:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        configs = content["expectations"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _broken(path.name, "", f"{type(error).__name__}: {error}") from error
    if content.get("name") != table or not configs:
        raise _broken(path.name, "", sentence("checks.no_stanza", table=table))
    stanzas = tuple(_stanza(table, config) for config in configs)
    names = [stanza.name for stanza in stanzas]
    if len(set(names)) != len(names):
        raise _broken(path.name, "", sentence("checks.name_twice", names=", ".join(names)))
    return Suite(table, stanzas)


def _stanza(table: str, config: Mapping[str, Any]) -> Stanza:
    meta = config.get("meta", {})
    name = str(meta.get("name", ""))
    lacking = [key for key in TEXTS if not meta.get(key)]
    lacking += [key for key in ("expected", "actual", "passes", "fails", "level") if key not in meta]
    if lacking:
        raise _broken(table, name, sentence("checks.lacks", names=", ".join(lacking)))
    if meta["level"] not in SEVERITIES or config.get("severity") != SEVERITIES[meta["level"]]:
        severity, level = config.get("severity"), meta["level"]
        raise _broken(table, name, sentence("checks.level_differs", severity=severity, level=level))
    stanza = _filled_stanza(table, name, config, meta)
    unknown = _columns_named(stanza) - set(column_kinds(ROW_CLASSES[table]))
    if unknown:
        raise _broken(table, name, sentence("checks.unknown_columns", names=", ".join(sorted(unknown))))
    return stanza


def _filled_stanza(table: str, name: str, config: Mapping[str, Any], meta: Mapping[str, Any]) -> Stanza:
    try:
        passes, fails = (example_row(ROW_CLASSES[table], meta[key]) for key in ("passes", "fails"))
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        why = sentence("checks.example_rows", error=f"{type(error).__name__}: {error}")
        raise _broken(table, name, why) from error
    return Stanza(
        table,
        name,
        meta["code"],
        meta["level"],
        {key: config[key] for key in ("type", "kwargs", "severity")} | {"meta": {"name": name}},
        meta["message"],
        meta["message_en"],
        meta["expected"],
        meta["actual"],
        meta.get("words", {}),
        passes,
        fails,
    )


def _columns_named(stanza: Stanza) -> set[str]:
    templates = (stanza.message, stanza.message_en, stanza.expected, stanza.actual)
    return stanza.columns.union(*(template_columns(template) for template in templates))


def _broken(suite: str, stanza: str, why: str | Sentence) -> RunError:
    return RunError("checks.not_valid", place=f"{suite}, {stanza}" if stanza else suite, why=why)


def nothing_to_check(table: str) -> RunError:
    """That a table has no row although documents were read, so that its expectations would pass unseen."""
    names = ", ".join(stanza.name for suite in suites() if suite.table == table for stanza in suite.stanzas)
    return RunError("checks.nothing_to_check", suite=table, names=names)
