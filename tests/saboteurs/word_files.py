"""Word files, and others of their kind, that are not what a summary should be."""

from __future__ import annotations

import io
import zipfile

from tests.makers.docx_parts import HEAD, TRANSITIONAL, cell, docx_file, paragraph, row, run, table, zipped
from tests.saboteurs.saboteur import Saboteur

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_TYPES = "application/vnd.openxmlformats-officedocument"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _with_document(xml: bytes | str) -> bytes:
    """A Word file whose main part is this."""
    content = xml if isinstance(xml, bytes) else xml.encode()
    with zipfile.ZipFile(io.BytesIO(docx_file(""))) as opened:
        members = {name: opened.read(name) for name in opened.namelist()}
    return zipped(members | {"word/document.xml": content})


def _document(inside: str, doctype: str = "") -> str:
    return f'{HEAD}{doctype}<w:document xmlns:w="{TRANSITIONAL}"><w:body>{inside}</w:body></w:document>'


def _laughs() -> bytes:
    doctype = f'<!DOCTYPE w [<!ENTITY l0 "ha">{_LAUGHS}]>'
    return _with_document(_document(paragraph("<w:r><w:t>&l9;</w:t></w:r>"), doctype))


def _outside_entity() -> bytes:
    doctype = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return _with_document(_document(paragraph("<w:r><w:t>&x;</w:t></w:r>"), doctype))


def _wide_letters() -> bytes:
    """The declaration that is refused, in letters of two bytes."""
    return _with_document(_document("", '<!DOCTYPE w [<!ENTITY x "y">]>').replace("UTF-8", "UTF-16").encode("utf-16"))


def _other_letters() -> bytes:
    return _with_document(_document(paragraph(run("a"))).replace("UTF-8", "UTF-7").encode())


def _million_cells() -> bytes:
    return _with_document(_document("<w:tbl>" + ("<w:tr>" + "<w:tc/>" * 1000 + "</w:tr>") * 1000 + "</w:tbl>"))


def _many_cells() -> bytes:
    return docx_file(table([row([cell(paragraph(run("1")))] * 50)] * 401, [1] * 50))


def _deep_tables() -> bytes:
    inside = paragraph(run("1"))
    for _ in range(12):
        inside = table([row([cell(inside)])], [1])
    return docx_file(inside)


def _deep_elements() -> bytes:
    return _with_document(_document("<w:sdt>" * 5000 + "</w:sdt>" * 5000))


def _bomb() -> bytes:
    return _with_document(_document(paragraph(run(" " * 300_000_000))))


def _bomb_of_styles() -> bytes:
    return docx_file(paragraph(run("1")), {"styles": "<w:x/>" * 4_000_000})


def _many_members() -> bytes:
    return zipped({"[Content_Types].xml": b"", "word/document.xml": b"", **{f"{n}": b"" for n in range(6000)}})


