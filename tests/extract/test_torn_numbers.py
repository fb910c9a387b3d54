"""Numbers of a table without ruling lines are not taken for counts of the words around them."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from pipeline.document import Box, Word
from pipeline.extract.torn_numbers import torn_numbers
from pipeline.grammar.money import amounts_in
from pipeline.journey import submission
from pipeline.passage import TextLine, passage_of
from tests.extract.summaries import RESULTS, activities, form_text


def _line(*words: tuple[str, float], place: str = "") -> TextLine:
    """Words ten points high, each at its distance from the left and five points wide a letter."""
    return TextLine(
        tuple(
            Word(text, number, 1, Box(left, 100, left + 5 * len(text), 110), place=place)
            for number, (text, left) in enumerate(words)
        )
    )


def _torn(*words: tuple[str, float], place: str = "") -> list[str]:
    return sorted(word.text for word in torn_numbers(passage_of([_line(*words, place=place)])))


def test_numbers_of_two_columns_are_no_number_of_thousands() -> None:
    assert _torn(("Jaunieši", 50), ("100", 200), ("120", 300)) == ["100", "120"]


def test_a_number_among_its_words_is_none_of_them() -> None:
    assert _torn(("Notikuši", 50), ("1", 95), ("120", 105), ("semināri", 125)) == []


def test_a_number_behind_a_list_mark_is_none_of_them() -> None:
    assert _torn(("1)", 50), ("5", 90), ("semināri", 100)) == []


def test_a_word_file_knows_its_own_order() -> None:
    assert _torn(("Jaunieši", 50), ("100", 200), place="P1") == []


@pytest.mark.parametrize("gap", ["\t", " \t ", "   "])
@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("1) Dalībnieki@200@240", []),
        ("1) Dalībnieki@240", ["240"]),
        ("1)@12@novadi, 12 350 skatītāji", ["12", "12350"]),
        ("1) Dalībnieki 200, no tiem@40 jaunieši", ["200", "40"]),
    ],
)
def test_numbers_in_columns_of_plain_text_and_word_files_are_no_number_of_thousands(
    gap: str, line: str, counts: list[str], tmp_path: Path
) -> None:
    text = form_text(f"{RESULTS.splitlines()[0]}\n{line}".replace("@", gap))
    paths = tmp_path / "a.txt", tmp_path / "a.docx"
    paths[0].write_text(text, encoding="utf-8")
    document = docx.Document()
    for each in text.splitlines():
        document.add_paragraph(each)
    document.save(str(paths[1]))
    for path in paths:
        summary = submission(path, path.name).summary
        assert summary
        [activity] = [each for year in summary.years for each in year.activities]
        assert [str(each.count) for each in activity.indicators] == counts


def test_an_amount_of_two_columns_is_refused() -> None:
    assert [each.value.reason for each in amounts_in("Plānots 300\t200 euro")] == ["grouping"]


def test_numbers_of_two_columns_are_read_where_the_text_names_the_columns() -> None:
    items = "1) Rādītāji (plānots, sasniegts):\n2)\tDarba grupu sēdes\t20\t1 123\n3)\tIeteikumi komisijai\t12\t10"
    told = [
        (str(each.count), each.unit_lemma, each.scenario)
        for activity in activities(f"{RESULTS.splitlines()[0]}\n{items}")
        for each in activity.indicators
    ]
    assert told == [
        ("20", "sēde", "planned"),
        ("1123", "sēde", "actual"),
        ("12", "ieteikums", "planned"),
        ("10", "ieteikums", "actual"),
    ]
    unnamed = activities(f"{RESULTS.splitlines()[0]}\n{items.replace('plānots, ', '')}")
    assert [each.indicators for each in unnamed] == [()] * 3
