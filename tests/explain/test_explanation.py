"""What is said of a value: its rule, its places, and lines that people read."""

from __future__ import annotations

import json

import pytest

from pipeline.explain.explanation import explained_in
from pipeline.explain.explanation_json import explanation_json
from tests.explain.reading import at, lines, made, only, sample

REAL = "kurzeme-libreoffice.pdf"
REMAINDER = "finances/2022-07-15/remainder_eur"
UNREAD = "01.01.2023. – 31.12.2023.\nPlānots 49 00,00 euro\nFaktiski 1 000,00 euro"


def test_an_amount_is_told_whole() -> None:
    assert lines(sample(REAL), REMAINDER)[:11] == [
        "finances/2022-07-15/2023-07-14/remainder_eur",
        "  Atlikums, EUR: 1 213,47",
        "  Summa: skaitlis, pie kura stāv valūta. Tūkstoši atdalīti pa trim cipariem vai nemaz; ja pierakstu var saprast"
        " divējādi, summu nenolasa.",
        "  Nolasa, piemēram: „49 000,00 euro”, „(1 040,13 euro”, „- 19 000,00 euro”",
        "  Nenolasa, piemēram: „49.000 euro”, „49,000 euro”, „49 00,00 euro”",
        "  3. lappuse, no lapas augšējā kreisā stūra punktos: pa kreisi 421,9, augšā 595,6, pa labi 488,3, apakšā 607,6",
        "    | ilgtspējas veicināšanai.",
        "    | Atlikums 1 213,47 euro",
        "    |          ^^^^^^^^^^^^^",
        "    | apmērā pārcelts uz nākamo",
        "  plānots 49 000,00 − faktiski 47 786,53 = 1 213,47 ✓ (norādīts atlikums 1 213,47)",
    ]


def test_it_is_told_in_english() -> None:
    assert lines(sample(REAL), REMAINDER, "en")[1] == "  Remainder, EUR: 1,213.47"


def test_a_text_has_no_box_and_says_why() -> None:
    said = lines(sample("kurzeme-2022-2025.txt"), REMAINDER)
    assert "  1. lappuse; dokuments ir vienkāršs teksts, tāpēc vietas uz lapas nav" in said


def test_what_is_not_stated_is_said_to_be_so() -> None:
    assert lines(sample(REAL), "finances/2023-07-15/remainder_eur") == [
        "finances/2023-07-15/2024-07-14/remainder_eur",
        "  Atlikums, EUR: nav norādīts",
        "",
    ]


def test_an_amount_that_was_refused_is_shown_where_it_stands() -> None:
    found = only(made(finances=UNREAD), "finances/2023-01-01/planned_eur")
    assert (found.cell, found.rule, found.places[0].source.quote) == (None, "refused", "49 00,00 euro")


def test_values_of_the_same_words_share_their_lines() -> None:
    said = lines(sample(REAL), "indicators/1/2#1")
    assert sum(line.lstrip().startswith("1. lappuse") for line in said) == 1
    assert sum(line.startswith("indicators/") for line in said) == 6


def test_the_examples_of_a_rule_are_shown_once() -> None:
    said = lines(sample(REAL), "finances/2022-07-15")
    assert sum("49.000 euro" in line for line in said) == 1


def test_a_long_text_is_shortened_in_its_middle() -> None:
    item = "1) " + "\n".join(f"Notikuši {number} semināri par tēmu," for number in range(2, 32))
    read = made(results=f"I. ĪSTENOŠANAS GADS (2023. gada 1. janvāris līdz 2023. gada 31. decembris)\n{item}")
    said = lines(read, "activities/1/1/text")
    assert sum("semināri" in line for line in said if line.startswith("    |")) == 9
    assert "    | … (vēl 21 rinda)" in said


