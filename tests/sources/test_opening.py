"""What cannot be read is refused with a sentence that says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import SourceError
from pipeline.journey import submission
from pipeline.sources.opening import content_of, document_of
from tests.saboteurs.files import SABOTEURS

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.mark.parametrize("name", SABOTEURS)
def test_a_broken_file_is_refused_in_both_languages(name: str, tmp_path: Path) -> None:
    saboteur = SABOTEURS[name]
    path = tmp_path / name
    path.write_bytes(saboteur.content())
    got = submission(path, name)
    assert got.summary is None
    assert saboteur.says in got.failure
    assert got.failure_en
    assert got.failure != got.failure_en


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "nevar atvērt" in submission(tmp_path / "nav.pdf", "nav.pdf").failure


def test_a_file_of_any_size_is_read_up_to_the_limit_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.sources.opening.MAX_BYTES", 10)
    (tmp_path / "big").write_bytes(b"x" * 11)
    with pytest.raises(SourceError, match="larger"):
        content_of(tmp_path / "big")


def test_text_in_the_windows_code_page_is_read() -> None:
    document = document_of("Valsts pārvaldes uzdevums ģ ķ ļ ņ".encode("cp1257"))
    assert document.words[1].text == "pārvaldes"


def test_decomposed_letters_are_put_together() -> None:
    document = document_of("pa\u0304rvaldes".encode())
    assert [word.text for word in document.words] == ["pārvaldes"]


def test_form_feeds_part_pages() -> None:
    assert [page.number for page in document_of(b"a\n\fb\n\fc").pages] == [1, 2, 3]


@pytest.mark.parametrize("name", ["chromium", "libreoffice", "typst", "wordlike"])
def test_the_producers_give_the_same_words(name: str) -> None:
    def words(producer: str) -> list[str]:
        return sorted(word.text for word in document_of((SAMPLES / f"kurzeme-{producer}.pdf").read_bytes()).words)

    assert words(name) == words("libreoffice")
