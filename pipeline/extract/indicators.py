"""The text of an activity → its indicators."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from math import prod

import regex
from msgspec.structs import replace

from pipeline.extract.count import Count
from pipeline.extract.no_results import is_no_result, is_rate
from pipeline.extract.noun_elsewhere import after_words, phrase_elsewhere, shared_head, tells_act
from pipeline.extract.noun_left_out import is_of_them
from pipeline.extract.number_links import HOW_BEHIND
from pipeline.grammar.counted_phrase import Phrase
from pipeline.grammar.declension import Case
from pipeline.grammar.lookalikes import NAME, without_lookalikes
from pipeline.grammar.money import Amount, amounts_in
from pipeline.grammar.number_words import cases_of_words, number_of_words
from pipeline.grammar.numerals import NUMERAL, Numeral, decimal_of, qualifier_before
from pipeline.grammar.phrase import phrase_after
from pipeline.grammar.rule import Found, any_of, backwards, masked
from pipeline.grammar.scenarios import scenario_of
from pipeline.grammar.scopes import PRODUCT, begins_parts, in_parts, part_scopes, terms_span
from pipeline.grammar.vocabulary import is_attributive
from pipeline.passage import Passage, folded_space
from pipeline.patterns import compiled
from pipeline.records import Indicator

_OF = compiled(r"\s+no\s+")
_ACTED = compiled(r"\s+\p{Ll}{3,}uš(?:i|as)\s")
_CLAUSE = backwards(r",\s*(?:(?:bet|un|savukārt)\s+)?")
_PERCENT = compiled(r"\s*(%|procent\p{L}*)", regex.IGNORECASE)
_EXCEEDS = backwards(r"(?<!\p{L})pārsnie\p{L}*\s+")
_EURO = compiled(r"\s*(?:euro|eiro)(?!\p{L})", regex.IGNORECASE)
_CURRENCY = compiled(r"euro|eiro|eur|€", regex.IGNORECASE)
_GOVERNS = backwards(r"(?<!\p{L})(?:par|uz|ar|no|pa|pie|pēc|otr\p{L}+)\s+")
_DONE = backwards(r"\p{L}{3,}t(?:s|a|i|as)(?!\p{L})[^.;]*", flags=0)
# *4 grupas x9 tikšanās*.
_TIMES = compiled(r"(?<![\p{L}\d])[xXхХ](?=\d)")
_LISTED = compiled(r"(?:\s*,\s*\d[\d\s]{0,12}(?:,\d\d?)?){0,8}\s+(?:un|vai)\s+", regex.IGNORECASE)
_TERM = compiled(r"\d[\d\s]*(?:,\d+)?")
_JOINT = compiled(r"\s*(?:,|un|vai)\s+", regex.IGNORECASE)
# A number in front of a place counts what is left out: *no tiem 45 Bolderājā*.
_PLACE_BEHIND = compiled(
    r"\s+(?:[–—-]\s+)?(?-i:\p{Lu})\p{Ll}+(?:ā|ē|ī|ū|os|ās|ēs|īs)(?!\p{L})(?!\s+(?-i:\p{Ll}+(?:i|as|es|iem|ām|ēm)(?!\p{L})))"
)
_CHANGED = backwards(
    r"(?<!\p{L})(?:pieaug|pieaudz|palielinā|samazinā|sarucis|sarukus|saruka|sarūk|kāp|krit|auga|audzis|mainī)\p{L}*\s+(?:\p{L}+\s+)?no\s+",
)
# Forms of *viens* that may count; in the others it mostly means something else.
_COUNTING_ONE = frozenset({"viens", "viena", "vienu"})
_may_multiply = any_of("x", "X", "х", "Х")


def indicators(passage: Passage, start: int, stop: int) -> list[Indicator]:
    """The indicators of text[start:stop], by the place of their numeral."""
    text = passage.text[start:stop]
    hidden = without_lookalikes(text, passage.text)
    amounts = amounts_in(hidden)
    records = [(count.start, _record(passage, start, text, count)) for count in _counts(text, hidden, amounts)]
    records += _money(passage, start, text, amounts)
    return [record for _, record in sorted(records, key=lambda pair: pair[0])]


def _counts(text: str, hidden: str, amounts: Sequence[Found[Amount]]) -> list[Count]:
    """The counts of a text, of which `hidden` has its lookalikes blanked."""
    named = hidden = _TIMES.sub("×", hidden) if _may_multiply(hidden) else hidden
    hidden = masked(hidden, [amount for amount in amounts if amount.value.reason != "no_number"])
    scopes = part_scopes(text)
    counts: list[Count] = []
    for numeral in NUMERAL.all_in(hidden):
        if counts and numeral.start < counts[-1].stop:
            continue
        count = _listed_amount(named, numeral, amounts) or _count(hidden, numeral, counts)
        if count is None or is_no_result(hidden, count):
            continue
        counts += _two_values(hidden, count)
    counts = [each for each in _with_products(hidden, counts) if not is_rate(hidden, each)]
    return [_in_scope(hidden, each, counts[:place], scopes) for place, each in enumerate(counts)]


def _listed_amount(text: str, numeral: Found[Numeral], amounts: Sequence[Found[Amount]]) -> Count | None:
    """A number whose currency stands behind the last of a list: *500, 300 un 200 euro*."""
    place = bisect_left(amounts, numeral.stop, key=lambda each: each.start)
    last = amounts[place] if place < len(amounts) and amounts[place].value.euros is not None else None
    if last is None or numeral.value.in_words or not _LISTED.fullmatch(text, numeral.stop, last.start):
        return None
    currency = _CURRENCY.search(text, last.start, last.stop)
    if currency is None:
        return None
    phrase = Phrase(*currency.span(), "euro", known=True)
    return Count(numeral.value, "exact", phrase, numeral.start, numeral.start, numeral.stop)


def _count(text: str, numeral: Found[Numeral], before: list[Count]) -> Count | None:
    """The numeral with what it counts, None where it counts nothing."""
    qualifier, begin = qualifier_before(text[: numeral.start])
    stop = after_words(text, numeral)
    phrase, end = _phrase(text, numeral, stop, begin, before)
    hyphen = text[numeral.start - 1 : numeral.start] == "-" and not text[: numeral.start - 1].endswith(f"{NAME} ")
    if phrase is None or (hyphen and phrase.start > numeral.start):
        return None  # A hyphen at the number is a dash behind a label, or a minus in front of what changed.
    if qualifier == "exact" and _EXCEEDS.match(text, 0, begin):
        qualifier = "more_than"
    start, stop = min(begin, end[0]), max(numeral.stop, end[1])
    first_of_two = text[numeral.stop : numeral.stop + 1] == "\t"
    scenario = "planned" if first_of_two else scenario_of(text, begin, numeral.stop)
    return Count(numeral.value, qualifier, phrase, numeral.start, start, stop, scenario=scenario)


def _phrase(
    text: str, numeral: Found[Numeral], stop: int, begin: int, before: list[Count]
) -> tuple[Phrase | None, tuple[int, int]]:
    """The counted phrase, and the span of text that numeral and phrase take together."""
    percent = _PERCENT.match(text, stop)
    if percent:
        found = Phrase(percent.start(1), percent.end(1), "%", known=True)
        return found, (numeral.start, found.stop)
    if numeral.value.in_words and (euro := _EURO.match(text, stop)):
        return Phrase(euro.end() - 4, euro.end(), "euro", known=True), (numeral.start, euro.end())
    cases = cases_of_words(text[numeral.start : numeral.stop]) if numeral.value.in_words else "NGDAL"
    after = (
        None
        if _PLACE_BEHIND.match(text, stop) or HOW_BEHIND.match(text, stop)
        else phrase_after(
            text, stop, numeral.value.high or numeral.value.low, text[:begin], cases, _parallel(text, begin, before)
        )
    )
    if after is not None and before and _is_said_of(text, begin, stop, after, before[-1]):
        return before[-1].phrase, (numeral.start, numeral.stop)
    if after is not None and is_attributive(after.lemma) and (shared := shared_head(text, begin, stop)):
        return shared, (numeral.start, numeral.stop)
    listed = bool(before) and _JOINT.fullmatch(text, before[-1].stop, begin) is not None
    if after is not None and tells_act(text, after) and before:
        elsewhere, span = phrase_elsewhere(text, numeral, stop, begin, before)
        if elsewhere is not None:
            return elsewhere, span
    if after is not None and _may_count(text, numeral, after, listed=listed):
        return after, (numeral.start, after.stop)
    one = numeral.value.in_words and number_of_words(text[numeral.start : numeral.stop]) == 1
    if one and not begins_parts(text, begin):
        return None, (0, 0)
    return phrase_elsewhere(text, numeral, stop, begin, before)


def _is_said_of(text: str, begin: int, stop: int, after: Phrase, last: Count) -> bool:
    """Whether what stands behind a number is no noun of its own, but said of the things of the last count.

    That is a place, *3 912 saimes, t. sk. 611 bioloģiskajās dravās*; who they are, *88 uzņēmumi no 120 uzrunātajiem*;
    or what they did, *12 kopības sākušas darbu, bet piecas iesniegušas pieteikumu*.
    """
    if after.case == "L":
        in_list = last.leaves_noun_out and in_parts(text, begin) and "," not in text[last.stop : begin]
        return last.phrase.case not in ("L", None) and (in_list or begins_parts(text, begin))
    if after.lemma.endswith("tais") and not after.known:
        return _OF.fullmatch(text, last.stop, begin) is not None
    acted = _ACTED.match(text, stop)
    several_words = after.stop > after.start and text.count(" ", after.start, after.stop) > 1
    return acted is not None and several_words and _CLAUSE.match(text, 0, begin) is not None


def _parallel(text: str, begin: int, before: list[Count]) -> Case | None:
    """The case of the count right before this one, where *un* or a comma joins the two."""
    if not before or not _JOINT.fullmatch(text, before[-1].stop, begin):
        return None
    return before[-1].phrase.case


def _may_count(text: str, numeral: Found[Numeral], phrase: Phrase, *, listed: bool) -> bool:
    """Whether a number word counts: *viens* only a known noun, or one in a list, in the nominative or accusative."""
    word = text[numeral.start : numeral.stop].casefold()
    if not numeral.value.in_words or number_of_words(word) != 1:
        return True
    governed = _GOVERNS.match(text, 0, numeral.start)
    done = _DONE.match(text, 0, numeral.start)
    joint = _JOINT.match(text, phrase.stop)
    listed = listed or (joint is not None and NUMERAL.at(text, joint.end()) is not None)
    sure = phrase.known or bool(done) or listed
    if listed and word == "vienā" and phrase.case == "L":
        return True
    return word in _COUNTING_ONE and phrase.case in ("N", "A", None) and not governed and sure


def _two_values(text: str, count: Count) -> list[Count]:
    """The count, or two where a change is told: *pieauga no 1 120 līdz 1 485 apmeklējumiem*."""
    low, high = count.numeral.low, count.numeral.high
    if high is None or not _CHANGED.match(text, 0, count.at):
        return [count] if high is None or high > low else []
    return [replace(count, numeral=replace(count.numeral, low=each, high=None)) for each in (low, high)]


def _in_scope(text: str, count: Count, before: list[Count], scopes: Sequence[tuple[int, int]]) -> Count:
    """The count as a part where it stands behind *tai skaitā* or before *no tiem*, with its whole."""
    scope = next((each for each in scopes if each[0] <= count.at < each[1]), None)
    if scope is None and is_of_them(text, count):
        scope = (count.at, count.at)
    if scope is None or count.basis == "factor":
        return count
    wholes = [each for each in before if each.basis == "stated" and each.start < scope[0]]
    same = wholes and wholes[-1].phrase.lemma == count.phrase.lemma
    return replace(count, basis="part", whole=wholes[-1].numeral.low if same else None)


def _with_products(text: str, counts: list[Count]) -> list[Count]:
    """The counts with the products in brackets behind them, and the terms as factors."""
    spans: list[tuple[int, int]] = []
    products: dict[int, Decimal] = {}
    for match in PRODUCT.pattern.finditer(text) if "(" in text else ():
        span = terms_span(match)
        spans.append(span)
        before = [i for i, each in enumerate(counts) if each.numeral and each.start < match.start() <= each.stop + 1]
        if before:
            terms = _TERM.findall(text, *span)
            products[before[-1]] = Decimal(prod(decimal_of(term) for term in terms))
    return [
        replace(each, basis="factor")
        if any(start <= each.start < stop for start, stop in spans)
        else replace(each, product=products[place])
        if place in products
        else each
        for place, each in enumerate(counts)
    ]


def _record(passage: Passage, offset: int, text: str, count: Count) -> Indicator:
    phrase = count.phrase
    return Indicator(
        count=count.numeral.low,
        count_to=count.numeral.high,
        qualifier=count.qualifier,
        unit=folded_space(text[phrase.start : phrase.stop]),
        unit_lemma=phrase.lemma,
        basis=count.basis,
        lemma_known=phrase.known,
        product=count.product,
        whole=count.whole,
        source=passage.locate(offset + count.start, offset + count.stop, NUMERAL.name),
        scenario=count.scenario,
    )


def _money(passage: Passage, offset: int, text: str, amounts: Sequence[Found[Amount]]) -> list[tuple[int, Indicator]]:
    """Amounts of money in an activity, counted in euro."""
    found = []
    for amount in amounts:
        if amount.value.euros is None:
            continue
        qualifier, begin = qualifier_before(text[: amount.start])
        scenario = scenario_of(text, begin, amount.stop)
        currency = _CURRENCY.search(text, amount.start, amount.stop)
        source = passage.locate(offset + amount.start, offset + amount.stop, amount.rule)
        unit = currency[0] if currency else "euro"
        found.append(
            (
                amount.start,
                Indicator(
                    amount.value.euros, None, qualifier, unit, "euro", "stated", True, None, None, source, scenario
                ),
            )
        )
    return found
