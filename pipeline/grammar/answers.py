"""Fields that are an answer: *Nav* and its like, an amount, or a sentence."""

from __future__ import annotations

from decimal import Decimal

import regex

from pipeline.grammar.money import AMOUNT, BARE_AMOUNT
from pipeline.grammar.rule import backwards, pattern
from pipeline.records import StatedAmount

# Only where it is the whole cell: "Nav iesniegts pārskats" is a sentence.
_NONE = pattern(
    r"""
    \W* (?:
        (?: nav | netika | nebija | nav\s+bijis | nav\s+bijuši )
        (?: \s+ (?: konstatēt\p{L}* | attiecinām\p{L}* | bijuš\p{L}* | bijis | radušies | veikt\p{L}* | identificēt\p{L}* ) )?
        (?: \s+ (?: šādi | tādi | neatbilstoši(?:\s+veikti)? ) )?
        (?: \s+ (?: izdevumi | līdzekļi | gadījumi ) )?
      | (?: neatbilstoš(?:i|u|o) (?:\s+veikt(?:i|o|u))? \s+ izdevum(?:i|u) | neatbilstīb(?:u|as) | (?:šādu|tādu)(?:\s+(?:izdevumu|līdzekļu))?
          | neatgūt\p{L}+ \s+ līdzek\p{L}+ )
        \s+ (?: nav | netika | nebija ) (?: \s+ (?: konstatēt(?:i|as) | veikti | bijuši | bijis ) )?
      | (?: nav | nebija ) \s+ (?: neatbilstoš(?:i|u) (?:\s+veikt(?:i|u))? \s+ izdevum(?:i|u) | neatbilstīb(?:u|as) | neatgūt\p{L}+ \s+ līdzek\p{L}+ )
      | nav \s* \( 0 (?: [.,] 0{1,2} )? \s* (?: euro | eiro | eur | € ) \)
      | n\s*/\s*a | neattiecas | nekādi?
      | [-–—×x/]+
      | 0 (?: [.,] 0{1,2} )? (?: \s* \( \s* nulle [^()\d]{0,20} \) )? (?: \s* (?: euro | eiro | eur | € ) )?
      | (?: euro | eiro | eur | € ) \s* 0 (?: [.,] 0{1,2} )?
    ) \W*
    """
)


# The amount stands first, or what the field asks for is named in front of it in its sentence.
_FIRST = pattern(
    r"\W*(?:(?:kopā|kopsumm\p{L}*|summa|apmērs|eur|euro|€|20\d\d\.?\s*(?:g\.|gad\p{L}+)|neliela)[\s:,–—-]*)*"
)
_INELIGIBLE = pattern(r"(?<!\p{L})(?:neatbils|neattiecin|nepamatot|konstatēt|atklāt|atzīt)\p{L}*(?![^.;]*[.;]\s)")
_UNRECOVERED = pattern(
    r"(?<!\p{L})(?:neatgū|neatmaks|neatgriez|atmaksājam|atgūstam|atlikušais\s+parāds|parāds\s*[:–-]"
    r"|(?:nav|netika|nebija)\s+(?:vēl\s+)?(?:at(?:gūt|maksāt|griezt)|iemaksāt|ieskaitīt))\p{L}*(?![^.;]*[.;]\s)"
)
# *Nav konstatēti*, *pārbaudīti maksājumi*, *visi izdevumi atbilstoši*, *atzīti par attiecināmiem*: the amount is another.
# *Nav atgūti 120,50 euro* and *12,50 euro, kas nav atmaksāti* say it of the amount itself.
_RECOVERED = r"(?<!(?:nav|netika|nebija)\s+(?:vēl\s+)?)(?:atgūt|atmaksāt|atgriezt|iemaksāt|ieskaitīt|samaksāt|piedzīt|ieturēt)(?:i|s|a|as|ie|ais)"
_PROPER = r"(?:atbilstoš|attiecinām|atbilst(?!\p{L}))\p{L}*|(?:akceptē|pieņēma|apstiprinā)\p{L}*"
_DENIES = pattern(
    rf"(?<!\p{{L}})(?:(?:nav|netika|nebija)(?!\s+(?:vēl\s+)?(?:at(?:gūt|maksāt|griezt)|iemaksāt|ieskaitīt))|{_RECOVERED}|{_PROPER}"
    r"|(?:pārbaud|kontrol|audit|revīzij|izlas|salīdzin|līgumsod|soda\s+naud|nepārsnie)\p{L}*(?![^.;]*(?:neatbils|neattiec)))(?!\p{L})"
)
# *Pārbaudīti 9 000 euro, pārkāpumu nav*; *12,50 euro, citu neatbilstību nav* says nothing against its amount.
_DENIED_BEHIND = pattern(
    r"(?<!\bcit(?:u|i|as|ādi|ādu)\s+)\b(?:neatbilst|pārkāp|neattiecin|šād|tād|iebild|kļūd)\p{L}*\s+(?:\p{L}+\s+){0,2}(?:nav|netika|nebija)(?!\p{L})"
    r"|\b(?:nav|netika|nebija)\s+(?:konstatēt|atklāt|identificēt|fiksēt|neatbils|neattiec|pārkāp)(?!\p{L}*\s+cit)"
    rf"|(?<!\p{{L}})(?:{_PROPER})(?!\p{{L}})"
)
_RECOVERED_BEHIND = pattern(rf"(?<!\p{{L}}){_RECOVERED}(?!\p{{L}})")
# *Līdz 500 euro*, *vairāk nekā 500 euro*: no amount that anybody stated.
_BOUND = backwards(
    r"(?<!\p{L})(?:līdz|ap|aptuveni|apmēram|gandrīz|vismaz|virs|zem|pāri|nepārsnie\p{L}*|ne\s+vairāk(?:\s+kā)?|(?:vairāk|mazāk)(?:\s+(?:nekā|kā|par))?|ne\s+mazāk(?:\s+kā)?)\s+"
)


