"""The words of a counted phrase: from the numeral on, or back from a number that follows its noun."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from pipeline.grammar.number_words import number_of_words
from pipeline.grammar.reading import Reading
from pipeline.grammar.rule import Match
from pipeline.grammar.vocabulary import is_verb, reading, vocabulary
from pipeline.patterns import compiled

# A phrase of more words was never seen; the cap keeps hostile input cheap.
_LONGEST = 14
# So many words take no more letters than this.
_FARTHEST = 600
_WORD = r"[\p{L}\d](?:[\p{L}\d’'&+./-]*[\p{L}\d])?[²³]?|/"
_TOKEN = compiled(_WORD)
_PLACE_NAME = compiled(r"\p{Lu}\p{Ll}+(?:as|es|a|u|is)")
_SIGN = compiled(r"[.,;:()“”„\"«»\x00\x01–—]|\d|\s-\s")
# Between words; a name or a title there belongs to the phrase.
_GAP = r"\s*(?:\x01+\s+)?"
_NEXT_OF_ANY_KIND = compiled(rf"{_GAP}({_WORD})")
# A word, or one that begins with a digit: *3D printeri*.
_NEXT = compiled(rf"{_GAP}(?=\p{{L}}|\d\p{{Lu}}|/)({_WORD})")
_COMMA = compiled(r"\s*,")
_PAST = compiled(r"\p{L}+t(?:s|a|i|as)")
# The forms of a participle that can stand in front of a counted noun; a clause in front of it is not longer.
_GOVERNING = compiled(r"\p{L}+(?:t|uš|am|ām|oš)(?:s|a|i|as|u|iem|ām|us|ie|ās|ajiem|ajām|o|ies)")
_REFLEXIVE = compiled(r"\p{L}+uš(?:ies|ās)")
_LONGEST_CLAUSE = 6


class Token(Struct, frozen=True):
    """A word of a phrase and its place in the text.

    `folded` is the word in lower case, `first` what stands before a slash: `vietās` of `vietās/novados`.
    """

    text: str
    start: int
    stop: int
    folded: str
    first: str

    @property
    def reading(self) -> Reading:
        """What the word may be."""
        return reading(self.first)


def _token(match: Match, group: int = 0) -> Token:
    text = match[group]
    return Token(text, *match.span(group), text.casefold(), text.split("/")[0] if "/" in text else text)


def tokens_after(text: str, start: int) -> tuple[list[Token], bool]:
    """Words from `start` to the first sign or word that ends a phrase, and whether they only say where.

    They do where a participle follows a locative: *5 pamatskolās iekārtoti …*.
    """
    tokens: list[Token] = []
    at = start
    clause_ends = 0
    prepositions = vocabulary().prepositions
    while len(tokens) < _LONGEST:
        token = _next_token(text, at)
        if token is None:
            comma = _COMMA.match(text, at)
            if comma and tokens and _is_adjective(tokens[-1]) and _adjective_at(text, comma.end()):
                at = comma.end()
                continue
            break
        if token.start >= clause_ends:
            if token.folded in prepositions:
                clause_ends = _clause_end(text, token.stop)
            if token.start >= clause_ends and _ends_phrase(text, tokens, token, token.folded):
                break
            if token.start >= clause_ends and _parts_place_from_act(tokens, token.text):
                return tokens, True
        tokens.append(token)
        at = token.stop
    while len(tokens) > 1 and _is_place_name(tokens[-1]):
        tokens.pop()
    while tokens and _is_loose(tokens[-1].folded):
        tokens.pop()
    return tokens, False


def _next_token(text: str, at: int) -> Token | None:
    """The word right behind `at`, None where a sign or a number stands there."""
    match = _NEXT.match(text, at)
    return _token(match, 1) if match else None


def _is_loose(word: str) -> bool:
    """Whether a word can end no phrase: it joins what follows, or says how something was done."""
    return word == "/" or word in vocabulary().joining or word in vocabulary().adverbs


def _parts_place_from_act(tokens: Sequence[Token], word: str) -> bool:
    """Whether the words so far only say where, and a participle then says what was done there."""
    if not tokens or not (_PAST.fullmatch(word.casefold()) and reading(word).participle):
        return False
    return _says_where(tokens[-1]) and all(map(_may_say_where, tokens))


def _is_place_name(token: Token) -> bool:
    """Whether a name in the genitive ends the words, such as the first of several places: *5 meistari Cēsu, …*."""
    return _PLACE_NAME.fullmatch(token.text) is not None and not reading(token.first).known


def _ends_phrase(text: str, tokens: Sequence[Token], token: Token, word: str) -> bool:
    """Whether a word can be no part of the phrase: a stop word, a verb, or *un* that joins something else."""
    if word in vocabulary().joining:
        return not tokens or not (_is_adjective(tokens[-1]) or _joins_genitives(text, tokens[-1], token.stop))
    if word == "vietā" and tokens and tokens[-1].reading.is_genitive_plural:  # *10 semināru vietā*: instead of them
        return True
    stops = word in vocabulary().stops and not _describes_next(text, token)
    return stops or is_verb(word) or _is_other_count(text, token)


def _describes_next(text: str, token: Token) -> bool:
    """Whether a word that mostly says how something was done is an adjective of the next: *divi attālināti semināri*."""
    behind = _words_behind(text, token.stop, 1) if token.reading.participle else []
    return bool(behind) and not token.reading.adjective_agreements.isdisjoint(reading(behind[0]).noun_agreements)


def _is_other_count(text: str, token: Token) -> bool:
    """Whether a number word begins another count; *divu dienu* only describes what stands behind it."""
    if number_of_words(token.text) is None:
        return False
    behind = _words_behind(text, token.stop, 1)
    forms = reading(behind[0]).nouns if behind else ()
    return not any(form.lemma in vocabulary().measures and form.case == "G" for form in forms)


def _adjective_at(text: str, at: int) -> bool:
    """Whether the next word is an adjective too."""
    match = _NEXT_OF_ANY_KIND.match(text, at)
    return match is not None and _is_adjective(_token(match, 1))


def _joins_genitives(text: str, before: Token, at: int) -> bool:
    """Whether *un* stands between two genitives in front of a third word: *kultūras un izglītības pasākumi*."""
    first, second = _words_behind(text, at, 2) or ("", "")
    return bool(second) and all(_may_be_genitive(word) for word in (before.first, first))


def _words_behind(text: str, at: int, count: int) -> list[str]:
    """The next words with nothing but space between them, none of which ends a phrase; empty if there are fewer."""
    words: list[str] = []
    while len(words) < count:
        token = _next_token(text, at)
        if token is None or token.folded in vocabulary().stops or is_verb(token.folded):
            return []
        words.append(token.text)
        at = token.stop
    return words


def _may_be_genitive(word: str) -> bool:
    said = reading(word)
    return said.undeclined or "G" in said.all_cases


def _clause_end(text: str, at: int) -> int:
    """Where a clause ends that a preposition and its noun open in front of a noun: behind its participle or adjective.

    *2 ar veselības veicināšanu saistīti ģimeņu rīti*; 0 where none does.
    """
    for place in range(_LONGEST_CLAUSE):
        token = _next_token(text, at)
        word = token.folded if token else ""
        if token is None or is_verb(word) or number_of_words(word) is not None or word in vocabulary().prepositions:
            return 0
        at = token.stop
        if (
            place > 0
            and (reading(token.text).participle or _REFLEXIVE.fullmatch(word))
            and _GOVERNING.fullmatch(word)
            and _words_behind(text, at, 1)
        ):
            return at
    return 0


def _says_where(token: Token) -> bool:
    """Whether the word is a noun in the locative and nothing else."""
    said = reading(token.first)
    return bool(said.nouns) and all(form.case == "L" for form in said.nouns if said.known or form.number == "pl")


def _may_say_where(token: Token) -> bool:
    """Whether a word can stand in a phrase in the locative: itself, or as a genitive or adjective in it."""
    said = reading(token.first)
    return said.undeclined or not said.all_cases.isdisjoint("GL")


def _is_adjective(token: Token) -> bool:
    """Whether a joining word or comma behind it joins modifiers."""
    said = reading(token.first)
    return bool(said.adjectives) and not said.known


def tokens_before(text: str, stop: int) -> list[Token]:
    """The words right before `stop`, back to a sign or a word that ends a phrase."""
    near = max(0, stop - _FARTHEST)
    cut = max((match.end() for match in _SIGN.finditer(text, near, stop)), default=near)
    tokens = [_token(match) for match in _TOKEN.finditer(text, cut, stop)]
    words = vocabulary()
    last = max((i for i, t in enumerate(tokens) if t.folded in words.stops or is_verb(t.text)), default=-1)
    return [token for token in tokens[last + 1 :] if token.text != "/"][-_LONGEST:]
