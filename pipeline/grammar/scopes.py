"""Where the parts of a count stand, and where a product stands in brackets."""

from __future__ import annotations

from functools import lru_cache

from pipeline.grammar.rule import Match, Rule, any_of, backwards, pattern

_OPENERS = (
    r"(?<!\p{L})(?:t\.\s?sk\.?|t\s?sk\.|tai\s+skait[āa]|taj[āa]\s+skait[āa]|tostarp|to\s+(?:vid[ūu]|skait[āa])"
    r"|(?<!(?:katr|vien|daž|daudz|vairāk|ik)\p{L}{0,4}\s+)no\s+(?:tiem|tām|tam(?=\s+\d)|viņiem|viņām|kuriem|kurām))(?!\p{L})"
)
PART_OPENER = Rule(
    "opener of parts",
    pattern(_OPENERS),
    lambda match: True,
    reads=(
        ("tai skaitā 10", [True]),
        ("tai skaita 10", [True]),
        ("to vidu 5", [True]),
        ("(t. sk. 5 jaunieši)", [True]),
        ("no tiem 4", [True]),
        ("no viņiem 121 sieviete", [True]),
        ("( no tam 40 attālināti)", [True]),
    ),
    refuses=("no 50 NVO", "skaits", "tsk", "katrā no tiem 45", "viens no tiem", "no tam izriet"),
    needs=any_of("skait", "sk.", "t.", "tostarp", "vid", "tiem", "tām", "tam", "kuriem", "kurām", "viņiem", "viņām"),
)
_BEGINS_PARTS = backwards(rf"{_OPENERS}\s*(?:[–—:-]\s*)?")
# A full stop ends a sentence before a capital; so does a comma before a capitalised participle.
_BRACKET_OR_END = pattern(
    r"[()]|[.!?](?=\s+(?-i:\p{Lu})|\s*$)|;|,(?=\s+(?-i:\p{Lu}\p{Ll}+)(?:ts|ta|ti|tas|ušas|uši)\s)"
)


@lru_cache(maxsize=4)  # Each number whose noun is left out asks it of the same text.
def part_scopes(text: str) -> tuple[tuple[int, int], ...]:
    """The spans in which counts are parts: from an opener to the end of its sentence or bracket."""
    return tuple((each.start, _scope_end(text, each.stop)) for each in PART_OPENER.all_in(text))


def in_parts(text: str, at: int) -> bool:
    """Whether a place stands where counts are parts."""
    return any(start <= at < end for start, end in part_scopes(text))


def begins_parts(text: str, at: int) -> bool:
    """Whether what opens parts stands right before this place: *no kurām viena*.

    >>> begins_parts("12 semināri, no tiem 4", 21), begins_parts("12 semināri, 4", 13)
    (True, False)
    """
    return _BEGINS_PARTS.match(text, 0, at) is not None


def _scope_end(text: str, start: int) -> int:
    depth = 0
    for match in _BRACKET_OR_END.finditer(text, start):
        depth += {"(": 1, ")": -1}.get(match[0], 0)
        if depth < 0 or (depth == 0 and match[0] not in "()"):
            return match.start()
    return len(text)


PRODUCT = Rule(
    "product in brackets",
    pattern(
        r"""\s*\((?P<terms>
            [^()\d]{0,12}\d[\d\s]*(?:[^()\d×*]{0,60}?)
            (?:
                (?:(?:(?<=[\s\d])[xх](?=[\s\d])|×|\*)\s*\d[\d\s]*[^()\d×*]{0,60}?)+
              | (?<=\p{L}{2}(?:os|ās|ēs|īs|ūs))\s+pa\s+\d[\d\s]*[^()\d]{0,60}?
              | ,\s*(?:pa\s+\d[\d\s]*[^()\d]{0,60}?\skatr\p{L}+|katr\p{L}+\s+(?:pa\s+)?\d[\d\s]*[^()\d]{0,60}?)
            )
        )\)"""
    ),
    lambda match: match["terms"],
    reads=(
        ("(6 vietas x 4 nodarbības katrā)", ["6 vietas x 4 nodarbības katrā"]),
        ("(6×4)", ["6×4"]),
        ("(3 novadi * 2 grupas x 5 tikšanās)", ["3 novadi * 2 grupas x 5 tikšanās"]),
        ("(7 novadi, pa 4 pasākumiem katrā)", ["7 novadi, pa 4 pasākumiem katrā"]),
        ("(3 novados pa 5 tikšanās reizēm)", ["3 novados pa 5 tikšanās reizēm"]),
        ("(3 reģioni, katrā 5 meistarklases)", ["3 reģioni, katrā 5 meistarklases"]),
    ),
    refuses=("(6 vietas un 4 nodarbības)", "(Facebook lapas sekotāji ir 1657)", "(7 novadi, 4 pasākumi)"),
    needs=any_of("("),
)


def terms_span(match: Match) -> tuple[int, int]:
    """Where the terms of a product stand, without the brackets."""
    return match.span("terms")
