"""What is wrong in a file that is read back, and where it stands."""

from __future__ import annotations

from msgspec import Struct

from pipeline.catalogue import Sentence, sentence

SHOWN_LENGTH = 60
# What is named by a row, or none, and a column, or none.
PLACES = {(False, False): "file", (True, False): "row", (False, True): "column", (True, True): "cell"}
# Every other blank looks like one of these and is none: it is shown as what nobody can print.
SHOWN_AS_SPACE = frozenset("\t\r\n\u00a0\u202f")


class Fault(Struct, frozen=True):
    """One thing that is wrong; `what` says what stands there, what was expected and what to do.

    `row` is the line as a spreadsheet counts it, the header being 1; None is the
    file as a whole. `column` is "" where no column is meant, `called` is what stands
    over it in the file, "" where that is its name. `document_id` is "" where nobody
    can say whose row it is: then no document of the file is sure.
    """

    file: str
    row: int | None
    column: str
    what: Sentence
    document_id: str = ""
    called: str = ""

    @property
    def sentence(self) -> Sentence:
        """`what` with its place in front.

        >>> Fault("finances.csv", 3, "page", Sentence("nav skaitlis.", "no number.")).sentence.en
        'finances.csv, row 3, column page: no number.'
        """
        where = PLACES[self.row is not None, bool(self.column)]
        column = column_called(self.called or self.column)
        return sentence(f"readback.in_{where}", file=self.file, row=self.row, column=column, what=self.what)


def column_called(written: str) -> Sentence:
    """What stands over a column, in quotation marks where it is more than a word.

    >>> column_called("planned_eur").en, column_called("Plānots, EUR").lv
    ('planned_eur', '„Plānots, EUR”')
    """
    return Sentence(written, written) if written.isidentifier() else sentence("dialects.heading", name=written)


def shown(text: str) -> str:
    r"""The beginning of a text, on one line and without anything that a terminal would obey.

    >>> shown("a\r\nb\x1b[31m"), len(shown("x" * 100))
    ('a b\ufffd[31m', 60)
    """
    beginning = text[: 2 * SHOWN_LENGTH].replace("\r\n", "\n")
    line = "".join(" " if each in SHOWN_AS_SPACE else each if each.isprintable() else "\ufffd" for each in beginning)
    return line if len(line) <= SHOWN_LENGTH else f"{line[: SHOWN_LENGTH - 1]}…"
