"""The form as a Word file, set in one of the many ways in which people use Word."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tests.makers.choices import Choices, SeededChoices
from tests.makers.docx_parts import (
    abstract_list,
    cell,
    control,
    docx_file,
    list_number,
    numbered,
    paragraph,
    row,
    run,
    table,
    text_box,
)
from tests.makers.form_rows import Cell, FormRow, Paragraph, form_rows
from tests.makers.made_summary import MadeSummary, Style

_MARK = re.compile(r"(\d+\)|\d+\.(?:\d+\.)?|[a-h]\)|-|•) (?!.*stenošanas gads)", re.IGNORECASE)
_LABEL, _CONTENT = 2700, 6400


@dataclass(frozen=True, slots=True)
class WordUse:
    """How an author uses Word, one choice for each thing."""

    automatic: bool
    nested: bool
    merged_labels: bool
    split_rows: bool
    tracked: bool
    controls: bool
    boxes: bool
    flow: bool
    strict: bool
    scattered: bool
    one_table: bool
    breaks: bool

    @classmethod
    def chosen(cls, choices: Choices) -> WordUse:
        """A use; most people do without most of these."""
        return cls(
            automatic=choices.chance(50),
            nested=choices.chance(50),
            merged_labels=choices.chance(60),
            split_rows=choices.chance(25),
            tracked=choices.chance(30),
            controls=choices.chance(30),
            boxes=choices.chance(15),
            flow=choices.chance(15),
            strict=choices.chance(10),
            scattered=choices.chance(50),
            one_table=choices.chance(85),
            breaks=choices.chance(10),
        )


@dataclass(slots=True)
class _Writer:
    """What is written, and the lists that it needs: one for each list of items, all of one abstract list."""

    choices: Choices
    use: WordUse
    style: Style
    lists: list[int] = field(default_factory=list)

    def blocks(self, content: Cell, *, listed: bool = False) -> str:
        if self.use.breaks and not listed:
            return paragraph("<w:r><w:br/></w:r>".join(self._runs(each) for each in content))
        return "".join(self._listed(each) if listed else self._plain(each) for each in content)

    def _plain(self, each: Paragraph) -> str:
        return paragraph(self._runs(each), '<w:spacing w:before="160"/>' if each.apart else "")

    def _listed(self, each: Paragraph) -> str:
        mark = _MARK.match(each.text)
        if not self.use.automatic or mark is None:
            return self._plain(each)
        text = Paragraph(each.text[mark.end() :], each.bold, each.apart)
        level = self._level(mark[1])
        if level == 0 and (not self.lists or mark[1] in ("1)", "1.")):
            self.lists.append(len(self.lists) + 1)
        return paragraph(self._runs(text), numbered(max(1, len(self.lists)), level))

    def _level(self, mark: str) -> int:
        """A dash is a mark of the upper level where items have dashes, else of the lower one."""
        if mark[0].isalpha() or mark.count(".") == 2:
            return 1
        return 1 if mark == "-" and self.style.numbering != "dash" else 0

    def _runs(self, each: Paragraph) -> str:
        texts = self._scattered(each.text) if self.use.scattered else [each.text]
        done = []
        for text in texts:
            written = run(text, each.bold)
            if self.use.tracked and self.choices.chance(25):
                written = f'<w:ins w:id="1" w:author="A">{written}</w:ins>' + self._deleted()
            if self.use.controls and self.choices.chance(10):
                written = control(written)
            done.append(written)
        return "".join(done)

    def _scattered(self, text: str) -> list[str]:
        """The text in pieces, as Word leaves it after corrections: a cut may go through a word or a number."""
        cuts = sorted({self.choices.whole(0, len(text)) for _ in range(self.choices.whole(0, 3))})
        return [text[start:stop] for start, stop in zip([0, *cuts], [*cuts, len(text)], strict=True) if stop > start]

    def _deleted(self) -> str:
        deleted = "<w:r><w:delText>99 000,00 euro, 7 semināri</w:delText></w:r>"
        return f'<w:del w:id="2" w:author="A">{deleted}</w:del>'

    def numbering(self) -> str:
        levels = (self.style.numbering if self.style.numbering != "paragraph" else "bracket", self.style.sub_numbering)
        return abstract_list(1, levels) + "".join(list_number(each, 1, restarts=True) for each in self.lists)


def docx_form(made: MadeSummary, style: Style) -> bytes:
    """The Word file's bytes; the same summary in the same style is always written alike."""
    choices = SeededChoices(zlib.crc32(repr((made, style)).encode()))
    use = WordUse.chosen(choices)
    return docx_form_in(made, style, use, choices)


