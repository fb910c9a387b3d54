"""Fields that are an answer: *Nav* and its like, an amount, or a sentence."""

from __future__ import annotations

from decimal import Decimal

from pipeline.grammar.money import AMOUNT, BARE_AMOUNT
from pipeline.grammar.rule import pattern
from pipeline.records import StatedAmount

# Only where it is the whole cell: "Nav iesniegts pārskats" is a sentence.
_NONE = pattern(
    r"""
    \W* (?:
        (?: nav | netika | nebija | nav\s+bijis | nav\s+bijuši )
        (?: \s+ (?: konstatēt\p{L}* | attiecinām\p{L}* | bijuš\p{L}* | bijis | radušies | veikt\p{L}* | identificēt\p{L}* ) )?
        (?: \s+ (?: šādi | tādi | neatbilstoši(?:\s+veikti)? ) )?
        (?: \s+ (?: izdevumi | līdzekļi | gadījumi ) )?
      | neatbilstoši(?:\s+veikti)? \s+ izdevumi \s+ (?: nav | netika ) (?: \s+ (?: konstatēti | veikti | bijuši ) )?
      | neatgūt\p{L}+ \s+ līdzek\p{L}+ \s+ nav
      | n\s*/\s*a | neattiecas | nekādi?
      | [-–—×x/]+
      | 0 (?: [.,] 0{1,2} )? (?: \s* (?: euro | eiro | eur | € ) )?
      | (?: euro | eiro | eur | € ) \s* 0 (?: [.,] 0{1,2} )?
    ) \W*
    """
)


# *Nav konstatēti, pārbaudīti maksājumi par 9 000 euro*, *visi līdzekļi atgūti (120,50 euro)*: the amount is another.
# *Nav atgūti 120,50 euro* and *12,50 euro, kas nav atmaksāti* say it of the amount itself.
_DENIES = pattern(
    r"(?<!\p{L})(?:(?:nav|netika|nebija)(?!\s+at(?:gūt|maksāt|griezt))|(?<!(?:nav|netika|nebija)\s+)atgūt(?:i|s|a|as)|mazāk|ne\s+vairāk)(?!\p{L})"
)


def is_none_stated(text: str) -> bool:
    """Whether the whole text says that there is nothing.

    >>> is_none_stated("Nav konstatēti."), is_none_stated("Nav iesniegts pārskats"), is_none_stated("")
    (True, False, False)
    """
    return bool(text.strip()) and _NONE.fullmatch(text) is not None


def stated_amount(text: str) -> StatedAmount:
    """What an answer says: none, the one amount that stands in it and is not denied, or neither.

    >>> stated_amount("Neattiecināmi 12,50 euro").euros, stated_amount("Nav. Atgūti visi 120,50 euro.").euros
    (Decimal('12.50'), None)
    >>> stated_amount("12,50 euro, kas nav atmaksāti").euros, stated_amount("Nav atgūti 7,00 euro").euros
    (Decimal('12.50'), Decimal('7.00'))
    """
    if is_none_stated(text):
        return StatedAmount(none_stated=True, euros=Decimal("0.00"))
    found = AMOUNT.all_in(text) or (BARE_AMOUNT.all_in(text) if BARE_AMOUNT.pattern.fullmatch(text.strip()) else [])
    sure = len(found) == 1 and not _DENIES.search(text, 0, found[0].start)
    return StatedAmount(none_stated=False, euros=found[0].value.euros if sure else None)
