"""Counts that tell no result: measures that only describe, the time that something took, how often it takes place."""

from __future__ import annotations

import regex

from pipeline.extract.count import Count
from pipeline.grammar.rule import backwards
from pipeline.patterns import compiled

_TIME_BEFORE = backwards(
    r"(?<!\p{L})(?:pēc|līdz|pirms|kopš|ik|ilgāk\s+(?:kā|nekā|par)|vecum\p{L}*(?:\s+no)?|(?<=\()ilgums(?:\s*[–—:-])?)\s*"
)
# Lengths of time that are never what was achieved.
_NEVER_RESULTS = frozenset({"gads", "mēnesis", "gadsimts", "diennakts"})
# What is counted in so and so much time: *3 reizes nedēļā*, *5 dienas nedēļā*, *24 stundas diennaktī*.
_OFTEN = frozenset({"reize", "diena", "stunda", "minūte", "nedēļa", "nakts"})
_IN_TIME = compiled(
    r"\s+(?:(?:katr|ik)\p{L}*\s+)?(?:stundā|dienā|diennaktī|nedēļā|mēnesī|ceturksnī|pusgadā|semestrī|sezonā|gadā)(?!\p{L})",
    regex.IGNORECASE,
)
_EACH_TIME = backwards(
    r"(?<!\p{L})(?:ik|katr(?:u|ā|as|a))\s+(?:stund|dien|nedēļ|mēne|ceturk|pusgad|semestr|sezon|gad)\p{L}+\s+(?:(?:pa|pat)\s+)?"
)
# *Vidējais aprūpes ilgums 37 dienas*, *vidējais vecums ir 42 gadi*, *katra posma garums 100 m*.
_AVERAGE_EXTENT = backwards(
    r"(?<!\p{L})(?:vidēj\p{L}+\s+(?:\p{L}+\s+){0,3}|katr(?:a|as)\s+\p{L}+\s+)(?:ilgum|vecum|garum|laik|attālum|augstum)\p{L}*\s*(?:[–—:-]\s*|(?:ir|bija)\s+)?"
    r"(?:(?:samazin|saīsin|saruc|saru|pieau|palielin)\p{L}+\s+(?:no\s+|līdz\s+)?)?"
)
# *2 reizes vairāk*, *3 reizes lielāks*.
_TIMES_MORE = compiled(
    r"\s+(?!vairāk\s+(?:ne)?kā\s+\d)\p{L}+āk(?:s|a|i|as|u|us|ā|am|ai|iem|ām)?(?!\p{L})", regex.IGNORECASE
)

_GREW = backwards(
    r"(?<!\p{L})(?:pieaug|pieaudz|palielinā|samazinā|sarucis|saruka|audzis|augus|audzi|izaug)\p{L}*\s+(?:par\s+)?(?:(?:ap|gandrīz|vairāk\s+nekā)\s+)?"
)


def is_no_result(text: str, count: Count) -> bool:
    """Whether the count is a measure that only describes, or a time that something took."""
    phrase = count.phrase
    if phrase.describes or phrase.lemma in _NEVER_RESULTS:
        return True
    if not phrase.measure:
        return False
    described = _TIME_BEFORE.match(text, 0, count.start) or _AVERAGE_EXTENT.match(text, 0, count.start)
    return phrase.case == "L" or bool(described)


def is_rate(text: str, count: Count) -> bool:
    """Whether the count says how often, or how many times more: *3 reizes nedēļā*, *2 reizes vairāk*.

    No term of a product does.
    """
    if count.basis == "factor" or count.phrase.lemma not in _OFTEN or count.leaves_noun_out:
        return False
    often = _IN_TIME.match(text, count.phrase.stop) or _EACH_TIME.match(text, 0, count.at)
    more = _TIMES_MORE.match(text, count.phrase.stop) or _GREW.match(text, 0, count.at)
    return bool(often) or (count.phrase.lemma == "reize" and bool(more))
