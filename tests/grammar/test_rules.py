"""Every rule reads its own examples and refuses what it must."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

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


def _texts_of_all_rules() -> list[str]:
    """The examples of all rules, in any case: their own do not have the wordings of the others."""
    texts = [text for rule in RULES.values() for text in (*(read[0] for read in rule.reads), *rule.refuses)]
    texts += ["LVS EN 301549", "en 301549 prasības", "EN-1090", "Python 3.10 kurss", "raksti uz A@B.LV", "WWW.NVO.LV"]
    texts += [
        "PLKST. 10",
        "5 ls, 7 LS. un 3 LATI",
        "TĀLR. 5 12 34 56 un 67123456",
        "iztērējāmies un IZLIETOJUMS",
        "Lāčplēša IELA 5",
        "lv 1010",
        "1 FM",
        "VIENS NO centriem",
        "„VIŅA” un «cita»",
        "1999.gada 5.maijā",
    ]
    return [variant for each in texts for variant in (each, each.upper(), each.lower(), f"Par {each} un")]


def test_a_rule_finds_the_same_where_it_is_told_where_a_match_begins() -> None:
    told = [rule for rule in RULES.values() if rule.begins]
    assert told
    for text in (*_texts_of_all_rules(), "1 2 3", "12 345 un 12 3456", "divdesmit divi", "VIENS, četri un ŠEŠI"):
        for rule in told:
            assert rule.all_in(text) == replace(rule, begins=None).all_in(text), (rule.name, text)


def test_a_rule_searches_every_text_in_which_its_pattern_stands() -> None:
    for text in _texts_of_all_rules():
        for rule in RULES.values():
            assert rule.needs is None or rule.needs(text.casefold()) or not rule.pattern.search(text), (rule.name, text)
