"""What docs/extending.md shows does what it says."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from pipeline.checks import findings_of
from pipeline.checks.gx import broken_rows
from pipeline.checks.suites import expectations_folder, suites
from pipeline.forms.template import form_of_file, forms
from pipeline.grammar import vocabulary as vocabulary_module
from pipeline.journey import summary_of
from pipeline.records import Submission
from tests.extract.summaries import summary
from tests.makers.drawn_form import Row, drawn_form

PAGE = Path(__file__).parents[1] / "docs" / "extending.md"


def block(heading: str) -> str:
    """The code block below a heading of the page."""
    section = PAGE.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    found = re.search(r"```\w+\n(.*?)```", section, re.DOTALL)
    assert found, heading
    return found[1]


def test_a_noun_in_its_list_is_known_in_every_form(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    [(declension, words)] = tomllib.loads(block("A new noun"))["nouns"].items()
    [noun] = words.split()
    own = Path(vocabulary_module.__file__).with_name("vocabulary.toml").read_text(encoding="utf-8")
    assert not re.search(rf"\b{noun}\b", own)
    taught = own.replace(f'{declension} = """', f'{declension} = """\n{noun}', 1)
    (tmp_path / "vocabulary.toml").write_text(taught, encoding="utf-8")
    monkeypatch.setattr(vocabulary_module, "__file__", str(tmp_path / "vocabulary.py"))
    vocabulary_module.vocabulary.cache_clear()
    try:
        known = vocabulary_module.vocabulary()
    finally:
        monkeypatch.undo()
        vocabulary_module.vocabulary.cache_clear()
    forms_of_noun = {form for form, readings in known.nouns.items() if any(noun in str(each) for each in readings)}
    assert {noun, f"{noun[:-1]}es", f"{noun[:-1]}ēm"} <= forms_of_noun


def test_a_stanza_in_its_suite_finds_what_it_says(tmp_path: Path) -> None:
    for path in expectations_folder().glob("*.json"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    target = tmp_path / "unclaimed.json"
    suite = json.loads(target.read_text(encoding="utf-8"))
    stanza = json.loads(block("A new expectation"))
    suite["expectations"].append(stanza)
    target.write_text(json.dumps(suite), encoding="utf-8")
    made = next(each for each in suites(tmp_path) if each.table == "unclaimed")
    new = made.stanzas[-1]
    broken = [row for named, row in broken_rows(made, [new.passes, new.fails]) if named.name == stanza["meta"]["name"]]
    assert broken == [new.fails]


def test_a_form_is_told_by_its_labels_and_read(tmp_path: Path) -> None:
    (tmp_path / "atskaite.toml").write_text(block("A new form"), encoding="utf-8")
    form = form_of_file(tmp_path / "atskaite.toml")
    rows = [
        Row("Finansējuma saņēmējs", [["Biedrība „Solis”"]]),
        Row("Projekta nosaukums", [["Lasīšanas veicināšana"]]),
        Row("Projekta īstenošanas laiks", [["01.01.2023. – 31.12.2023."]]),
        Row("Projektā paveiktais", [["1) Notikušas 12 tikšanās ar rakstniekiem."]]),
        Row("Projekta finansējums", [["01.01.2023. – 31.12.2023.\nPlānots 5 000,00 euro\nFaktiski 4 000,00 euro"]]),
    ]
    read = summary_of(drawn_form("Atskaite (2023)", rows, 10_000, closed=True), [*forms(), form])
    assert (read.field_text("performer"), str(read.finances[0].total.actual)) == ("Biedrība „Solis”", "4000.00")
    assert [each.unit for each in read.years[0].activities[0].indicators] == ["tikšanās"]


def test_the_output_writes_its_file(tmp_path: Path) -> None:
    shown: dict[str, object] = {}
    exec(block("A new output"), shown)  # noqa: S102 -- it is our own page that is tried
    finances = "01.01.2023. – 31.12.2023.\nPlānots 1 000,00 euro\nFaktiski 1 200,00 euro"
    submission = Submission("a" * 12, "a.txt", "text", 1, summary(finances=finances))
    path = shown["write_questions"](tmp_path, [submission], findings_of([submission]))  # type: ignore[operator]
    assert path.read_text(encoding="utf-8").startswith("a.txt: 01.01.2023.–31.12.2023.: faktiski izlietots 1 200,00")


def test_pdfplumber_s_pages_are_filled_by_pdfium(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PAGE.parents[1])
    names: dict[str, list[object]] = {}
    exec(compile(block("pdfplumber at the speed of PDFium"), str(PAGE), "exec"), names)  # noqa: S102 -- our own page
    assert len(names["tables"]) == 4
    assert all(names["tables"])
    assert names["found"]
