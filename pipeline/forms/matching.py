"""Labels of a form in a run of words: letters only, folded, with few misspellings allowed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from operator import eq

import regex

from pipeline.forms.template import Form

# Letters that may differ, by the length of the label in letters: a short label must be exact.
_EDITS = ((14, 0), (24, 1), (60, 2))
_MOST_EDITS = 4
# Of so many letters at its beginning, so many stand in their places where a label is meant at all.
_OPENING, _LIKE_LETTERS = 8, 3
_LIST_NUMBER = regex.compile(r"\d{1,2}[.)]*")


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """A label of field `code` that stands in words[start:stop] with so many wrong letters."""

    code: str
    start: int
    stop: int
    letters: int
    edits: int


@dataclass(frozen=True, slots=True)
class _Label:
    """The letters of a label of field `code`, and how many of them may be wrong.

    Of its `pieces`, one more than letters may be wrong, one always stands in the text as it is.
    """

    code: str
    letters: str
    allowed: int
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
    starts = [start for start in line_starts if folded[start] or _is_list_number(words, folded, start)]
    found = [_best_match(form, folded, start) for start in starts]
    return [match for match in found if match is not None]


@cache
def _labels(form: Form) -> tuple[_Label, ...]:
    """The labels of a form."""
    found = ((field.code, folded_letters(label)) for field in form.fields for label in field.labels)
    return tuple(_label(code, letters) for code, letters in found)


def _label(code: str, letters: str) -> _Label:
    allowed = edits_allowed(len(letters))
    ends = [len(letters) * place // (allowed + 1) for place in range(allowed + 2)]
    return _Label(code, letters, allowed, tuple(letters[start:stop] for start, stop in pairwise(ends)))


@lru_cache(maxsize=10_000)
def _likely_labels(form: Form, opening: str, first_word: str) -> tuple[_Label, ...]:
    """The labels that may begin with these letters: one that must be exact with the whole first word."""
    return tuple(
        label
        for label in _labels(form)
        if (label.allowed or label.letters.startswith(first_word))
        and (not label.allowed or sum(map(eq, opening, label.letters)) >= _LIKE_LETTERS)
    )


def _is_list_number(words: Sequence[str], folded: Sequence[str], start: int) -> bool:
    """Whether letters follow a number, as in *6. Neatgūtie līdzekļi*; `1 213,47` above a label is an amount."""
    return _LIST_NUMBER.fullmatch(words[start]) is not None and any(folded[start + 1 : start + 2])


def _best_match(form: Form, folded: Sequence[str], start: int) -> LabelMatch | None:
    likely = _likely_labels(form, _opening(folded, start), folded[start])
    if not likely:
        return None
    ends = list(_word_ends(folded, start, max(len(label.letters) + label.allowed for label in likely)))
    letters = ends[-1][1] if ends else ""
    meant = [label for label in likely if any(piece in letters for piece in label.pieces)]
    matches = [match for label in meant if (match := _match(ends, start, label)) is not None]
    return max(matches, key=lambda match: (match.letters - 4 * match.edits, -match.edits), default=None)


def _opening(folded: Sequence[str], start: int) -> str:
    """The first letters from words[start] on, as many as are compared before any other."""
    letters = ""
    for word in folded[start:]:
        letters += word
        if len(letters) >= _OPENING:
            break
    return letters[:_OPENING]


def _word_ends(folded: Sequence[str], start: int, most: int) -> Iterator[tuple[int, str]]:
    """Each end of a word with letters behind words[start], with the letters up to there, at most so many."""
    joined = ""
    for stop in range(start, len(folded)):
        joined += folded[stop]
        if len(joined) > most:
            break
        if folded[stop]:
            yield stop + 1, joined


def _match(ends: Sequence[tuple[int, str]], start: int, label: _Label) -> LabelMatch | None:
    """The label from words[start] on, at the word end that fits it best; None where it does not stand there."""
    length = len(label.letters)
    exact = next((stop for stop, letters in ends if letters == label.letters), None)
    if exact is not None:
        return LabelMatch(label.code, start, exact, length, 0)
    best: LabelMatch | None = None
    for stop, letters in ends if label.allowed else ():
        if abs(len(letters) - length) <= label.allowed:
            edits = edit_distance(letters, label.letters, label.allowed)
            if edits is not None and (best is None or edits < best.edits):
                best = LabelMatch(label.code, start, stop, length, edits)
    return best


def edit_distance(text: str, label: str, allowed: int) -> int | None:
    """How many letters must be put in, left out or changed to make `text` the label; None if more than `allowed`."""
    if text == label:
        return 0
    if not allowed or sum(map(eq, text[:_OPENING], label)) < _LIKE_LETTERS:
        return None
    found = _misspelt(label, allowed).fullmatch(text)
    return sum(found.fuzzy_counts) if found else None


@cache
def _misspelt(label: str, allowed: int) -> regex.Pattern[str]:
    """Matches the label with so many wrong letters at most, and as few as can be."""
    return regex.compile(f"(?b)(?:{label}){{e<={allowed}}}")


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