def is_none_stated(text: str) -> bool:
    """Whether the whole text says that there is nothing.

    >>> is_none_stated("Nav konstatēti."), is_none_stated("Nav iesniegts pārskats"), is_none_stated("")
    (True, False, False)
    """
    return bool(text.strip()) and _NONE.fullmatch(text) is not None


def ineligible_amount(text: str) -> StatedAmount:
    """What the field of ineligible expenditure says: none, the one amount that is stated as such, or neither.

    >>> ineligible_amount("Neattiecināmi 12,50 euro").euros, ineligible_amount("Pārbaudīti 9 000 euro, kļūdu nav").euros
    (Decimal('12.50'), None)
    """
    return _stated_amount(text, _INELIGIBLE, _DENIED_BEHIND)


def unrecovered_amount(text: str) -> StatedAmount:
    """What the field of unrecovered funds says; an amount that was recovered is none of them.

    >>> unrecovered_amount("Nav. Atgūti visi 120,50 euro.").euros, unrecovered_amount("120,50 euro atgūti").euros
    (None, None)
    >>> unrecovered_amount("12,50 euro, kas nav atmaksāti").euros, unrecovered_amount("Nav atgūti 7,00 euro").euros
    (Decimal('12.50'), Decimal('7.00'))
    """
    return _stated_amount(text, _UNRECOVERED, _DENIED_BEHIND, _RECOVERED_BEHIND)


def _stated_amount(text: str, names: regex.Pattern[str], *denied_behind: regex.Pattern[str]) -> StatedAmount:
    if is_none_stated(text):
        return StatedAmount(none_stated=True, euros=Decimal("0.00"))
    found = AMOUNT.all_in(text) or (BARE_AMOUNT.all_in(text) if BARE_AMOUNT.pattern.fullmatch(text.strip()) else [])
    if len(found) != 1:
        return StatedAmount(none_stated=False, euros=None)
    (amount,) = found
    behind = denied_behind if amount.value.euros else ()
    denied = _DENIES.search(text, 0, amount.start) or any(each.search(text, amount.stop) for each in behind)
    named = _FIRST.fullmatch(text, 0, amount.start) or names.search(text, 0, amount.start)
    sure = named and not denied and not _BOUND.match(text, 0, amount.start)
    return StatedAmount(none_stated=False, euros=amount.value.euros if sure else None)
