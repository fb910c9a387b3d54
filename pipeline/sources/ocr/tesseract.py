"""The only door to Tesseract: pictures in, words with their places out."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from PIL import Image

from pipeline.errors import SourceError
from pipeline.sources.limits import MAX_OUTPUT, SECONDS_A_CALL
from pipeline.sources.ocr.pictures import DPI, Grey
from pipeline.sources.ocr.recogniser import LANGUAGE, PROGRAM, has_latvian
from pipeline.sources.programs import Allowance, ProgramError, program_output, program_path

PACKAGES = "tesseract-ocr tesseract-ocr-lav"

WORDS = Path(__file__).with_name("words.txt")
"""Words of the form, which Tesseract is told to expect; no figure is among them."""

BLOCK, LINE = 6, 7
"""How a picture is looked at: as one block of lines, or as a single line (`--psm`)."""

_COLUMNS = 12
_WORD = "5"


class SeenWord(Struct, frozen=True):
    """A word of the picture of this number, its box in that picture's pixels, its line there, 0 to 100 how surely."""

    picture: int
    line: tuple[int, int, int]
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    text: str


def seen_words(pictures: Sequence[Grey], look: int) -> list[SeenWord]:
    """The words of the pictures, which are counted from 0.

    Raises SourceError where Tesseract or its Latvian is not installed, where it
    fails or takes too long, and where what it writes makes no sense.
    """
    if not pictures:
        return []
    program = program_path(PROGRAM)
    if program is None:
        raise SourceError("sources.ocr_missing", packages=PACKAGES)
    options: list[str | Path] = ["-l", LANGUAGE, "--user-words", WORDS, "--dpi", str(DPI), "--psm", str(look), "tsv"]
    command = [program, "stdin", "stdout", *options]
    allowance = Allowance(seconds=SECONDS_A_CALL, output=MAX_OUTPUT)
    try:
        with tempfile.TemporaryDirectory() as folder:
            written = program_output(
                command, Path(folder), allowance, stdin=_tiff(pictures), environment={"OMP_THREAD_LIMIT": "1"}
            )
    except ProgramError as error:
        raise _refusal(error, program) from error
    return list(_words(written, pictures))


def _refusal(error: ProgramError, program: Path) -> SourceError:
    if error.reason == "time":
        return SourceError("sources.ocr_slow", seconds=round(SECONDS_A_CALL))
    if error.reason == "exit" and not has_latvian(program):
        return SourceError("sources.ocr_language", packages=PACKAGES)
    return SourceError("sources.ocr_failed", detail=f"{error.reason} {error.detail}")


def _tiff(pictures: Sequence[Grey]) -> bytes:
    """One file of many pages: starting the program takes longer than to read a cell."""
    first, *others = (Image.fromarray(picture) for picture in pictures)
    target = io.BytesIO()
    first.save(target, "TIFF", save_all=True, append_images=others)
    return target.getvalue()


def _words(written: bytes, pictures: Sequence[Grey]) -> Iterator[SeenWord]:
    """What its table says. Raises SourceError where that is no table of words on these pictures."""
    lines = written.decode("utf-8", "replace").splitlines()
    if not lines or not lines[0].startswith("level\tpage_num\t"):
        raise SourceError("sources.ocr_failed", detail="no table")
    for line in lines[1:]:
        level, *values = line.split("\t", _COLUMNS - 1)
        if level == _WORD:
            try:
                word = _word(values)
            except ValueError as error:
                raise SourceError("sources.ocr_failed", detail="no table") from error
            if not _lies_on(word, pictures):
                raise SourceError("sources.ocr_failed", detail="a word outside its picture")
            yield word


def _word(values: Sequence[str]) -> SeenWord:
    *numbers, confidence, text = values
    page, block, paragraph, line, _, left, top, width, height = map(int, numbers)
    sure = float(confidence)
    if not 0 <= sure <= 100:
        raise ValueError(confidence)
    return SeenWord(page - 1, (block, paragraph, line), left, top, left + width, top + height, sure, text)


def _lies_on(word: SeenWord, pictures: Sequence[Grey]) -> bool:
    if not 0 <= word.picture < len(pictures):
        return False
    height, width = pictures[word.picture].shape
    return bool(0 <= word.left <= word.right <= width and 0 <= word.top <= word.bottom <= height)
