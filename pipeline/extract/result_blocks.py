"""The blocks of a year: those of its running text, and each row of its tables."""

from __future__ import annotations

from msgspec.structs import replace

from pipeline.extract.block import Block
from pipeline.extract.blocks import blocks_of
from pipeline.extract.result_text import ResultText, TableRow
from pipeline.grammar.lists import MARK, Mark
from pipeline.patterns import compiled

_LONGEST_HEADING = 220
_ENDED = (".", ";", ",", "!", "?")
_LETTER = compiled(r"\p{L}")


def result_blocks(text: ResultText, start: int, stop: int) -> list[Block]:
    """The blocks of text[start:stop] in order; every word there that is read stands in one of them."""
    done: list[Block] = []
    at = start
    whole = [(row.start, row.stop, row) for row in text.rows] + [(*place, None) for place in text.sections]
    for first, last, row in sorted(whole, key=lambda each: each[0]):
        if not start <= first < stop:
            continue
        done += _flow(text, at, first, before_row=True)
        done.append(_row_block(text, row) if row else _section(text, first, last))
        at = last
    return [*done, *_flow(text, at, stop, before_row=False)]


def _flow(text: ResultText, start: int, stop: int, *, before_row: bool) -> list[Block]:
    if stop <= start or not text.passage.text[start:stop].strip():
        return []
    blocks = [block for block in blocks_of(text.passage, start, stop) if not _is_unread(text, block)]
    if blocks and before_row and _heads_table(blocks[-1]):
        blocks[-1] = replace(blocks[-1], is_heading=True)
    return blocks


def _is_unread(text: ResultText, block: Block) -> bool:
    words = text.passage.words_in(block.start, block.stop)
    return bool(words) and all(word in text.unread for word in words)


def _heads_table(block: Block) -> bool:
    """Whether a paragraph right above a table is its heading: short, without a number, not ended like a sentence."""
    text = block.text.rstrip()
    short = len(text) <= _LONGEST_HEADING and bool(_LETTER.search(text))
    return block.mark is None and short and not text.endswith(_ENDED) and not any(map(str.isdecimal, text))


def _row_block(text: ResultText, row: TableRow) -> Block:
    words = text.passage.text[row.cells[0].start : row.stop]
    return Block(
        row.start, row.cells[0].start, row.stop, words, _mark_of(row.mark), row.mark, True, False, None, row=row
    )


def _mark_of(text: str) -> Mark | None:
    """The mark in a column of numbers, with or without its sign."""
    if not text:
        return None
    found = MARK.at(f"{text} A") or MARK.at(f"{text}. A")
    return found.value if found else None


def _section(text: ResultText, start: int, stop: int) -> Block:
    words = text.passage.text[start:stop].strip()
    return Block(start, start, stop, words, None, "", True, True, None, is_heading=True)
