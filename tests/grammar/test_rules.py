"""Every rule reads its own examples and refuses what it must."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest

import pipeline.grammar
from pipeline.grammar.rule import Rule


def _rules() -> Iterator[Rule[Any]]:
    for module in pkgutil.iter_modules(pipeline.grammar.__path__):
        for value in vars(importlib.import_module(f"pipeline.grammar.{module.name}")).values():
            if isinstance(value, Rule):
                yield value
            elif isinstance(value, tuple) and value and isinstance(value[0], Rule):
                yield from value


RULES = {rule.name: rule for rule in _rules()}


def test_the_rules_are_found() -> None:
    assert len(RULES) > 15


@pytest.mark.parametrize("name", RULES)
def test_a_rule_has_examples_of_both_kinds(name: str) -> None:
    assert RULES[name].reads
    assert RULES[name].refuses


@pytest.mark.parametrize(("name", "example"), [(rule.name, each) for rule in RULES.values() for each in rule.reads])
def test_a_rule_reads_its_example(name: str, example: tuple[str, list[object]]) -> None:
    text, values = example
    assert [found.value for found in RULES[name].all_in(text)] == values


@pytest.mark.parametrize(("name", "text"), [(rule.name, each) for rule in RULES.values() for each in rule.refuses])
def test_a_rule_refuses_its_counterexample(name: str, text: str) -> None:
    assert RULES[name].all_in(text) == []


def test_a_rule_searches_every_text_in_which_its_pattern_stands() -> None:
    """In any case, and in the examples of all other rules, whose wordings its own examples need not have."""
    texts = [text for rule in RULES.values() for text in (*(read[0] for read in rule.reads), *rule.refuses)]
    texts += ["LVS EN 301549", "en 301549 prasības", "EN-1090", "Python 3.10 kurss", "raksti uz A@B.LV", "WWW.NVO.LV"]
    texts += [
        "PLKST. 10",
        "Lāčplēša IELA 5",
        "lv 1010",
        "1 FM",
        "VIENS NO centriem",
        "„VIŅA” un «cita»",
        "1999.gada 5.maijā",
    ]
    for text in (variant for each in texts for variant in (each, each.upper(), each.lower(), f"Par {each} un")):
        for rule in RULES.values():
            assert rule.needs(text.casefold()) or not rule.pattern.search(text), (rule.name, text)
