"""The text of a year → blocks: headings of sections, items behind a list mark, paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex
from msgspec import Struct
from msgspec.structs import replace

from pipeline.extract.result_text import TableRow
from pipeline.grammar.lists import MARK, Mark
from pipeline.grammar.rule import Found
from pipeline.grammar.vocabulary import is_verb
from pipeline.passage import Passage, TextLine
from pipeline.patterns import compiled

# A heading of a section is short: longer text is an item.
_LONGEST_HEADING = 220
_HIGHEST_NUMBER = 60
# A line of text so short was not broken for want of room.
_SHORT_LINE = 55
# Text of an item that stands this many points right of its bullet hangs from it.
_HANGING = 4.0
# A heading in lower case among items without full stops; *tai skaitā:* and *šādas aktivitātes:* are none.
_SHORT_HEADING = compiled(
    r"(?!(?:tai|tajā|t\.|proti|tostarp|no|šād|sekojoš)\b|šād|sekojoš)\p{L}[^.;,\d]{3,60}\s[^.;,\d]{2,60}:",
    regex.IGNORECASE,
)
# Signs that stand inside sentences too; other bullets stand only before items.
_DASHES = ("-", "–", "—", "‒", "−")
_ABBREVIATED = compiled(r"(?<!\p{L})(?:nr|plkst|tālr|tel|reģ|sk|piem|lpp|prof|dr)\.$", regex.IGNORECASE)
_LETTER, _DIGIT, _WORD = compiled(r"\p{L}"), compiled(r"\d"), compiled(r"\p{L}+")
_SENTENCE_ENDS = (".", ";", ":", "!", "?")


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


class _Line(Struct, frozen=True):
    """A line at text[start:stop], and what looks like a list mark at its beginning."""

    start: int
    stop: int
    line: TextLine
    mark: Found[Mark] | None


def blocks_of(passage: Passage, start: int, stop: int) -> list[Block]:
    """The blocks of text[start:stop] in order; every word there stands in one of them."""
    blocks: list[Block] = []
    lines = _lines(passage, start, stop)
    hanging = _hangs(lines)
    for place, line in enumerate(lines):
        above = passage.text[blocks[-1].start : blocks[-1].stop].rstrip() if blocks else ""
        mark, body = _mark(passage.text, line, blocks, above)
        leaves = hanging and bool(blocks) and _leaves(blocks[-1], line.line.indent)
        begins = leaves or _begins_paragraph(passage.text, line, blocks, above)
        begins = begins or (_heads_list(passage.text, lines, place, above) and not _hangs_in(line, blocks))
        if mark is not None or begins:
            sign = passage.text[line.start : body].strip()
            blocks.append(_block(passage, line.start, body, line.stop, mark, sign, line.line))
        else:
            last = blocks[-1]
            blocks[-1] = _grown(passage, last, line.stop)
    return _with_headings(passage, _parted_headings(passage, blocks), hanging)


def _lines(passage: Passage, start: int, stop: int) -> list[_Line]:
    ends = (*passage.line_starts[1:], len(passage.text))
    lines = []
    for begin, end, line in zip(passage.line_starts, ends, passage.lines, strict=True):
        first, last = max(begin, start), min(end, stop)
        if passage.text[first:last].strip():
            first += len(passage.text[first:last]) - len(passage.text[first:last].lstrip())
            worded = passage.text[first : first + 2].isalpha()  # no mark begins with two letters
            lines.append(_Line(first, last, line, None if worded else MARK.at(passage.text, first)))
    return lines


def _block(passage: Passage, start: int, body: int, stop: int, mark: Mark | None, sign: str, line: TextLine) -> Block:
    stop = start + len(passage.text[start:stop].rstrip())
    body = min(body, stop)
    return Block(start, body, stop, passage.text[body:stop], mark, sign, line.fresh, line.bold, line.indent)


def _grown(passage: Passage, block: Block, stop: int) -> Block:
    stop = block.start + len(passage.text[block.start : stop].rstrip())
    return replace(block, stop=stop, text=passage.text[block.body_start : stop])


def _mark(text: str, line: _Line, blocks: Sequence[Block], above: str) -> tuple[Mark | None, int]:
    """The list mark that the line begins with, and where its text begins; None where it only looks like one."""
    found = line.mark
    if found is None or found.stop >= line.stop:
        return None, line.start
    body = text[found.stop : line.stop]
    ended = not above or above.endswith((*_SENTENCE_ENDS, ",")) or _may_be_heading(blocks[-1])
    if found.value.style == "bullet" and text[line.start : found.stop].strip() not in _DASHES:
        ended = True
    if not _is_plausible(found.value, body, line.line.fresh, ended, blocks):
        return None, line.start
    return found.value, found.stop


def _may_be_heading(block: Block) -> bool:
    """Whether a block is one short line without a mark, such as a heading without a colon."""
    return block.mark is None and "\n" not in block.text and len(block.text) < _SHORT_LINE and block.text[:1].isupper()


def _is_plausible(mark: Mark, body: str, fresh: bool | None, ended: bool, blocks: Sequence[Block]) -> bool:
    """Whether a mark is one by its surroundings and not a number or dash that a line end left in front."""
    if not blocks:
        return True
    if mark.style == "dotted":
        return (ended or fresh is True) and _continues(mark.label, blocks)
    if fresh is False and not (ended and (_is_next(mark, blocks) or mark.style in ("bracket", "letter"))):
        return False
    lower = body[:1].islower()
    if mark.style == "dot":
        known = any(block.mark and block.mark.style == "dot" for block in blocks)
        plausible = int(mark.label) <= _HIGHEST_NUMBER and (not lower or ended)
        return plausible and (known or ended or fresh is True)
    if mark.style in ("bullet", "letter"):
        return ended or fresh is True
    if mark.style == "bracket":
        return int(mark.label) <= _HIGHEST_NUMBER
    return True


def _continues(label: str, blocks: Sequence[Block]) -> bool:
    """Whether `1.1` goes on from item 1 or from another dotted number, and is no clock time or amount."""
    parts = [int(part) for part in label.rstrip(".").split(".")]
    tops = {block.mark.label.split(".")[0] for block in blocks if block.mark and block.mark.label[:1].isdigit()}
    return all(0 < part <= _HIGHEST_NUMBER for part in parts) and (
        parts[0] == 1 or str(parts[0] - 1) in tops or str(parts[0]) in tops
    )


def _is_next(mark: Mark, blocks: Sequence[Block]) -> bool:
    """Whether the mark is the one that must follow: the next number of its style, or the same bullet."""
    labels = [block.mark.label for block in blocks if block.mark and block.mark.style == mark.style]
    if not labels:
        return False
    return mark.style == "bullet" or (mark.label.isdigit() and int(mark.label) == int(labels[-1]) + 1)


def _begins_paragraph(text: str, line: _Line, blocks: Sequence[Block], above: str) -> bool:
    """Whether a line without a mark begins a block of its own."""
    if not blocks:
        return True
    begins = text[line.start : line.start + 1]
    upper = begins.isupper() or begins in '“„«"' or begins.isdigit()
    if line.line.fresh is False or not upper:
        return False
    if line.line.bold != blocks[-1].bold and line.line.fresh:
        return True
    ended = above.endswith(_SENTENCE_ENDS) and not _ABBREVIATED.search(above)
    if begins.isdigit() and not line.line.apart:
        return ended and not above.endswith(":")
    return ended or line.line.fresh is True


def _heads_list(text: str, lines: Sequence[_Line], place: int, above: str) -> bool:
    """Whether a line behind a full stop, itself without one, stands right above a list mark."""
    if place + 1 == len(lines):
        return False
    line = text[lines[place].start : lines[place].stop].rstrip()
    marked = lines[place + 1].mark is not None
    if marked and lines[place].line.fresh is True and _SHORT_HEADING.fullmatch(line):
        return True
    if not above.endswith((".", ";")):
        return False
    if lines[place].line.fresh is False:
        return _heads_page(lines, place, line)
    if line.endswith(":") and line[:1].isupper() and lines[place + 1].line.fresh:
        return True
    return marked and line[:1].isupper() and not line.endswith((".", ";", ","))


def _hangs_in(line: _Line, blocks: Sequence[Block]) -> bool:
    """Whether a line stands right of the mark of the item above it, as text does that goes on."""
    item, indent = blocks[-1] if blocks else None, line.line.indent
    if item is None or item.mark is None or item.indent is None or indent is None or line.line.apart:
        return False
    return indent - item.indent > _HANGING


def _heads_page(lines: Sequence[_Line], place: int, line: str) -> bool:
    """Whether a line at the top of a page, where no gap can show it, is a heading by its words and what follows."""
    page_end = place > 0 and lines[place - 1].line.words[-1].page != lines[place].line.words[0].page
    worded = line[:1].isupper() and _SHORT_HEADING.fullmatch(line) is not None
    return page_end and worded and lines[place + 1].line.fresh is True


def _parted_headings(passage: Passage, blocks: Sequence[Block]) -> list[Block]:
    """Where a list begins anew behind an item without a full stop, the item's last line with a colon is the heading."""
    done: list[Block] = []
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        cut = block.text.rfind("\n") + 1
        tail = block.text[cut:]
        restarts = following and following.mark and following.mark.label == "1" and block.mark
        if restarts and cut and tail.rstrip().endswith(":") and tail[:1].isupper() and block.mark.label.isdigit():  # type: ignore[union-attr]
            at = block.body_start + cut
            head = replace(block, stop=at - 1, text=block.text[: cut - 1])
            done += [head, _block(passage, at, at, block.stop, None, "", TextLine(()))]
        else:
            done.append(block)
    return done


