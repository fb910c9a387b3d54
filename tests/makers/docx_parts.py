"""A Word file as XML by hand: its parts, paragraphs, tables, and the lists that Word numbers itself."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_NAMESPACES = (
    'xmlns:w="{w}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
# The formats of the levels that made lists use: a bracket, a dot, a letter, dashes, bullets, dotted numbers below.
LEVELS = {
    "bracket": ("decimal", "%1)"),
    "dot": ("decimal", "%1."),
    "letter": ("lowerLetter", "%2)"),
    "dotted": ("decimal", "%1.%2."),
    "dash": ("bullet", "-"),
    "bullet": ("bullet", "\uf0b7"),
}


def run(text: str, bold: bool = False, properties: str = "") -> str:
    """A run; a line feed in its text is a line break."""
    inside = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\n"))
    look = f"<w:b/>{properties}" if bold else properties
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{inside}</w:r>"


def paragraph(runs: str, properties: str = "") -> str:
    """A paragraph of these runs."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def numbered(number: int, level: int = 0) -> str:
    """The property of a paragraph of this list and level."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def cell(blocks: str, properties: str = "") -> str:
    """A cell; its last block is a paragraph, as Word wants it."""
    end = "" if blocks.endswith("</w:p>") else "<w:p/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{blocks}{end}</w:tc>"


def row(cells: Iterable[str], properties: str = "") -> str:
    """A row of these cells."""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], columns: Sequence[int]) -> str:
    """A table; `columns` are the widths of its grid in twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def control(blocks: str, properties: str = "") -> str:
    """A content control around blocks, rows, cells or runs."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{blocks}</w:sdtContent></w:sdt>"


def text_box(blocks: str) -> str:
    """A run with a text box, written for new readers and once more for old ones."""
    inside = f"<w:txbxContent>{blocks}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def abstract_list(identity: int, levels: Sequence[str], more: str = "") -> str:
    """An abstract list with these formats, by their names in `LEVELS`, on its levels."""
    inside = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{LEVELS[name][0]}"/>'
        f'<w:lvlText w:val="{LEVELS[name][1]}"/></w:lvl>'
        for place, name in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{identity}">{inside}{more}</w:abstractNum>'


def list_number(number: int, abstract: int, restarts: bool = False) -> str:
    """A list of an abstract one, which goes on counting or starts anew."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if restarts else ""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


def docx_file(body: str, parts: dict[str, str] | None = None, *, strict: bool = False) -> bytes:
    """The file: `body` is the inside of w:body, `parts` the insides of other parts by their root elements' names.

    A part is called after its root: `numbering`, `styles`, `footnotes`, `endnotes`, `hdr`, `ftr`.
    """
    spaces = _NAMESPACES.format(w=STRICT if strict else TRANSITIONAL)
    known = {"hdr": "header", "ftr": "footer"}
    files = {"document": f"{HEAD}<w:document {spaces}><w:body>{body}</w:body></w:document>"}
    files |= {
        known.get(name, name): f"{HEAD}<w:{name} {spaces}>{inside}</w:{name}>" for name, inside in (parts or {}).items()
    }
    related = "".join(
        f'<Relationship Id="r{place}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for place, name in enumerate(files)
        if name != "document"
    )
    types = "".join(
        f'<Override PartName="/word/{name}.xml" '
        f'ContentType="{_TYPE}.{"document.main" if name == "document" else name}+xml"/>'
        for name in files
    )
    relationships = f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    members = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{types}</Types>",
        "_rels/.rels": f'{relationships}<Relationship Id="r" Type="{_OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f"{relationships}{related}</Relationships>",
        **{f"word/{name}.xml": text for name, text in files.items()},
    }
    return zipped({name: text.encode() for name, text in members.items()})


def zipped(members: dict[str, bytes]) -> bytes:
    """A ZIP file of these members, the same bytes each time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in members.items():
            opened.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
