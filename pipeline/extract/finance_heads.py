"""The heads of a finance text, *Plānots*, *Faktiski*, *Atlikums*, each with the amount that it announces."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex
from msgspec import Struct

from pipeline.extract.finance_asides import RATE
from pipeline.extract.finance_clauses import is_in_item, is_of_all, sentence_end, tells_of_part
from pipeline.extract.purposes import purpose_of
from pipeline.grammar.finance_words import HEAD, OPENER, Head
from pipeline.grammar.money import BARE_AMOUNT, Amount, may_name_currency
from pipeline.grammar.rule import Found, backwards, masked
from pipeline.patterns import compiled

# Words that may stand between a head and its amount.
_LINK = compiled(r"[\s:=(–—-]*(?:(?:\b(?!t\.?\s?sk)[^\W\d]+\b|\x00++)[\s,:=()–—-]*+){0,12}")
_WORD = compiled(r"\p{L}+")
_AND = compiled(r"\s+un\s+|\s*/\s*", regex.IGNORECASE)
# An amount behind these compares two others, or is no part of the state's money for the whole period.
_ELSEWHERE = compiled(
    r"\b(?:starpīb|vairāk|mazāk|pārsnie|samazin|palielin|pašvaldīb|līdzfinansēj|līdzmaks|ziedoj|avans|mēnes|pusgad|ceturksn|semestr|trimestr|ietaupot"
    r"|nevis|neskait|dalības\s+maks|pa\b|par\b(?!\s*\x00)|ar\b)",
    regex.IGNORECASE,
)
# *Netika piešķirti 300 euro*; what was not spent is a head of its own.
_NEGATED = backwards(r"(?<!\p{L})(?:nav|nebija|neti(?:ka|ek|ks))\s+(?:vēl\s+)?")
# *Atlikuma 500 euro apmērā nav.*
_DENIED = compiled(r"(?:\s+apmērā)?\s+(?:nav|nebija|netika)\s*(?:[.,;\n]|$)", regex.IGNORECASE)
# *Plānots ietaupīt 500 euro*.
_INTENDED = backwards(r"(?<!\p{L})(?:plānot|paredzēt|iecerēt)\p{L}*\s+")
# *4 000 euro pirmajā pusgadā un 5 000 euro otrajā*: a part of the period's money.
_PART_OF_PERIOD = compiled(
    r"[\s(,]*(?:par\s+)?(?:\d\d?\.\s*|[IV]+\.?\s+|[^\W\d]+\s+)?(?:pusgad|ceturksn|semestr|trimestr)\p{L}*"
    r"|[\s(,]*(?:no\s+)?(?!janvār\p{L}+\s*(?:[–—-]|līdz)\s*decembr)"
    r"(?:janvār|februār|mart|aprīl|maij|jūnij|jūlij|august|septembr|oktobr|novembr|decembr)(?:is|s|ī|ā|os|a)(?!\p{L})",
    regex.IGNORECASE,
)
# Between amounts that are only together what their head says: *4 000 euro semināriem un 5 000 euro bukletiem*.
_ADDED = compiled(
    r"\s*(?:\+|un(?:\s+(?:vēl|papildus))?\s|,?\s*(?:(?:pēc\s+tam|vēlāk|tad)\s+)?(?:vēl|papildus)\s)\s*(?:EUR\s*|€\s*)?",
    regex.IGNORECASE,
)
_PURPOSE_BETWEEN = compiled(
    r"\s+(?P<purpose>(?!(?:no|ar|pēc|par|kas|kur\p{L}+|t\.?\s?sk|tai|tostarp)(?!\p{L}))\p{L}[^\d\n,;.:()–—\x00]*?)"
    r"\s*(?:,(?:\s*un)?|;|\s(?:un|bet|savukārt))\s*(?:vēl\s+)?(?:EUR\s*|€\s*)?",
    regex.IGNORECASE,
)
# Money of somebody else, of which the rest of the sentence speaks.
_OTHER_MONEY = backwards(
    r"\b(?:pašvaldīb\p{L}+\s+(?:līdz)?(?:finansējum|maksājum|līdzek)|līdzfinansējum|ziedojum|dalības\s+maks|pašu\s+(?:finansējum|ieņēmum|līdzek)"
    r"|sponsor|cit(?:u|i|iem)\s+(?:avot|finansējum|līdzek))\p{L}*[^.;\n]*\n?|\bpapildus\s+",
)
_STATE_MONEY = compiled(r"\bvalsts\s+budžet|\bministrij", regex.IGNORECASE)
# A remainder that was brought in from before, and is not what is left of this period.
_BROUGHT_BEFORE = backwards(
    r"\b(?:iepriekšēj\p{L}+|pagājuš\p{L}+|pārcelt\p{L}+|pārnest\p{L}+|ieskaitot|20\d\d\.?\s*gada)\s+(?:(?:gada|perioda)\s+)?",
)
_BROUGHT_BEHIND = compiled(
    r"\s*(?:perioda|gada)\s+sākumā|\s+no\s+(?:iepriekšēj|pagājuš|20\d\d)|\s+uz\s+(?:perioda|gada)\s+sākumu"
    r"|[^.;\n]{0,60}?p[āa]r(?:cel|nes)\p{L}*\s+no\s+(?:iepriekšēj|pagājuš|20\d\d|\x00)",
    regex.IGNORECASE,
)
# A head in these forms describes a noun: *iepriekš plānoto pasākumu īstenošanai*.
_ATTRIBUTE = compiled(r"\p{L}+(?:to|isko|ušo|tos|iskos|ušos|tajiem|tajām|iskajiem|ušajiem|ušajām)$", regex.IGNORECASE)
_FIGURE = compiled(r"\s+(?:\d|€|EUR)", regex.IGNORECASE)
_BULLETS = compiled(r"\s*:?\s*\n\s*[-–—•·]\s*")
_TOTAL = backwards(r"\b(?:kopā|pavisam(?:\s+kopā)?|kopsumma)\s*[:–-]?\s*")
# The amount stands behind a dash or colon on a line of its own.
_OWN_LINE = backwards(r"\n[^\n]*\p{L}[^\n]*[:–—-]\s*")
_BULLET = backwards(r"[-–—•·][ \t]*")
_HEAD_BEHIND = compiled(r"\s*[–—-]?\s*(?:ir\s+|tika\s+)?")
_CENTS = backwards(r"\d[.,]\d\d", flags=0)
# A row of heads may name the column of periods, and the currency of each other.
_FEW_WORDS = 4


class HeadAmount(Struct, frozen=True):
    """A head at text[start:stop] and its amount, None where it has none.

    `list_stop` is where a list ends that stands between the head and its amount, or instead of one; 0 where none does.
    `listed` says that all amounts behind it are items of a list, though nothing announces one.
    """

    head: Head
    start: int
    stop: int
    amount: Found[Amount] | None
    list_stop: int = 0
    listed: bool = False


def heads_in(text: str, found: Sequence[Found[Head]], amounts: Sequence[Found[Amount]]) -> list[HeadAmount]:
    """Those of a text's heads that have an amount or a list behind them, by position.

    A head between another and its amount only describes it. What goes on with a part tells of parts.
    """
    heads: list[HeadAmount] = []
    described_until = part_until = 0
    before: Found[Head] | None = None
    for place, head in enumerate(found):
        joined = before is not None and _AND.fullmatch(text, before.stop, head.start) is not None
        before = head
        if tells_of_part(text, head.start):
            part_until = sentence_end(text, head.stop)
        if joined or head.start < max(described_until, part_until) or is_passed_over(text, head):
            continue
        stop = next(
            (each.start for each in found[place + 1 :] if not _AND.fullmatch(text, head.stop, each.start)), len(text)
        )
        announced = _announced(text, amounts, head) or _listed(text, amounts, head, stop)
        if announced is not None:
            heads.append(announced)
            described_until = announced.amount.start if announced.amount else head.stop
    return heads


def amounts_of_heads(text: str) -> list[Found[Amount]]:
    """The amounts of a text that names no currency, each on a line with its head alone: *Plānots 1 000,00*.

    Nobody doubts that these are euro; where one stands otherwise, none is read.
    """
    if may_name_currency(text.casefold()):
        return []
    found = BARE_AMOUNT.all_in(text)
    return found if all(_ends_line_of_head(text, each) for each in found) else []


def _ends_line_of_head(text: str, amount: Found[Amount]) -> bool:
    line = text[text.rfind("\n", 0, amount.start) + 1 : amount.start]
    ends = _CENTS.match(text, 0, amount.stop) and not text[amount.stop :].partition("\n")[0].strip(" .;")
    heads = HEAD.all_in(line)
    return bool(ends) and len(heads) == 1 and is_of_all(masked(line, heads).replace("\x00", " "))


def is_interleaved(text: str, said: Sequence[Found[Head]], amounts: Sequence[Found[Amount]]) -> bool:
    """Whether columns were read line by line into one text: heads on a line, with no amount between them."""
    found = [head for head in said if head.value != "remainder"]
    for first, second in pairwise(found):
        between = text[first.stop : second.start]
        whole = any(first.stop <= each.start and each.stop <= second.start for each in amounts)
        if first.value != second.value and "\n" not in between and any(map(str.isdecimal, between)) and not whole:
            return True
    return any(heads_columns(line) for line in text.split("\n"))


def heads_columns(line: str) -> bool:
    """Whether a line holds hardly anything but two or three different heads: the first row of a table."""
    if any(map(str.isdecimal, line)):
        return False
    found = HEAD.all_in(line)
    words = _WORD.findall(masked(line, found).replace("\x00", " "))
    titled = all(line[head.start].isupper() for head in found)
    different = len({head.value for head in found}) > 1
    return different and titled and len(words) <= _FEW_WORDS


def is_passed_over(text: str, head: Found[Head]) -> bool:
    """Whether a head speaks of other money, of one purpose, or of a remainder that was brought in."""
    before = text[: head.start]
    if _is_other_money(before) or _NEGATED.match(before):
        return True
    attribute = _ATTRIBUTE.search(text[head.start : head.stop]) and not _FIGURE.match(text, head.stop)
    if attribute or is_in_item(text, head.start):
        return True
    brought = _BROUGHT_BEFORE.match(before) or _BROUGHT_BEHIND.match(text, head.stop)
    intended = _INTENDED.match(before)
    return head.value == "remainder" and bool(brought or intended)


def _is_other_money(before: str) -> bool:
    """Whether the clause in front of a head speaks of money that is not the state's."""
    other = _OTHER_MONEY.match(before)
    return other is not None and not _STATE_MONEY.search(before, other.start())


