"""What a rule does in plain words, and its own examples of what it reads and refuses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from pipeline.catalogue import Language, text
from pipeline.grammar.dates import DATE
from pipeline.grammar.finance_words import DISPOSITION
from pipeline.grammar.lists import MARK
from pipeline.grammar.money import AMOUNT, BARE_AMOUNT, Amount
from pipeline.grammar.numerals import NUMERAL
from pipeline.grammar.rule import Rule
from pipeline.grammar.scopes import PRODUCT

SHOWN_EXAMPLES = 3
# A period is two dates, and it is by the rule of dates that it is read or refused.
RULES: Mapping[str, Rule[Any]] = {
    "period": DATE,
    **{rule.name: rule for rule in (AMOUNT, BARE_AMOUNT, NUMERAL, DISPOSITION, MARK, PRODUCT)},
}


class Examples(Struct, frozen=True):
    """The first few texts that a rule reads, and that it refuses."""

    reads: tuple[str, ...]
    refuses: tuple[str, ...]


def rule_sentence(name: str, language: Language) -> str:
    """What the rule of this name does; the name is "" where words are taken as they stand."""
    return text(f"rules.{rule_key(name)}", language)


def rule_key(name: str) -> str:
    """The entry of the catalogue for a rule.

    >>> rule_key("amount without a currency"), rule_key("")
    ('amount_without_a_currency', 'as_written')
    """
    return name.replace(" ", "_") or "as_written"


def examples_of(name: str) -> Examples:
    """The examples of the rule of this name, none where it is no rule of the grammar.

    >>> examples_of("amount").refuses[0], examples_of("")
    ('49.000 euro', Examples(reads=(), refuses=()))
    """
    rule = RULES.get(name)
    if rule is None:
        return Examples((), ())
    read = [example for example, values in rule.reads if not any(map(_is_refusal, values))]
    refused = [example for example, values in rule.reads if all(map(_is_refusal, values))]
    return Examples(_shown(read), _shown((*refused, *rule.refuses)))


def _is_refusal(value: object) -> bool:
    """Whether the value only says that an amount stands there which nobody can read for sure."""
    return isinstance(value, Amount) and value.euros is None


def _shown(examples: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(each.split()) for each in examples)[:SHOWN_EXAMPLES]
