"""List marks and numbers of years that a recogniser is not sure of, beside those around them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby

from msgspec.structs import replace

from pipeline.document import SURE, Word
from pipeline.extract.block import Block
from pipeline.extract.years import YearSpan
from pipeline.grammar.lists import Mark
from pipeline.passage import Passage

_DAY = timedelta(days=1)


def numbers_in_gaps(read: Sequence[int | None], doubtful: Sequence[bool]) -> list[int | None]:
    """For each number that is doubtful what those around it leave room for, None for sure ones and where that is open.

    A run of doubtful numbers fills the gap between the sure ones around it, or it fills none.

    >>> numbers_in_gaps([1, 2, 9, 4], [False, False, True, False])
    [None, None, 3, None]
    >>> numbers_in_gaps([1, 7, 2], [False, True, False]), numbers_in_gaps([1, 7], [False, True])
    ([None, None, None], [None, None])
    """
    filled: list[int | None] = [None] * len(read)
    before: int | None = 0
    for doubted, run in groupby(range(len(read)), key=lambda at: doubtful[at]):
        places = list(run)
        after = read[places[-1] + 1] if doubted and places[-1] + 1 < len(read) else None
        if doubted and before is not None and after is not None and after - before == len(places) + 1:
            for step, at in enumerate(places, start=1):
                filled[at] = before + step
        before = None if doubted else read[places[-1]]
    return filled


def with_marks_in_order(passage: Passage, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, a doubtful number of a list read as the one that the numbers above and below it leave room for.

    A number that was not read so, or that nothing below bears out, is marked as doubtful.
    """
    done = _with_dots(passage, blocks)
    for places in _lists(done):
        read = [int(done[at].mark.label) for at in places]  # type: ignore[union-attr]
        doubtful = [_is_unsure_mark(passage, done[at]) for at in places]
        for at, number, room, doubted in zip(places, read, numbers_in_gaps(read, doubtful), doubtful, strict=True):
            mark = done[at].mark
            if doubted and mark is not None:
                label = str(number if room is None else room)
                done[at] = replace(done[at], mark=replace(mark, label=label), is_doubtful=room != number)
    return done


def with_years_in_order(passage: Passage, spans: Sequence[YearSpan]) -> list[YearSpan]:
    """The years with their numbers, those marked of which the number is doubtful.

    A number that was not recognised surely is the one that those around it, its dates or its place leave room for.
    """
    read = [span.stated_no for span in spans]
    unsure = [_is_unsure(passage, span) for span in spans]
    done = list(spans)
    for at, room in enumerate(numbers_in_gaps(read, unsure)):
        if unsure[at]:
            number = room or _number_by_dates(done, at) or _number_by_place(read, at)
            is_borne_out = number is not None and number == read[at]
            stated = read[at] if number is None else number
            done[at] = replace(spans[at], stated_no=stated, is_doubtful=not is_borne_out)
    return done


def is_doubtful(words: Sequence[Word]) -> bool:
    """Whether some of the words were recognised, and not surely."""
    return any(word.confidence is not None and word.confidence < SURE for word in words)


def _with_dots(passage: Passage, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, a doubtful `13.` behind `1.2.` or before `1.4.` read as `1.3.`; so a doubtful `1.` before `1.2.`."""
    done = list(blocks)
    for at, block in enumerate(blocks):
        if block.mark is None or block.mark.style not in ("dot", "bracket") or not _is_unsure_mark(passage, block):
            continue
        beside = [(done[at - 1], 1)] if at else []
        beside += [(blocks[at + 1], -1)] if at + 1 < len(blocks) else []
        meant = [_stepped(other.mark, step) for other, step in beside]
        for label in meant:
            if label and _only_digits(label).startswith(block.mark.label):
                done[at] = replace(block, mark=Mark("dotted", label), is_doubtful=True)
    return done


def _stepped(mark: Mark | None, step: int) -> str:
    """The dotted number so many further on, "" where there is none."""
    above, _, last = mark.label.rstrip(".").rpartition(".") if mark and mark.style == "dotted" else ("", "", "")
    if mark is None or not last or int(last) + step < 1:
        return ""
    return f"{above}.{int(last) + step}" + mark.label[len(mark.label.rstrip(".")) :]


def _only_digits(label: str) -> str:
    return label.replace(".", "")


def _is_unsure_mark(passage: Passage, block: Block) -> bool:
    return is_doubtful(passage.words_in(block.start, block.body_start))


def _lists(blocks: Sequence[Block]) -> list[list[int]]:
    """The places of blocks with whole numbers of one style, heading by heading."""
    lists: dict[tuple[int, str], list[int]] = {}
    headings = 0
    for at, block in enumerate(blocks):
        headings += block.is_heading
        if block.mark is not None and block.mark.style in ("bracket", "dot") and block.row is None:
            lists.setdefault((headings, block.mark.style), []).append(at)
    return list(lists.values())


def _is_unsure(passage: Passage, span: YearSpan) -> bool:
    """Whether the first word of a heading was recognised but not surely, or begins it without a number of the year."""
    first = passage.words_in(span.start, span.body_start)[:1]
    lost = span.stated_no is None and span.heading[:1].isalpha()
    return bool(span.heading) and (is_doubtful(first) or (lost and any(each.confidence is not None for each in first)))


def _number_by_place(read: Sequence[int | None], at: int) -> int | None:
    """The place of a year without a number, where some other has one and all have that of their places."""
    others = [(no, place) for place, no in enumerate(read, start=1) if no is not None]
    return at + 1 if read[at] is None and others and all(no == place for no, place in others) else None


def _number_by_dates(spans: Sequence[YearSpan], at: int) -> int | None:
    """The number behind that of the year which ends the day before this one begins, None where there is none such."""
    before, here = (spans[at - 1], spans[at]) if at else (None, spans[at])
    if before is None or before.stated_no is None or before.period is None or here.period is None:
        return None
    return before.stated_no + 1 if here.period[0] == before.period[1] + _DAY else None