def docx_form_in(made: MadeSummary, style: Style, use: WordUse, choices: Choices) -> bytes:
    """The same for one way of using Word."""
    writer = _Writer(choices, use, style)
    rows = form_rows(made, style)
    title = "".join(paragraph(run(line, bold=True)) for line in made.title)
    body = _flow(writer, rows) if use.flow else _tables(writer, rows)
    parts = {"numbering": writer.numbering()} if use.automatic else {}
    if style.page_numbers:
        parts["ftr"] = paragraph('<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    return docx_file(title + paragraph("") + body, parts, strict=use.strict)


def _flow(writer: _Writer, rows: Sequence[FormRow]) -> str:
    done = []
    for place, each in enumerate(rows):
        done.append(paragraph(run(each.label, bold=True)))
        if len(each.bands) > 1 or len(each.bands[0]) > 1:
            done.append(_bands_table(writer, each) + paragraph(""))
        else:
            done.append(writer.blocks(each.bands[0][0], listed=place == 3))
    return "".join(done)


def _tables(writer: _Writer, rows: Sequence[FormRow]) -> str:
    columns = max(len(band) for each in rows for band in each.bands)
    several = 1 if writer.use.nested else columns
    grid = [_LABEL, *[_CONTENT // several] * several]
    written = [list(_rows(writer, each, several, place)) for place, each in enumerate(rows)]
    if writer.use.one_table:
        return table([line for lines in written for line in lines], grid)
    return "".join(table(lines, grid) + paragraph("") for lines in written)


def _rows(writer: _Writer, each: FormRow, columns: int, place: int) -> Iterator[str]:
    label = paragraph(run(each.label))
    if columns == 1 and (len(each.bands) > 1 or len(each.bands[0]) > 1):
        yield row([cell(label), cell(_bands_table(writer, each))])
        return
    bands = list(each.bands)
    if writer.use.split_rows and place == 3:
        bands = [((paragraphs),) for paragraphs in _halves(bands[0][0])]
    for number, band in enumerate(bands):
        merge = '<w:vMerge w:val="restart"/>' if number == 0 else "<w:vMerge/>"
        properties = merge if writer.use.merged_labels and len(bands) > 1 else ""
        cells = [cell(label if number == 0 else paragraph(""), properties)]
        cells += list(_cells(writer, band, columns, place))
        written = row(cells)
        yield control(written) if writer.use.controls and writer.choices.chance(30) else written


def _cells(writer: _Writer, band: Sequence[Cell], columns: int, place: int) -> Iterator[str]:
    for content in band:
        span = columns // len(band)
        blocks = writer.blocks(content, listed=place == 3)
        if writer.use.boxes and place == 1:
            blocks = paragraph(text_box(blocks))
        if writer.use.controls and writer.choices.chance(30):
            blocks = control(blocks) + paragraph("")
        yield cell(blocks, f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")


def _bands_table(writer: _Writer, each: FormRow) -> str:
    columns = max(map(len, each.bands))
    lines = [row(list(_cells(writer, band, columns, 4))) for band in each.bands]
    return table(lines, [_CONTENT // columns] * columns)


def _halves(content: Cell) -> list[Cell]:
    """The paragraphs in two rows, parted where an item begins."""
    middle = max(1, len(content) // 2)
    return [part for part in (content[:middle], content[middle:]) if part]
