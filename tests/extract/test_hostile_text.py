"""No content makes the reader crash or crawl."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import SourceError
from pipeline.sources.opening import MAX_WORD_LENGTH, document_of
from tests.extract.summaries import activities, summary

PIECES = st.sampled_from(
    [
        "5",
        "1 200,50",
        "euro",
        "t.sk.",
        "Plānots",
        "Faktiski",
        "Atlikums",
        "15.07.2022.",
        "–",
        "nodarbības",
        "līdz",
        "1)",
        "a)",
        "Nr.",
        "2023. gads",
        "II.",
        "divi",
        "\n",
        "(",
        ")",
        "x",
        "“",
        "”",
        ",",
        ".",
        "no tiem",
        "%",
        "-",
        "€",
        "jau",
        "01.01.2023. – 31.12.2023.",
        "15.07.22.–14.07.23.",
        "01.03.2022. – 31.02.2023.",
        "58 521,5O EUR",
        "I. periods",
        "- semināriem: plānots 4,00 euro, izlietots 3,00 euro",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60).map(" ".join))
def test_any_order_of_familiar_words_is_read_or_left(text: str) -> None:
    got = summary(results=text, finances=text, period=text, ineligible=text)
    assert got.field("performer") is not None


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "- ",
        "1) a\n",
        "24 nodarbības ",
        "„a ",
        "1 x ",
        "Plānots 5,00 euro t.sk. ",
        "Atlikums 01.01.2023. – 31.12.2023. ",
        "31.02.2023. – ",
        "1 200,5O ",
        "5O EUR ",
    ],
)
def test_a_thousand_repeats_are_read(piece: str) -> None:
    assert summary(results=piece * 1000, finances=piece * 300).fields


def test_many_periods_between_a_head_and_its_amount_are_read_at_once() -> None:
    text = "Atlikums 2022. gads I. periods 15.07.22.–14.07.23. 01.01.2023. – 31.12.2023. 01.01.2024. – 31.12.2024. 7. "
    assert summary(finances=text + "– 5,00 euro").fields


def test_a_word_without_end_is_refused() -> None:
    with pytest.raises(SourceError, match="no summary"):
        document_of(b"1" * (MAX_WORD_LENGTH + 1))


@pytest.mark.parametrize(
    "piece", ["6 steidzami un ", "t. sk. 6 steidzami un ", "no tiem 5 attālināti, ", "pērn – 12, "]
)
def test_numbers_by_the_thousand_without_a_noun_are_read_to_their_end(piece: str) -> None:
    (activity,) = activities(f"I. ĪSTENOŠANAS GADS (01.01.2023. – 31.12.2023.)\n1) Notika 12 semināri, {piece * 1200}.")
    assert activity.indicators[0].unit_lemma == "seminārs"
