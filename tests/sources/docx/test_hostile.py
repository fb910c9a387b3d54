"""Word files that are odd and yet are read, and none that crashes the reader."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from pipeline.errors import SourceError
from pipeline.sources.opening import document_of, file_kind
from tests.makers.docx_parts import abstract_list, docx_file, list_number, numbered, paragraph, run, zipped
from tests.makers.numbered_docx import numbered_docx
from tests.sources.docx.shown import lines, opened

SAMPLE = Path(__file__).parents[3] / "samples" / "kurzeme-numurets.docx"
CYCLE = "".join(
    f'<w:style w:type="paragraph" w:styleId="{own}"><w:basedOn w:val="{other}"/></w:style>'
    for own, other in (("A", "B"), ("B", "C"), ("C", "A"))
)


def test_styles_that_are_based_on_each_other_in_a_circle_end() -> None:
    assert lines(paragraph(run("a"), '<w:pStyle w:val="A"/>'), {"styles": CYCLE}) == ["a"]


def test_a_chain_of_ten_thousand_styles_ends() -> None:
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(10_000)
    )
    assert lines(paragraph(run("a"), '<w:pStyle w:val="s0"/>'), {"styles": chain}) == ["a"]


def test_lists_that_are_linked_in_a_circle_have_no_number() -> None:
    style = '<w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>' + list_number(1, 1)
    assert lines(paragraph(run("x"), numbered(1)), {"numbering": linked, "styles": style}) == ["x"]


@pytest.mark.parametrize("written", ["-1", "9", "99999999999999999999", "a", ""])
def test_a_level_that_is_none_is_taken_for_the_nearest(written: str) -> None:
    level = f'<w:numPr><w:ilvl w:val="{written}"/><w:numId w:val="1"/></w:numPr>'
    numbering = abstract_list(1, ["bracket"] * 9) + list_number(1, 1)
    assert lines(paragraph(run("x"), level), {"numbering": numbering}) == ["1) x"]


def test_a_start_of_any_size_is_written_in_figures() -> None:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1)"/></w:lvl>'
    )
    numbering = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>' + list_number(1, 1)
    assert lines(paragraph(run("x"), numbered(1)), {"numbering": numbering}) == ["999999999) x"]


def test_an_outside_picture_or_template_is_not_fetched() -> None:
    with zipfile.ZipFile(BytesIO(docx_file(paragraph(run("a"))))) as file:
        members = {name: file.read(name) for name in file.namelist()}
    outside = b'<Relationship Id="x" Type="x/styles" Target="http://127.0.0.1:9/x" TargetMode="External"/></Rel'
    members["word/_rels/document.xml.rels"] = members["word/_rels/document.xml.rels"].replace(b"</Rel", outside)
    assert [word.text for word in document_of(zipped(members)).words] == ["a"]


@pytest.mark.parametrize("target", ["../../../../etc/passwd", "/etc/passwd", "C:\\x", "word/../../x", ""])
def test_a_part_that_lies_outside_the_file_is_not_there(target: str) -> None:
    with zipfile.ZipFile(BytesIO(docx_file(paragraph(run("a")), {"styles": ""}))) as file:
        members = {name: file.read(name) for name in file.namelist()}
    relationships = members["word/_rels/document.xml.rels"]
    members["word/_rels/document.xml.rels"] = relationships.replace(b"styles.xml", target.encode())
    assert [word.text for word in document_of(zipped(members)).words] == ["a"]


def test_names_with_other_slashes_and_letters_are_found() -> None:
    with zipfile.ZipFile(BytesIO(docx_file(paragraph(run("a"))))) as file:
        members = {name: file.read(name) for name in file.namelist()}
    members["Word\\Document.xml"] = members.pop("word/document.xml")
    content = zipped(members)
    assert file_kind(content) == "docx"
    assert [word.text for word in document_of(content).words] == ["a"]


def test_wrong_content_types_do_not_hide_a_word_file() -> None:
    with zipfile.ZipFile(BytesIO(docx_file(paragraph(run("a"))))) as file:
        members = {name: file.read(name) for name in file.namelist()}
    members["[Content_Types].xml"] = b"<Types/>"
    assert file_kind(zipped(members)) == "docx"


def test_a_word_file_without_relationships_is_read() -> None:
    with zipfile.ZipFile(BytesIO(docx_file(paragraph(run("a"))))) as file:
        members = {name: file.read(name) for name in file.namelist() if not name.endswith(".rels")}
    assert [word.text for word in document_of(zipped(members)).words] == ["a"]


def test_a_macro_file_is_a_word_file() -> None:
    types = b'<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
    assert file_kind(zipped({"[Content_Types].xml": types, "w.xml": b"<x/>"})) == "docx"


def test_any_words_are_words_of_one_room() -> None:
    page = opened(paragraph(run("a")) * 50).pages[0]
    assert all(word.box and 0 < word.box.top < word.box.bottom < page.height for word in page.words)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(300))
def test_a_damaged_word_file_never_crashes_the_reader(seed: int) -> None:
    """Bytes of its XML are changed, left out or doubled; what cannot be read is refused."""
    chance = random.Random(seed)  # noqa: S311 -- the same damage each time
    with zipfile.ZipFile(SAMPLE) as file:
        members = {name: file.read(name) for name in file.namelist() if name.endswith((".xml", ".rels"))}
    name = chance.choice(["word/document.xml", "word/numbering.xml", "word/styles.xml", "[Content_Types].xml"])
    content = bytearray(members[name])
    for _ in range(chance.choice([1, 3, 30])):
        at, length = chance.randrange(len(content)), chance.randrange(1, 40)
        content[at : at + length] = chance.choice([b"", bytes(content[at : at + length]) * 3, chance.randbytes(length)])
    try:
        document_of(zipped(members | {name: bytes(content)}))
    except SourceError:
        return


def test_the_seed_of_these_files_has_lists() -> None:
    assert numbered_docx(docx_file(paragraph(run("1) a")))) != docx_file(paragraph(run("1) a")))