def _with_headings(passage: Passage, blocks: Sequence[Block], hanging: bool) -> list[Block]:
    """Headings told from paragraphs, and paragraphs below a marked item joined to it, if not outside a hanging list."""
    listed = any(block.mark for block in blocks)
    done: list[Block] = []
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if block.mark is None and _is_heading(block, following, listed) and not _is_paragraph(block, done):
            done.append(replace(block, is_heading=True))
        elif _goes_on(block, done, hanging):
            done[-1] = _grown(passage, done[-1], block.stop)
        else:
            done.append(block)
    return done


def _goes_on(block: Block, above: Sequence[Block], hanging: bool) -> bool:
    """Whether a paragraph belongs to the marked item above it."""
    if block.mark is not None or not above or above[-1].mark is None:
        return False
    below_list = block.fresh and above[-1].mark.style in ("bullet", "letter") and _is_below_paragraph(above)
    if below_list and (not hanging or _leaves(above[-1], block.indent)):
        return False
    return not (hanging and _leaves(above[-1], block.indent))


def _is_below_paragraph(blocks: Sequence[Block]) -> bool:
    """Whether the list at the end of the blocks is part of a paragraph that is itself an item."""
    above = next((block for block in reversed(blocks) if block.mark is None), None)
    return above is not None and not above.is_heading


