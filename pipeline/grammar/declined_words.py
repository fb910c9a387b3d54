"""The words of the vocabulary's lists, each with the function that declines it."""

from __future__ import annotations

from functools import partial

from pipeline.grammar.declension import Form, definite_forms, noun_forms, plural_forms
from pipeline.grammar.form_table import Declined

_DECLENSIONS = (
    "first",
    "second",
    "second_s",
    "second_ens",
    "second_hard",
    "third",
    "fourth",
    "fifth",
    "fifth_hard",
    "sixth",
    "sixth_hard",
)


def words_of(text: str) -> list[str]:
    """The words of a list of the vocabulary's file."""
    return text.split()


def declined_nouns(nouns: dict[str, str]) -> list[tuple[str, Declined]]:
    """All nouns, by the lists of the file."""
    found: list[tuple[str, Declined]] = []
    for name in _DECLENSIONS:
        found += declined(words_of(nouns[name]), partial(noun_forms, declension=name))
    agents = [word for word in words_of(nouns["first"]) if word.endswith(("tājs", "ējs"))]
    found += declined([word[:-1] + "a" for word in agents], partial(noun_forms, declension="fourth"))
    found += declined(words_of(nouns["plural"]), plural_forms)
    found += declined(words_of(nouns["definite"]), definite_forms)
    found += declined(words_of(nouns["measures"] + nouns["containers"]), forms_of_any)
    found += declined(["tikšanās", "sanākšana", "vienošanās"], forms_of_any)
    return found


def declined(words: list[str], forms: Declined) -> list[tuple[str, Declined]]:
    """Each word with the function that declines it."""
    return [(word, forms) for word in words]


def forms_of_any(word: str) -> list[tuple[str, Form]]:
    """The forms of a noun whose declension its nominative tells."""
    if word.endswith("šanās"):
        return list(noun_forms(word, "reflexive"))
    for ending, declension in (("is", "second"), ("us", "third"), ("a", "fourth"), ("e", "fifth")):
        if word.endswith(ending):
            return list(noun_forms(word, declension))
    if word.endswith(("as", "es", "i")):
        return list(plural_forms(word))
    if word.endswith("u"):
        return [(word, Form(word, "G", "pl", "m"))]
    return list(noun_forms(word, "sixth" if word == "diennakts" else "first"))
