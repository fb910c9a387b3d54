"""Each word of a document, counted again from the records: where it stands, and how often.

The records are found again in the text of their field by their quotes, without
asking the pipeline which words it claims.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import regex

from pipeline import journey
from pipeline.document import Document, Word
from pipeline.extract.finance_periods import period_marks
from pipeline.extract.result_text import result_text
from pipeline.forms.template import Form, forms
from pipeline.grammar.money import AMOUNT, BARE_AMOUNT, CENT, Amount
from pipeline.grammar.rule import Found, masked
from pipeline.layout.rows import CellText, FilledForm, FormRow, columns_of
from pipeline.passage import Passage, passage_of
from pipeline.records import ImplementationYear, Summary

# What becomes of a remainder may name the year that it goes to: *pārnests uz 2021. gadu*.
# Into which year a remainder was carried, and the day on which it was returned: they are told with its disposition.
_TIME_OF_FATE = regex.compile(
    r"\buz\s+20\d\d\.\s*gad\p{L}+|(?:20\d\d\.\s*gada\s+\d{1,2}\.\s*\p{L}+|\d{1,2}\.\d{1,2}\.20\d\d\.?)\s+(?=(?:atmaks|atgriez|ieskait)\p{L}+)",
    regex.IGNORECASE,
)
_LIST_NUMBER = regex.compile(r"\d{1,2}[.)]*")


@dataclass(frozen=True, slots=True)
class Account:
    """A document, what was read from it, the words that the pipeline claimed, and the form that it fills in."""

    document: Document
    summary: Summary
    claimed: frozenset[Word]
    form: Form
    filled: FilledForm

    def row(self, reader: str) -> FormRow | None:
        """The row of the first field with this reader, None where the document has none."""
        return next((row for row in self.filled.rows if row.code == self.form.with_reader(reader)), None)


def account_of(document: Document) -> Account:
    """The account of a document as the pipeline reads it now."""
    seen: list[frozenset[Word]] = []
    told = journey.unclaimed
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journey, "unclaimed", lambda words, claimed: seen.append(claimed) or told(words, claimed))
        summary = journey.summary_of(document, forms())
    form, filled = journey.recognised(document, forms())
    return Account(document, summary, seen[0], form, filled)


def miscounted_runs(account: Account) -> list[str]:
    """What is wrong with the runs of unclaimed.csv: they hold every word that is not claimed, once and in order."""
    words = account.document.words
    left = [(word.page, word.text) for word in words if word not in account.claimed]
    told = [(run.page, text) for run in account.summary.unclaimed for text in run.text.split()]
    wrong = [] if left == told else [f"unclaimed {left}, told {told}"]
    if sum(run.words for run in account.summary.unclaimed) != len(left):
        wrong.append(f"{len(left)} words are unclaimed, the runs count others")
    if not account.claimed <= set(words) or [word.number for word in words] != list(range(len(words))):
        wrong.append("words are claimed that the document does not hold, or it holds a word twice")
    return wrong


def misplaced_words(account: Account) -> list[str]:
    """The words that stand in no record, label, heading or furniture and not in unclaimed.csv, or in two of these.

    A sign without a letter or digit may stand in none. The finances are left
    out: `misread_amounts` and `lost_digits` account for them.
    """
    places = Counter(_placed(account))
    row = account.row("finances")
    finances = set(passage_of(row.lines).words) if row else set()
    counted = {word: places[word] + (word not in account.claimed) for word in account.document.words}
    return [
        f"{word.text} (word {word.number}) stands in {times} places"
        for word, times in counted.items()
        if times > 1 or (times == 0 and word not in finances and not _is_sign(word))
    ]


def _is_sign(word: Word) -> bool:
    return not any(map(str.isalnum, word.text))


def _placed(account: Account) -> Iterator[Word]:
    """Every word as often as it stands in title, furniture, labels and records but the finances."""
    yield from account.filled.furniture.union(account.document.furniture)
    title = passage_of(account.filled.title)
    yield from _words_of(title, [account.summary.title])
    for row in account.filled.rows:
        yield from row.label
        passage = passage_of(row.lines)
        if row is account.row("results"):
            text = result_text(row)
            yield from text.heads
            yield from _words_of(text.passage, _quotes_of_years(account.summary))
        elif row is account.row("period"):
            delegation = account.summary.delegation
            yield from _words_of(passage, [delegation.text] if delegation and delegation.start else [])
        elif row is not account.row("finances"):
            field = account.summary.field(row.code)
            yield from _words_of(passage, [field.value] if field else [])


def _words_of(passage: Passage, quotes: list[str]) -> Iterator[Word]:
    """The words of the quotes, each looked for behind the one before it; none for a quote that is not found."""
    text, at = passage.text.replace("\n", " "), 0
    for quote in quotes:
        start = text.find(quote, at)
        if quote and start >= 0:
            at = start + len(quote)
            yield from passage.words_in(start, at)


def _quotes_of_years(summary: Summary) -> list[str]:
    """The headings, sections and activities of the results, in the order in which they stand there."""
    quotes: list[str] = []
    for year in summary.years:
        quotes.append(year.heading)
        quotes += _quotes_of_year(year)
    return [quote for quote in quotes if quote]


def _quotes_of_year(year: ImplementationYear) -> Iterator[str]:
    section = ""
    for activity in year.activities:
        if activity.section != section:
            section = activity.section
            yield section
        yield activity.source.quote


def misread_amounts(account: Account) -> list[str]:
    """Amounts that are claimed in the finances and are no value of a record there, or fewer times than they stand."""
    row = account.row("finances")
    if row is None:
        return []
    amounts = [found for passage, text in _finance_texts(row) for found in _amounts(passage, text, account)]
    claimed = Counter(str(found.value.euros) for found in amounts if found.value.euros is not None)
    values = Counter(
        str(value.quantize(CENT))
        for period in account.summary.finances
        for line in period.lines
        for value in (line.planned, line.actual, line.remainder)
        if value is not None
    )
    return [] if claimed == values else [f"claimed {claimed - values}, read {values - claimed}"]


def lost_digits(account: Account) -> list[str]:
    """Claimed words with a digit in a label, but for its list number, and in the finances outside all that is read there."""
    labels = [word for row in account.filled.rows for word in row.label]
    firsts = {row.label[0] for row in account.filled.rows if _LIST_NUMBER.fullmatch(row.label[0].text)}
    lost = {word for word in labels if _has_digit(word) and word not in firsts}
    row = account.row("finances")
    read: set[Word] = set()
    for passage, text in _finance_texts(row) if row else ():
        spans = [(each.start, each.stop) for each in (*period_marks(passage), *_amounts(passage, text, account))]
        spans += [match.span() for match in _TIME_OF_FATE.finditer(passage.text)]
        spans += [place for purpose in _purposes(account.summary) for place in _places_of(purpose, passage)]
        read.update(word for span in spans for word in passage.words_in(*span))
        lost |= {word for word in passage.words if _has_digit(word) and word in account.claimed}
    return [f"{word.text} (word {word.number}) is claimed and not read" for word in sorted(lost - read, key=_number)]


def _finance_texts(row: FormRow) -> list[tuple[Passage, str]]:
    """The text of each cell of the row, its periods blanked; a cell at a page end with the one it goes on in."""
    runs: list[list[CellText]] = []
    for cell in (cell for column in columns_of(row.parted or row.cells) for cell in column):
        goes_on = bool(runs) and runs[-1][-1].page + 1 == cell.page
        runs = [*runs[:-1], [*runs[-1], cell]] if goes_on else [*runs, [cell]]
    passages = [passage_of(line for cell in run for line in cell.lines) for run in runs]
    return [(passage, masked(passage.text, period_marks(passage))) for passage in passages]


def _amounts(passage: Passage, text: str, account: Account) -> list[Found[Amount]]:
    """The amounts of a text of which a word is claimed."""
    found = _with_currency(text) or BARE_AMOUNT.all_in(text)
    return [each for each in found if account.claimed.intersection(passage.words_in(each.start, each.stop))]


def _with_currency(text: str) -> list[Found[Amount]]:
    """The amounts with a currency beside them; a currency alone, as in the head of a table, is none."""
    return [each for each in AMOUNT.all_in(text) if each.value.reason != "no_number"]


def _purposes(summary: Summary) -> set[str]:
    return {line.purpose for period in summary.finances for line in period.lines if line.purpose}


def _places_of(quote: str, passage: Passage) -> list[tuple[int, int]]:
    text = passage.text.replace("\n", " ")
    return [match.span() for match in regex.finditer(regex.escape(quote), text)]


def _has_digit(word: Word) -> bool:
    return any(map(str.isdigit, word.text))


def _number(word: Word) -> int:
    return word.number
