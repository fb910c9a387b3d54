"""A list of words with their lemmas, searched as lines: to make a `dict` of it takes longer than to read a document."""

from __future__ import annotations

import zlib
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from pathlib import Path

LATVIAN = Path(__file__).with_name("words_lv.zlib")
"""Made by `python -m docs.word_list`."""

_BETWEEN, _END = b"\t", b"\n"


class WordList(Mapping[str, str]):
    """Word → lemma, by binary search in lines `word TAB lemma`, which are sorted."""

    def __init__(self, text: bytes) -> None:
        self._lines = text.split(_END) if text else []

    def __getitem__(self, word: str) -> str:
        wanted = word.encode() + _BETWEEN
        place = bisect_left(self._lines, wanted)
        if place == len(self._lines) or not self._lines[place].startswith(wanted):
            raise KeyError(word)
        return self._lines[place][len(wanted) :].decode()

    def __iter__(self) -> Iterator[str]:
        return (line.partition(_BETWEEN)[0].decode() for line in self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def packed(lemmas: Mapping[str, str]) -> bytes:
    """The file of a word list.

    >>> words = WordList(zlib.decompress(packed({"koku": "koks", "bērzi": "bērzs", "kok": "kok"})))
    >>> words["bērzi"], words["kok"], words.get("koki"), list(words)
    ('bērzs', 'kok', None, ['bērzi', 'kok', 'koku'])
    """
    lines = sorted(_BETWEEN.join((word.encode(), lemma.encode())) for word, lemma in lemmas.items())
    return zlib.compress(_END.join(lines), 9)


def latvian_words() -> WordList:
    """The list that comes with the program."""
    return WordList(zlib.decompress(LATVIAN.read_bytes()))
