"""pipeline/grammar/words_lv.tsv, made from the word list of simplemma; `--check` says whether it is fresh.

simplemma keeps its words in a stream that must be unpacked whole before the first
is found; this file holds the same words in lines that can be searched at once.
"""

from __future__ import annotations

import sys

from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY

from pipeline.grammar.word_list import LATVIAN, latvian_words, lines_of


def main() -> int:
    """Writes the file, or with `--check` exits 1 where it is stale."""
    words = dict(DEFAULT_DICTIONARY_FACTORY.get_dictionary("lv"))
    if "--check" in sys.argv[1:]:
        return int(dict(latvian_words()) != words)
    LATVIAN.write_bytes(lines_of(words))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
