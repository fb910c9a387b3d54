"""What an amount of a breakdown is for: the words beside it, where they name a purpose."""

from __future__ import annotations

import regex

from pipeline.extract.finance_asides import ASIDE
from pipeline.grammar.finance_words import HEAD
from pipeline.grammar.rule import any_of, backwards
from pipeline.grammar.vocabulary import is_verb, reading
from pipeline.patterns import compiled

# Other money, tax, instalments, and what was brought in are no purposes: so they begin, or end, or this stands in them.
_OPENS_NO_PURPOSE = compiled(
    r"(?:t\.?\s?sk|ta(?:i|jā)\s+skait|tostarp|to\s+vidū|no\s+t(?:ā|iem|ām)(?!\p{L})|no\s+kur|ieskaitot|iekļaujot)|no\s+(?:pašvaldīb|iepriekšēj|(?:\p{L}+\s+){0,4}(?:fond|budžet|iemaks|ziedoj|līdzek|finansēj))|(?:nevis|neskaitot|papildus|sākotnēji|iepriekš|kļūdaini|gadu\s+iepriekš|pēc|pirms|līdz)(?!\p{L})"
    r"|(?:(?:tika|ir)\s+)?(?:segt|finansēt)(?:s|i|a|as)(?!\p{L})|(?:kopā|pavisam|kopsumma|summa)(?!\p{L})"
    r"|(?:(?:tika|ir|bija|jau|vēl|tomēr|tikai|vien)\s*)+$|(?:gada|perioda)\s+(?:sāk|beig)|saskaņā\s|valsts\s+budžeta\s+(?:finansējum|līdzek)"
    r"|(?:\d{1,2}\.\s*|\p{L}+\s+){0,2}(?:(?:pus)?gad[sā]|period[sā]|posm[sā]|semestr(?:is|ī)|mēnesī)$"
    r"|(?:janvār|februār|mart|aprīl|maij|jūnij|jūlij|august|septembr|oktobr|novembr|decembr)(?:ī|ā|is|s)$|pašvaldīb\p{L}*\s+daļ|apmērā\b"
    r"|(?:valsts\s+budžet(?:s|a)|valsts|pašvaldības?|novada\s+dome|biedrība|nodibinājums|sponsori|atbalstītāji|ministrija|dalībnieki)$",
    regex.IGNORECASE,
)
_ENDS_NO_PURPOSE = backwards(
    r"(?<!\p{L})(?:jeb|pēc|no|uz|ar|par|pret|nekā|(?:līdz)?finansējum(?:s|a)|(?:fond|budžet|dom|dalībniek)\p{L}*\s+(?:līdzek(?:ļi|ļu)|naud\p{L}+)|ieguldījum(?:s|a)|puse|daļa|pārēj(?:ie|ais|ā|ās)|vismaz|ne\s+vairāk\s+kā|nenotika)"
)
_NO_PURPOSE = compiled(
    r"\bPVN\b|pievienotās\s+vērtības|(?:pārnest|pārcelt|iepriekšēj|kārtēj)\p{L}*\s+(?:(?:gada|perioda)\s+)?(?:finansējum|līdzekļ|atlikum)"
    r"|pašvaldīb\p{L}+\s+(?:līdz)?finansējum|līdzfinansējum|dalības\s+maks|ziedojum|pašu\s+ieņēmum|avans|maksājum(?:s|os|i)\b"
    r"|(?:biedrīb|nodibinājum|organizācij|uzņēmum|pašu|cit|privāt)\p{L}*\s+līdzek|pārsnieg|pārtēr[ēi]|ceturksn"
    r"|p[āa]r(?:cel|nes)\p{L}*\s+no\s|(?<!\d)20\d\d\.?\s*gad|%|(?:\d\s*|\s)(?:[x×*]|reizes)(?!\p{L})",
    regex.IGNORECASE,
)
# Another amount, whose currency stands behind the last one or nowhere.
_AMOUNT_INSIDE = compiled(
    r"(?<![\d.,])\d{1,3}(?:\s\d{3})+(?!\d)|\d[.,]\d\d(?![\d.])|(?<![\d.,/])(?!(?:19|20)\d\d(?!\d))\d{4,}(?!\d)"
)
_may_be_no_purpose = any_of(
    *(
        "pvn",
        "vērtības",
        "finansējum",
        "līdzek",
        "atlikum",
        "maks",
        "ziedojum",
        "ieņēmum",
        "avans",
        "pārsnieg",
        "pārtēr",
        "pārcel",
        "pārnes",
        "parcel",
    ),
    *("ceturksn", "20", "%", "x", "×", "*", "reizes"),
)
# *15 000 euro paredzēti semināriem, bet*: the verb and the joining word say nothing of what for.
_ALLOCATED = compiled(
    r"^(?:(?:tika|ir|tiek)\s+)?(?:paredzēt|izlietot|izmantot|iztērēt|novirzīt|piešķirt|plānot|atvēlēt)(?:s|i|a|as)\s+(?=\S)",
    regex.IGNORECASE,
)
_JOINING = compiled(r"(?:(?:^|[\s,]+)(?:un|bet|savukārt|kā\s+arī)|\s*=)$", regex.IGNORECASE)
_LAST_WORD = backwards(r"(\p{L}+)\P{L}*", flags=0)
_BRACKETED = compiled(r"\([^()]*\)")
_WHOLE_BRACKET = compiled(r"\((\p{L}[^()]*)\)")
_LIST_MARK = compiled(r"^(?:\d{1,2}\)|\(?\p{Ll}\))\s+")
_LEADING_WORD = compiled(r"^(?:apmērā|ir|tiek|kas|un|bet)\s+(?=\S)")
_OPENED_BRACKET = compiled(r"\s*\(\s*(?:atlikum|neizlietot)\p{L}*$")
_EDGE = " \t\n,;:.–—-•·"


