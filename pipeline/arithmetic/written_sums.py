"""Sums and what was carried over, as people read them."""

from __future__ import annotations

from decimal import Decimal
from textwrap import shorten

from pipeline.arithmetic.books import CarryOver
from pipeline.arithmetic.sums import Sum, Term
from pipeline.catalogue import Language, text
from pipeline.checks.messages import written_count, written_euros, written_hint, written_period

NAME_WIDTH = 40


def written_check(check: Sum | CarryOver, language: Language) -> str:
    """One line, with ✓ where the figures agree and ✗ where they do not."""
    return written_carry_over(check, language) if isinstance(check, CarryOver) else written_sum(check, language)


def written_sum(each: Sum, language: Language) -> str:
    """The terms, what they give, what is stated, and which amount may be mistyped where both differ."""
    result = _figure(each.result, each, language)
    total = f"{_terms(each, language)} = {result}" if len(each.terms) > 1 else _terms(each, language)
    if each.stated is None or each.gap is None:
        return total
    stated = _stated(each, each.stated, language)
    key = "holds" if each.holds else "differs"
    gap = _figure(each.gap, each, language)
    hint = f" {written_hint(each.hint, language)}" if each.hint else ""
    return text(f"arithmetic.{key}", language, sum=total, stated=stated, gap=gap) + hint


def _terms(each: Sum, language: Language) -> str:
    signs = ["", *(" + " if term.sign > 0 else " − " for term in each.terms[1:])]
    shown = "".join(sign + _term(term, each, language) for sign, term in zip(signs, each.terms, strict=True))
    return shown + (" + " + text("arithmetic.terms_left_out", language, terms=each.left_out) if each.left_out else "")


def _term(term: Term, each: Sum, language: Language) -> str:
    value = _figure(term.value, each, language)
    if each.kind == "breakdown":
        name = text("arithmetic.quoted", language, words=shorten(term.name, NAME_WIDTH, placeholder="…"))
        return text("arithmetic.term_named", language, name=name, value=value)
    if each.kind == "periods":
        return text("arithmetic.term_named", language, name=written_period(term.name, language), value=value)
    return text(f"arithmetic.term_{term.name}", language, value=value)


def _stated(each: Sum, stated: Decimal, language: Language) -> str:
    value = _figure(stated, each, language)
    if each.kind == "breakdown":
        return text(f"arithmetic.stated_total_{each.amount}", language, value=value)
    return text(f"arithmetic.stated_{each.kind}", language, value=value)


def _figure(value: Decimal, each: Sum, language: Language) -> str:
    return written_euros(value, language) if each.unit == "euro" else written_count(value, language)


def written_carry_over(each: CarryOver, language: Language) -> str:
    """What was carried over from which period into which, and whether it is seen there."""
    places = {
        "from_period": written_period(each.from_period, language),
        "carried": written_euros(each.carried, language),
    }
    if each.to_period is None:
        return text("arithmetic.carried_nowhere", language, **places)
    amounts = {
        name: _amount(getattr(each, name), language) for name in ("planned", "planned_before", "actual", "remainder")
    }
    shown = text("arithmetic.shown", language, **amounts)
    verdict = {True: "carried_and_seen", False: "carried_and_unseen", None: "carried_and_unknown"}[each.holds]
    to_period = written_period(each.to_period, language)
    return text(f"arithmetic.{verdict}", language, **places, to_period=to_period, shown=shown)


def _amount(euros: Decimal | None, language: Language) -> str:
    return text("arithmetic.not_stated", language) if euros is None else written_euros(euros, language)
