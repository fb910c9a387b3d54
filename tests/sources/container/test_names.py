"""Names in archives: of whatever code page, and as people read them."""

from __future__ import annotations

import struct
import zlib

import pytest

from pipeline.errors import SourceError
from pipeline.sources.container.directory import Entry
from pipeline.sources.container.names import refuse_path, shown_name, stated_name

NAME = "Pārskats par mācībām, ģērbšanās šūšana.pdf"


def entry(name: bytes, flags: int = 0, extra: tuple[tuple[int, bytes], ...] = ()) -> Entry:
    return Entry(name, flags, 0, 0, 0, 0, 0, 0, extra)


@pytest.mark.parametrize("encoding", ["utf-8", "cp775", "cp1257"])
def test_a_latvian_name_is_read_in_each_code_page(encoding: str) -> None:
    assert stated_name(entry(NAME.encode(encoding))) == NAME


def test_a_western_name_is_read_as_dos_writes_it() -> None:
    assert stated_name(entry("Übersicht.pdf".encode("cp437"))) == "Übersicht.pdf"


def test_a_name_that_says_it_is_utf_8_and_is_not_keeps_what_can_be_read() -> None:
    assert stated_name(entry(b"a\xff.pdf", flags=0x800)) == "a\ufffd.pdf"


def test_decomposed_letters_are_put_together() -> None:
    assert stated_name(entry("Pa\u0304rskats.pdf".encode())) == "Pārskats.pdf"


def test_the_name_in_the_unicode_field_is_taken() -> None:
    old = b"P_rskats.pdf"
    field = struct.pack("<BL", 1, zlib.crc32(old)) + "Pārskats.pdf".encode()
    assert stated_name(entry(old, extra=((0x7075, field),))) == "Pārskats.pdf"


def test_the_unicode_field_of_another_name_is_not() -> None:
    field = struct.pack("<BL", 1, 7) + b"virus.exe"
    assert stated_name(entry(b"a.pdf", extra=((0x7075, field),))) == "a.pdf"


@pytest.mark.parametrize("name", ["/a", "\\a", "a/../b", "..", "..\\a", "C:a", "c:/a", "//server/a", "\\\\server\\a"])
def test_a_path_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(SourceError):
        refuse_path(stated_name(entry(name.encode())))


@pytest.mark.parametrize("name", ["a..b/c", "...", "mape/a.pdf", "a:b.pdf"[1:]])
def test_a_path_that_stays_in_is_not(name: str) -> None:
    refuse_path(stated_name(entry(name.encode())))


@pytest.mark.parametrize("sign", ["\x00", "\n", "\x1b", "\u202e", "\u200b", "\ud800", "\u2028"])
def test_a_sign_that_nobody_sees_is_shown(sign: str) -> None:
    assert sign not in shown_name(f"a{sign}b")
