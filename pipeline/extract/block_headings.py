"""Blocks → headings told from paragraphs, and paragraphs joined to the items that they belong to."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from msgspec.structs import replace

from pipeline.extract.block import Block, block_at, grown, leaves
from pipeline.grammar.vocabulary import is_verb
from pipeline.passage import Passage, TextLine
from pipeline.patterns import compiled

# A heading of a section is short: longer text is an item.
_LONGEST_HEADING = 220
# A heading without a colon, and what cannot end a line above one.
_PLAIN_HEADING = compiled(r"\p{Lu}[^\d.;:,!?]{5,80}")
_OPEN_END = compiled(
    r"(?:[,(–—-]|(?<!\p{L})(?:un|vai|ar|par|no|uz|pie|pēc|līdz|starp|pret|kā|bet|gan|t\.\s?sk\.?))$", regex.IGNORECASE
)
_HAPPENED = compiled(r"(?:notika|bija|ir|tika|jā\p{L}{3,})", regex.IGNORECASE)
_TWO = compiled(r"\p{Ll}{3}\.\s+\p{Lu}")
_LETTER, _DIGIT, _WORD = compiled(r"\p{L}"), compiled(r"\d"), compiled(r"\p{L}+")


def parted_headings(passage: Passage, blocks: Sequence[Block]) -> list[Block]:
    """Where a list begins anew behind an item without a full stop, the item's last line is the heading."""
    done: list[Block] = []
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        cut = block.text.rfind("\n") + 1
        if cut and following is not None and _heads(block, following):
            at = block.body_start + cut
            head = replace(block, stop=at - 1, text=block.text[: cut - 1])
            done += [head, block_at(passage, at, at, block.stop, None, "", TextLine(()))]
        else:
            done.append(block)
    return done


def _heads(block: Block, following: Block) -> bool:
    """Whether the last line of a numbered item heads the list that begins anew behind it.

    It ends with a colon; or it is short and in plain words, and the numbers that begin anew are of the item's kind.
    """
    if block.mark is None or following.mark is None or following.mark.label != "1" or not block.mark.label.isdigit():
        return False
    above, _, line = block.text.rstrip().rpartition("\n")
    if line[:1].isupper() and line.endswith(":"):
        return True
    same_kind = following.mark.style == block.mark.style and block.mark.label != "1"
    return same_kind and _PLAIN_HEADING.fullmatch(line) is not None and _OPEN_END.search(above.rstrip()) is None


def with_headings(passage: Passage, blocks: Sequence[Block], hanging: bool) -> list[Block]:
    """Headings told from paragraphs, and paragraphs below a marked item joined to it, if not outside a hanging list."""
    listed = any(block.mark for block in blocks)
    paragraphs = False
    unmarked: Block | None = None
    done: list[Block] = []
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        heads = block.mark is None and _is_heading(block, following, listed)
        if heads and not (paragraphs and _is_paragraph(blocks, place)):
            unmarked = replace(block, is_heading=True)
            done.append(unmarked)
        elif done and _goes_on(block, done[-1], unmarked, hanging):
            done[-1] = grown(passage, done[-1], block.stop)
        else:
            done.append(block)
            unmarked = block if block.mark is None else unmarked
            paragraphs = paragraphs or block.mark is None
    return done


def _goes_on(block: Block, above: Block, unmarked: Block | None, hanging: bool) -> bool:
    """Whether a paragraph belongs to the marked item above it; `unmarked` is the last block without a mark by then."""
    if block.mark is not None or above.mark is None:
        return False
    part_of_paragraph = unmarked is not None and not unmarked.is_heading
    below_list = block.fresh and above.mark.style in ("bullet", "letter") and part_of_paragraph
    if below_list and (not hanging or leaves(above, block.indent)):
        return False
    return not (hanging and leaves(above, block.indent))


def _is_paragraph(blocks: Sequence[Block], place: int) -> bool:
    """Whether a sentence that a list goes on with is an item like the paragraphs before it: *Ar skolām darījām tā:*.

    It has a verb, or is two sentences; or it has a comma, and behind its list paragraphs go on as before it.
    """
    text = blocks[place].text.rstrip()
    if not text.endswith(":"):
        return False
    below = next((each for each in blocks[place + 1 :] if each.mark is None), None)
    goes_on = below is not None and below.fresh is True and below.text.rstrip().endswith(".")
    return any(map(_is_predicate, _WORD.findall(text))) or bool(_TWO.search(text)) or ("," in text and goes_on)


def _is_predicate(word: str) -> bool:
    """Whether a word is a finite verb, *notika* and the like, or says what must be done: *jāsaka*."""
    return is_verb(word) or _HAPPENED.fullmatch(word) is not None


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
