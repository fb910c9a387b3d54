"""A block of the text of a year: a heading, an item or a paragraph."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from pipeline.extract.result_text import TableRow
from pipeline.grammar.lists import Mark
from pipeline.passage import Passage, TextLine

# Text of an item that stands this many points right of its bullet hangs from it.
HANGING = 4.0


class Block(Struct, frozen=True):
    """A heading, item or paragraph at text[start:stop]; its words begin at `body_start`, behind the list mark.

    `sign` is the mark as printed. `fresh`, `bold` and `indent` are those of its first line. `row` is the row of a
    table that it is, None where it is running text. `is_doubtful` says of a recognised mark that it may be another.
    """

    start: int
    body_start: int
    stop: int
    text: str
    mark: Mark | None
    sign: str
    fresh: bool | None
    bold: bool
    indent: float | None
    is_heading: bool = False
    row: TableRow | None = None
    is_doubtful: bool = False


def block_at(passage: Passage, start: int, body: int, stop: int, mark: Mark | None, sign: str, line: TextLine) -> Block:
    """The block at text[start:stop], whose words begin at `body`; `line` is its first."""
    stop = start + len(passage.text[start:stop].rstrip())
    body = min(body, stop)
    return Block(start, body, stop, passage.text[body:stop], mark, sign, line.fresh, line.bold, line.indent)


def grown(passage: Passage, block: Block, stop: int) -> Block:
    """The block with what follows it, up to `stop`."""
    stop = block.start + len(passage.text[block.start : stop].rstrip())
    return replace(block, stop=stop, text=passage.text[block.body_start : stop])


def leaves(item: Block, indent: float | None) -> bool:
    """Whether text with this indent stands as far left as the bullet of an item, and so outside a hanging list."""
    bulleted = item.mark is not None and item.mark.style == "bullet"
    return bulleted and item.indent is not None and indent is not None and indent - item.indent < HANGING
