"""Made records → document → the same records, for every producer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.makers.choices import DrawnChoices
from tests.makers.comparison import differences, read_submission
from tests.makers.known import KNOWN
from tests.makers.made_summary import MadeSummary, Style
from tests.makers.making import Scope, made_style, made_summary
from tests.makers.plain_text import plain_text
from tests.makers.reportlab_pdf import reportlab_pdf
from tests.makers.truth import truth_of

Writer = Callable[[MadeSummary, Style], bytes]
QUICK: tuple[Writer, ...] = (plain_text, reportlab_pdf)
SCOPE = Scope(left_out=KNOWN)


@st.composite
def made_documents(draw: st.DrawFn) -> tuple[MadeSummary, Style]:
    choices = DrawnChoices(draw)
    style = made_style(choices)
    return made_summary(choices, style, SCOPE), style


def _differences(writer: Writer, made: MadeSummary, style: Style) -> list[str]:
    return differences(read_submission(writer(made, style)), truth_of(made, style))


@pytest.mark.parametrize("writer", QUICK, ids=lambda writer: writer.__name__)
def test_a_made_document_is_read_as_made(writer: Writer) -> None:
    @settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(made_documents())
    def round_trip(document: tuple[MadeSummary, Style]) -> None:
        assert _differences(writer, *document) == []

    round_trip()
