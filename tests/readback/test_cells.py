"""What a cell's text is read as, and what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pipeline.exports.csv_files import cell_text
from pipeline.readback.cells import CellError, cell_value
from pipeline.tables import KINDS, Cell, Kind
from tests.readback.files import column

STRANGE_NUMBERS = [
    "NaN", "Infinity", "-Infinity", "sNaN", "1_000", "１２", "٣", "²", "1e5", "1E+05", "0x1f", "+5", "−5", "- 5",
    "9" * 16, "9" * 10_000, "007", "5 €", "EUR 5", "12.maijs", "02.maijs", "15.07.2022", "nav", "-", "--5", "5-",
    "1.213.47", "1,213.47", "1.213,47", "49.000", "1 00", "1  000", "1\u00a0000 000", " 49\n000", "(5)", "#####",
]  # fmt: skip


def value(text: str, kind: Kind, *, comma: bool = False, words: tuple[str, ...] = ()) -> Cell:
    return cell_value(text, column("c", kind, words), decimal_comma=comma)


def refusal(text: str, kind: Kind, *, comma: bool = False, words: tuple[str, ...] = ()) -> CellError:
    with pytest.raises(CellError) as caught:
        value(text, kind, comma=comma, words=words)
    return caught.value


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_cell_is_none(kind: Kind) -> None:
    assert value("", kind) is None


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "text"])
def test_a_cell_of_blanks_is_none(kind: Kind) -> None:
    assert value(" \u00a0", kind) is None


@pytest.mark.parametrize("kind", KINDS)
def test_a_nul_is_refused(kind: Kind) -> None:
    assert "NUL" in refusal("1\0", kind).sentence.lv


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("'=1+1", "=1+1"),
        ("'+371 26", "+371 26"),
        ("'- atlikums", "- atlikums"),
        ("'@SUM(A1)", "@SUM(A1)"),
        ("'\tx", "\tx"),
        ("'\nx", "\nx"),
        ("'\r\nx", "\nx"),
        ("'-", "'-"),
        ("'-128.28", "-128.28"),
        ("'2.1", "2.1"),
        ("''2.1", "'2.1"),
        ("' \u200e＝1", " \u200e＝1"),
        ("'90. gadi '=x'", "'90. gadi '=x'"),
        ("''=1", "'=1"),
        ("'", "'"),
        ("=1+1", "=1+1"),
        (" a ", " a "),
        ("a\r\nb\rc", "a\nb\nc"),
    ],
)
def test_text_loses_the_apostrophe_that_guarded_it_and_nothing_else(written: str, text: str) -> None:
    assert value(written, "text") == text


@pytest.mark.parametrize("text", ["0123456789ab", "123456789012", " abcdefabcdef "])
def test_an_id_is_twelve_hex_digits(text: str) -> None:
    assert value(text, "id") == text.strip()


def test_an_id_loses_the_apostrophe_that_kept_it_from_becoming_a_number() -> None:
    assert value("'12345678e123", "id") == "12345678e123"


@pytest.mark.parametrize("text", ["0123456789AB", "0123456789a", "0123456789abc", "0123456789ag", "١23456789012"])
def test_anything_else_is_no_id(text: str) -> None:
    assert "12 zīmēm" in refusal(text, "id").sentence.lv


@pytest.mark.parametrize("text", ["1,23457E+11", "1.23457E+11", "1E+11", "12345678901", "123"])
def test_an_id_that_a_spreadsheet_made_a_number_is_called_so(text: str) -> None:
    assert "izklājlapa" in refusal(text, "id").sentence.lv


def test_a_word_is_one_of_those_allowed() -> None:
    assert value("ok", "word", words=("ok", "review")) == "ok"


@pytest.mark.parametrize("text", ["OK", "okay", "ok,review"])
def test_a_word_that_is_not_allowed_is_refused_with_those_that_are(text: str) -> None:
    assert "ok, review." in refusal(text, "word", words=("ok", "review")).sentence.en


@pytest.mark.parametrize(("written", "word"), [("1.a", "1.a"), ("'-1.a", "-1.a")])
def test_a_word_without_a_list_is_any(written: str, word: str) -> None:
    assert value(written, "word") == word


@pytest.mark.parametrize("text", ["2022-07-15", "15.07.2022", "15.07.2022.", " 15.07.2022. "])
def test_a_date_is_iso_or_latvian(text: str) -> None:
    assert value(text, "date") == date(2022, 7, 15)


@pytest.mark.parametrize(
    "text",
    ["2022-02-30", "31.02.2022", "00.01.2022", "0000-01-01", "15/07/2022", "07.15.2022", "15.07.22", "5.7.2022",
     "2022-7-15", "20220715", "2022.07.15", "44757", "12.maijs", "15.07.2022 0:00", "２０２２-07-15"],
)  # fmt: skip
def test_any_other_date_is_refused(text: str) -> None:
    assert "datumam" in refusal(text, "date").sentence.lv


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("12", 12), ("-3", -3), (" 7 ", 7), ("9" * 15, 10**15 - 1)])
def test_an_integer_is_digits(text: str, number: int) -> None:
    assert value(text, "integer") == number


@pytest.mark.parametrize("text", [*STRANGE_NUMBERS, "1.0", "1,0", "1 000"])
@pytest.mark.parametrize("comma", [False, True])
def test_any_other_integer_is_refused(text: str, comma: bool) -> None:
    assert refusal(text, "integer", comma=comma)


@pytest.mark.parametrize("text", ["1213.47", "0.00", "-128.28", "49000.00", f"{'9' * 13}.99"])
@pytest.mark.parametrize("comma", [False, True])
def test_an_amount_with_a_point_and_two_decimals_is_read_in_every_dialect(text: str, comma: bool) -> None:
    assert str(value(text, "euro", comma=comma)) == text


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("1213,47", "1213.47"),
        ("-128,28", "-128.28"),
        ("49 000,00", "49000.00"),
        ("49\u00a0000,00", "49000.00"),
        ("1\u202f049\u202f000,00", "1049000.00"),
        ("-1 000,50", "-1000.50"),
        ("49000", "49000.00"),
        ("49 000", "49000.00"),
        ("0", "0.00"),
        ("1213,5", "1213.50"),
    ],
)
def test_an_amount_is_written_with_a_comma_where_it_parts_no_cells(text: str, euros: str) -> None:
    assert str(value(text, "euro", comma=True)) == euros


@pytest.mark.parametrize(("text", "euros"), [("1213.5", "1213.50"), ("49000", "49000.00")])
def test_zeros_that_a_spreadsheet_left_out_are_no_fault(text: str, euros: str) -> None:
    assert str(value(text, "euro")) == euros


def test_one_decimal_behind_a_point_is_refused_where_the_comma_is_the_sign() -> None:
    assert refusal("1213.5", "euro", comma=True)


@pytest.mark.parametrize("text", ["1213,47", "49 000,00", "49 000.00", "49\u00a0000"])
def test_the_comma_dialect_has_no_comma_and_no_groups_in_an_amount(text: str) -> None:
    assert "1213.47" in refusal(text, "euro").sentence.lv


@pytest.mark.parametrize(
    "text",
    [*STRANGE_NUMBERS, "1213.475", "1213,475", "49,000", "49 00,00", "0 049,00", "4900 000,00",
     "49 000.00", "49\u2009000,00", "1 000\u00a0000,00", ".50", ",50", "50.", "50,", "00.50"],
)  # fmt: skip
@pytest.mark.parametrize("comma", [False, True])
def test_an_amount_that_could_be_another_is_refused(text: str, comma: bool) -> None:
    assert refusal(text, "euro", comma=comma)


@pytest.mark.parametrize(
    ("text", "comma", "number"),
    [
        ("24", False, "24"),
        ("2.5", False, "2.5"),
        ("2.125", False, "2.125"),
        ("-2.5", False, "-2.5"),
        ("24", True, "24"),
        ("2,5", True, "2.5"),
        ("2.5", True, "2.5"),
        ("2,125", True, "2.125"),
        ("1 657", True, "1657"),
    ],
)
def test_a_number_is_read_by_its_dialect(text: str, comma: bool, number: str) -> None:
    assert value(text, "number", comma=comma) == Decimal(number)


@pytest.mark.parametrize("text", ["2,5", "2,125", "1 657"])
def test_a_number_has_no_comma_where_it_parts_cells(text: str) -> None:
    assert "2.5" in refusal(text, "number").sentence.lv


@pytest.mark.parametrize("kind", ["number", "point"])
@pytest.mark.parametrize("text", ["2.125", *(each for each in STRANGE_NUMBERS if each != "9" * 16)])
def test_a_number_that_could_be_another_is_refused(text: str, kind: Kind) -> None:
    assert refusal(text, kind, comma=True)


@pytest.mark.parametrize(("text", "comma"), [("20.12", False), ("20,12", True), ("20.12", True)])
def test_points_are_floats(text: str, comma: bool) -> None:
    assert value(text, "point", comma=comma) == 20.12


@pytest.mark.parametrize("kind", ["integer", "number", "euro", "point"])
def test_too_many_digits_are_called_so(kind: Kind) -> None:
    assert "15 ciparu" in refusal("9" * 5000, kind).sentence.lv


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in {"text", "word"}])
@pytest.mark.parametrize("comma", [False, True])
def test_a_refusal_shows_the_beginning_of_what_stands_there(kind: Kind, comma: bool) -> None:
    assert f"„{'x' * 59}…”" in refusal("x" * 100_000, kind, comma=comma).sentence.lv


@given(some.text(), some.sampled_from(list(KINDS)), some.booleans())
def test_any_text_is_read_or_refused(text: str, kind: Kind, comma: bool) -> None:
    try:
        read = value(text, kind, comma=comma)
    except CellError as error:
        assert error.sentence.lv  # noqa: PT017 -- either way is right
    else:
        assert read is None or cell_text(read, kind)


@given(some.decimals(min_value=-(10**12), max_value=10**12, places=2), some.booleans())
def test_money_that_the_export_writes_is_read_to_the_cent(amount: Decimal, comma: bool) -> None:
    assert value(cell_text(amount, "euro"), "euro", comma=comma) == amount
