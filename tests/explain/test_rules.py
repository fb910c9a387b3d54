"""Every rule that gives a value is explained in both languages, by a sentence and by its own examples."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import astuple

import pipeline
from pipeline.catalogue.entries import entries
from pipeline.explain.origins import ORIGINS
from pipeline.explain.rules import RULES, examples_of, rule_key, rule_sentence
from pipeline.records import Source
from pipeline.tables import TABLES
from tests.explain.reading import sample

READ = ("kurzeme-typst.pdf", "vides-talkas-vidzeme.pdf", "amatniecibas-prasmes.pdf", "latgale-medijpratiba.txt")
GIVEN = sorted({origin.rule for columns in ORIGINS.values() for origin in columns.values() if origin.rule is not None})


def sources(value: object) -> Iterator[Source]:
    """All sources in a record."""
    if isinstance(value, Source):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from sources(each)
    elif isinstance(value, Struct):
        for each in astuple(value):
            yield from sources(each)


@pytest.mark.parametrize("name", READ)
def test_each_rule_that_read_a_value_has_its_sentence(name: str) -> None:
    found = {each.rule for each in sources(sample(name).submission.summary)}
    assert len(found) > 2
    assert {rule_key(each) for each in found} <= entries("rules").keys()


@pytest.mark.parametrize("name", [*GIVEN, *RULES, ""])
def test_each_rule_has_its_sentence_in_both_languages(name: str) -> None:
    assert rule_sentence(name, "lv") != rule_sentence(name, "en")


def test_no_sentence_is_for_a_rule_that_is_not_there() -> None:
    used = {rule_key(each) for each in ("", *GIVEN, *RULES)}
    assert entries("rules").keys() == used


def names_in_readers() -> Iterator[str]:
    """The rules that the readers name where they locate a value; `amount.rule` is that of an amount, read or bare."""
    for path in (Path(pipeline.__file__).parent / "extract").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "locate":
                yield from _named(node.args[-1])


def _named(last: ast.expr) -> Iterator[str]:
    if isinstance(last, ast.Constant) and isinstance(last.value, str):
        yield last.value
    elif isinstance(last, ast.Attribute) and last.attr == "name" and isinstance(last.value, ast.Name):
        yield last.value.id.lower()


def test_each_rule_that_a_reader_names_is_explained() -> None:
    named = set(names_in_readers())
    assert named >= {"period", "numeral"}
    assert named <= RULES.keys()


@pytest.mark.parametrize("name", ["amount", "amount without a currency", "numeral", "period"])
def test_a_rule_shows_what_it_reads_and_what_it_refuses(name: str) -> None:
    shown = examples_of(name)
    assert 1 <= len(shown.reads) <= 3
    assert 2 <= len(shown.refuses) <= 3


def test_an_amount_that_is_refused_is_no_example_of_what_is_read() -> None:
    assert "49.000" in examples_of("amount without a currency").refuses
    assert "49.000" not in examples_of("amount without a currency").reads


@pytest.mark.parametrize("table", ORIGINS)
def test_each_column_that_is_explained_is_one_of_the_table(table: str) -> None:
    columns = {column.name for each in TABLES if each.name == table for column in each.columns}
    assert ORIGINS[table].keys() <= columns
