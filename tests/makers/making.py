"""Choices → a made summary and its style."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from tests.makers.choices import Choices
from tests.makers.counted import COMMON, Vocabulary
from tests.makers.distractors import WITHOUT_NUMBER, distractor
from tests.makers.finance_making import finance_manner, made_finance
from tests.makers.known import KNOWN_WRAPPED_SHAPES, is_known
from tests.makers.made_summary import (
    FinanceShape,
    Lines,
    MadeItem,
    MadeSection,
    MadeSummary,
    MadeYear,
    Numbering,
    Style,
)
from tests.makers.money import AmountWriting, amount_text, amount_writing, made_euros
from tests.makers.periods import SHORT_WRITINGS, SPACED_WRITINGS, WRITINGS, MadePeriod, PeriodWriting, year_from
from tests.makers.phrase import Phrase
from tests.makers.phrases import PHRASINGS, Phrasing
from tests.makers.special_phrases import SPECIAL_PHRASINGS

ALL_PHRASINGS: tuple[Phrasing, ...] = (*PHRASINGS, *SPECIAL_PHRASINGS)
NUMBERINGS: tuple[Numbering, ...] = ("bracket", "dot", "dash", "bullet", "paragraph")
_TASKS = (
    ("Jaunatnes darba attīstība", ""),
    ("Pilsoniskās sabiedrības attīstība Kurzemes reģionā", "Kurzeme"),
    ("Senioru digitālo prasmju pilnveide Latgales plānošanas reģionā", "Latgale"),
    ("Par atsevišķu valsts pārvaldes uzdevumu veikšanu starpkultūru sadarbības jomā Zemgales reģionā", "Zemgale"),
)
_PERFORMERS = ("Biedrība „Solis”", "Nodibinājums “Tilts”", "SIA „Atbalsta centrs „Palīgs””", "biedrība «Tīkls»")
_HEADINGS = ("Mobilais darbs ar jaunatni", "Mazākumtautību kapacitātes celšanai", "Sadarbība ar vietējiem medijiem")
_NONE = ("Nav", "Nav.", "Nav konstatēti", "Netika konstatēti", "-", "Nav attiecināms")
_OTHER = ("Nav", "Uzdevuma materiāli pieejami biedrības tīmekļvietnē", "Plašāka informācija: www.solis.lv")
# Phrasings that begin with a participle: two of them stand in one sentence too.
_JOINED = frozenset(("done_things", "dative_behind", "for_counted", "in_places", "qualified", "listed"))
_YEAR_HEADINGS = (
    "{roman}. ĪSTENOŠANAS GADS ({period})",
    "{roman}. ĪSTENOŠANAS GADS ({period}).",
    "{roman} ĪSTENOŠANAS GADS ({period})",
    "{number}. īstenošanas gads ({period})",
    "{ordinal} īstenošanas gads: {period}",
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What may be made: which nouns and phrasings, which texts not, and how many years and items at most."""

    words: Vocabulary = COMMON
    phrasings: tuple[Phrasing, ...] = ALL_PHRASINGS
    leaves_out: Callable[[str], bool] = is_known
    years: int = 2
    items: int = 4


@dataclass(frozen=True, slots=True)
class StyleScope:
    """Which styles may be chosen."""

    lines: tuple[Lines, ...] = ("all", "horizontal", "none")
    numberings: tuple[Numbering, ...] = NUMBERINGS
    shapes: tuple[FinanceShape, ...] = ("side_by_side", "paragraphs", "table")


def made_style(choices: Choices, scope: StyleScope) -> Style:
    """A style; a list without marks has headings with a colon, and dotted sub-numbers stand below dotted numbers.

    Where four finance columns stand beside the label, it is narrow and the letters are small.
    """
    numbering = choices.one_of(scope.numberings)
    below = ("letter", "dash", "dotted") if numbering == "dot" else ("letter", "dash")
    shape = choices.one_of(scope.shapes)
    narrow = shape == "table"
    return Style(
        lines=choices.one_of(scope.lines),
        label_share=choices.one_of((30, 25) if narrow else (30, 25, 35, 40)),
        font_size=choices.one_of((10, 9) if narrow else (11, 10, 12, 9)),
        landscape=choices.chance(15),
        numbering=numbering,
        sub_numbering=choices.one_of(below),
        year_heading=choices.one_of(_YEAR_HEADINGS),
        bold_headings=numbering != "paragraph" and choices.chance(30),
        finance_shape=shape,
        page_numbers=choices.chance(40),
    )


