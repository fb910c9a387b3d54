"""A list of words with their lemmas, searched as lines: to make a `dict` of it takes longer than to read a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

LATVIAN = Path(__file__).with_name("words_lv.tsv")
"""Made by `python -m docs.word_list`."""

_BETWEEN, _END = b"\t", b"\n"


class WordList(Mapping[str, str]):
    """Word → lemma, by binary search in lines `word TAB lemma`, which are sorted by their bytes and each end."""

    def __init__(self, text: bytes) -> None:
        self._text = text

    def __getitem__(self, word: str) -> str:
        wanted = word.encode() + _BETWEEN
        low, high = 0, len(self._text)
        while low < high:
            start = self._text.rfind(_END, low, (low + high) // 2) + 1 or low
            end = self._text.index(_END, start)
            if self._text.startswith(wanted, start):
                return self._text[start + len(wanted) : end].decode()
            low, high = (end + 1, high) if self._text[start:end] < wanted else (low, start)
        raise KeyError(word)

    def __iter__(self) -> Iterator[str]:
        return (line.partition(_BETWEEN)[0].decode() for line in self._text.splitlines())

    def __len__(self) -> int:
        return self._text.count(_END)


def lines_of(lemmas: Mapping[str, str]) -> bytes:
    """The text of a word list.

    >>> words = WordList(lines_of({"koku": "koks", "bērzi": "bērzs", "kok": "kok"}))
    >>> words["bērzi"], words["kok"], words.get("koki"), list(words)
    ('bērzs', 'kok', None, ['bērzi', 'kok', 'koku'])
    """
    return b"".join(sorted(_BETWEEN.join((word.encode(), lemma.encode())) + _END for word, lemma in lemmas.items()))


def latvian_words() -> WordList:
    """The list that comes with the program."""
    return WordList(LATVIAN.read_bytes())
