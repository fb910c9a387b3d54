"""Labels that stand once more in the contents of a filled form: a second form in the same file."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document import Word
from pipeline.forms.matching import folded_letters, label_matches, labels_each_once
from pipeline.forms.template import Form
from pipeline.layout.rows import FilledForm, FormRow

# A shorter one may be said in a sentence.
_FEWEST_LETTERS = 12


def labels_again(form: Form, filled: FilledForm) -> frozenset[str]:
    """The codes of the fields whose labels begin a line of a row's contents, or stand behind its own label."""
    return frozenset(code for row in filled.rows for code in _again(form, row))


def _again(form: Form, row: FormRow) -> set[str]:
    said = "".join(folded_letters(word.text) for word in row.label)
    whole = said in (folded_letters(label) for field in form.fields for label in field.labels)
    own = None if whole else next(iter(label_matches(form, [word.text for word in row.label], [0])), None)
    behind = () if whole else row.label[own.stop if own else 0 :]
    lines = [line.words for line in row.lines]
    return _codes(form, [(word,) for word in behind]) | _codes(form, lines)


def _codes(form: Form, lines: Sequence[Sequence[Word]]) -> set[str]:
    words: list[str] = []
    starts: list[int] = []
    for line in lines:
        starts.append(len(words))
        words += [word.text for word in line]
    found = labels_each_once(label_matches(form, words, starts)) if words else []
    return {match.code for match in found if match.letters >= _FEWEST_LETTERS}
