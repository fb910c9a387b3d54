"""All Latvian that people read, held against the Latvian dictionary of hunspell."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.catalogue.entries import areas, entries
from pipeline.checks.suites import expectations_folder

HUNSPELL = shutil.which("hunspell")
GUIDE = Path(__file__).parents[2] / "docs" / "lietotajiem.md"
# What is no Latvian: code, addresses and links, places to be filled.
FOREIGN = re.compile(
    r"```.*?```|`[^`]*`|\]\([^)]*\)|<http[^>]*>|\{[^}]*\}|--?[a-z-]+|\b\w+\.(?:csv|json|png|edoc|pdf)\b", re.DOTALL
)
WORD = re.compile(r"[^\W\d_]{2,}")
# Right, but in no dictionary: Excel's word for a workbook, compounds of this trade.
RIGHT = {
    "darbgrāmat",
    "starpvirsrakst",
    "decimālkomat",
    "decimālpunkt",
    "decimālzīm",
    "visnedrošāk",
    "tekstlodziņ",
    "izklājlap",
}
# Names, programs, and the codes of the tables that a sentence names.
NAMES = frozenset(
    """
    Add CSV DOCX Enter Esc Excel Expectations Explorer Great Install JSON JUnit Microsoft NUL Now Office PATH PDF
    Python RTF SHA TXT Tab UTC UTF Word XML ZIP at check data eur euro help out report run samples text read explain lv ab
    excel exe png expectations finances open documents remainder python Debian LibreOffice OpenDocument PowerPoint
    Ubuntu apt install libreoffice writer DOC ODT tesseract TIFF JPEG PNG Latvian Tesseract doctor Writer edoc asice zip pdf Ctrl Dask cluster pip tcp
    """.split()  # noqa: SIM905 -- a list of words is read best as one
)


def _dictionary_is_there() -> bool:
    if not HUNSPELL:
        return False
    known = subprocess.run([HUNSPELL, "-D"], input="", capture_output=True, text=True, check=False)  # noqa: S603
    return "lv_LV" in known.stdout + known.stderr


def spoken() -> Iterator[tuple[str, str]]:
    """Where a text stands, and the text."""
    for area in areas():
        yield from ((f"{area}.{name}", each.lv) for name, each in entries(area).items())
    for path in sorted(expectations_folder().glob("*.json")):
        for each in json.loads(path.read_text(encoding="utf-8"))["expectations"]:
            yield path.name, each["meta"]["message"]
            yield from ((path.name, word["lv"]) for word in each["meta"].get("words", {}).values())
    yield GUIDE.name, GUIDE.read_text(encoding="utf-8")


def unknown_words(texts: list[str]) -> set[str]:
    """The words that the dictionary does not have."""
    assert HUNSPELL
    words = sorted({word for text in texts for word in WORD.findall(FOREIGN.sub(" ", text))})
    command = [HUNSPELL, "-d", "lv_LV", "-i", "utf-8", "-l"]
    told = subprocess.run(command, input="\n".join(words), capture_output=True, text=True, check=True)  # noqa: S603
    return set(told.stdout.split())


def is_right(word: str) -> bool:
    return word in NAMES or any(word.casefold().startswith(stem) for stem in RIGHT)


@pytest.mark.skipif(not _dictionary_is_there(), reason="no hunspell with the Latvian dictionary on this machine")
def test_every_latvian_word_is_spelled_right() -> None:
    told = list(spoken())
    wrong = {word for word in unknown_words([text for _, text in told]) if not is_right(word)}
    places = {word: [where for where, text in told if re.search(rf"\b{word}\b", text)][:2] for word in sorted(wrong)}
    assert places == {}


@pytest.mark.skipif(not _dictionary_is_there(), reason="no hunspell with the Latvian dictionary on this machine")
def test_a_word_without_its_marks_is_found() -> None:
    assert unknown_words(["Pārbaudiet, vai fails nav bojats."]) == {"bojats"}
