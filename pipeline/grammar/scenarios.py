"""Whether a number tells what was done, what was planned, what another year had, or by how much that differs."""

from __future__ import annotations

from functools import lru_cache

import regex

from pipeline.grammar.rule import any_of, backwards
from pipeline.patterns import compiled
from pipeline.records import Scenario

_LINK = r"\s*(?:[–—:=-]\s*)?(?:(?:tikai|vien|kopā|ap|vēl|bija|tika|ir)\s+){0,3}"
# *Plānots Rīgā apsekot 40 kokus*.
_TO_DO = r"(?:(?:\s+\p{L}+)?\s+\p{Ll}{3,}t(?:ies)?)?"
_THOSE_PLANNED = r"(?:(?:ie)?pl[āa]not|iecer[ēe]t|paredz[ēe]t)(?:ā|ās|o|ajām|ajiem|ajā|iem|ām)(?!\p{L})"
# *Būs 5 semināri*, *tiks rīkoti 5 semināri*; *bija jābūt 5 semināriem*, *vajadzēja būt 5 semināriem*.
_TO_COME = (
    r"(?:notiks|notikšot|būs|norisināsies|piedalīsies|ieplānots|tiks\s+(?:\p{Ll}+\s+)?\p{Ll}+t(?:s|i|a|as)"
    r"|bija\s+jā(?:būt|sasniedz|nodrošina|organizē|novada|īsteno|rīko|sagatavo|izdod|apmāca)"
    r"|vajadzē(?:ja|tu)\s+(?:būt|sasniegt|nodrošināt|organizēt|novadīt|īstenot|rīkot|sagatavot|izdot|apmācīt))"
)
# *12 nodarbības (plānotas 10)*; the definite *plānotās* only describes what was done.
# *Nodarbības paredzētas līdz 20 bērniem* says for whom.
_PLANNED = backwards(
    r"(?:(?<!\p{L}|(?<!\p{L})kā\s)(?:(?:ie)?pl[āa]not|iecer[ēe]t|(?:līgum\p{L}*\s+|(?<=\()|(?<=(?:^|[.;:,]\s+)(?:(?:bija|tika)\s+)?))paredz[ēe]t)(?:s|i|a|as)"
    r"|(?<!\p{L})(?:ie)?plāno(?:j(?:am|ām|a|uši|usi|ušas))?(?!\p{L}))"
    + _TO_DO
    + r"(?:\s+\p{Ll}{3,}\s+ar)?"
    + _LINK
    + "|"
    r"(?:(?:^|[(.;:,]|\s[–—-])\s*|(?<!\p{L})(?:gada|darba|līgum\p{L}*|deleģējum\p{L}*)\s+)(?:pl[āa]n(?:s|ā)|mērķis)(?:\s+(?:paredzēt|iekļaut|iecerēt)(?:i|as|s|a))?"
    + _LINK
    + r"|(?<!\p{L})(?:ie)?pl[āa]not(?:ais|ā)(?:(?<=[,;:(]\s*\p{L}+)|\s+(?:\p{Ll}+\s+)?(?:skait|apjom|rādītāj|mērķ|rezultāt)\p{L}*)"
    + _LINK
    + r"|(?<!\p{L})"
    + _TO_COME
    + _LINK
    + r"|(?<!\p{L})no\s+(?:\p{Ll}+\s+)?"
    + _THOSE_PLANNED
    + r"\s*\(?"
)
# *No 12 plānotajām lekcijām notikušas 10*.
_OF_PLANNED = backwards(r"(?<!\p{L})no\s+(?:\p{Ll}+\s+)?")
# *Plānoto 5 semināru vietā*.
_THE_PLANNED = backwards(r"(?<!\p{L})" + _THOSE_PLANNED + r"\s+")
_INSTEAD = compiled(r"(?:\s+\p{L}+){0,4}?\s+vietā(?!\p{L})", regex.IGNORECASE)
_PLANNED_INSTEAD = compiled(
    r"\s+" + _THOSE_PLANNED.replace("ā|ās|o|", "o|") + r"(?:\s+\p{L}+){1,4}?\s+vietā(?!\p{L})", regex.IGNORECASE
)
_PLANNED_BEHIND = compiled(r"\s+(?:sākotnēji\s+)?" + _THOSE_PLANNED, regex.IGNORECASE)
# *Netika novadīti 2 semināri*, *atcelti 2 semināri*: only planned.
_UNDONE = backwards(
    r"(?<!\p{L})(?:(?:netika|nav|netiek|nebija)\s+(?:novadīt|organizēt|rīkot|sarīkot|īstenot|notik)\p{L}*|nenotik(?:a|s|uši|ušas)"
    r"|neizdevās\s+\p{L}+t|ne(?:novadīj|īstenoj|organizēj|sarīkoj)\p{L}+|atcelt(?:s|i|a|as)|atcēl\p{L}+)" + _LINK
)
_OTHER_TIME = (
    r"(?:(?:iepriekšēj|pagājuš|aizpagājuš)(?:ā|ajā|ais|s)\s+(?:mācību\s+)?(?:gad|period|sezon|posm)(?:ā|s)|pērn|aizpērn"
    r"|gadu\s+(?:iepriekš|agrāk)|pirms\s+(?:tam|gada))(?!\p{L})"
)
_DONE = r"(?:\p{L}+(?:jās|ja|uši|ušas|us[ei]es|t(?:s|a|i|as))\s+|notika\s+)?"
# *163 komandas (iepriekšējā gadā – 148)*, *pērn bija 12 pasākumi*.
# *Par 14 % vairāk nekā 2022. gadā (274 klienti)*: the year is blanked.
_EARLIER = backwards(
    rf"\d\s+(?:[^\d().;\x00]{{1,60}})?\(\x00+(?:\s*gadā)?\s*(?:[–—:-]\s*)?(?:bija\s+)?|(?<!\p{{L}}){_OTHER_TIME}\s*[,]?{_LINK}{_DONE}|(?<!\p{{L}})(?:(?:ne)?kā|pret|salīdzinot\s+ar)\s+\x00+(?:\s*gad(?:u|ā))?\s*[(,–-]?\s*(?:(?:kad|kurā)\s+)?{_LINK}{_DONE}"
)
# *Par 15 vairāk*, *par 700 euro lētāk*, *pieauga par 12 dalībniekiem*.
_BY, _GREW_BY = (
    backwards(r"(?<!\p{L})par\s+"),
    backwards(
        r"(?<!\p{L})(?:pieaug|pieaudz|palielinā|samazinā|saruc|saruk|sarūk|audz|krit)\p{L}*\s+(?:tikai\s+|jau\s+)?par\s+"
    ),
)
_MORE = compiled(
    r"\s*(?:%|\p{L}+(?:\s+\p{L}+){0,2})??\s*(?<!\p{L})(?:vairāk|mazāk|lētāk|dārgāk|ilgāk)(?!\p{L}|\s+(?:ne)?kā\s+\d)",
    regex.IGNORECASE,
)
_may_be_planned = any_of(
    "plān",
    "plan",
    "iecer",
    "paredz",
    "mērķis",
    "notik",
    "būs",
    "norisināsies",
    "piedalīsies",
    "tiks",
    "vajadz",
    "jā",
    "netik",
    "netiek",
    "nav ",
    "nebij",
    "nenotik",
    "neizdev",
    "nenovad",
    "neīsten",
    "neorg",
    "nesarīk",
    "atcel",
    "atcēl",
)
_may_be_earlier = any_of("iepriekš", "pagājuš", "pērn", "agrāk", "pirms", "\x00")


