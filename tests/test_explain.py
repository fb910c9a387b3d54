"""`kopsavilkums explain`: arguments in, an explanation, a picture and an exit code out."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from PIL import Image

from pipeline.catalogue import Sentence
from pipeline.cli import exit_code
from pipeline.document import Box
from pipeline.explain import answer as answers
from pipeline.explain.answer import Question, answer
from pipeline.explain.framed_page import FRAME_COLOUR, framed_png
from pipeline.fence import Limits
from pipeline.inputs import InputFile
from tests.explain.reading import SAMPLES
from tests.saboteurs.files import SABOTEURS

REAL = str(SAMPLES / "kurzeme-typst.pdf")
TEXT = str(SAMPLES / "kurzeme-2022-2025.txt")
REMAINDER = "finances/2022-07-15/remainder_eur"


def test_a_value_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["explain", REAL, REMAINDER]) == 0
    said = capsys.readouterr().out
    assert "Atlikums, EUR: 1 213,47" in said
    assert "--findings" in said


@pytest.mark.parametrize("nothing", [[], [""]])
def test_without_an_address_all_are_listed(nothing: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["explain", REAL, *nothing]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert "finances/2022-07-15/2023-07-14/remainder_eur = 1 213,47" in listed
    assert max(map(len, listed)) < 300


def test_an_address_that_names_nothing_makes_2_and_tells_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["explain", REAL, "finances/2022-07-16/remainder_eur"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "finances/2022-07-15/2023-07-14/remainder_eur" in said.err


def test_english_is_spoken(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["explain", REAL, REMAINDER, "--lang", "en"]) == 0
    assert "An amount: a number with a currency beside it." in capsys.readouterr().out


def test_json_is_all_that_is_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert exit_code(["explain", REAL, REMAINDER, "--json", "--image", str(tmp_path / "a.png")]) == 0
    assert json.loads(capsys.readouterr().out)["values"][0]["value"] == "1213.47"


@pytest.mark.slow
def test_findings_of_the_row_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["explain", REAL, "finances/2023-07-15/planned_eur", "--findings"]) == 0
    assert "pārbaudes brīdinājums: " in capsys.readouterr().out


@pytest.mark.slow
def test_findings_of_other_rows_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["explain", REAL, REMAINDER, "--findings"]) == 0
    assert "Pārbaudēs par šo nekas nav atrasts." in capsys.readouterr().out


def test_a_picture_has_a_frame_around_the_words(tmp_path: Path) -> None:
    assert exit_code(["explain", REAL, REMAINDER, "--image", str(tmp_path / "a.png")]) == 0
    picture = Image.open(tmp_path / "a.png").convert("RGB")
    framed = [
        (x, y) for x in range(picture.width) for y in range(picture.height) if picture.getpixel((x, y)) == FRAME_COLOUR
    ]
    left, top = min(x for x, _ in framed), min(y for _, y in framed)
    right, bottom = max(x for x, _ in framed), max(y for _, y in framed)
    assert (left, top, right, bottom) == pytest.approx((848, 1159, 986, 1187), abs=4)


def test_the_picture_of_a_text_is_refused_with_a_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert exit_code(["explain", TEXT, REMAINDER, "--image", str(tmp_path / "a.png")]) == 2
    said = capsys.readouterr()
    assert "1 213,47" in said.out
    assert "vienkāršā tekstā" in said.err
    assert not (tmp_path / "a.png").exists()


def test_the_picture_of_a_computed_value_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert exit_code(["explain", REAL, "ledger/2022-07-15/unseen_eur", "--image", str(tmp_path / "a.png")]) == 2
    assert "aprēķināta" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [([REMAINDER, "--image", "a.jpg"], "jābeidzas ar .png"), (["--image", "a.png"], "vajag adresi")],
)
def test_a_picture_needs_an_address_and_a_name_of_its_own(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert exit_code(["explain", REAL, *arguments]) == 2
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_picture_does_not_overwrite_its_document(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(Path(REAL).read_bytes())
    assert exit_code(["explain", str(tmp_path / "a.png"), REMAINDER, "--image", str(tmp_path / "a.png")]) == 2
    assert (tmp_path / "a.png").read_bytes() == Path(REAL).read_bytes()


@pytest.mark.parametrize("name", ["cut-short.pdf", "encrypted.pdf", "letter.txt", "zero-bytes.pdf"])
def test_a_file_that_cannot_be_read_makes_3(name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(SABOTEURS[name].content())
    assert exit_code(["explain", str(tmp_path / name), REMAINDER]) == 3
    assert SABOTEURS[name].says in capsys.readouterr().err


def test_a_folder_and_a_missing_file_make_2(tmp_path: Path) -> None:
    assert exit_code(["explain", str(tmp_path)]) == 2
    assert exit_code(["explain", str(tmp_path / "nav.pdf")]) == 2


def hanging(_path: Path, _name: str, _address: str | None, _passwords: tuple[str, ...]) -> bytes:
    time.sleep(600)
    raise AssertionError


def crashing(_path: Path, _name: str, _address: str | None, _passwords: tuple[str, ...]) -> bytes:
    os.abort()


@pytest.mark.parametrize(("reader", "said"), [(hanging, "ilga vairāk"), (crashing, "negaidīti beidza darbu")])
def test_a_file_that_breaks_its_reader_costs_only_itself(
    reader: object, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "explained_bytes", reader)
    given = answer(Question(InputFile(Path(REAL), 1), REMAINDER), Limits(seconds=3))
    assert given.exit_code == 3
    assert said in given.wrong


def test_a_page_that_cannot_be_drawn_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    drawn = framed_png(tmp_path / "a.pdf", 1, (Box(1, 1, 2, 2),))
    assert isinstance(drawn, Sentence)


def test_a_box_beside_the_page_leaves_it_unframed() -> None:
    beside = (Box(5000, 5000, 6000, 6000), Box(-50, -50, -10, -10))
    assert framed_png(Path(REAL), 1, beside) == framed_png(Path(REAL), 1, ())
