"""The text of a year → blocks: headings of sections, items behind a list mark, paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import regex
from msgspec import Struct

from pipeline.extract.block import HANGING, Block, block_at, grown, leaves
from pipeline.extract.block_headings import parted_headings, with_headings
from pipeline.grammar.lists import MARK, Mark
from pipeline.grammar.rule import Found
from pipeline.passage import Passage, TextLine
from pipeline.patterns import compiled

_HIGHEST_NUMBER = 60
# A line of text so short was not broken for want of room.
_SHORT_LINE = 55
# A heading in lower case among items without full stops; *tai skaitā:* and *šādas aktivitātes:* are none.
_SHORT_HEADING = compiled(
    r"(?!(?:tai|tajā|t\.|proti|tostarp|no|šād|sekojoš)\b|šād|sekojoš)\p{L}[^.;,\d]{3,60}\s[^.;,\d]{2,60}:",
    regex.IGNORECASE,
)
# Signs that stand inside sentences too; other bullets stand only before items.
_DASHES = ("-", "–", "—", "‒", "−")
_ABBREVIATED = compiled(r"(?<!\p{L})(?:nr|plkst|tālr|tel|reģ|sk|piem|lpp|prof|dr)\.$", regex.IGNORECASE)
_SENTENCE_ENDS = (".", ";", ":", "!", "?")


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
        outside = hanging and bool(blocks) and leaves(blocks[-1], line.line.indent)
        begins = outside or _begins_paragraph(passage.text, line, blocks, above)
        begins = begins or (_heads_list(passage.text, lines, place, above) and not _hangs_in(line, blocks))
        if mark is not None or begins:
            sign = passage.text[line.start : body].strip()
            blocks.append(block_at(passage, line.start, body, line.stop, mark, sign, line.line))
        else:
            last = blocks[-1]
            blocks[-1] = grown(passage, last, line.stop)
    return with_headings(passage, parted_headings(passage, blocks), hanging)


def _lines(passage: Passage, start: int, stop: int) -> list[_Line]:
    lines: list[_Line] = []
    place = max(bisect_right(passage.line_starts, start) - 1, 0)
    ends = (*passage.line_starts[place + 1 :], len(passage.text))
    for begin, end, line in zip(passage.line_starts[place:], ends, passage.lines[place:], strict=True):
        if begin >= stop:
            break
        first, last = max(begin, start), min(end, stop)
        written = passage.text[first:last]
        said = written.lstrip()
        if said:
            first += len(written) - len(said)
            mark = None if said[:2].isalpha() else MARK.at(passage.text, first)  # no mark begins with two letters
            lines.append(_Line(first, last, line, mark))
    return lines


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
        return plausible and (known or ended or fresh is True or (not lower and _goes_on_from(mark, blocks)))
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


def _goes_on_from(mark: Mark, blocks: Sequence[Block]) -> bool:
    """Whether the last number had another sign, and this one is the next: *3) …*, *4. …*."""
    labels = [block.mark.label for block in blocks if block.mark and block.mark.style in ("dot", "bracket")]
    return bool(labels) and int(mark.label) == int(labels[-1]) + 1


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
    return indent - item.indent > HANGING


def _heads_page(lines: Sequence[_Line], place: int, line: str) -> bool:
    """Whether a line at the top of a page, where no gap can show it, is a heading by its words and what follows."""
    page_end = place > 0 and lines[place - 1].line.words[-1].page != lines[place].line.words[0].page
    worded = line[:1].isupper() and _SHORT_HEADING.fullmatch(line) is not None
    return page_end and worded and lines[place + 1].line.fresh is True


def _hangs(lines: Sequence[_Line]) -> bool:
    """Whether items behind a bullet go on further right than their bullet stands."""
    for above, line in pairwise(lines):
        mark = above.mark
        if mark and mark.value.style == "bullet" and line.line.fresh is False:
            indents = (above.line.indent, line.line.indent)
            if None not in indents and indents[1] - indents[0] > HANGING:  # type: ignore[operator]
                return True
    return False
