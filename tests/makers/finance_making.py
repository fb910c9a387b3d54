"""Choices → a finance period with its texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tests.makers.choices import Choices
from tests.makers.made_summary import Disposition, MadeFinance, MadeLine
from tests.makers.money import AmountWriting, amount_text
from tests.makers.periods import MadePeriod

_PURPOSES = (
    "semināru īstenošanai",
    "publicitātei",
    "jauniešu iniciatīvām",
    "pilsoniskās sabiedrības attīstībai Kurzemes reģionā",
    "aprīkojuma nomai",
    "mobilajam darbam ar jaunatni",
    "mazākumtautību nevalstisko organizāciju attīstības un ilgtspējas veicināšanai",
    "portāla un tīkla uzturēšanai",
)
_PLANNED = ("Plānots {}", "Plānotais finansējums {}", "Plānots: {}")
_ACTUAL = ("Faktiski {}", "Faktiski izlietoti {}", "Faktiski izlietots: {}")
_OPENERS = ("t.sk.", "tai skaitā:", "tajā skaitā", "no tiem:", "t. sk.:")
_CARRIED = (
    "Atlikums {} apmērā pārcelts uz nākamo periodu",
    "Neizlietotie līdzekļi {} tiks pārnesti uz nākamo gadu",
    "Atlikums {} tika pārcelts uz nākamo periodu",
)
_RETURNED = (
    "Atlikums {} apmērā atgriezts ministrijas budžetā",
    "Līdzekļu ietaupījums {} atmaksāts Valsts kasē",
    "Pārpalikums {} apmērā ieskaitīts valsts budžetā",
)
_OTHER = ("Atlikums {} novirzīts mācību materiāliem",)
_WORDINGS: dict[Disposition, tuple[str, ...]] = {"carried_over": _CARRIED, "returned": _RETURNED, "other": _OTHER}
_IN_CELL: dict[Disposition, str] = {
    "carried_over": "pārcelts uz nākamo periodu",
    "returned": "atgriezts valsts budžetā",
    "other": "novirzīts mācībām",
}
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class FinanceManner:
    """How one author writes the finances, the same for every period of a document."""

    writing: AmountWriting
    planned: str
    actual: str
    opener: str
    in_brackets: bool
    purposes: tuple[str, ...]


def finance_manner(choices: Choices, writing: AmountWriting, most_purposes: int) -> FinanceManner:
    """A manner with no purpose, or with two to `most_purposes`."""
    several = choices.whole(2, most_purposes) if most_purposes and choices.chance(60) else 0
    first = choices.whole(0, len(_PURPOSES) - 1)
    purposes = tuple((_PURPOSES * 2)[first : first + several])
    return FinanceManner(
        writing,
        choices.one_of(_PLANNED),
        choices.one_of(_ACTUAL),
        choices.one_of(_OPENERS),
        choices.chance(35),
        purposes,
    )


def made_finance(choices: Choices, period: MadePeriod, period_text: str, manner: FinanceManner) -> MadeFinance:
    """A period whose amounts add up."""
    lines = _lines(choices, manner.purposes)
    total, parts = lines[0], lines[1:]
    broken_down = all(part.actual is not None for part in parts)
    planned = _head_text(manner, manner.planned, total.planned, [(part.planned, part.purpose) for part in parts])
    spent = [(part.actual, part.purpose) for part in parts if part.actual is not None] if broken_down else []
    actual = _head_text(manner, manner.actual, total.actual or Decimal(0), spent)
    said = _remainder_text(choices, manner.writing, lines)
    cells = (
        amount_text(total.planned, manner.writing),
        amount_text(total.actual or Decimal(0), manner.writing),
        _remainder_cell(total, manner.writing),
    )
    return MadeFinance(period, period_text, lines, planned, (*actual, *said), cells)


def _lines(choices: Choices, purposes: Sequence[str]) -> tuple[MadeLine, ...]:
    planned = [Decimal(500 * choices.whole(2, 60)).quantize(CENT) for _ in purposes or ("",)]
    left = [Decimal(choices.whole(1, 50_000)) / 100 if choices.chance(50) else Decimal("0.00") for _ in planned]
    total_left = sum(left, Decimal("0.00"))
    stated = total_left > 0 or choices.chance(20)
    disposition = choices.one_of(("carried_over", "returned", "other", None)) if total_left > 0 else None
    total = MadeLine(
        "",
        sum(planned, Decimal("0.00")),
        sum(planned, Decimal("0.00")) - total_left,
        total_left if stated else None,
        disposition,
    )
    spent_by_purpose = not choices.chance(15)
    left_by_purpose = spent_by_purpose and bool(disposition) and all(left) and choices.chance(50)
    parts = (
        MadeLine(
            purpose,
            amount,
            amount - rest if spent_by_purpose else None,
            rest if left_by_purpose else None,
            disposition if left_by_purpose else None,
        )
        for purpose, amount, rest in zip(purposes, planned, left, strict=False)
    )
    return (total, *parts)


def _head_text(
    manner: FinanceManner, head: str, total: Decimal, parts: Sequence[tuple[Decimal, str]]
) -> tuple[str, ...]:
    """*Plānots 49 000,00 euro, t.sk.* with its lines, or with all in one bracket."""
    said = head.format(amount_text(total, manner.writing))
    if not parts:
        return (f"{said}.",)
    items = [f"{amount_text(euros, manner.writing)} {purpose}" for euros, purpose in parts]
    if manner.in_brackets:
        return (f"{said} ({manner.opener} {_joined(items)}).",)
    return (f"{said}, {manner.opener}", *(f"- {item};" for item in items[:-1]), f"- {items[-1]}.")


def _joined(items: Sequence[str]) -> str:
    """*a, b un c*."""
    return " un ".join([", ".join(items[:-1]), items[-1]])


def _remainder_text(choices: Choices, writing: AmountWriting, lines: Sequence[MadeLine]) -> tuple[str, ...]:
    total, parts = lines[0], [line for line in lines[1:] if line.remainder is not None]
    if total.remainder is None:
        return ()
    if total.disposition is None:
        return (f"Atlikums {amount_text(total.remainder, writing)}.",)
    said = choices.one_of(_WORDINGS[total.disposition]).format(amount_text(total.remainder, writing))
    if not parts:
        return (f"{said}.",)
    items = [f"{amount_text(part.remainder, writing)} {part.purpose}" for part in parts if part.remainder is not None]
    return (f"{said} ({_joined(items)}).",)


def _remainder_cell(total: MadeLine, writing: AmountWriting) -> str:
    if total.remainder is None:
        return "-"
    amount = amount_text(total.remainder, writing)
    return f"{amount}, {_IN_CELL[total.disposition]}" if total.disposition else amount
