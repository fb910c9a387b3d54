"""Where items of a list end and headings stand, by the places of lines."""

from __future__ import annotations

import pytest

from pipeline.document import Word
from pipeline.extract.blocks import blocks_of
from pipeline.passage import Passage, TextLine, passage_of


def _passage(*lines: tuple[float, str]) -> Passage:
    """Lines with their indents, of which each may begin a paragraph."""
    texts = [
        TextLine(tuple(Word(token, 100 * place + n, 1) for n, token in enumerate(text.split())), True, indent)
        for place, (indent, text) in enumerate(lines)
    ]
    return passage_of(texts)


@pytest.mark.parametrize(("indent", "headings"), [(18.0, []), (0.0, ["svarīgiem jautājumiem veltīti darbi:"])])
def test_a_line_in_lower_case_that_hangs_from_a_mark_goes_on_and_heads_nothing(
    indent: float, headings: list[str]
) -> None:
    passage = _passage(
        (0.0, "1) Talka."),
        (0.0, "2) Mācību semināri par"),
        (indent, "svarīgiem jautājumiem veltīti darbi:"),
        (0.0, "- noorganizēts 1 seminārs"),
    )
    blocks = blocks_of(passage, 0, len(passage.text))
    assert [each.text for each in blocks if each.is_heading] == headings
