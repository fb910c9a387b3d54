"""ONE document from its bytes to its records."""

from __future__ import annotations

from pathlib import Path

from pipeline.document import Document, Word
from pipeline.errors import SourceError
from pipeline.extract.activities import results, year_dates
from pipeline.extract.fields import fields, period_of, region_of, title_years
from pipeline.extract.finances import Finances, finances
from pipeline.extract.unclaimed import unclaimed
from pipeline.forms.template import Form, form_named
from pipeline.grammar.answers import stated_amount
from pipeline.layout.flow import form_of_flow
from pipeline.layout.rows import FilledForm, filled_form
from pipeline.passage import folded_space, passage_of
from pipeline.records import StatedAmount, Submission, Summary
from pipeline.sources.opening import content_of, document_id, document_of

# Of a form's eight labels, a document with fewer is something else.
FEWEST_LABELS = 3
# Fields that every summary fills in: two blank ones in a text mean that their contents stand elsewhere.
OPENING_FIELDS = ("task", "performer", "delegation_period")


def submission(path: Path, source_file: str) -> Submission:
    """The records of the file at `path`, or why it could not be read; `source_file` names it in the tables."""
    name, route, pages = "", "", 0
    try:
        content = content_of(path)
        name = document_id(content)
        document = document_of(content)
        route, pages = document.route, len(document.pages)
        return Submission(name, source_file, route, pages, summary_of(document, form_named("kopsavilkums")))
    except SourceError as error:
        return Submission(name, source_file, route, pages, None, error.sentence.lv, error.sentence.en)


def summary_of(document: Document, form: Form) -> Summary:
    """The records of an opened document. Raises SourceError where it is not this form."""
    filled = form_of_flow(document, form) if document.route == "text" else filled_form(document, form)
    if len(filled.rows) < FEWEST_LABELS:
        raise _not_a_summary(len(filled.rows))
    rows = {row.code: row for row in filled.rows}
    if document.route == "text" and sum(code in rows and not rows[code].lines for code in OPENING_FIELDS) > 1:
        raise _scrambled()
    title = passage_of(filled.title)
    found = {field.code: field for field in fields(form, rows)}
    delegation, span = period_of(passage_of(rows["delegation_period"].lines if "delegation_period" in rows else ()))
    done = results(rows["results"]) if "results" in rows else None
    years = done.years if done else ()
    money = (
        finances(rows["finances"], lambda n: year_dates(years, n)) if "finances" in rows else Finances((), frozenset())
    )
    claimed = _claimed(filled, span) | money.claimed
    return Summary(
        title=folded_space(title.text),
        title_source=title.locate(0, len(title.text)) if title.text else None,
        title_years=title_years(title.text),
        region=region_of(title.text, found["task"].value, found["performer"].value),
        fields=tuple(found.values()),
        delegation=delegation,
        years=years,
        finances=money.periods,
        ineligible=_answer(found["ineligible_expenditure"].found, found["ineligible_expenditure"].value),
        unrecovered=_answer(found["unrecovered_funds"].found, found["unrecovered_funds"].value),
        unclaimed=unclaimed(document.words, claimed),
    )


def _answer(found: bool, value: str) -> StatedAmount | None:
    return stated_amount(value) if found and value else None


def _claimed(filled: FilledForm, period: tuple[int, int]) -> frozenset[Word]:
    """The words of title, labels, furniture, and of all fields but the period and the finances; list marks too."""
    words = set(filled.furniture)
    words.update(word for line in filled.title for word in line.words)
    for row in filled.rows:
        words.update(row.label)
        passage = passage_of(row.lines)
        if row.code == "delegation_period":
            words.update(passage.words_in(*period))
        elif row.code != "finances":
            words.update(passage.words)
        words.update(word for word in passage.words if not any(map(str.isalnum, word.text)))
    return frozenset(words)


def _scrambled() -> SourceError:
    return SourceError(
        "Teksta secība ir sajaukta: lauku nosaukumi un to saturs stāv atsevišķi, tāpēc skaitļus droši nolasīt nevar; "
        "iesniedziet pašu PDF.",
        "The text is out of order: the labels and their contents stand apart, so that no figure can be read for sure; "
        "submit the PDF itself.",
    )


def _not_a_summary(labels: int) -> SourceError:
    return SourceError(
        f"Dokuments nav kopsavilkums: atrasti tikai {labels} no veidlapas laukiem, vajadzīgi vismaz {FEWEST_LABELS}; "
        "pārbaudiet, vai iesniegts īstais fails.",
        f"The document is no summary: only {labels} of the form's fields were found, at least {FEWEST_LABELS} are "
        "needed; check that it is the right file.",
    )
