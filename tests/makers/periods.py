"""Periods of whole years, and how they are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_NOMINATIVE = [
    "janvāris",
    "februāris",
    "marts",
    "aprīlis",
    "maijs",
    "jūnijs",
    "jūlijs",
    "augusts",
    "septembris",
    "oktobris",
    "novembris",
    "decembris",
]
_GENITIVE = [
    "janvāra",
    "februāra",
    "marta",
    "aprīļa",
    "maija",
    "jūnija",
    "jūlija",
    "augusta",
    "septembra",
    "oktobra",
    "novembra",
    "decembra",
]
_DATIVE = [
    "janvārim",
    "februārim",
    "martam",
    "aprīlim",
    "maijam",
    "jūnijam",
    "jūlijam",
    "augustam",
    "septembrim",
    "oktobrim",
    "novembrim",
    "decembrim",
]


@dataclass(frozen=True, slots=True)
class MadePeriod:
    """A period; both ends belong to it."""

    start: date
    end: date


PeriodWriting = Callable[[MadePeriod], str]


def year_from(start: date) -> MadePeriod:
    """The year that begins on this day, which is no 29 February."""
    return MadePeriod(start, start.replace(year=start.year + 1) - timedelta(days=1))


def _dotted(day: date) -> str:
    return f"{day.day:02}.{day.month:02}.{day.year}."


def _named(day: date, months: list[str], gap: str = " ") -> str:
    return f"{day.year}.{gap}gada {day.day}.{gap}{months[day.month - 1]}"


def dotted(period: MadePeriod) -> str:
    """As in *15.07.2022. – 14.07.2023*."""
    return f"{_dotted(period.start)} – {_dotted(period.end)}"


def dotted_close(period: MadePeriod) -> str:
    """As in *15.07.2022.-14.07.2023*."""
    return f"{_dotted(period.start)}-{_dotted(period.end)}"


def named(period: MadePeriod) -> str:
    """*2022. gada 15. jūlijs – 2023. gada 14. jūlijs*."""
    return f"{_named(period.start, _NOMINATIVE)} – {_named(period.end, _NOMINATIVE)}"


def named_close(period: MadePeriod) -> str:
    """*2022.gada 15.jūlijs līdz 2023.gada 14.jūlijs*."""
    return f"{_named(period.start, _NOMINATIVE, '')} līdz {_named(period.end, _NOMINATIVE, '')}"


def from_to(period: MadePeriod) -> str:
    """*no 2022. gada 15. jūlija līdz 2023. gada 14. jūlijam*."""
    return f"no {_named(period.start, _GENITIVE)} līdz {_named(period.end, _DATIVE)}"


# Those that a narrow column need not break between words of one date.
SHORT_WRITINGS: tuple[PeriodWriting, ...] = (dotted,)
# Those that a narrow column can break.
SPACED_WRITINGS: tuple[PeriodWriting, ...] = (dotted, named, from_to)
WRITINGS: tuple[PeriodWriting, ...] = (dotted, dotted_close, named, named_close, from_to)
