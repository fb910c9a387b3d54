"""The makers themselves: they know no rule of the reader's, and the same seed makes the same document."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from pipeline.grammar.vocabulary import lemma_known
from tests.makers.choices import SeededChoices
from tests.makers.making import Scope, StyleScope, made_style, made_summary
from tests.makers.nouns import COMMON_NOUNS
from tests.makers.plain_text import plain_text
from tests.makers.rare_nouns import RARE_NOUNS
from tests.makers.words import Noun

FOLDER = Path(__file__).parent / "makers"
# What draws a document by hand, what scans a drawn page, and what compares, speak of the reader's values; no maker does.
READS_TOO = {"drawn_form.py", "comparison.py", "damages.py"}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda path: path.name)
def test_no_maker_knows_the_reader(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    modules |= {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    assert not any(module.startswith("pipeline.grammar") for module in modules)
    assert path.name in READS_TOO or not any(module.startswith("pipeline") for module in modules)


@pytest.mark.parametrize("noun", RARE_NOUNS, ids=lambda noun: noun.lemma)
def test_a_rare_noun_is_in_no_vocabulary(noun: Noun) -> None:
    assert not lemma_known(noun.lemma)


def test_there_are_enough_nouns_of_each_kind() -> None:
    assert len(COMMON_NOUNS) >= 60
    assert len(RARE_NOUNS) >= 40
    for nouns in (COMMON_NOUNS, RARE_NOUNS):
        assert {(noun.gender, noun.kind) for noun in nouns} >= {("m", "thing"), ("f", "thing"), ("m", "person")}
        assert len({noun.lemma for noun in nouns}) == len(nouns)


def test_the_same_seed_makes_the_same_document() -> None:
    texts = set()
    for _ in range(2):
        choices = SeededChoices(7)
        style = made_style(choices, StyleScope())
        texts.add(plain_text(made_summary(choices, style, Scope()), style))
    assert len(texts) == 1
