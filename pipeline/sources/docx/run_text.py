"""The inside of a paragraph → pieces of text, as Word shows them: what was inserted, not what was deleted."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from pipeline.sources.docx.blocks import BREAK, TAB, Piece
from pipeline.sources.docx.drawn import is_picture, measure_of
from pipeline.sources.docx.styles import Styles
from pipeline.sources.docx.symbols import symbol_of, with_symbols
from pipeline.sources.docx.xml_part import Element, attribute, child, children, name_of, switched, value_of

# What is not shown: deletions, instructions of fields, properties, and the reading aid beside a letter.
_PASSED_OVER = frozenset(
    ("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "tbl", "p")
)
_FIXED = {"tab": TAB, "ptab": TAB, "br": BREAK, "cr": BREAK, "noBreakHyphen": "-"}
# A raised figure behind a word, such as a note's number typed by hand, is no part of the number before it.
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# A line end or a tab inside the text itself is shown as a space.
_SPACES = str.maketrans("\t\n\r", "   ")
# Hidden, and struck through by hand: nobody means it any more.
_UNSAID = ("vanish", "strike", "dstrike")
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


class ParagraphText(Struct):
    """What is found in a paragraph: text, what is hidden, text boxes, pictures, and the notes it names."""

    pieces: list[Piece] = field(default_factory=list)
    hidden: list[Piece] = field(default_factory=list)
    prompts: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    pictures: list[tuple[float, float]] = field(default_factory=list)


class RunText:
    """Reads the text of paragraphs; of a field the result counts, not the instruction."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[bool] = []

    def of(self, paragraph: Element) -> ParagraphText:
        """What stands in a paragraph."""
        found = ParagraphText()
        # An instruction that has no end in its paragraph is none: nothing is lost behind it.
        self._fields = [True for has_result in self._fields if has_result]
        self._read(paragraph, found, self._styles.style_of(child(paragraph, "pPr")), prompt=False)
        return found

    def _read(self, element: Element, found: ParagraphText, style: str, *, prompt: bool) -> None:
        for each in element:
            name = name_of(each)
            if name == "r":
                self._read_run(each, found, style, prompt=prompt)
            elif name == "sdt":
                asks = prompt or bool(switched(child(each, "sdtPr"), "showingPlcHdr"))
                self._read(each, found, style, prompt=asks)
            elif name == "mc:AlternateContent":
                self._read(chosen(each), found, style, prompt=prompt)
            elif name == "m:t":
                found.pieces.append(Piece(each.text or ""))
            elif name == "txbxContent":
                found.boxes.append(each)
            elif name not in _PASSED_OVER:
                self._read(each, found, style, prompt=prompt)

    def _read_run(self, run: Element, found: ParagraphText, style: str, *, prompt: bool) -> None:
        properties = child(run, "rPr")
        bold = self._styles.run_is("b", properties, style)
        shown = found.prompts if prompt else found.pieces
        unsaid = any(self._styles.run_is(name, properties, style) for name in _UNSAID)
        pieces = found.hidden if unsaid else shown
        for text in self._texts(run, found, style):
            pieces.append(Piece(self._as_shown(text, properties, style), bold))

    def _as_shown(self, text: str, properties: Element | None, style: str) -> str:
        if self._styles.run_is("caps", properties, style):
            text = text.upper()
        return text.translate(_RAISED) if value_of(properties, "vertAlign") == "superscript" else text

    def _texts(self, run: Element, found: ParagraphText, style: str) -> Iterator[str]:
        for each in run:
            name = name_of(each)
            if name == "fldChar":
                yield self._chosen_entry(each)
            elif name in _NOTES:
                found.notes.append((_NOTES[name], attribute(each, "id") or ""))
            elif all(self._fields):
                yield from self._shown(each, name, found, style)

    def _shown(self, each: Element, name: str, found: ParagraphText, style: str) -> Iterator[str]:
        """The text of one element of a run that is not the instruction of a field."""
        if name == "t":
            yield with_symbols(each.text or "").translate(_SPACES)
        elif name == "sym":
            yield symbol_of(_code(attribute(each, "char")), attribute(each, "font") or "")
        elif name in _FIXED:
            yield _FIXED[name]
        elif name == "mc:AlternateContent":
            yield from self._texts(chosen(each), found, style)
        elif name == "txbxContent":
            found.boxes.append(each)
        elif name not in _PASSED_OVER:
            found.pictures += [measure_of(each)] if is_picture(each) else []
            self._read(each, found, style, prompt=False)

    def _chosen_entry(self, mark: Element) -> str:
        """Keeps count of fields: True for each whose result has begun; gives the entry that a list box shows."""
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            self._fields.append(False)
            entries = child(mark, "ffData", "ddList")
            listed = [attribute(entry, "val") or "" for entry in children(entries, "listEntry")]
            place = value_of(entries, "result") or value_of(entries, "default") or "0"
            return listed[int(place)] if place.isdecimal() and len(place) < 4 and int(place) < len(listed) else ""
        if kind == "separate" and self._fields:
            self._fields[-1] = True
        if kind == "end" and self._fields:
            self._fields.pop()
        return ""


def chosen(alternatives: Element) -> Element:
    """Of alternatives the first that holds text, so that a text box that is written twice is read once."""
    known = [each for each in alternatives if name_of(each) in ("mc:Choice", "mc:Fallback")]
    worded = (each for each in known if any(name_of(below) in ("t", "m:t", "sym") for below in each.iter()))
    return next(worded, known[0] if known else alternatives[:0])


def _code(written: str | None) -> int:
    """The place of a letter in its font, written in hexadecimal; 0 where it is none."""
    try:
        return int(written or "0", 16)
    except ValueError:
        return 0
