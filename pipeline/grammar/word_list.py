"""A list of words with their lemmas, searched as it lies in a file: to make a `dict` of it takes longer than a document."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

LATVIAN = Path(__file__).with_name("words_lv.zlib")
"""Made by `python -m docs.word_list`."""

_BETWEEN, _END = b"\t", b"\n"


class WordList(Mapping[str, str]):
    """Word → lemma, by binary search in lines `word TAB lemma`, which are sorted by the word's bytes."""

    def __init__(self, lines: bytes) -> None:
        self._lines = _END + lines + _END

    def __getitem__(self, word: str) -> str:
        wanted = word.encode()
        low, high = 0, len(self._lines) - 1  # The line ends in front of the first line and behind the last.
        while low < high:
            start = self._lines.rfind(_END, low, (low + high + 1) // 2) + 1
            stop = self._lines.index(_END, start)
            found, _, lemma = self._lines[start:stop].partition(_BETWEEN)
            if found == wanted:
                return lemma.decode()
            low, high = (stop, high) if found < wanted else (low, start - 1)
        raise KeyError(word)

    def __iter__(self) -> Iterator[str]:
        return (line.partition(_BETWEEN)[0].decode() for line in self._lines.split(_END) if line)

    def __len__(self) -> int:
        return self._lines.count(_END) - 1


def packed(lemmas: Mapping[str, str]) -> bytes:
    """The file of a word list.

    >>> words = WordList(zlib.decompress(packed({"koku": "koks", "bērzi": "bērzs", "kok": "kok"})))
    >>> words["bērzi"], words["kok"], words.get("koki"), list(words)
    ('bērzs', 'kok', None, ['bērzi', 'kok', 'koku'])
    """
    lines = sorted((word.encode(), lemma.encode()) for word, lemma in lemmas.items())
    return zlib.compress(_END.join(_BETWEEN.join(line) for line in lines), 9)


def latvian_words() -> WordList:
    """The list that comes with the program."""
    return WordList(zlib.decompress(LATVIAN.read_bytes()))
