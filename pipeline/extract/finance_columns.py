"""What the columns of a finance table hold, by their heads."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.grammar.finance_words import HEAD, Head
from pipeline.layout.rows import CellText
from pipeline.patterns import compiled

# Columns of shares, counts, other currencies, or of thousands, whose figures are no euros.
_NO_EURO = compiled(r"%|procent|skait|\b(?:LVL|Ls|lat[iu]|USD|GBP)\b|\$|£|tūkst|milj", regex.IGNORECASE)
_DIFFERENCE = compiled(r"\bstarpīb", regex.IGNORECASE)
_PREFERRED = compiled(r"valsts\s+budžet|ministrij|pēc\s+grozīj|precizēt", regex.IGNORECASE)


def column_heads(row: Sequence[CellText]) -> dict[float, Head]:
    """What each headed column of a row holds; of two alike only the one of the state, or the one last agreed on."""
    heads = {cell.left: head for cell in row if (head := column_head(cell))}
    named = {cell.left: cell.passage.text for cell in row}
    for head in set(heads.values()):
        alike = [left for left in heads if heads[left] == head]
        preferred = [left for left in alike if _PREFERRED.search(named[left])]
        if len(alike) > 1 and len(preferred) == 1:
            heads = {left: each for left, each in heads.items() if each != head or left in preferred}
    return heads


def column_head(cell: CellText) -> Head | None:
    """What a head cell says its column holds: a head word, no digit, and nothing that is not money in euro."""
    text = cell.passage.text
    if any(map(str.isdigit, text)) or _NO_EURO.search(text):
        return None
    found = HEAD.all_in(text)
    if found:
        return found[0].value
    return "remainder" if _DIFFERENCE.search(text) else None
