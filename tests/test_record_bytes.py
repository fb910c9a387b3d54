"""A submission goes through bytes unchanged, and no other bytes become one."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import astuple, replace

from pipeline.batch import read_document
from pipeline.document import Box
from pipeline.membership import Membership, Signing
from pipeline.options import Order
from pipeline.record_bytes import submission_bytes, submission_of
from pipeline.records import Source, Submission
from pipeline.typed_bytes import MalformedBytesError
from tests.submissions import failed, line, submission, summary

SAMPLES = Path(__file__).parents[1] / "samples"
READ = sorted({*SAMPLES.glob("*.pdf"), *SAMPLES.glob("*.txt"), *SAMPLES.glob("*.docx")})


def everything(value: object) -> object:
    """The value as nested tuples with the type of each part, those that `==` does not look at too."""
    if isinstance(value, Struct):
        return (type(value), *map(everything, astuple(value)))
    if isinstance(value, tuple):
        return (tuple, *map(everything, value))
    return (type(value), str(value))


def assert_comes_back(given: Submission) -> None:
    content = submission_bytes(given)
    assert everything(submission_of(content)) == everything(given)
    assert submission_bytes(submission_of(content)) == content


@pytest.mark.parametrize("path", READ, ids=lambda path: path.name)
def test_each_sample_comes_back_whole(path: Path) -> None:
    assert_comes_back(read_document(path, path.name, Order()))


TEXTS = st.text(st.characters(exclude_categories=()))  # with lone surrogates
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
FIGURES = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20)
SOURCES = st.builds(
    Source,
    st.none() | st.integers(0, 10**9),
    st.none() | st.builds(Box, NUMBERS, NUMBERS, NUMBERS, NUMBERS),
    TEXTS,
    st.none() | NUMBERS,
    TEXTS,
    st.lists(st.integers(0, 10**6)).map(tuple),
    st.just(()),
    TEXTS,
    NUMBERS,
)
SUBMISSIONS = st.builds(
    lambda text, source, figure: replace(
        submission(text, of=summary(totals=(replace(line("1.00", None), planned=figure, source=source),))),
        membership=Membership(text, Signing(1, text, "person", "match")),
        failure=text,
    ),
    TEXTS,
    SOURCES,
    FIGURES,
)


@given(SUBMISSIONS)
def test_whatever_texts_and_figures_it_holds(made: Submission) -> None:
    assert_comes_back(made)


@pytest.mark.parametrize("text", ["\ud800", "a\udfff\x00", "\U0001f600", "\x00\x7f\u2028"])
def test_text_that_is_no_unicode_comes_back(text: str) -> None:
    assert_comes_back(failed(text))


def test_what_failed_comes_back() -> None:
    assert_comes_back(failed())


@settings(max_examples=300)
@given(st.binary() | st.binary().map(lambda tail: b"u" + tail) | st.binary().map(lambda tail: b"a" + tail))
def test_rubbish_is_one_named_error(rubbish: bytes) -> None:
    with pytest.raises(MalformedBytesError):
        submission_of(rubbish)


@given(st.data())
def test_bytes_with_one_changed_are_a_submission_or_that_error(data: st.DataObject) -> None:
    content = bytearray(submission_bytes(submission(of=summary(totals=(line("1.00", "2.00"),)))))
    content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = submission_of(bytes(content))
    except MalformedBytesError:
        return
    assert isinstance(found, Submission)


@pytest.mark.parametrize(
    "hostile",
    [b"", b"u", b"a", b"u" + b"[" * 100_000, b"a" + b"[" * 100_000, b"a" + b"9" * 10_000, b"unull", b"u[]", b"u{}"],
)
def test_what_would_break_a_reader_is_that_error_too(hostile: bytes) -> None:
    with pytest.raises(MalformedBytesError):
        submission_of(hostile)


@pytest.mark.parametrize("planned", ["NaN", "sNaN", "Infinity", "1E+999999999", "1E-999999999", "1e1", 1, []])
@pytest.mark.parametrize("mark", [b"u", b"a"])
def test_what_is_no_plain_figure_is_no_submission(planned: object, mark: bytes) -> None:
    told = json.loads(submission_bytes(submission(of=summary(totals=(line("1.00", None),))))[1:])
    told["reading"]["finances"][0]["lines"][0]["planned"] = planned
    content = mark + json.dumps(told).encode()
    if planned in ("1e1", 1):
        assert submission_of(content).summary.finances[0].total.planned == Decimal(str(planned))  # type: ignore[union-attr]
    else:
        with pytest.raises(MalformedBytesError):
            submission_of(content)


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_a_place_that_is_no_number_is_no_submission(number: str) -> None:
    told = submission_bytes(submission(of=summary(totals=(line("1.00", None),))))
    spoiled = b"a" + told[1:].decode().replace("10.0", number, 1).encode("ascii", "backslashreplace")
    with pytest.raises(MalformedBytesError):
        submission_of(spoiled)
