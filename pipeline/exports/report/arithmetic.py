"""The sums of a finance period as people write them, each with what is stated and whether it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.bookkeeping.identities import Cell, Identity, Sums, sums_of
from pipeline.bookkeeping.purposes import TOTAL, PurposeKey, lines_by_purpose
from pipeline.catalogue import Language, text
from pipeline.checks.messages import written_euros
from pipeline.records import FinancePeriod


@dataclass(frozen=True, slots=True)
class WrittenSum:
    """A sum: what is added up, what that gives, what is stated, and whether the two are the same."""

    name: str
    sum: str
    stated: str
    gap: str
    holds: bool


def written_sums(period: FinancePeriod, language: Language) -> Iterator[WrittenSum]:
    """The sums of a period: planned − actual for the total and each purpose, then the breakdowns."""
    sums = sums_of(period)
    names = {key: line.purpose for key, line in lines_by_purpose(period).items()}
    for identity in sums.identities:
        if len({cell.amount for cell in identity.terms}) == 1:
            yield _breakdown(identity, sums, language)
        else:
            yield _remainder(identity, sums, names, language)


def _remainder(identity: Identity, sums: Sums, names: dict[PurposeKey, str], language: Language) -> WrittenSum:
    """Planned − actual = remainder."""
    purpose = next(iter(identity.terms)).purpose
    planned, actual, remainder = (sums.stated[Cell(purpose, each)] for each in ("planned", "actual", "remainder"))
    name = names[purpose] or text("report.total", language)
    written = f"{written_euros(planned, language)} − {written_euros(actual, language)} = "
    return _written(name, written, planned - actual, remainder, language)


def _breakdown(identity: Identity, sums: Sums, language: Language) -> WrittenSum:
    """The purposes add up to the total."""
    amount = next(iter(identity.terms)).amount
    parts = [sums.stated[cell] for cell in identity.terms if cell.purpose != TOTAL]
    name = text(
        "report.sum_of_purposes", language, amount=text(f"columns.{amount}_eur", language).removesuffix(", EUR")
    )
    written = " + ".join(written_euros(each, language) for each in parts) + " = "
    return _written(name, written, sum(parts, Decimal(0)), sums.stated[Cell(TOTAL, amount)], language)


def _written(name: str, written: str, found: Decimal, stated: Decimal, language: Language) -> WrittenSum:
    gap = abs(found - stated)
    return WrittenSum(
        name,
        written + written_euros(found, language),
        written_euros(stated, language),
        written_euros(gap, language),
        not gap,
    )
