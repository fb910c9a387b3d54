r"""datapackage.json: what every file and column holds, for machines (Frictionless Data Package, version 1).

It names no time and no machine: the same dialect and language give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.catalogue import Language, text
from pipeline.exports.whole_file import write_whole
from pipeline.tables import ACTIVITIES, DOCUMENTS, INDICATORS, TABLES, Column, Kind, Table
from pipeline.tables.dialects import OPEN_DATA, Dialect

DATAPACKAGE = "datapackage.json"
TYPES: Mapping[Kind, str] = {
    "text": "string",
    "id": "string",
    "word": "string",
    "date": "date",
    "integer": "integer",
    "number": "number",
    "euro": "number",
    "point": "number",
}
ID_PATTERN = "[0-9a-f]{12}"
# An item is named by more than its number; its name may stand twice, so it is no primary key.
ITEM_COLUMNS = ("document_id", "year_no", "section", "item")
Properties = dict[str, Any]


def write_datapackage(folder: Path, dialect: Dialect, language: Language) -> Path:
    """Writes datapackage.json into `folder`; raises `RunError` where it cannot."""
    return write_whole(folder, DATAPACKAGE, datapackage_json(dialect, language).encode())


def datapackage_json(dialect: Dialect, language: Language) -> str:
    """The content of datapackage.json: titles and descriptions in the language, names as the dialect writes them."""
    content = {
        "profile": "tabular-data-package",
        "name": "kopsavilkums",
        "title": text("dialects.package_title", language),
        "description": text("dialects.package_description", language),
        "resources": [_resource(table, dialect, language) for table in TABLES],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _resource(table: Table[Any], dialect: Dialect, language: Language) -> Properties:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": _capital(text(f"words.{table.name}", language)),
        "description": f"{_capital(table.meaning(language))}.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": _csv_dialect(dialect),
        "schema": _schema(table, dialect, language),
    }


def _csv_dialect(dialect: Dialect) -> Properties:
    return {
        "csvddfVersion": 1.2,
        "delimiter": dialect.delimiter,
        "lineTerminator": dialect.line_end,
        "quoteChar": '"',
        "doubleQuote": True,
        "skipInitialSpace": False,
        "header": True,
    }


def _schema(table: Table[Any], dialect: Dialect, language: Language) -> Properties:
    """The columns and what they lead to. No table has a primary key: the same bytes twice are two documents."""
    fields = [_field(table, column, dialect, language) for column in table.columns]
    keys = list(_foreign_keys(table, dialect))
    return {"fields": fields, "missingValues": [""], **({"foreignKeys": keys} if keys else {})}


def _field(table: Table[Any], column: Column[Any], dialect: Dialect, language: Language) -> Properties:
    constraints = _constraints(column, dialect)
    return {
        "name": dialect.heading(column),
        "title": column.heading(language),
        "description": f"{_capital(table.column_meaning(column, language))}.",
        "type": TYPES[column.kind],
        "format": _format(column, dialect),
        **({"decimalChar": dialect.decimal_sign} if TYPES[column.kind] == "number" else {}),
        **({"constraints": constraints} if constraints else {}),
    }


def _format(column: Column[Any], dialect: Dialect) -> str:
    own = column.kind == "date" and dialect.date_format != OPEN_DATA.date_format
    return dialect.date_format if own else "default"


def _constraints(column: Column[Any], dialect: Dialect) -> Properties:
    """What holds of every cell; an id may have the apostrophe of a guarded text."""
    constraints: Properties = {"required": True} if column.filled else {}
    if column.words:
        constraints["enum"] = list(column.words)
    if column.kind == "id":
        constraints["pattern"] = f"'?{ID_PATTERN}" if dialect.texts_kept else ID_PATTERN
    return constraints


def _foreign_keys(table: Table[Any], dialect: Dialect) -> Iterator[Properties]:
    if table is not DOCUMENTS:
        yield _foreign_key(table, DOCUMENTS, ("document_id",), dialect)
    if table is INDICATORS:
        yield _foreign_key(table, ACTIVITIES, ITEM_COLUMNS, dialect)


def _foreign_key(table: Table[Any], other: Table[Any], names: Sequence[str], dialect: Dialect) -> Properties:
    return {
        "fields": _headings(table, names, dialect),
        "reference": {"resource": other.name, "fields": _headings(other, names, dialect)},
    }


def _headings(table: Table[Any], names: Sequence[str], dialect: Dialect) -> list[str]:
    columns = {column.name: column for column in table.columns}
    return [dialect.heading(columns[name]) for name in names]


def _capital(phrase: str) -> str:
    return phrase[0].upper() + phrase[1:]
