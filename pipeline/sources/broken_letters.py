"""Whether the letters of a text are those that its reader sees: read by the wrong code page, they are not."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.patterns import compiled

_LATVIAN_LETTERS = "āčēģīķļņšūžōŗĀČĒĢĪĶĻŅŠŪŽŌŖ"
_LATVIAN = compiled(f"[{_LATVIAN_LETTERS}]")
_WITH_LATIN = compiled(r"[a-zA-Z]")
# Typographic signs may stand in a word; the rest belongs to another language, or to the wrong code page.
_TYPOGRAPHIC = r"\p{Pd}\p{Pi}\p{Pf}„‚…€§°•·×²³½№™®©±≤≥→☐☑☒\ufb00-\ufb06\u00a0\u00ad\u2000-\u200f"
_FOREIGN = compiled(rf"[^\x00-\x7f{_LATVIAN_LETTERS}{_TYPOGRAPHIC}]")
# What stands for a letter that only its font knows: private places, and pdfminer's number of the glyph.
_UNKNOWN = compiled(r"\p{Co}|\ufffd|\(cid:\d+\)")
_CODE = "(cid:"
# Of so many letters one is broken. A foreign name has some, and Latvian text one of its own in twelve.
_ONE_IN = 100
# Fewer are names, such as those of towns in Estonia on a short page.
_FEWEST = 6


def are_broken(words: Sequence[str]) -> bool:
    """Whether the words hold broken letters as no text in Latvian does; single signs, such as bullets, do not count.

    >>> are_broken("pârcelts îstenoðanas gadâ biedrîba lîdz".split()), are_broken(["pārcelts", "Façade", "Jürgen"])
    (True, False)
    """
    text = "".join(words)
    strange = _FOREIGN.search("".join(set(text)))  # of a page's letters most are alike
    if not strange and _CODE not in text:
        return False
    if not _UNKNOWN.search(text) and len(_FOREIGN.findall(text)) < _FEWEST:
        return False
    long = [word for word in words if len(word) > 1 and not _UNKNOWN.fullmatch(word)]
    unknown = sum(len(_UNKNOWN.findall(word)) for word in long)
    inside = "".join(word for word in long if _WITH_LATIN.search(word))
    foreign, latvian = len(_FOREIGN.findall(inside)), len(_LATVIAN.findall(inside))
    broken = unknown + (foreign if foreign > latvian else 0)
    return broken >= _FEWEST and broken * _ONE_IN >= len("".join(long))
