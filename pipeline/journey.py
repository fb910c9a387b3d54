"""ONE document from its bytes to its records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pipeline.bookkeeping.identities import figures_agree
from pipeline.catalogue import Sentence
from pipeline.document import Document, Word
from pipeline.errors import SourceError
from pipeline.extract.activities import all_dates, results, year_dates
from pipeline.extract.fields import fields, period_of, region_of, title_years
from pipeline.extract.finances import Finances, finances
from pipeline.extract.unclaimed import unclaimed
from pipeline.forms.template import Form, forms
from pipeline.grammar.answers import ineligible_amount, unrecovered_amount
from pipeline.layout.flow import form_of_flow
from pipeline.layout.headed_flow import form_of_headed_flow, is_headed
from pipeline.layout.labels_again import labels_again
from pipeline.layout.pictures import pictures_in_form
from pipeline.layout.rows import FilledForm, FormRow, filled_form
from pipeline.options import Order, Verification
from pipeline.passage import TextLine, folded_space, passage_of
from pipeline.records import FieldValue, StatedAmount, Submission, Summary
from pipeline.sources.belief import disbelieved_reading
from pipeline.sources.opening import content_of, document_id, document_of, file_kind, unlocked

# Of a form's eight labels, a document with fewer is something else.
FEWEST_LABELS = 3
# So many labels that stand once more are those of another summary; one may be quoted.
FEWEST_LABELS_AGAIN = 4
# Fields that every summary fills in: two blank ones in a text mean that their contents stand elsewhere.
OPENING_FIELDS = ("task", "performer", "delegation_period")


class ReadFile(Struct, frozen=True):
    """A submission with the document that it was read from, None where that could not be opened."""

    submission: Submission
    document: Document | None


def submission(path: Path, source_file: str, order: Order | None = None) -> Submission:
    """The records of the file at `path`, or why it could not be read; `source_file` names it in the tables."""
    return read_file(path, source_file, order).submission


def read_file(path: Path, source_file: str, order: Order | None = None) -> ReadFile:
    """Like `submission`, with the opened document, to which the words of each source lead back."""
    order = order or Order()
    name, document, kind = "", None, ""
    try:
        content = content_of(path)
        name = document_id(content)
        content = unlocked(content, order.passwords)
        kind = file_kind(content)
        document = document_of(content)
        summary, why = _summary(document)
        if document.route == "pdf" and (order.verification == "words" or _is_doubtful(summary)):
            shown = document_as_shown(content, document)
            if shown is not document:
                document = shown
                summary, why = _summary(document)
        if summary:
            summary = _verified(summary, content, document, order.verification)
    except SourceError as error:
        summary, why = None, error.sentence
    route, pages = (document.route, document.pages) if document else ("", ())
    return ReadFile(
        Submission(
            name,
            source_file,
            route,
            0 if route == "docx" else len(pages),
            summary,
            why.lv,
            why.en,
            fallback_pages=tuple(page.number for page in pages if page.fallback),
            ocr_pages=tuple(page.number for page in pages if page.scan == "recognised"),
            unread_pages=tuple(page.number for page in pages if page.scan == "unread"),
            file_kind=kind,
            recogniser=document.recogniser if document else "",
            hidden_pages=tuple(page.number for page in pages if page.unseen),
        ),
        document,
    )


def _summary(document: Document) -> tuple[Summary | None, Sentence]:
    """The records of an opened document, or why there are none."""
    try:
        return summary_of(document, forms()), Sentence("", "")
    except SourceError as error:
        return None, error.sentence


def _is_doubtful(summary: Summary | None) -> bool:
    return summary is None or not figures_agree(summary.finances)


def document_as_shown(content: bytes, document: Document) -> Document:
    """The PDF's document as its pages show it, the same where its text says so, or where nothing can be recognised."""
    from pipeline.sources.picture_check import as_shown

    try:
        return as_shown(content, document)
    except SourceError:
        return document


def _verified(summary: Summary, content: bytes, document: Document, verification: Verification) -> Summary:
    """With what a second reader saw; where figures disagree, it is always asked for the words too."""
    found = disbelieved_reading(document.pages)
    if found is None and document.route == "pdf" and verification != "none":
        from pipeline.sources.second_reader import second_reading

        words = verification == "words" or not figures_agree(summary.finances)
        found = second_reading(content, document.pages, words=words)
    return replace(summary, second_reading=found)


