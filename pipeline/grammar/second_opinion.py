"""What a general lemmatiser says of a noun that the vocabulary lacks; the only door to simplemma."""

from __future__ import annotations

from functools import cache

import simplemma

from pipeline.grammar.declension import Form, forms_of_lemma

# Its word list takes a tenth of a second to load: once for all documents, before a process is forked for each.
simplemma.lemmatize("gads", lang="lv")


@cache
def forms_by_second_opinion(word: str) -> tuple[Form, ...]:
    """The readings of a word in lower case as a form of the lemma that simplemma names.

    Empty where it does not know the word, or where the word is no noun form of
    that lemma by the rules of declension: then its opinion is not worth more
    than theirs.
    """
    lemma = simplemma.lemmatize(word, lang="lv") if word else word
    if lemma == word:
        return ()
    return tuple(dict.fromkeys(form for written, form in forms_of_lemma(lemma) if written == word))
