"""The pipeline without one rule, or without one entry of a list in the grammar."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest
import regex
from msgspec.structs import replace

import pipeline
import pipeline.grammar
from pipeline.grammar import money
from pipeline.grammar.rule import Rule
from pipeline.grammar.vocabulary import vocabulary

NOTHING = regex.compile(r"(?!)")
GROUPINGS = ("_SPACED", "_PLAIN", "_DOTTED", "_COMMAED", "_AMBIGUOUS")
Removal = Callable[[pytest.MonkeyPatch], None]


def rules() -> dict[str, Rule[Any]]:
    """Every rule of the grammar by its name, also those that stand in a tuple."""
    found = {}
    for module in pkgutil.iter_modules(pipeline.grammar.__path__):
        for value in vars(importlib.import_module(f"pipeline.grammar.{module.name}")).values():
            for each in value if isinstance(value, tuple) else (value,):
                if isinstance(each, Rule):
                    found[each.name] = each
    return found


def removals() -> dict[str, Removal]:
    """What can be taken from the grammar, one by one: rules, qualifiers, ways to write a number, multipliers."""
    found: dict[str, Removal] = {f"rule: {name}": _without_rule(rule) for name, rule in rules().items()}
    found |= {f"qualifier: {word}": _without_qualifier(word) for word, _ in vocabulary().qualifiers}
    found |= {f"grouping: {name}": _without_grouping(name) for name in GROUPINGS}
    found |= {f"multiplier: {stem}": _without_multiplier(stem) for stem, _ in money._MULTIPLIERS}
    return found


def removed(removal: Removal, patch: pytest.MonkeyPatch) -> None:
    """Takes it from every module of the pipeline, until the patch is undone; no cache remembers it."""
    removal(patch)
    forget()


def forget() -> None:
    """Empties every cache of the pipeline but that of the vocabulary's file, which no removal changes."""
    for module in pipeline_modules():
        for value in vars(module).values():
            if hasattr(value, "cache_clear") and value is not vocabulary:
                value.cache_clear()


def pipeline_modules() -> list[ModuleType]:
    """The modules of the pipeline that are loaded."""
    return [module for name, module in sys.modules.items() if name.partition(".")[0] == pipeline.__name__]


def holders(wanted: object) -> Iterator[tuple[ModuleType, str, Any]]:
    """The module attributes that are this object, or a tuple that holds it."""
    for module in pipeline_modules():
        for name, value in list(vars(module).items()):
            if value is wanted or (isinstance(value, tuple) and any(each is wanted for each in value)):
                yield module, name, value


def blind(rule: Rule[Any]) -> Rule[Any]:
    """A copy of the rule that finds nothing in any text."""
    return replace(rule, pattern=NOTHING)


def _without_rule(rule: Rule[Any]) -> Removal:
    def removal(patch: pytest.MonkeyPatch) -> None:
        _replaced(patch, rule, blind(rule))

    return removal


def _replaced(patch: pytest.MonkeyPatch, old: object, new: object) -> None:
    for module, name, value in holders(old):
        patch.setattr(module, name, new if value is old else tuple(new if each is old else each for each in value))


def _without_qualifier(word: str) -> Removal:
    def removal(patch: pytest.MonkeyPatch) -> None:
        words = vocabulary()
        kept = replace(words, qualifiers=tuple(pair for pair in words.qualifiers if pair[0] != word))
        _replaced(patch, vocabulary, lambda: kept)

    return removal


def _without_grouping(name: str) -> Removal:
    return lambda patch: patch.setattr(money, name, NOTHING)


def _without_multiplier(stem: str) -> Removal:
    def removal(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(money, "_MULTIPLIERS", tuple(pair for pair in money._MULTIPLIERS if pair[0] != stem))

    return removal
