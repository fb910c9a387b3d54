"""What the program says to people, in Latvian and in English: one catalogue, kept as data beside this file.

Each TOML file is an area, each entry a text in both languages. The messages of
the expectations stand in `expectations/`, the words of documents in
`grammar/vocabulary.toml`.
"""

from pipeline.catalogue.counts import counted, counted_text
from pipeline.catalogue.entries import Language, Sentence, sentence, text

__all__ = ["Language", "Sentence", "counted", "counted_text", "sentence", "text"]
