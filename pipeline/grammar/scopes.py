"""Where the parts of a count stand, and where a product stands in brackets."""

from __future__ import annotations

from pipeline.grammar.rule import Match, Rule, pattern

PART_OPENER = Rule(
    "opener of parts",
    pattern(
        r"""(?<!\p{L})(?: t\.\s?sk\.? | t\s?sk\. | tai\s+skaitā | tajā\s+skaitā | tostarp | to\s+(?:vidū|skaitā)
        | (?<!(?:katr|vien|daž|daudz|vairāk|ik)\p{L}{0,4}\s+)no\s+(?:tiem|tām|kuriem|kurām) )(?!\p{L})"""
    ),
    lambda match: True,
    reads=(("tai skaitā 10", [True]), ("(t. sk. 5 jaunieši)", [True]), ("no tiem 4", [True])),
    refuses=("no 50 NVO", "skaits", "tsk", "katrā no tiem 45", "viens no tiem"),
)
# A full stop ends a sentence before a capital; so does a comma before a capitalised participle.
_SENTENCE_END = pattern(r"[.!?](?=\s+(?-i:\p{Lu})|\s*$)|;|,(?=\s+(?-i:\p{Lu}\p{Ll}+)(?:ts|ta|ti|tas|ušas|uši)\s)")


def part_scopes(text: str) -> list[tuple[int, int]]:
    """The spans in which counts are parts: from an opener to the end of its sentence or bracket."""
    return [(each.start, _scope_end(text, each.stop)) for each in PART_OPENER.all_in(text)]


def _scope_end(text: str, start: int) -> int:
    depth = 0
    for place in range(start, len(text)):
        if text[place] == "(":
            depth += 1
        elif text[place] == ")":
            depth -= 1
            if depth < 0:
                return place
        elif depth == 0 and _SENTENCE_END.match(text, place):
            return place
    return len(text)


PRODUCT = Rule(
    "product in brackets",
    pattern(
        r"""\s*\((?P<terms>
            [^()\d]{0,12}\d[\d\s]*(?:[^()\d×*]{0,60}?)
            (?:
                (?:(?:(?<=[\s\d])[xх](?=[\s\d])|×|\*)\s*\d[\d\s]*[^()\d×*]{0,60}?)+
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
        ("(3 reģioni, katrā 5 meistarklases)", ["3 reģioni, katrā 5 meistarklases"]),
    ),
    refuses=("(6 vietas un 4 nodarbības)", "(Facebook lapas sekotāji ir 1657)", "(7 novadi, 4 pasākumi)"),
)


def terms_span(match: Match) -> tuple[int, int]:
    """Where the terms of a product stand, without the brackets."""
    return match.span("terms")