def _announced(text: str, amounts: Sequence[Found[Amount]], head: Found[Head]) -> HeadAmount | None:
    """The head with the amount right behind it but for linking words; no rate, as *500 euro mēnesī*, and no part."""
    following = next((each for each in amounts if each.start >= head.stop), None)
    if following is None or _ends_line_of_amount(text, amounts, head) or _is_part(text, following.stop):
        return None
    if _DENIED.match(text, following.stop):
        return None
    if (
        _DENIED.match(text, following.stop)
        or _is_added_to(text, amounts, following)
        or _has_purpose_behind(text, amounts, following)
    ):
        return None
    between = text[head.stop : following.start]
    if _BULLETS.fullmatch(between) and _goes_on_in_bullets(text, amounts, following):
        return None
    inside = HEAD.all_in(between)
    other = any(each.value == "remainder" or "\n" in between[: each.start] for each in inside)
    both = any(each.value != head.value and _AND.fullmatch(between[: each.start]) for each in inside)
    if _OWN_LINE.match(between) and not is_of_all(between.rpartition("\n")[2]):
        return None
    if other or both or not _LINK.fullmatch(between) or _ELSEWHERE.search(between) or not is_of_all(between):
        return None
    return HeadAmount(head.value, head.start, head.stop, following)


def _is_part(text: str, stop: int) -> bool:
    """Whether the amount that ends there is a rate, or money of a part of the period."""
    return RATE.match(text, stop) is not None or _PART_OF_PERIOD.match(text, stop) is not None