def summary_of(document: Document, known_forms: Sequence[Form]) -> Summary:
    """The records of an opened document. Raises SourceError where it is none of these forms."""
    form, filled = recognised(document, known_forms)
    rows = {row.code: row for row in filled.rows}
    title = passage_of(filled.title)
    found = {field.code: field for field in fields(form, rows)}
    delegation, span = period_of(passage_of(_lines(rows, form.with_reader("period"))))
    done = results(rows[form.with_reader("results")]) if form.with_reader("results") in rows else None
    years = done.years if done else ()
    money = Finances((), frozenset())
    if form.with_reader("finances") in rows:
        money = finances(rows[form.with_reader("finances")], lambda n: year_dates(years, n), all_dates(years))
    claimed = _claimed(form, filled, span) | money.claimed | (done.claimed if done else frozenset())
    claimed = claimed.union(document.furniture)
    return Summary(
        title=folded_space(title.text),
        title_source=title.locate(0, len(title.text)) if title.text else None,
        title_years=title_years(title.text),
        region=region_of(title.text, *(found[code].value for code in ("task", "performer") if code in found)),
        fields=tuple(found.values()),
        delegation=delegation,
        years=years,
        finances=money.periods,
        ineligible=_answer(found.get("ineligible_expenditure"), ineligible_amount),
        unrecovered=_answer(found.get("unrecovered_funds"), unrecovered_amount),
        unclaimed=unclaimed(document.words, claimed),
        unread_pictures=pictures_in_form(document, filled),
    )


def recognised(document: Document, known_forms: Sequence[Form]) -> tuple[Form, FilledForm]:
    """The form of which the document holds most, and how it is filled in. Raises SourceError where it is none."""
    view = _VIEWS.get(document.route, filled_form)
    form, filled = max(((form, view(document, form)) for form in known_forms), key=lambda pair: pair[1].label_letters)
    if len(filled.rows) < FEWEST_LABELS:
        raise SourceError("sources.not_a_summary", labels=len(filled.rows), fewest=FEWEST_LABELS)
    if len(labels_again(form, filled)) >= FEWEST_LABELS_AGAIN:
        raise SourceError("sources.several_summaries")
    blank = [row.code for row in filled.rows if row.code in OPENING_FIELDS and not row.lines]
    if document.route == "text" and len(blank) > 1:
        raise SourceError("sources.scrambled")
    return form, filled


def _word_form(document: Document, form: Form) -> FilledForm:
    """A Word file's form: labels stand beside their contents, in a table or behind tabs, or above them."""
    beside = filled_form(document, form)
    if sum(bool(row.lines) and not is_headed(row) for row in beside.rows) == len(form.fields):
        return beside
    above = form_of_headed_flow(document, form)
    headed = sum(map(is_headed, above.rows)) * 2 > len(above.rows)
    filled = [sum(bool(row.lines) for row in view.rows) for view in (beside, above)]
    return above if filled[1] + headed > filled[0] else beside


_VIEWS = {"text": form_of_flow, "docx": _word_form}


def _lines(rows: Mapping[str, FormRow], code: str) -> tuple[TextLine, ...]:
    return rows[code].lines if code in rows else ()


def _answer(field: FieldValue | None, read: Callable[[str], StatedAmount]) -> StatedAmount | None:
    return read(field.value) if field and field.value else None


def _claimed(form: Form, filled: FilledForm, period: tuple[int, int]) -> frozenset[Word]:
    """The words of title, labels, furniture, and of the fields that are taken as they stand; list marks too."""
    read = (form.with_reader("results"), form.with_reader("finances"))
    words = set(filled.furniture)
    words.update(word for line in filled.title for word in line.words)
    for row in filled.rows:
        words.update(row.label)
        passage = row.passage
        if row.code == form.with_reader("period"):
            words.update(passage.words_in(*period))
        elif row.code not in read:
            words.update(passage.words)
        words.update(word for word in passage.words if not any(map(str.isalnum, word.text)))
    return frozenset(words)
