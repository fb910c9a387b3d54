"""`expectations/*.json` → suites; a file that is not wholly understood stops the run."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from pipeline.checks.gx import Suite, gx_suite
from pipeline.checks.rows import ROW_CLASSES
from pipeline.checks.stanzas import stanza_from_json, suite_error
from pipeline.errors import RunError

PACKAGE = Path(__file__).parents[1]


def expectations_folder() -> Path:
    """Where the suites lie: inside the installed package, or beside it in a checkout."""
    folders = (PACKAGE / "expectations", PACKAGE.parent / "expectations")
    found = next((each for each in folders if each.is_dir()), None)
    if found is None:
        raise RunError(
            "Nav atrasta mape „expectations” ar pārbaudēm. Uzstādiet programmu no jauna.",
            "The folder “expectations” with the checks was not found. Install the program anew.",
        )
    return found


def loaded_suites(folder: Path) -> list[Suite]:
    """The suite of each check table, in the order of the tables. RunError for a missing or an extra file."""
    stated = {each.stem for each in folder.glob("*.json")}
    if stated != set(ROW_CLASSES):
        odd = ", ".join(sorted(stated ^ set(ROW_CLASSES)))
        raise RunError(
            f"Mapē {folder} trūkst vai ir liekas pārbaužu kopas: {odd}.",
            f"In {folder}, suites are missing or too many: {odd}.",
        )
    suites = [suite_from_json(table, json_value(folder / f"{table}.json")) for table in ROW_CLASSES]
    names = Counter(stanza.name for suite in suites for stanza in suite.stanzas)
    for suite in suites:
        for stanza in suite.stanzas:
            if names[stanza.name] > 1:
                raise suite_error(suite.table, stanza.name, "šāds nosaukums jau ir", "the name stands twice")
    return suites


def json_value(path: Path) -> Any:
    """What a JSON file holds. RunError where it cannot be read."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise suite_error(path.stem, "*", f"fails nav nolasāms ({error})", f"the file cannot be read ({error})") from error


def suite_from_json(table: str, stated: Any) -> Suite:
    """The suite of one file. RunError where it is empty, of another name, or a stanza is not wholly understood."""
    configurations = stated.get("expectations") if isinstance(stated, dict) else None
    if not isinstance(configurations, list) or not configurations:
        raise suite_error(table, "*", "kopa ir tukša", "the suite is empty")
    if stated.get("name") != table:
        raise suite_error(table, "*", f"kopas nosaukums ir „{stated.get('name')}”", f"its name is “{stated.get('name')}”")
    words = (stated.get("meta") or {}).get("words", {})
    row_class = ROW_CLASSES[table]
    return gx_suite(table, [stanza_from_json(table, row_class, words, each) for each in configurations])
