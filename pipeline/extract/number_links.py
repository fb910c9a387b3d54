"""What may stand right before or behind a number that is parted from its noun."""

from __future__ import annotations

import regex

from pipeline.grammar.rule import backwards
from pipeline.patterns import compiled

LINK = backwards(
    r"(?:(?:\s+(?:kopā|kopumā|pavisam))?\s*[-–—:=]\s*(?:\x00+\s+)?(?:(?:kopā|kopskaitā|kopumā|pavisam)\s+)?|(?<=\bskait(?:s|am|ā|u))\s+(?:katr(?:ā|am|ai)\s+)?|\s+no\s+(?=\d[\d\s]{0,9}\s(?:pieaug|palielinā|samazinā|saruk|sarucis|izaug))"
    r"|\s+(?:no\s+\d[\d\s]{0,9}\s)?(?:ir|bija|sasniedz\p{L}*|pārsnie\p{L}*|veidoj?\p{L}*|sastād\p{L}*|pieaug\p{L}*|pieaudz\p{L}*|palielinā\p{L}*|samazinā\p{L}*|sarucis|saruka|tuvo\p{L}*|kopā)\s+)"
    r"(?:(?:ir|bija|no|jau)\s+)?",
)
# The number alone in brackets behind its noun: *eksperti (7)*, *semināri (kopā 5)*.
BRACKET_BEFORE = backwards(r"\s*\((?:kopā|kopumā|kopskaitā|pavisam)?\s*")
BRACKET_BEHIND = compiled(r"\s*(?:\)|,\s+(?=no\s+t|t\.?\s?sk|ta[ij]|tostarp))", regex.IGNORECASE)
HOW = "klātienē|neklātienē|attālināti|tiešsaistē|telefoniski|elektroniski|individuāli|mutiski|rakstiski|grupās"
"""How something was done, between a noun and its number or behind the number."""
HOW_BEFORE = compiled(rf"\s*\((?:{HOW})\s+[–—-]?\s*", regex.IGNORECASE)
"""*318 īpašnieki (klātienē 142, attālināti 176)*: between a count and the next."""
HOW_BEHIND = compiled(rf"\s+(?!grupās)(?:{HOW})(?=\s*(?:[.,;)]|$|(?:un|bet)\s))", regex.IGNORECASE)
"""*Nodarbības (5 klātienē un 7 attālināti)*."""
_SHARE = r"\(\s*\d[\d,]*\s*%(?:\s+no\s+\p{L}+)?\s*\)"
ENDS = compiled(rf"\s*(?:{_SHARE}\s*)?(?:[.,;)]|$|(?:un|bet)\s|[–—-]\s+(?:tas|kas)\s)|\s*{_SHARE}")
RELATIVE_BEFORE = backwards(
    r",\s+(?:(?:ar|no|par|pie|uz|pēc)\s+)?k(?:as|urš|ur(?:a|i|as|u|os|ās|am|ai|iem|ām|ā))\s(?![^.,;:()]{0,80}(?:skait|pulks|loks))[^.,;:()\d]{1,80}"
)
"""A clause that tells of the noun in front of it: *Ārstu prakses, kas iesaistītas – 67*."""
SENTENCE_END = compiled(r"[.;](?=\s+\p{Lu}|\s*$)")