@pytest.mark.parametrize(
    ("address", "kinds"),
    [
        ("finances/2022-07-15/planned_eur", ["remainder", "breakdown"]),
        ("finances/2022-07-15/remainder_eur", ["remainder", "breakdown", "CarryOver"]),
        ("finances/2022-07-15/remainder_disposition", ["CarryOver"]),
        ("finances/2023-07-15/planned_eur", ["breakdown", "CarryOver"]),
        ("finances/2022-07-15/proved_by", ["remainder", "breakdown", "breakdown", "breakdown"]),
        ("ledger/2023-07-15/brought_in_eur", ["CarryOver"]),
        ("ledger/2022-07-15/unseen_eur", ["CarryOver"]),
        ("ledger/2023-07-15/left_eur", ["left"]),
        ("documents/planned_eur", ["periods"]),
        ("indicators/1/2#1/count", ["product"]),
        ("indicators/1/2#1/unit", []),
        ("activities/1/Kurzemes reģiona mazākumtautību kapacitātes celšanai/1/announced", ["list"]),
    ],
)
def test_each_value_has_the_sums_that_it_stands_in(address: str, kinds: list[str]) -> None:
    checks = only(sample(REAL), address).checks
    assert [getattr(each, "kind", type(each).__name__) for each in checks] == kinds


def test_as_many_sums_are_shown_as_prove_the_row() -> None:
    found = only(sample(REAL), "finances/2022-07-15/proved_by")
    assert len(found.checks) == found.cell


@pytest.mark.parametrize(
    ("address", "quote"),
    [
        ("documents/region", "Kopsavilkums"),
        ("documents/performer", "Biedrība"),
        ("documents/delegation_start", "2022.gada 15.jūlijs"),
        ("activities/1/1/year_start", "I. ĪSTENOŠANAS GADS"),
        ("finances/2022-07-15/period_end", "15.07.2022."),
        ("finances/2022-07-15/actual_eur", "47 786,53"),
        ("ledger/2022-07-15/spent_eur", "47 786,53"),
        ("ledger/2022-07-15/left_eur", "1 213,47"),
    ],
)
def test_each_value_stands_where_its_words_stand(address: str, quote: str) -> None:
    assert only(sample(REAL), address).places[0].source.quote.startswith(quote)


def test_a_computed_value_has_no_place() -> None:
    assert only(sample(REAL), "ledger/2022-07-15/unseen_eur").places == ()


def test_the_frame_is_around_the_words_on_each_line() -> None:
    page = explained_in(sample("kurzeme-typst.pdf"), "indicators/1/2#4/count").page
    assert page
    upper, lower = page.boxes
    assert (page.number, page.others) == (1, ())
    assert upper.x0 > lower.x1
    assert upper.bottom <= lower.top + 1


def test_values_on_several_pages_name_the_others() -> None:
    page = explained_in(sample("kurzeme-typst.pdf"), "documents/planned_eur").page
    assert page
    assert (page.number, page.others) == (3, (4,))


def test_no_sign_of_a_document_turns_the_direction_of_writing() -> None:
    text = "01.01.2023. – 31.12.2023.\nPlānots 5,00 euro \u202eabc\u202c\nFaktiski 5,00 euro"
    said = "\n".join(lines(made(finances=text), "finances/2023-01-01"))
    assert "\u202e" not in said
    assert "\ufffdabc" in said


def test_json_says_the_same() -> None:
    answer = json.loads(explanation_json(explained_in(sample(REAL), REMAINDER), None, "lv"))
    (value,) = answer["values"]
    assert (value["address"], value["value"], value["rule"]) == (
        "finances/2022-07-15/2023-07-14/remainder_eur", "1213.47", "amount",
    )  # fmt: skip
    (place,) = value["places"]
    assert (place["page"], place["quote"], len(place["box"])) == (3, "1 213,47 euro", 4)
    marked = [word["text"] for line in place["lines"] for word in line["words"] if word["marked"]]
    assert marked == ["1", "213,47", "euro"]
    remainder, _, carried = value["checks"]
    assert [term["value"] for term in remainder["terms"]] == ["49000.00", "47786.53"]
    assert (remainder["stated"], remainder["gap"], remainder["holds"]) == ("1213.47", "0.00", True)
    assert (carried["kind"], carried["carried"], carried["holds"]) == ("carry_over", "1213.47", False)
    assert answer["findings"] is None


def test_a_list_of_all_addresses_has_no_lines() -> None:
    assert not any(place.lines for each in at(sample(REAL), None) for place in each.places)