def scenario_of(text: str, start: int, stop: int) -> Scenario:
    """What a number at text[start:stop], with its qualifier, tells of.

    >>> scenario_of("12 nodarbības (plānotas 10)", 24, 26), scenario_of("pērn – 12", 7, 9), scenario_of("par 6 vairāk", 4, 5)
    ('planned', 'earlier', 'change')
    >>> text = "no 12 plānotajām lekcijām notika 10 no plānotajiem 50"
    >>> scenario_of(text, 3, 5), scenario_of(text, 33, 35), scenario_of(text, 50, 52)
    ('planned', 'actual', 'planned')
    """
    planned, earlier, changed = _may_tell(text)
    if planned and (_PLANNED.match(text, 0, start) or _is_of_planned(text, start, stop)):
        return "planned"
    if earlier and _EARLIER.match(text, 0, start):
        return "earlier"
    if changed and _BY.match(text, 0, start) and (_MORE.match(text, stop) or _GREW_BY.match(text, 0, start)):
        return "change"
    return "actual"


@lru_cache(maxsize=4)  # Each number of a text asks it.
def _may_tell(text: str) -> tuple[bool, bool, bool]:
    """Whether words stand in the text that tell of what was planned, of another year, of a difference."""
    folded = text.casefold()
    return _may_be_planned(folded), _may_be_earlier(folded), "par" in folded


def _is_of_planned(text: str, start: int, stop: int) -> bool:
    if _THE_PLANNED.match(text, 0, start) and _INSTEAD.match(text, stop):
        return True
    if _UNDONE.match(text, 0, start) or _PLANNED_INSTEAD.match(text, stop):
        return True
    return _PLANNED_BEHIND.match(text, stop) is not None and _OF_PLANNED.match(text, 0, start) is not None