def purpose_of(text: str) -> str:
    """The purpose without list marks, links and joining words at its ends; "" for what is none.

    >>> purpose_of(" apmērā semināriem un "), purpose_of("1) telpu noma (2 telpas);")
    ('semināriem', 'telpu noma (2 telpas)')
    >>> purpose_of("paredzēti žurnālistu mācībām, bet"), purpose_of("sākotnēji"), purpose_of("12 mēneši x")
    ('žurnālistu mācībām', '', '')
    >>> purpose_of(" (atalgojumam);"), purpose_of("(ieskaitot nodokļus)"), purpose_of("segti no biedrības līdzekļiem")
    ('atalgojumam', '', '')
    """
    folded = " ".join(text.replace("\x00", " ").replace(ASIDE, " ").split()).strip(_EDGE)
    inside = _WHOLE_BRACKET.fullmatch(folded)
    folded = inside[1] if inside and _is_dative(inside[1].split()[-1]) else folded
    folded = _LIST_MARK.sub("", folded)
    folded = _LEADING_WORD.sub("", folded)
    folded = _ALLOCATED.sub("", folded)
    folded = _OPENED_BRACKET.sub("", folded)
    folded = _JOINING.sub("", folded).strip(_EDGE)
    if not _names_purpose(folded):
        return ""
    if folded.count("(") != folded.count(")"):
        folded = folded.strip("()" + _EDGE)
    return folded.strip("“") if folded.count("“") != folded.count("”") else folded


def _is_dative(word: str) -> bool:
    """Whether a word can say what for, such as *atalgojumam*."""
    return any(form.case == "D" for form in reading(word).nouns)


def _names_purpose(text: str) -> bool:
    """Whether these words may say what for: no other money, no head, and nothing that ends in a verb."""
    plain = _BRACKETED.sub("", text)
    last = _LAST_WORD.match(plain)
    if last is None or _is_no_purpose(plain) or any(head.stop == len(text) for head in HEAD.all_in(text)):
        return False
    word = last[1]
    said = reading(word)
    return not (word.islower() and not said.known and (is_verb(word) or said.participle))


def _is_no_purpose(text: str) -> bool:
    if _OPENS_NO_PURPOSE.match(text.lstrip("( ")) or _ENDS_NO_PURPOSE.match(text) or _AMOUNT_INSIDE.search(text):
        return True
    return _may_be_no_purpose(text.casefold()) and _NO_PURPOSE.search(text) is not None