def _is_added_to(text: str, amounts: Sequence[Found[Amount]], first: Found[Amount]) -> bool:
    """Whether the next amount is added to this one, so that neither is the total."""
    second = _next(amounts, first)
    return second is not None and _ADDED.fullmatch(text, first.stop, second.start) is not None


def _has_purpose_behind(text: str, amounts: Sequence[Found[Amount]], first: Found[Amount]) -> bool:
    """Whether this amount and the next are items of a running list, each with its purpose behind it."""
    second = _next(amounts, first)
    between = _PURPOSE_BETWEEN.fullmatch(text, first.stop, second.start) if second else None
    return between is not None and purpose_of(between["purpose"]) != ""


def _next(amounts: Sequence[Found[Amount]], first: Found[Amount]) -> Found[Amount] | None:
    return next((each for each in amounts if each.start >= first.stop), None)


def _goes_on_in_bullets(text: str, amounts: Sequence[Found[Amount]], first: Found[Amount]) -> bool:
    """Whether a further amount stands behind a bullet, and no breakdown is announced before it."""
    bulleted = next((each for each in amounts if each.start > first.start and _BULLET.match(text, 0, each.start)), None)
    return bulleted is not None and not OPENER.pattern.search(text, first.stop, bulleted.start)


def _ends_line_of_amount(text: str, amounts: Sequence[Found[Amount]], head: Found[Head]) -> bool:
    """Whether an amount stands right before the head, which ends its line: *20 000,00 euro – plānots*."""
    above = [each for each in amounts if each.stop <= head.start]
    behind = text[head.stop :].split("\n", 1)[0]
    return bool(above) and not behind.strip(" .,;") and bool(_HEAD_BEHIND.fullmatch(text, above[-1].stop, head.start))


def _listed(text: str, amounts: Sequence[Found[Amount]], head: Found[Head], stop: int) -> HeadAmount | None:
    """The head of a list without a total in front; the total may stand behind *kopā* at the list's end."""
    inside = [each for each in amounts if head.stop <= each.start < stop]
    if head.value == "remainder" or len(inside) < 2:
        return None
    between = text[head.stop : inside[0].start]
    opened = between.lstrip()[:1] in (":", "(") or OPENER.pattern.search(between) or not is_of_all(between)
    opened = opened or _has_purpose_behind(text, amounts, inside[0])
    if not opened or not _LINK.fullmatch(OPENER.pattern.sub("", between)) or _ELSEWHERE.search(between):
        return None
    for each in inside:
        word = _TOTAL.match(text, head.stop, each.start)
        if word:
            return HeadAmount(head.value, head.start, head.stop, each, word.start())
    return HeadAmount(head.value, head.start, head.stop, None, stop)
