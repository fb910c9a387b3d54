"""What people read stands in no code: no Latvian string outside the rooms of documents, and no choice of texts."""

from __future__ import annotations

import ast

import pytest

from tests.catalogue.code import LATVIAN, modules, strings_of_code

# Where Latvian strings are no texts for people, and why.
ROOMS_OF_DOCUMENTS = {
    "grammar/": "the grammar of documents",
    "extract/": "the words by which documents say what a figure is",
    "layout/furniture.py": "the words of signature stamps",
    "warm_journey.py": "the text of a document that is read once",
    "bookkeeping/purposes.py": "the case endings of purposes",
    "twins.py": "the legal forms in names of performers",
    "sources/container/names.py": "the letters by which a name's code page is told",
    "sources/broken_letters.py": "the letters of Latvian",
    "sources/ocr/lines.py": "the letters that reach below their line",
    "sources/ocr/slips.py": "the word behind the number of a year",
    "tables/document_columns.py": "the regions that a cell may hold",
    "tables/guard.py": "the months that a spreadsheet takes for dates",
}
LANGUAGES = {"lv", "en"}


def is_of_documents(module: str) -> bool:
    return module.startswith(tuple(ROOMS_OF_DOCUMENTS))


def latvian_strings(tree: ast.Module) -> list[str]:
    return [each.value for each in strings_of_code(tree) if LATVIAN & set(str(each.value))]


@pytest.mark.parametrize("module", [each for each in modules() if not is_of_documents(each)])
def test_no_latvian_string_stands_in_code(module: str) -> None:
    assert latvian_strings(modules()[module]) == []


@pytest.mark.parametrize("room", ROOMS_OF_DOCUMENTS)
def test_every_exception_is_needed(room: str) -> None:
    assert [each for each, tree in modules().items() if each.startswith(room) and latvian_strings(tree)]


@pytest.mark.parametrize("module", [each for each in modules() if not each.startswith("catalogue/")])
def test_no_sentence_is_written_in_code(module: str) -> None:
    written = [
        ast.unparse(node)
        for node in ast.walk(modules()[module])
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Sentence" and any(map(says, node.args))
    ]
    assert written == []


@pytest.mark.parametrize("module", modules())
def test_no_code_chooses_between_texts(module: str) -> None:
    chosen = [
        ast.unparse(node)
        for node in ast.walk(modules()[module])
        if isinstance(node, ast.IfExp) and asks_for_a_language(node.test) and (says(node.body) or says(node.orelse))
    ]
    assert chosen == []


@pytest.mark.parametrize("module", modules())
def test_no_texts_are_kept_by_language(module: str) -> None:
    kept = [
        ast.unparse(node)
        for node in ast.walk(modules()[module])
        if isinstance(node, ast.Dict) and {key.value for key in node.keys if isinstance(key, ast.Constant)} >= LANGUAGES
    ]
    assert kept == []


def asks_for_a_language(test: ast.expr) -> bool:
    return any(isinstance(each, ast.Constant) and each.value in LANGUAGES for each in ast.walk(test))


def says(node: ast.expr) -> bool:
    """Whether letters of a text stand here, and no key or name of a language."""
    words = [each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return any(each not in LANGUAGES and any(map(str.isalpha, each)) and "." not in each[1:-1] for each in words)
