"""What a general lemmatiser says of a noun that the vocabulary lacks; the only door to simplemma."""

from __future__ import annotations

from functools import cache

import simplemma

from pipeline.grammar.declension import Form, forms_of_lemma

# A nominative with one of these endings has no singular.
_PLURALS = ("as", "es", "i")
# Agents end in -ājs and -ējs; the word list has a few of them with a wrong last letter.
_NO_NOUNS = ("ējš", "ājš")


@cache
def forms_by_second_opinion(word: str) -> tuple[Form, ...]:
    """The readings of a word in lower case as a form of the lemma that simplemma names.

    Empty where it does not know the word, or where the word is no noun form of
    that lemma by the rules of declension: then its opinion is not worth more
    than theirs.
    """
    if not word:
        return ()
    lemma = simplemma.lemmatize(word, lang="lv")
    if lemma == word and not (word.endswith(_PLURALS) and simplemma.is_known(word, lang="lv")):
        return ()
    if lemma.endswith(_NO_NOUNS):
        return ()
    return tuple(dict.fromkeys(form for written, form in forms_of_lemma(lemma) if written == word))


@cache
def is_word(word: str) -> bool:
    """Whether the general word list holds this word in lower case."""
    return bool(word) and simplemma.is_known(word, lang="lv")
