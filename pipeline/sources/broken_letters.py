"""Whether the letters of a text are those that its reader sees: read by the wrong code page, they are not."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.patterns import compiled

LATVIAN = frozenset("āčēģīķļņšūžōŗĀČĒĢĪĶĻŅŠŪŽŌŖ")
_WITH_LATIN = compiled(r"[a-zA-Z]")
# Typographic signs may stand in a word; the rest belongs to another language, or to the wrong code page.
_FOREIGN = compiled(r"[^\x00-\x7f\p{Pd}\p{Pi}\p{Pf}„‚…€§°•·×²³½№™®©±≤≥→☐☑☒\ufb00-\ufb06\u00a0\u00ad\u2000-\u200f]")
# What stands for a letter that only its font knows: private places, and pdfminer's number of the glyph.
_UNKNOWN = compiled(r"\p{Co}|\ufffd|\(cid:\d+\)")
# Of so many letters one is broken. A foreign name has some, and Latvian text one of its own in twelve.
_ONE_IN = 100
# Fewer are names, such as those of towns in Estonia on a short page.
_FEWEST = 6


def are_broken(words: Iterable[str]) -> bool:
    """Whether the words hold broken letters as no text in Latvian does; single signs, such as bullets, do not count.

    >>> are_broken("pârcelts îstenoðanas gadâ biedrîba lîdz".split()), are_broken(["pārcelts", "Façade", "Jürgen"])
    (True, False)
    """
    long = [word for word in words if len(word) > 1 and not _UNKNOWN.fullmatch(word)]
    unknown = sum(len(_UNKNOWN.findall(word)) for word in long)
    inside = "".join(word for word in long if _WITH_LATIN.search(word))
    latvian = sum(letter in LATVIAN for letter in inside)
    foreign = len(_FOREIGN.findall(inside)) - latvian
    broken = unknown + (foreign if foreign > latvian else 0)
    return broken >= _FEWEST and broken * _ONE_IN >= len("".join(long))
