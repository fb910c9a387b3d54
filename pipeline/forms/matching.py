"""Labels of a form in a run of words: letters only, folded, with few misspellings allowed."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from operator import eq

import regex
from msgspec import Struct
from msgspec.structs import replace

from pipeline.forms.template import Form
from pipeline.patterns import compiled

# Letters that may differ, by the length of the label in letters: a short label must be exact.
_EDITS = ((14, 0), (24, 1), (60, 2))
_MOST_EDITS = 4
# Of so many letters at its beginning, so many stand in their places where a label is meant at all.
_OPENING, _LIKE_LETTERS = 8, 3
_LIST_NUMBER = compiled(r"\d{1,2}[.)]*")


class LabelMatch(Struct, frozen=True):
    """A label of field `code` that stands in words[start:stop] with so many wrong letters."""

    code: str
    start: int
    stop: int
    letters: int
    edits: int


class _Label(Struct, frozen=True):
    """The letters of a label of field `code`, and how many of them may be wrong.

    Of its `pieces`, one more than letters may be wrong, one always stands in the text as it is.
    """

    code: str
    letters: str
    allowed: int
    pieces: tuple[str, ...]


class _Likely(Struct, frozen=True):
    """Labels that may begin at one place: how many letters they may take there, and the pieces of all of them."""

    labels: tuple[_Label, ...]
    letters: int
    pieces: tuple[str, ...]


@lru_cache(maxsize=20_000)
def folded_letters(text: str) -> str:
    """The letters of the text in lower case, without their marks and without anything between them.

    No two labels differ by marks alone, and some keyboards have none.
    """
    return "".join(filter(str.isalpha, unicodedata.normalize("NFD", text))).casefold()


def edits_allowed(letters: int) -> int:
    """How many letters of a label of this length may be wrong."""
    return next((edits for length, edits in _EDITS if letters < length), _MOST_EDITS)


def label_matches(form: Form, words: Sequence[str], line_starts: Sequence[int]) -> list[LabelMatch]:
    """The best label at each of `line_starts` (indices of words) where one stands; longest first, then fewest edits."""
    folded = [folded_letters(word) for word in words]
    letters, before = "".join(folded), list(accumulate(map(len, folded), initial=0))
    pieces = _places(letters, _pieces(form))
    if not pieces:
        return []
    found: list[LabelMatch] = []
    for start in line_starts:
        if not _any_between(pieces, before[start], before[start] + _longest(form)):
            continue
        likely = _likely_labels(form, letters[before[start] : before[start] + _OPENING], folded[start])
        ahead = letters[before[start] : before[start] + likely.letters]
        if any(map(ahead.__contains__, likely.pieces)) and (
            folded[start] or _is_list_number(words, folded, start, line_starts)
        ):
            match = _best_match(likely.labels, folded, start, ahead)
            found += [] if match is None else [_with_colon(match, words)]
    return found


def _with_colon(match: LabelMatch, words: Sequence[str]) -> LabelMatch:
    """The label with a colon that stands apart from it: *Valsts pārvaldes uzdevums :*."""
    colon = words[match.stop : match.stop + 1] == [":"]
    return replace(match, stop=match.stop + 1) if colon else match


@cache
def _labels(form: Form) -> tuple[_Label, ...]:
    """The labels of a form."""
    found = ((field.code, folded_letters(label)) for field in form.fields for label in field.labels)
    return tuple(_label(code, letters) for code, letters in found)


@cache
def _pieces(form: Form) -> frozenset[str]:
    """Pieces of labels, of which one stands wherever a label does: one that holds another says nothing more."""
    pieces = {piece for label in _labels(form) for piece in label.pieces}
    return frozenset(piece for piece in pieces if not any(other in piece for other in pieces - {piece}))


@cache
def _openings(form: Form) -> frozenset[str]:
    """How labels begin; many begin alike."""
    return frozenset(label.letters[:_OPENING] for label in _labels(form))


@cache
def _longest(form: Form) -> int:
    """The most letters that a label may take."""
    return max(len(label.letters) + label.allowed for label in _labels(form))


def _places(letters: str, pieces: frozenset[str]) -> list[int]:
    """Where one of the pieces begins in the letters, in order."""
    found: list[int] = []
    for piece in filter(letters.__contains__, pieces):
        place = letters.find(piece)
        while place >= 0:
            found.append(place)
            place = letters.find(piece, place + 1)
    return sorted(found)


def _any_between(places: Sequence[int], start: int, stop: int) -> bool:
    first = bisect_left(places, start)
    return first < len(places) and places[first] < stop


def _label(code: str, letters: str) -> _Label:
    allowed = edits_allowed(len(letters))
    ends = [len(letters) * place // (allowed + 1) for place in range(allowed + 2)]
    return _Label(code, letters, allowed, tuple(letters[start:stop] for start, stop in pairwise(ends)))


@lru_cache(maxsize=10_000)
def _likely_labels(form: Form, opening: str, first_word: str) -> _Likely:
    """The labels that may begin with these letters: one that must be exact with the whole first word."""
    like = {each for each in _openings(form) if sum(map(eq, opening, each)) >= _LIKE_LETTERS}
    labels = tuple(
        label
        for label in _labels(form)
        if (label.letters[:_OPENING] in like if label.allowed else label.letters.startswith(first_word))
    )
    most = max((len(label.letters) + label.allowed for label in labels), default=0)
    return _Likely(labels, most, tuple({piece for label in labels for piece in label.pieces}))


def _is_list_number(words: Sequence[str], folded: Sequence[str], start: int, line_starts: Sequence[int]) -> bool:
    """Whether letters follow a number, as in *6. Neatgūtie līdzekļi*.

    `1 213,47` above a label is an amount, and `3` alone on the line above it is no number of the label.
    """
    if _LIST_NUMBER.fullmatch(words[start]) is None or not any(folded[start + 1 : start + 2]):
        return False
    following = bisect_left(line_starts, start + 1)
    return not (words[start].isdecimal() and line_starts[following : following + 1] == [start + 1])


def _best_match(labels: Sequence[_Label], folded: Sequence[str], start: int, ahead: str) -> LabelMatch | None:
    """The best of these labels that begins at words[start], whose letters go on as `ahead`.

    A wrong letter outweighs four, so that beside an exact label only a longer one is looked at.
    """
    ends = _word_ends(folded, start, len(ahead))
    exact = [label for label in labels if len(label.letters) in ends and ahead.startswith(label.letters)]
    longest = max(exact, key=lambda label: len(label.letters), default=None)
    length = len(longest.letters) if longest else 0
    best = LabelMatch(longest.code, start, ends[length], length, 0) if longest else None
    for label in labels:
        if len(label.letters) > length and any(piece in ahead for piece in label.pieces):
            match = _misspelt_match(label, start, ends, ahead)
            best = match if match and (best is None or _rank(match) > _rank(best)) else best
    return best


def _rank(match: LabelMatch) -> tuple[int, int]:
    return match.letters - 4 * match.edits, -match.edits


def _word_ends(folded: Sequence[str], start: int, most: int) -> dict[int, int]:
    """The place behind each word from words[start] on, by how many letters stand before it, at most `most`."""
    ends: dict[int, int] = {}
    length = 0
    for stop in range(start, len(folded)):
        length += len(folded[stop])
        if length > most:
            break
        if folded[stop]:
            ends[length] = stop + 1
    return ends


def _misspelt_match(label: _Label, start: int, ends: Mapping[int, int], ahead: str) -> LabelMatch | None:
    """The label from words[start] on, at the word end that fits it best; None where it does not stand there."""
    length = len(label.letters)
    best: LabelMatch | None = None
    for near in range(length - label.allowed, length + label.allowed + 1) if label.allowed else ():
        edits = edit_distance(ahead[:near], label.letters, label.allowed) if near in ends else None
        if edits is not None and (best is None or edits < best.edits):
            best = LabelMatch(label.code, start, ends[near], length, edits)
    return best


def edit_distance(text: str, label: str, allowed: int) -> int | None:
    """How many letters must be put in, left out or changed to make `text` the label; None if more than `allowed`."""
    if text == label:
        return 0
    if not allowed or sum(map(eq, text[:_OPENING], label)) < _LIKE_LETTERS:
        return None
    found = _misspelt(label, allowed).fullmatch(text)
    return sum(found.fuzzy_counts) if found else None


def complete_patterns(form: Form) -> None:
    """Compiles what finds misspelt labels, for processes that are forked from this one."""
    for label in _labels(form):
        if label.allowed:
            _misspelt(label.letters, label.allowed)


@cache
def _misspelt(label: str, allowed: int) -> regex.Pattern[str]:
    """Matches the label with so many wrong letters at most, and as few as can be."""
    return compiled(f"(?b)(?:{label}){{e<={allowed}}}")


def labels_in_order(form: Form, matches: Sequence[LabelMatch]) -> list[LabelMatch]:
    """The labels that follow the form's order and together hold the most letters; each field once."""
    order = {field.code: place for place, field in enumerate(form.fields)}
    best: list[tuple[int, list[LabelMatch]]] = []
    for match in matches:
        before = [
            (score, chain)
            for score, chain in best
            if order[chain[-1].code] < order[match.code] and chain[-1].stop <= match.start
        ]
        score, chain = max(before, key=lambda each: each[0], default=(0, []))
        best.append((score + match.letters - match.edits, [*chain, match]))
    return max(best, key=lambda each: each[0], default=(0, []))[1]


def labels_each_once(matches: Sequence[LabelMatch]) -> list[LabelMatch]:
    """The labels in any order, the longest of each field, none inside another; by position."""
    chosen: list[LabelMatch] = []
    for match in sorted(matches, key=lambda each: (each.edits - each.letters, each.start)):
        free = all(match.start >= other.stop or match.stop <= other.start for other in chosen)
        if free and match.code not in {other.code for other in chosen}:
            chosen.append(match)
    return sorted(chosen, key=lambda each: each.start)
