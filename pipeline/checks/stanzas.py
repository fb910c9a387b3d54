"""One expectation of a suite as its JSON file states it, and what it must state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import InvalidOperation
from typing import Any

from pipeline.checks.example_rows import example_row
from pipeline.checks.messages import Words, template_columns
from pipeline.checks.rows import CheckRow, column_kinds
from pipeline.errors import RunError
from pipeline.findings import Severity

GX_SEVERITY: Mapping[Severity, str] = {"error": "critical", "warning": "warning", "info": "info"}
COLUMN_KWARGS = ("column", "column_A", "column_B")
TEXTS = ("name", "code", "level", "message", "message_en", "expected", "actual")


@dataclass(frozen=True, slots=True)
class Stanza:
    """An expectation with its messages; the templates name columns of `row_class`.

    `configuration` is what Great Expectations reads, `columns` the columns that it compares.
    """

    name: str
    code: str
    level: Severity
    message: str
    message_en: str
    expected: str
    actual: str
    words: Words
    row_class: type[CheckRow]
    passes: CheckRow
    fails: CheckRow
    columns: tuple[str, ...]
    configuration: Mapping[str, Any]


def suite_error(suite: str, stanza: str, lv: str, en: str) -> RunError:
    """A run's error that names the suite and the stanza, and says what to do."""
    return RunError(
        f"Pārbaužu kopas „{suite}” nosacījums „{stanza}”: {lv}. Izlabojiet failu expectations/{suite}.json.",
        f"Suite “{suite}”, expectation “{stanza}”: {en}. Mend the file expectations/{suite}.json.",
    )


def stanza_from_json(suite: str, row_class: type[CheckRow], words: Words, configuration: Any) -> Stanza:
    """The stanza of one JSON object. RunError where it lacks something or names a column that is none."""
    meta = configuration.get("meta") if isinstance(configuration, dict) else None
    name = str(meta.get("name", "?")) if isinstance(meta, dict) else "?"
    lacking = list(lacking_parts(configuration, meta))
    if lacking:
        parts = ", ".join(lacking)
        raise suite_error(suite, name, f"trūkst vai neder: {parts}", f"missing or unfit: {parts}")
    stanza = Stanza(
        **{text: meta[text] for text in TEXTS},
        words=words,
        row_class=row_class,
        passes=checked_example(suite, name, row_class, meta["passes"]),
        fails=checked_example(suite, name, row_class, meta["fails"]),
        columns=compared_columns(configuration["kwargs"]),
        configuration=configuration,
    )
    unknown = sorted(named_columns(stanza) - column_kinds(row_class).keys())
    if unknown:
        names = ", ".join(unknown)
        raise suite_error(suite, name, f"tabulā nav kolonnas {names}", f"the table has no column {names}")
    return stanza


def lacking_parts(configuration: Any, meta: Any) -> Iterator[str]:
    """The names of what a stanza lacks or states wrongly."""
    if not isinstance(configuration, dict) or not isinstance(meta, dict):
        yield "meta"
        return
    yield from (f"meta.{text}" for text in TEXTS if not isinstance(meta.get(text), str) or not meta[text].strip())
    yield from (f"meta.{row}" for row in ("passes", "fails") if not isinstance(meta.get(row), dict) or not meta[row])
    yield from (part for part, kind in (("type", str), ("kwargs", dict)) if not isinstance(configuration.get(part), kind))
    if configuration.get("severity") != GX_SEVERITY.get(meta.get("level", "")):
        yield "severity"


def checked_example(suite: str, name: str, row_class: type[CheckRow], example: Mapping[str, object]) -> CheckRow:
    """The example's row. RunError where it names a column that is none, or a value cannot be read."""
    try:
        return example_row(row_class, example)
    except (KeyError, ValueError, TypeError, InvalidOperation) as error:
        raise suite_error(suite, name, f"paraugs neder ({error})", f"an example is unfit ({error})") from error


def compared_columns(kwargs: Mapping[str, Any]) -> tuple[str, ...]:
    """The columns that an expectation reads, its row condition's too."""
    condition = kwargs.get("row_condition") or {}
    named = [kwargs[each] for each in COLUMN_KWARGS if each in kwargs] + list(kwargs.get("column_list", ()))
    return tuple(dict.fromkeys(named + ([condition["column"]["name"]] if condition else [])))


def named_columns(stanza: Stanza) -> set[str]:
    """Every column that a stanza compares or that its templates name."""
    templates = (stanza.message, stanza.message_en, stanza.expected, stanza.actual)
    return set(stanza.columns).union(*map(template_columns, templates))