def _is_paragraph(block: Block, above: Sequence[Block]) -> bool:
    """Whether a sentence that a list goes on with is one of the paragraphs that are items: *Ar skolām darījām tā:*."""
    paragraphs = any(each.mark is None and not each.is_heading for each in above)
    return paragraphs and block.text.rstrip().endswith(":") and any(map(is_verb, _WORD.findall(block.text)))


def _hangs(lines: Sequence[_Line]) -> bool:
    """Whether items behind a bullet go on further right than their bullet stands."""
    for above, line in pairwise(lines):
        mark = above.mark
        if mark and mark.value.style == "bullet" and line.line.fresh is False:
            indents = (above.line.indent, line.line.indent)
            if None not in indents and indents[1] - indents[0] > _HANGING:  # type: ignore[operator]
                return True
    return False


def _leaves(item: Block, indent: float | None) -> bool:
    """Whether text with this indent stands as far left as the bullet of an item, and so outside a hanging list."""
    bulleted = item.mark is not None and item.mark.style == "bullet"
    return bulleted and item.indent is not None and indent is not None and indent - item.indent < _HANGING


def _is_heading(block: Block, following: Block | None, listed: bool) -> bool:
    """Whether a block without a mark heads the items below it."""
    text = block.text.rstrip()
    if following is None or len(text) > _LONGEST_HEADING or not _LETTER.search(text):
        return False
    colon, open_end = text.endswith(":"), not text.endswith((".", ";", ",", "!", "?"))
    if following.mark is not None:
        label = following.mark.label.rstrip(".")
        begins = following.mark.style == "bullet" or label in ("1", "a") or label.endswith(".1") or block.bold
        counted = following.mark.style in ("bullet", "letter") and _DIGIT.search(text)
        return open_end and begins and not (counted and not block.bold)
    own_line = following.fresh is True or not listed
    return (block.bold and open_end and not following.bold) or (colon and own_line and not _DIGIT.search(text))