def _lying_sizes() -> bytes:
    """The list says that the main part is a few bytes long."""
    content = bytearray(docx_file(paragraph(run("a" * 100_000))))
    at = content.rfind(b"PK\x01\x02", 0, content.rfind(b"word/document.xml"))
    content[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(content)


def _without_main() -> bytes:
    types = f'<Types><Override ContentType="{_TYPES}.wordprocessingml.document.main+xml"/></Types>'
    return zipped({"[Content_Types].xml": types.encode(), "word/styles.xml": b"<x/>"})


def _main_outside() -> bytes:
    """The main part is on a server."""
    with zipfile.ZipFile(io.BytesIO(docx_file(paragraph(run("a"))))) as opened:
        members = {name: opened.read(name) for name in opened.namelist() if name != "word/document.xml"}
    outside = members["_rels/.rels"].replace(b'Target="word/document.xml"', b'Target="http://x/" TargetMode="External"')
    return zipped(members | {"_rels/.rels": outside})


def _cut_short() -> bytes:
    words = " ".join(str(number * 7919 % 10_007) for number in range(10_000))
    content = docx_file(paragraph(run(words)))
    return content[: len(content) // 2]


def _flipped() -> bytes:
    content = bytearray(docx_file(paragraph(run("a" * 5000))))
    at = content.find(b"word/document.xml") + 40
    content[at] ^= 0xFF
    return bytes(content)


def _elsewhere() -> bytes:
    return docx_file(paragraph(run("a")) + '<w:altChunk r:id="r7"/>')


def _other_package(folder: str, kind: str) -> bytes:
    types = f'<Types><Override PartName="/{folder}" ContentType="{_TYPES}.{kind}.main+xml"/></Types>'
    return zipped({"[Content_Types].xml": types.encode(), folder: b"<x/>"})


def compound_file(*streams: str) -> bytes:
    """An OLE file with these streams in its root folder, each empty."""
    names = ["Root Entry", *streams]
    entries = []
    for place, name in enumerate(names):
        text = name.encode("utf-16-le")
        entry = bytearray(128)
        entry[: len(text)] = text
        entry[64:66] = (len(text) + 2).to_bytes(2, "little")
        right = place + 1 if 0 < place < len(names) - 1 else -1
        child = 1 if place == 0 and streams else -1
        for at, value in ((68, -1), (72, right), (76, child)):
            entry[at : at + 4] = (value & 0xFFFFFFFF).to_bytes(4, "little")
        entries.append(bytes(entry))
    directory = b"".join(entries).ljust(2048, b"\0")
    chain = [0xFFFFFFFD, *range(2, 1 + len(directory) // 512), 0xFFFFFFFE]
    fat = b"".join(each.to_bytes(4, "little") for each in chain).ljust(512, b"\xff")
    header = bytearray(512)
    header[:8] = _OLE
    header[30:32], header[48:52] = (9).to_bytes(2, "little"), (1).to_bytes(4, "little")
    header[76:512] = (0).to_bytes(4, "little") + b"\xff" * 432
    return bytes(header) + fat + directory


WORD_SABOTEURS = {
    "laughs.docx": Saboteur(_laughs, "XML norādes"),
    "outside-entity.docx": Saboteur(_outside_entity, "XML norādes"),
    "wide-letters.docx": Saboteur(_wide_letters, "XML norādes"),
    "other-letters.docx": Saboteur(_other_letters, "XML norādes"),
    "million-cells.docx": Saboteur(_million_cells, "1000000 XML elementu"),
    "many-cells.docx": Saboteur(_many_cells, "20000 tabulas šūnu"),
    "many-tables.docx": Saboteur(lambda: docx_file(table([row([cell("")])], [1]) * 1001), "1000 tabulu"),
    "deep-tables.docx": Saboteur(_deep_tables, "dziļāk nekā 8"),
    "deep-elements.docx": Saboteur(_deep_elements, "bojāts"),
    "bomb.docx": Saboteur(_bomb, "lielāka par 16 MB"),
    "bomb-of-styles.docx": Saboteur(_bomb_of_styles, "lielāka par 16 MB"),
    "many-members.docx": Saboteur(_many_members, "daļu ir vairāk nekā 5000"),
    "lying-sizes.docx": Saboteur(_lying_sizes, "bojāts"),
    "without-main.docx": Saboteur(_without_main, "nav paša teksta"),
    "main-outside.docx": Saboteur(_main_outside, "nav paša teksta"),
    "cut-short.docx": Saboteur(_cut_short, "bojāts"),
    "flipped.docx": Saboteur(_flipped, "bojāts"),
    "not-xml.docx": Saboteur(lambda: _with_document("Kopsavilkums"), "bojāts"),
    "without-body.docx": Saboteur(lambda: _with_document(f'<x xmlns="{TRANSITIONAL}"/>'), "nav paša teksta"),
    "without-words.docx": Saboteur(lambda: docx_file(paragraph("")), "nav teksta"),
    "elsewhere.docx": Saboteur(_elsewhere, "citā failā"),
    "sheet.docx": Saboteur(lambda: _other_package("xl/workbook.xml", "spreadsheetml.sheet"), "izklājlapa"),
    "slides.docx": Saboteur(lambda: _other_package("ppt/presentation.xml", "presentationml.slides"), "prezentācija"),
    "protected.docx": Saboteur(lambda: compound_file("EncryptionInfo", "EncryptedPackage"), "aizsargāts ar paroli"),
    "sheet.doc": Saboteur(lambda: compound_file("Workbook"), "Excel"),
    "slides.doc": Saboteur(lambda: compound_file("PowerPoint Document"), "PowerPoint"),
    "letter.doc": Saboteur(lambda: compound_file("__properties_version1.0"), "e-pasta vēstule"),
    "nothing.doc": Saboteur(lambda: compound_file("Contents"), "Microsoft Office"),
    "ods.odt": Saboteur(lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "izklājlapa"),
    "odg.odt": Saboteur(lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.graphics"}), "zīmējums"),
}
