"""A Word file whose lists are typed → the same with lists that Word numbers itself."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

from tests.makers.docx_parts import HEAD, TRANSITIONAL, abstract_list, list_number, numbered, zipped

_W = f"{{{TRANSITIONAL}}}"
_MARK = re.compile(r"\s*(?:(\d+)|([a-z]))\)\s+")


def numbered_docx(typed: bytes) -> bytes:
    """The file with `1)` and `a)` taken out of the text and put into lists, a new one wherever `1)` stood."""
    with zipfile.ZipFile(io.BytesIO(typed)) as opened:
        members = {name: opened.read(name) for name in opened.namelist()}
    body = etree.fromstring(members["word/document.xml"])
    lists = 0
    for paragraph in body.iter(f"{_W}p"):
        texts = list(paragraph.iter(f"{_W}t"))
        mark = _MARK.match(texts[0].text or "") if texts else None
        if mark is not None:
            lists += mark[1] == "1"
            texts[0].text = (texts[0].text or "")[mark.end() :]
            _put_into_list(paragraph, lists, level=0 if mark[1] else 1)
    members["word/document.xml"] = etree.tostring(body, xml_declaration=True, encoding="UTF-8", standalone=True)
    numbers = "".join(list_number(each, 90, restarts=True) for each in range(1, lists + 1))
    inside = abstract_list(90, ("bracket", "letter")) + numbers
    members["word/numbering.xml"] = f'{HEAD}<w:numbering xmlns:w="{TRANSITIONAL}">{inside}</w:numbering>'.encode()
    return zipped(members)


def _put_into_list(paragraph: etree._Element, number: int, level: int) -> None:
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        properties = etree.Element(f"{_W}pPr")
        paragraph.insert(0, properties)
    properties.insert(0, etree.fromstring(f'<x xmlns:w="{TRANSITIONAL}">{numbered(number, level)}</x>')[0])
