"""Files that are not what a summary should be."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf

from tests.saboteurs.saboteur import Saboteur

SAMPLE = Path(__file__).parents[2] / "samples" / "kurzeme-libreoffice.pdf"


def _encrypted() -> bytes:
    target = io.BytesIO()
    with pikepdf.open(SAMPLE) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(owner="o", user="u"))
    return target.getvalue()


def _cut_short() -> bytes:
    return SAMPLE.read_bytes()[:20_000]


def _blank_pages() -> bytes:
    target = io.BytesIO()
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.add_blank_page()
    pdf.save(target)
    return target.getvalue()


SABOTEURS = {
    "zero-bytes.pdf": Saboteur(lambda: b"", "tukšs"),
    "white-space.txt": Saboteur(lambda: b" \n\n\t ", "tukšs"),
    "not-a-pdf.pdf": Saboteur(lambda: bytes(range(256)) * 20, "nezināma veida fails"),
    "header-only.pdf": Saboteur(lambda: b"%PDF-1.7\n", "bojāts"),
    "cut-short.pdf": Saboteur(_cut_short, "bojāts"),
    "encrypted.pdf": Saboteur(_encrypted, "parol"),
    "without-text.pdf": Saboteur(_blank_pages, "nav teksta"),
    "letter.txt": Saboteur("Labdien! Pielikumā pārskats par 2023. gadu.".encode, "nav kopsavilkums"),
    "picture.pdf": Saboteur(lambda: b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "ttēls ir bojāts"),
    "archive.pdf": Saboteur(lambda: b"PK\x03\x04" + b"\x00" * 100, "bojāt"),
    "mojibake.txt": Saboteur(
        lambda: ("Valsts pārvaldes uzdevums ģērbšanās " * 30).encode().decode("cp1252", "ignore").encode(), "kodējum"
    ),
    "page.pdf": Saboteur(lambda: b"<!DOCTYPE html><html>", "tīmekļa lapa"),
}
