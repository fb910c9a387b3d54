"""The forms of listed words, each word's made when one that begins like it is first looked up.

To decline every word of the vocabulary takes longer than to read a document, which
has to do with few of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter

from pipeline.grammar.declension import Form

Declined = Callable[[str], Iterable[tuple[str, Form]]]

_PLAIN = str.maketrans("āčēģīķļņōŗšūž", "acegiklnorsuz")

LONGEST_END = 4
"""So many last letters of a nominative may differ in another form: an ending of two, and *st*, which becomes *š*."""


def without_diacritics(text: str) -> str:
    """The text in lower case as it is typed where the keyboard has no Latvian letters.

    >>> without_diacritics("Dalībnieki")
    'dalibnieki'
    """
    return text.casefold().translate(_PLAIN)


class FormTable(Mapping[str, tuple[Form, ...]]):
    """Written form in lower case → its readings, in the order in which `words` name them, each once.

    `words` are nominatives with the function that declines them. `as_keyed` makes of a
    form, or of its beginning, what it is looked up by.
    """

    def __init__(self, words: Iterable[tuple[str, Declined]], as_keyed: Callable[[str], str] = str.casefold) -> None:
        self._as_keyed = as_keyed
        self._waiting: defaultdict[str, list[tuple[int, str, Declined]]] = defaultdict(list)
        for number, (word, declined) in enumerate(words):
            self._waiting[as_keyed(word[:-LONGEST_END])].append((number, word, declined))
        self._made: defaultdict[str, list[tuple[int, Form]]] = defaultdict(list)
        self._whole: dict[str, tuple[Form, ...]] | None = None

    def __getitem__(self, written: str) -> tuple[Form, ...]:
        if self._whole is not None:
            return self._whole[written]
        for length in range(len(written) + 1):
            self._make(written[:length])
        if written not in self._made:
            raise KeyError(written)
        return _forms(self._made[written])

    def __iter__(self) -> Iterator[str]:
        return iter(self.complete())

    def __len__(self) -> int:
        return len(self.complete())

    def complete(self) -> Mapping[str, tuple[Form, ...]]:
        """All forms; those are made that are not made yet."""
        if self._whole is None:
            for beginning in list(self._waiting):
                self._make(beginning)
            self._whole = {written: _forms(made) for written, made in self._made.items()}
            self._made.clear()
        return self._whole

    def _make(self, beginning: str) -> None:
        for number, word, declined in self._waiting.pop(beginning, ()):
            for written, form in declined(word):
                self._made[self._as_keyed(written)].append((number, form))


def _forms(made: list[tuple[int, Form]]) -> tuple[Form, ...]:
    return tuple(dict.fromkeys(form for _, form in sorted(made, key=itemgetter(0))))
