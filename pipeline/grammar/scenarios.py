"""Whether a number tells what was done, what was planned, or what another year had, by the words before it."""

from __future__ import annotations

from pipeline.grammar.rule import any_of, backwards
from pipeline.records import Scenario

_LINK = r"\s*(?:[–—:=-]\s*)?(?:(?:tikai|vien|kopā|ap|vēl|bija|tika|ir)\s+){0,3}"
# *12 nodarbības (plānotas 10)*; the definite *plānotās* only describes what was done.
# *Nodarbības paredzētas līdz 20 bērniem* says for whom.
_PLANNED = backwards(
    r"(?<!\p{L})(?:(?:ie)?pl[āa]not|iecer[ēe]t|(?:līgum\p{L}*\s+|(?<=\())paredz[ēe]t)(?:s|i|a|as)" + _LINK + "|"
    r"(?:^|[(.;:,])\s*(?:pl[āa]n(?:s|ā)|mērķis)" + _LINK + r"|(?<!\p{L})no\s+pl[āa]not(?:ā|o|ajām|ajiem)\s*\("
)
_OTHER_TIME = (
    r"(?:(?:iepriekšēj|pagājuš|aizpagājuš)(?:ā|ajā|ais|s)\s+(?:mācību\s+)?(?:gad|period|sezon|posm)(?:ā|s)|pērn|aizpērn"
    r"|gadu\s+(?:iepriekš|agrāk)|pirms\s+(?:tam|gada))(?!\p{L})"
)
_DONE = r"(?:\p{L}+(?:jās|ja|uši|ušas|us[ei]es|t(?:s|a|i|as))\s+)?"
# *163 komandas (iepriekšējā gadā – 148)*, *pērn bija 12 pasākumi*.
_EARLIER = backwards(rf"(?<!\p{{L}}){_OTHER_TIME}\s*[,]?{_LINK}{_DONE}")
_may_be_planned = any_of("plān", "plan", "iecer", "paredz", "mērķis")
_may_be_earlier = any_of("iepriekš", "pagājuš", "pērn", "agrāk", "pirms")


def scenario_before(text: str, at: int) -> Scenario:
    """What a number that begins at `at` tells of.

    >>> scenario_before("12 nodarbības (plānotas 10)", 24), scenario_before("pērn – 12", 7)
    ('planned', 'earlier')
    """
    folded = text.casefold()
    if _may_be_planned(folded) and _PLANNED.match(text, 0, at):
        return "planned"
    if _may_be_earlier(folded) and _EARLIER.match(text, 0, at):
        return "earlier"
    return "actual"
