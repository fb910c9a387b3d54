"""The heads of a table of results: what a column holds, planned or achieved, and what its numbers count."""

from __future__ import annotations

from typing import Literal

import regex
from msgspec import Struct

from pipeline.grammar.counted_noun import counted_noun
from pipeline.grammar.result_years import CALENDAR_WORDS
from pipeline.grammar.rule import Match, Rule, pattern
from pipeline.patterns import compiled

Role = Literal["number", "period", "unit", "planned", "achieved", "count", "share", "mixed", "text"]
"""`share` is a percentage of what was planned; `mixed` says planned and achieved at once: nobody knows which."""

# A head is a few words.
_LONGEST_HEAD = 120
_SHARE = compiled(r"%|(?<!\p{L})procent", regex.IGNORECASE)
_EURO = compiled(r"(?<!\p{L})(?:eur|euro|eiro)(?!\p{L})|€", regex.IGNORECASE)
_BRACKET = compiled(r"\([^()]*\)")
_TOTAL = compiled(r"skait(?:s|am|u|ā)(?!\p{L})", regex.IGNORECASE)


def _stems(*words: str) -> regex.Pattern[str]:
    return compiled(rf"(?<!\p{{L}})(?:{'|'.join(words)})", regex.IGNORECASE)


_END = r"(?!\p{L})"
_OPENERS: tuple[tuple[Role, regex.Pattern[str]], ...] = (
    ("number", _stems(rf"nr{_END}", rf"n\.?\s?p\.?\s?k{_END}", rf"numur[si]{_END}", "№", r"kārtas\s+n")),
    ("period", _stems(r"(?:(?:īstenošanas|pārskata|uzdevuma|projekta)\s+)?(?:gad[si]|period[si])\s*$")),
    ("unit", _stems("mērvien", r"mērv\.", r"mērīšanas\s+vien", r"vienīb(?:a|as)\s*$")),
)
# When, where or why something was done, and what was not, is no figure of what was.
_ASIDE = _stems(
    "neizpild", "neīsteno", "nesasnieg", "termiņ", "datum", rf"laik[sāu]?{_END}", "iemesl", "komentār", "piezīm",
    "pamatojum", "paskaidro", "novirz", "starpīb", rf"viet[asu]{_END}", "statuss", "adres", "atbildīg",
)  # fmt: skip
_PLANNED = _stems(
    "plānot", "ieplānot", "piešķirt", rf"plāns{_END}", "paredzēt", "iecerēt", "prognoz", "sasniedzam", "jāsasniedz", "jāizpilda",
    r"mērķis\s*$", r"mērķa\s+(?:vērtīb|rādītāj|lielum)", "sākotnēj", "bāzes", r"līgumā\s*$", rf"noteikt(?:ais|ie|ā|ās){_END}",
)  # fmt: skip
_DONE = r"(?:ais|ie|ā|ās|s|i|a|as)(?!\p{L})"
_ACHIEVED = _stems(
    "sasniegt", r"izpild(?!es\s+(?:period|gad|rādītā|kritēr|indikator))", "faktisk", rf"fakts{_END}", rf"īstenot{_DONE}", "paveikt",
    rf"realizēt{_DONE}", "reāl",
)  # fmt: skip
_RESULT = _stems(rf"rezultāt[si]{_END}")
_COUNT = _stems(rf"(?:kop)?skait[sua]?{_END}", rf"daudzums?{_END}", rf"apjoms?{_END}")
_TOPIC = _stems(
    "aktivitā", "pasākum", "rādītā", "uzdevum", "darbīb", "nosaukum", "aprakst", "satur", "mērķ", "rezultā", "virziens",
    rf"joma{_END}", rf"tēma{_END}", "norise", "indikator", "kritērij", "vērtīb", "izmaks", rf"summa{_END}",
    "pakalpojum", rf"darb[si]{_END}",
)  # fmt: skip


def _role(match: Match) -> Role | None:
    text = match[0].strip()
    opened = next((role for role, opener in _OPENERS if opener.match(text)), None)
    if opened or _ASIDE.search(text):
        return opened or "text"
    planned, achieved = _PLANNED.search(text), _ACHIEVED.search(text)
    if planned and achieved:
        return "share" if _SHARE.search(text) else "mixed"
    if planned:
        return "planned"
    if achieved or _RESULT.search(text):
        return "achieved"
    if _COUNT.search(text):
        return "count"
    return "text" if _TOPIC.search(text) else None


TABLE_HEAD: Rule[Role] = Rule(
    "head of a table of results",
    pattern(r"\A(?s:.+)\Z"),
    _role,
    reads=(
        ("Nr. p.k.", ["number"]),
        ("Nr.", ["number"]),
        ("Gads", ["period"]),
        ("Īstenošanas gads", ["period"]),
        ("Mērvienība", ["unit"]),
        ("Plānots", ["planned"]),
        ("Sasniedzamais rezultāts", ["planned"]),
        ("Plānotie rezultāti", ["planned"]),
        ("Līgumā noteiktais skaits", ["planned"]),
        ("Sasniegtie rezultāti", ["achieved"]),
        ("Izpildīts", ["achieved"]),
        ("Faktiskā izpilde", ["achieved"]),
        ("Rezultāts", ["achieved"]),
        ("Izpilde pret plānoto, %", ["share"]),
        ("Plānots / izpildīts", ["mixed"]),
        ("Dalībnieku skaits", ["count"]),
        ("Izpildes termiņš", ["text"]),
        ("Izpildes rādītājs", ["text"]),
        ("Līgumā", ["planned"]),
        ("Līguma uzdevums", ["text"]),
        ("Aktivitāte", ["text"]),
        ("Rezultatīvais rādītājs", ["text"]),
    ),
    refuses=("Semināri pedagogiem", "Jaunieši", "Nometne Cēsīs", "Plānošanas reģions"),
)


class ColumnHead(Struct, frozen=True):
    """What a column holds, and what a bare number in it counts: the phrase and its lemma, "" where it does not say."""

    role: Role
    unit: str = ""
    lemma: str = ""
    known: bool = False


def column_head(text: str) -> ColumnHead | None:
    """What a head says, None where it is none.

    >>> column_head("Dalībnieku skaits"), column_head("Notikuši 5 semināri")
    (ColumnHead(role='count', unit='Dalībnieku', lemma='dalībnieks', known=True), None)
    """
    text = CALENDAR_WORDS.sub(" ", text)
    if len(text) > _LONGEST_HEAD or any(map(str.isdecimal, text)) or text.rstrip().endswith((";", "!", "?")):
        return None
    found = TABLE_HEAD.at(text)
    role = found.value if found else None
    bare = _BRACKET.sub(" ", text).strip()
    if _EURO.search(text):
        return ColumnHead(role or "count", "euro", "euro", known=True)
    if _SHARE.search(text):
        return ColumnHead(role or "share", "%", "%", known=True)
    if role in (None, "count", "text") or _TOTAL.search(bare):
        noun = counted_noun(bare)
        if noun and (_TOTAL.search(bare) or (noun.start == 0 and noun.stop == len(bare))):
            return ColumnHead(role or "count", bare[noun.start : noun.stop], noun.lemma, noun.known)
    return ColumnHead(role) if role else None
