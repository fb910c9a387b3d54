"""What a general lemmatiser says of a noun that the vocabulary lacks; the only door to simplemma."""

from __future__ import annotations

from functools import cache

from simplemma.strategies import DefaultStrategy, DictionaryFactory, DictionaryLookupStrategy

from pipeline.grammar.declension import Form, forms_of_lemma
from pipeline.grammar.word_list import WordList, latvian_words

# A nominative with one of these endings has no singular.
_PLURALS = ("as", "es", "i")
# Agents end in -ājs and -ējs; the word list has a few of them with a wrong last letter.
_NO_NOUNS = ("ējš", "ājš")


class _OwnWords(DictionaryFactory):
    """Gives simplemma its Latvian words from a file that need not be unpacked."""

    def get_dictionary(self, lang: str) -> WordList:  # noqa: ARG002 -- there is one
        return _words()


_STRATEGY = DefaultStrategy(dictionary_factory=_OwnWords())
_LIST = DictionaryLookupStrategy(_OwnWords())


@cache
def _words() -> WordList:
    return latvian_words()


@cache
def forms_by_second_opinion(word: str) -> tuple[Form, ...]:
    """The readings of a word in lower case as a form of the lemma that simplemma names.

    Empty where it does not know the word, or where the word is no noun form of
    that lemma by the rules of declension: then its opinion is not worth more
    than theirs.
    """
    if not word:
        return ()
    lemma = _STRATEGY.get_lemma(word, "lv")
    if lemma is None or (lemma == word and not (word.endswith(_PLURALS) and is_word(word))):
        return ()
    if lemma.endswith(_NO_NOUNS):
        return ()
    return tuple(dict.fromkeys(form for written, form in forms_of_lemma(lemma) if written == word))


@cache
def is_word(word: str) -> bool:
    """Whether the general word list holds this word in lower case."""
    return bool(word) and _LIST.get_lemma(word, "lv") is not None
