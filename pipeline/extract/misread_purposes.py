"""Purposes of a scan that a misread letter would make two of: one spelling for both, told as doubtful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from pipeline.document import SURE
from pipeline.extract.finance_values import Entry, Item
from pipeline.extract.shared_items import folded_purpose
from pipeline.forms.matching import edit_distance

# A recogniser misreads a letter or two of a purpose; shorter names may differ by so many and be two.
_MOST_EDITS, _FEWEST_LETTERS = 2, 10


def with_one_spelling(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, a purpose that was recognised otherwise than its like called by the name that stands more often.

    Two that stand in one list are two purposes, however much alike, and so are two whose figures differ.
    """
    names = _spellings(entries)
    return [
        replace(entry, items=tuple(_renamed(item, names) for item in entry.items)) if names else entry
        for entry in entries
    ]


def _spellings(entries: Sequence[Entry]) -> dict[str, str]:
    """For each misread purpose, folded, how the one that is meant is written: that in more lists, else the first."""
    lists = [[folded_purpose(item.purpose) for item in entry.items if _is_recognised(item)] for entry in entries]
    times = Counter(name for names in lists for name in names)  # in their order
    written = {folded_purpose(item.purpose): item.purpose for entry in reversed(entries) for item in entry.items}
    found: dict[str, str] = {}
    for name in reversed(times):
        like = [other for other in times if other not in found and _is_meant_by(name, other, times, lists)]
        if len(like) == 1:
            found[name] = written[like[0]]
    return found


def _is_meant_by(name: str, other: str, times: Mapping[str, int], lists: Sequence[Sequence[str]]) -> bool:
    if name == other or times[other] < times[name] or min(len(name), len(other)) < _FEWEST_LETTERS:
        return False
    if any(name in names and other in names for names in lists) or _figures(name) != _figures(other):
        return False
    return edit_distance(name, other, _MOST_EDITS) is not None


def _figures(name: str) -> str:
    return "".join(filter(str.isdigit, name))


def _is_recognised(item: Item) -> bool:
    return item.source.confidence is not None


def _renamed(item: Item, names: Mapping[str, str]) -> Item:
    meant = names.get(folded_purpose(item.purpose))
    if meant is None or not _is_recognised(item):
        return item
    doubtful = min(item.source.confidence or 0.0, SURE - 1)
    return replace(item, purpose=meant, source=replace(item.source, confidence=doubtful))