def made_summary(choices: Choices, style: Style, scope: Scope) -> MadeSummary:
    """A summary that this style can set: sub-items only below numbers, purposes only outside tables."""
    start = date(choices.whole(2015, 2024), choices.one_of((1, 3, 7, 9)), choices.one_of((1, 15)))
    periods = [year_from(start.replace(year=start.year + n)) for n in range(choices.whole(1, scope.years))]
    whole = MadePeriod(periods[0].start, periods[-1].end)
    in_years = choices.one_of(WRITINGS)
    in_finances = choices.one_of(_finance_writings(style))
    writing = amount_writing(choices)
    manner = finance_manner(choices, writing, 0 if style.finance_shape == "table" else 5)
    task, region = choices.one_of(_TASKS)
    return MadeSummary(
        title=("Kopsavilkums", f"par valsts pārvaldes uzdevuma veikšanu ({whole.start.year}-{whole.end.year})"),
        task=task,
        performer=choices.one_of(_PERFORMERS),
        region=region,
        delegation=whole,
        delegation_text=choices.one_of(WRITINGS)(whole),
        years=tuple(MadeYear(each, in_years(each), _sections(choices, style, scope)) for each in periods),
        finances=tuple(made_finance(choices, each, in_finances(each), manner) for each in periods),
        ineligible=_answer(choices, writing),
        unrecovered=(choices.one_of(_NONE), Decimal("0.00")),
        other_information=choices.one_of(_OTHER),
    )


def _finance_writings(style: Style) -> tuple[PeriodWriting, ...]:
    if style.finance_shape != "table":
        return WRITINGS
    return SHORT_WRITINGS if style.finance_shape in KNOWN_WRAPPED_SHAPES and style.lines != "all" else SPACED_WRITINGS


def _answer(choices: Choices, writing: AmountWriting) -> tuple[str, Decimal]:
    if choices.chance(15):
        euros = made_euros(choices)
        return f"Konstatēti neatbilstoši izdevumi {amount_text(euros, writing)} apmērā.", euros
    return choices.one_of(_NONE), Decimal("0.00")


def _sections(choices: Choices, style: Style, scope: Scope) -> tuple[MadeSection, ...]:
    headings = ["", *_HEADINGS[: choices.whole(0, 2)]] if choices.chance(40) else [""]
    return tuple(MadeSection(heading, _items(choices, style, scope)) for heading in headings)


def _items(choices: Choices, style: Style, scope: Scope) -> tuple[MadeItem, ...]:
    several = choices.whole(1, scope.items)
    stop = "." if style.numbering == "paragraph" else choices.one_of((";", "."))
    return tuple(_item(choices, style, scope, stop if n < several - 1 else ".") for n in range(several))


def _item(choices: Choices, style: Style, scope: Scope, stop: str) -> MadeItem:
    if style.numbering in ("bracket", "dot") and choices.chance(15):
        subs = [_phrase(choices, scope) for _ in range(choices.whole(2, 3))]
        marks = [*(";" for _ in subs[1:]), stop]
        items = tuple(MadeItem((each,), each.text + mark) for each, mark in zip(subs, marks, strict=True))
        return MadeItem((), "Īstenotas aktivitātes:", items)
    phrases = tuple(_phrase(choices, scope) for _ in range(choices.whole(1, 3)))
    text = _joined(choices, phrases)
    if scope.leaves_out(text):
        phrases, text = phrases[:1], phrases[0].text
    return MadeItem(phrases, text + stop)


def _joined(choices: Choices, phrases: Sequence[Phrase]) -> str:
    """The phrases as sentences; two that begin with a participle may share one."""
    text = phrases[0].text
    for above, phrase in pairwise(phrases):
        together = above.name in _JOINED and phrase.name in _JOINED and choices.chance(30)
        text += f", {phrase.text[0].lower()}{phrase.text[1:]}" if together else f". {phrase.text}"
    return text


def _phrase(choices: Choices, scope: Scope) -> Phrase:
    """A phrase; one without a number in place of one that is left out."""
    made = distractor(choices) if choices.chance(20) else choices.one_of(scope.phrasings)(choices, scope.words)
    return WITHOUT_NUMBER if scope.leaves_out(made.text) else made
