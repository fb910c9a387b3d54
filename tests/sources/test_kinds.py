"""What a file is is told by its content; what nobody here reads is named."""

from __future__ import annotations

import pytest

from pipeline.errors import SourceError
from pipeline.sources.opening import document_of
from pipeline.sources.sniff import kind_of
from pipeline.sources.unknown_kind import kind_name

NOTHING = bytes(60)
UNREAD = {
    "video": (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + NOTHING, "videoieraksts (MP4)"),
    "photograph of a telephone": (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + NOTHING, "(HEIF)"),
    "archive": (b"7z\xbc\xaf'\x1c\x00\x04" + NOTHING, "arhīvs šeit nenolasāmā formātā (7Z)"),
    "program": (b"MZ\x90\x00" + bytes(200), "programma (EXE)"),
    "nothing known": (bytes(range(256)) * 4, "nezināma veida fails"),
}


@pytest.mark.parametrize(("content", "name"), UNREAD.values(), ids=UNREAD)
def test_what_is_not_read_is_named_with_what_is(content: bytes, name: str) -> None:
    with pytest.raises(SourceError) as refused:
        document_of(content)
    assert name in refused.value.sentence.lv
    assert "DOCX" in refused.value.sentence.lv


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"Return-Path: <a@b.lv>\r\nReceived: from x\r\n by y\r\nSubject: z\r\n\r\nLabdien", "mail"),
        (b"From a@b.lv Mon Jan 1\nDate: x\nFrom: y\nTo: z\n\nLabdien", "mail"),
        (b"Date: a\nKopsavilkums: b\nSubject: c\n", "text"),
        (b"%!PS-Adobe-3.0\n%PDF-1.7", "pdf"),
    ],
)
def test_mail_is_told_from_text(content: bytes, kind: str) -> None:
    assert kind_of(content) == kind


def test_mail_is_refused_with_what_to_do() -> None:
    with pytest.raises(SourceError, match="attached"):
        document_of(b"From: a\nTo: b\nSubject: c\n\nd")


def test_a_fault_of_the_library_names_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_content: bytes) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("puremagic.magic_string", broken)
    assert kind_name(b"MZ").en == "a file of an unknown kind"


def test_a_file_of_zeros_alone_is_told_from_an_empty_one() -> None:
    assert [kind_of(content) for content in (b"", b" \r\n", bytes(5000), b"\x00\n\x00")] == [
        "empty",
        "empty",
        "zeros",
        "zeros",
    ]
    with pytest.raises(SourceError, match="zeros only"):
        document_of(bytes(5000))
