"""The words of a counted phrase: from the numeral on, or back from a number that follows its noun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pipeline.grammar.vocabulary import is_verb, reading, vocabulary

# A phrase of more words was never seen; the cap keeps hostile input cheap.
_LONGEST = 14
_TOKEN = regex.compile(r"[\p{L}\d][\p{L}\d’'&+./-]*[\p{L}\d]|[\p{L}\d]+|/")
_GAP = regex.compile(r"\s*")
_PAST = regex.compile(r"\p{L}+t(?:s|a|i|as)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a phrase and its place in the text."""

    text: str
    start: int
    stop: int

    @property
    def first(self) -> str:
        """The word before a slash: `vietās` of `vietās/novados`."""
        return self.text.split("/")[0]


def tokens_after(text: str, start: int) -> tuple[list[Token], bool]:
    """Words from `start` to the first sign or word that ends a phrase, and whether they only say where.

    They do where a participle follows a locative: *5 pamatskolās iekārtoti …*.
    """
    tokens: list[Token] = []
    at = start
    words = vocabulary()
    while len(tokens) < _LONGEST:
        gap = _GAP.match(text, at)
        at = gap.end() if gap else at
        match = _TOKEN.match(text, at)
        if match is None or match[0][0].isdigit():
            if tokens and match is None and text[at : at + 1] == "," and _goes_on(tokens):
                at += 1
                continue
            break
        word = match[0].casefold()
        if word in words.joining and not (tokens and _goes_on(tokens)):
            break
        if word in words.stops or is_verb(word):
            break
        if tokens and _says_where(tokens[-1]) and _PAST.fullmatch(word) and reading(match[0]).participle:
            return tokens, True
        tokens.append(Token(match[0], match.start(), match.end()))
        at = match.end()
    while tokens and tokens[-1].text.casefold() in words.joining | {"/"}:
        tokens.pop()
    return tokens, False


def _says_where(token: Token) -> bool:
    """Whether the word is a noun in the locative and nothing else."""
    forms = reading(token.first).nouns
    return bool(forms) and all(form.case == "L" for form in forms)


def _goes_on(tokens: Sequence[Token]) -> bool:
    """Whether a joining word or comma joins modifiers: only adjectives stand before it."""
    last = reading(tokens[-1].first)
    return bool(last.adjectives) and not last.known


def tokens_before(text: str, stop: int) -> list[Token]:
    """The words right before `stop`, back to a sign or a word that ends a phrase."""
    cut = max((match.end() for match in regex.finditer(r"[.,;:()“”„\"«»\x00–—]|\d|\s-\s", text[:stop])), default=0)
    tokens = [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text, cut, stop)]
    words = vocabulary()
    last = max((i for i, t in enumerate(tokens) if t.text.casefold() in words.stops or is_verb(t.text)), default=-1)
    return [token for token in tokens[last + 1 :] if token.text != "/"][-_LONGEST:]
