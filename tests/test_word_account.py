"""The account of words: each word of a document is claimed once or stands in unclaimed.csv."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from pipeline import journey
from pipeline.document import Document, Word
from pipeline.extract.finances import Finances
from pipeline.forms import matching
from pipeline.passage import passage_of
from pipeline.records import UnclaimedText
from tests.word_account.accounts import account_of, lost_digits, miscounted_runs, misplaced_words, misread_amounts
from tests.word_account.documents import cut_documents, documents, written_documents

DOCUMENTS = dict(documents())
UNREAD = DOCUMENTS["vidzeme-neizlasits.txt"]
AMOUNT_ABOVE_LABEL = DOCUMENTS["kurzeme-pieraksts.txt"]
# The check of amounts counts those with a currency that stand in a record: here a table's head names none.
UNCOUNTED = ("diasporas-nometnes.pdf", "eiropas-jauniesi.pdf")
CHECKS = (miscounted_runs, misplaced_words, misread_amounts, lost_digits)


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_words_of_a_document_are_all_accounted_for(check: Callable[..., list[str]], name: str) -> None:
    is_uncounted = check is misread_amounts and name in UNCOUNTED
    assert (check(account_of(DOCUMENTS[name])) != []) == is_uncounted


@pytest.mark.slow
@pytest.mark.parametrize("more", [cut_documents, written_documents], ids=lambda more: more.__name__)
def test_the_words_of_documents_made_by_the_dozen_are_all_accounted_for(
    more: Callable[[], Iterator[tuple[str, Document]]],
) -> None:
    wrong = {name: [each for check in CHECKS for each in check(account_of(document))] for name, document in more()}
    assert {name: found for name, found in wrong.items() if found} == {}


def test_text_that_no_rule_reads_is_unclaimed() -> None:
    assert [run.text for run in account_of(UNREAD).summary.unclaimed] == [
        "(pagarināts 2 reizes)",
        "Uzdevuma izpildē iesaistītas 7 pašvaldības.",
        "17,35 EUR",
        "Līgums grozīts 2 reizes, grozījumi pieejami pie ministrijas.",
    ]


def _after(patch: pytest.MonkeyPatch, name: str, change: Callable[[Any], Any]) -> None:
    """Sabotages a function of the journey: what it gives is changed."""
    sound = getattr(journey, name)
    patch.setattr(journey, name, lambda *given: change(sound(*given)))


def _word(text: str) -> Word:
    return next(word for word in UNREAD.words if word.text == text)


def test_a_word_claimed_too_many_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    _after(monkeypatch, "_claimed", lambda claimed: claimed | {_word("pašvaldības.")})
    assert misplaced_words(account_of(UNREAD)) == [
        f"pašvaldības. (word {_word('pašvaldības.').number}) stands in 0 places"
    ]


def test_a_word_claimed_too_few_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    _after(monkeypatch, "_claimed", lambda claimed: claimed - {_word("Vidzemes")})
    assert misplaced_words(account_of(UNREAD)) == [f"Vidzemes (word {_word('Vidzemes').number}) stands in 2 places"]


def test_a_word_of_another_document_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    _after(monkeypatch, "_claimed", lambda claimed: claimed | {Word("svešs", 9_999, 1)})
    assert miscounted_runs(account_of(UNREAD)) != []


def _without_last_run(runs: tuple[UnclaimedText, ...]) -> tuple[UnclaimedText, ...]:
    return runs[:-1]


def _last_run_twice(runs: tuple[UnclaimedText, ...]) -> tuple[UnclaimedText, ...]:
    return (*runs, runs[-1])


def _one_word_less_counted(runs: tuple[UnclaimedText, ...]) -> tuple[UnclaimedText, ...]:
    return (*runs[:-1], replace(runs[-1], words=runs[-1].words - 1))


@pytest.mark.parametrize("sabotage", [_without_last_run, _last_run_twice, _one_word_less_counted])
def test_a_run_lost_doubled_or_miscounted_is_found(
    sabotage: Callable[[Any], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    _after(monkeypatch, "unclaimed", sabotage)
    assert miscounted_runs(account_of(UNREAD)) != []


def test_an_activity_that_is_lost_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_last(done: Any) -> Any:
        last = done.years[-1]
        return replace(done, years=(*done.years[:-1], replace(last, activities=last.activities[:-1])))

    _after(monkeypatch, "results", without_last)
    lost = [each.partition(" ")[0] for each in misplaced_words(account_of(UNREAD))]
    assert lost == ["1)", "Novadītas", "16", "nodarbības."]


def test_a_finance_line_that_is_lost_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    _after(monkeypatch, "finances", lambda money: replace(money, periods=money.periods[:-1]))
    assert misread_amounts(account_of(UNREAD)) != []


def test_a_number_claimed_in_the_finances_that_nothing_reads_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    row = account_of(UNREAD).row("finances")
    assert row is not None
    _after(monkeypatch, "finances", lambda money: Finances(money.periods, frozenset(passage_of(row.lines).words)))
    assert [each.partition(" ")[0] for each in lost_digits(account_of(UNREAD))] == ["2"]


def test_an_amount_that_a_label_swallows_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "_is_list_number", lambda words, folded, start, line_starts: words[start].isdigit())
    assert [each.partition(" ")[0] for each in lost_digits(account_of(AMOUNT_ABOVE_LABEL))] == ["213,47"]
