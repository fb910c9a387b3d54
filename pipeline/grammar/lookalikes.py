"""Numbers that count nothing: dates, years, clock times, ordinals, document and phone numbers, titles, addresses."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from pipeline.grammar.dates import CALENDAR_YEAR, DATE, periods_in
from pipeline.grammar.rule import Found, Rule, any_of, masked, pattern
from pipeline.patterns import compiled

# Blanks titles and names, which may stand inside a counted phrase: *10 podkāsta “Bez filtra” sērijas*.
NAME = "\x01"
_NAMES = ("quoted title", "name with a number")
_MONTH = (
    r"(?:janv[āa]r|febru[āa]r|mart|apr[īi][lļ]|maij|j[ūu]nij|j[ūu]lij|august|septembr|oktobr|novembr|decembr)\p{L}+"
)
_YEAR = r"(?:1[6-9]|20)\d\d"


def _rule(
    name: str,
    text: str,
    reads: tuple[str, ...],
    refuses: tuple[str, ...],
    needs: Callable[[str], object] | None = None,
) -> Rule[bool]:
    examples = tuple((each, [True]) for each in reads)
    return Rule(name, pattern(text), lambda match: True, examples, refuses, needs)


_names_standard = any_of("iso", "lvs", "iec", "din", "wcag", "pdf", "html", "usb", "epub", "fm", "hz")
_NUMBERED = compiled(r"\d\.\d|en[\s-]*\d")
_DOTTED = compiled(r"\d\s*\.")


def _may_be_standard(folded: str) -> bool:
    return _names_standard(folded) or _NUMBERED.search(folded) is not None


_names_phone = any_of("+", "tālr", "tel", "mob")
_EIGHT_DIGITS = re.compile(r"\d{8}")


def _may_be_phone(folded: str) -> bool:
    return _names_phone(folded) or _EIGHT_DIGITS.search(folded) is not None


LOOKALIKES = (
    _rule(
        "web address",
        r"(?:https?://|www\.)\S+ | \S+@\S+\.\p{L}+ | (?<!\S)[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:lv|com|eu|org|net|info)(?:/\S*)?(?!\p{L})",
        ("https://www.nvo.lv/2023/5", "info@nvo24.lv", "portals24.lv"),
        ("24 nodarbības",),
        any_of("://", "www.", "@", ".lv", ".com", ".eu", ".org", ".net", ".info"),
    ),
    _rule(
        "quoted title",
        r'[„“«"‟] [^„“”«»"‟\n\x00]* (?:\n[^„“”«»"‟\n\x00]*){0,3} [”“»"‟]',
        ("“Latvija 100”", "„Solis 2”", "«5 soļi»", '"Top 10"'),
        ("24 nodarbības", "“Latvija 100"),
        any_of("„", "“", "«", '"', "‟"),
    ),
    _rule(
        "document number",
        r"(?<!\p{L}) (?:nr|no|n)\.?\s*[.:]?\s*(?=\S*\d)(?<=(?:nr|№|n°).{0,4})[\p{L}\d][\p{L}\d./–-]* | [№]\s*\S+ | (?<!\p{L})nr\.?\s*\d\S*"
        r" | (?<!\d\.?)\d+(?:[.]\d+)*-\d+-\d+(?:/\d+)* | \d+/\d+/\d+",
        ("Nr. 2020.LV/NVOF/MAC/091/12", "Nr.15", "līgums 2.5-11-207"),
        ("24 nodarbības", "no 12 NVO", "no 50 NVO"),
        any_of("nr", "№", "n°", "-", "/"),
    ),
    _rule(
        "phone or registration number",
        r"(?:\+\s*371[\s-]?)?(?<!\d)[26]\d{7}(?!\d) | \+\s*371[\s\d-]{8,11} | (?<!\d)[459]\d{10}(?!\d) | (?:tālr|tel|mob)\p{L}*\.?:?\s*[+\d][\d\s-]{5,14}",
        ("tālr. 26 123 456", "+371 26123456", "67123456", "reģ. 40008012345"),
        ("1657 sekotāji",),
        _may_be_phone,
    ),
    _rule(
        "clock time",
        r"(?:plkst|pulksten)\p{L}*\.?\s*(?:no\s+)?\d{1,2}(?:[.:]\d\d)?(?:\s*(?:[-–—]|līdz)\s*(?:plkst\.?\s*)?\d{1,2}(?:[.:]\d\d)?)?"
        r" | (?<![\d.])(?:[01]?\d|2[0-3]):[0-5]\d(?:\s*[-–—]\s*(?:[01]?\d|2[0-3]):[0-5]\d)?",
        ("plkst. 10.00", "plkst. 10.00–16.00", "no 18:30"),
        ("10 pasākumi",),
        any_of("plkst", "pulksten", ":"),
    ),
    _rule(
        "day of a month",
        rf"(?<![\d])\d{{1,2}}\s*\.?\s*(?:(?:[-–—,]|un|līdz)\s*\d{{1,2}}\s*)?\.\s*{_MONTH} | \d{{1,2}}\.\s*(?:[-–—]|līdz|un)\s*\d{{1,2}}\.\s*{_MONTH}"
        r" | (?<![\d.])\d{1,2}\.\d{1,2}\.(?!\d)(?:\s*[-–—]\s*\d{1,2}\.\d{1,2}\.)?",
        ("5.oktobrī", "1. aprīļa", "9.-24.oktobrim", "no 5. līdz 9. maijam", "15.07."),
        ("5 pasākumi",),
        _DOTTED.search,
    ),
    _rule(
        "year",
        rf"(?<![\d.,]){_YEAR}\s*\.?\s*(?:[-–—/]|līdz|un)\s*(?:{_YEAR}|\d\d)(?!\d)\.?(?:\s*(?:mācību\s+)?gad\p{{L}}*)?"
        rf" | (?<![\d.,]){_YEAR}\.?\s*(?:mācību\s+)?(?:gad\p{{L}}*|g\.) | \(\s*{_YEAR}\s*\) | (?<![\d.,]){_YEAR}\.(?=\s*(?-i:\p{{Ll}}))",
        ("2014. - 2020. gada", "2022./2023. mācību gadā", "2023. gadā", "2021-2027", "(2022)", "2021. un"),
        ("1657 sekotāji", "2000 dalībnieki", "Bērni - 1702. Notika"),
        any_of("16", "17", "18", "19", "20"),
    ),
    _rule(
        "ordinal",
        r"(?<![\d.,/])\d{1,4}\.(?:\s*(?:[-–—,/]|un|līdz)\s*\d{1,4}\.)*(?:\s*(?:[-–—]|līdz)\s*\d{1,2}\.)?(?=\s*(?-i:\p{Ll})) | (?<![\d.,])\d{1,2}\s*[-–—]\s*\d{1,2}\.(?=\s*klas)"
        r" | \d{1,2}\.[a-z](?=\s+klas)",
        ("2. daļās", "1. kursa", "1.–4. klases", "5.-9. klašu", "12. panta", "7.a klases", "5. un 6. posms"),
        ("24 klātienes", "2.5 dienu", "Pilsoņi – 227. Notika"),
        _DOTTED.search,
    ),
    _rule(
        "name with a number",
        r"(?<!\p{L})(?:Natura\s+2000|Office\s+\d+|Microsoft\s+365|Windows\s+\d+|Horizon\s+20\d\d|iOS\s+\d+|macOS\s+\d+|Android\s+\d+|Formula\s+\d|Agenda\s+20\d\d|Eiropa\s+20\d\d|Latvija\s+20\d\d)(?!\d)",
        ("Natura 2000 teritorijās", "Microsoft Office 365 un", "iOS 17 drošība"),
        ("Rīgā 5 pasākumi",),
        any_of(
            "natura",
            "office",
            "ios",
            "macos",
            "android",
            "microsoft",
            "windows",
            "horizon",
            "formula",
            "agenda",
            "eiropa",
            "latvija",
        ),
    ),
    _rule(
        "number of a standard or version",
        r"(?<!\p{L})(?:ISO|LVS|EN|IEC|DIN|WCAG|PDF|HTML|USB|EPUB)(?:[\s/-]+(?:ISO|EN|IEC))*[\s-]*\d[\d.:/-]*(?:\s+A{1,3}(?!\p{L}))?"
        r" | (?<![\d.,])\d{1,3}(?:\.\d{1,3}){1,3}\.?(?=\s*(?:versij|pant|punkt|apakšpunkt|pielikum|nodaļ|sadaļ|redakcij)\p{L}*)"
        r" | \d+(?:[.,]\d+)?\s*(?:FM|MHz|GHz|kHz)(?!\p{L})"
        r" | (?-i:\p{Lu}\p{Ll}+\p{Lu}\p{L}*|Python|Java|Windows|Android|Ubuntu|Moodle)\s+\d+(?:\.\d+)+",
        (
            "ISO 27001 prasības",
            "LVS EN 301549",
            "WCAG 2.1 AA līmenim",
            "10.1 pantā",
            "lietotnes 2.1 versija",
            "97,3 FM",
        ),
        ("5 punkti", "12 versijas", "5 pasākumi"),
        _may_be_standard,
    ),
    _rule(
        "letter that could not be decoded",
        r"\(cid:\d+\)",
        ("(cid:127) Iegādāti",),
        ("(15)",),
        any_of("(cid:"),
    ),
    _rule(
        "each other",
        r"(?<!\p{L})(?:vien(?:s|a|u|am|ai)\s+(?:par\s+|no\s+|ar\s+|pret\s+)?otr\p{L}+|vien(?:s|a|u|am|ai)\s+no(?!\p{L}))",
        ("iepazina viens otru", "viens no centriem", "palīdz viena otrai"),
        ("viens seminārs",),
        any_of("vien"),
    ),
    _rule(
        "age from which something is for",
        r"(?<![\d.,+\p{L}])\d{1,2}\s?\+(?!\s?\d)"
        r" | (?<![\d.,+\p{L}])\d{1,2}\s?(?:[–-]\s?\d{1,2}\s?g\.(?:\s?v(?:ec)?\.)?|g\.\s?v(?:ec)?\.)(?!\p{L})",
        ("jauniešiem (18+)", "no 8+ grupas", "65+ vecuma", "jaunieši (12–16 g.)", "6–7 g. v. bērni", "bērni (7 g.v.)"),
        ("2+3 nodarbības", "5 g. zelta", "12–16 gadi"),
        any_of("+", "g."),
    ),
    _rule(
        "change against another year",
        r"\(\s*(?:[+−–]|-(?=\d))\s?\d[\d\s]*(?:[.,]\d+)?\s*%?\s*\) | (?<=\s)[−-]\d[\d\s]*(?:[.,]\d+)?\s*%",
        ("rādījumi: 71 (+8)", "ar 88 bērniem (-5)", "zvani (+12,5 %)", "pret pērno gadu -12 %"),
        ("eksperti (7)", "semināri (5–7)", "apgūti - 12 %"),
        any_of("(", " -", "−"),
    ),
    _rule(
        "mark of a scale",
        r"(?<![\d.,])\d[.,]\d{1,2}\s+(?:no\s+)(?:4|5|6|10|100)(?![\d.,]*\d)(?!\s+(?!ball|punkt|zvaigzn|iespējam|un\b|bet\b)\p{L})(?:\s+(?:iespējam\p{L}+\s+)?(?:ball|punkt|zvaigzn)\p{L}+)?",
        ("vērtējums ir 4,6 no 5", "4.8 no 5 ballēm"),
        ("31 no 40 jauniešiem", "2,5 no 5 hektāriem"),
        any_of("no "),
    ),
    _rule(
        "size of a sample",
        r"(?<!\p{L})n\s*=\s*\d[\d\s]*(?=[,;)])",
        ("aptaujāto vecāku (n=900)", "(n = 1 012; 2023)"),
        ("nodarbības = 5)",),
        any_of("n=", "n ="),
    ),
    _rule(
        "fraction in words",
        r"(?<!\p{L})(?:vien[ua]|div(?:as|ām|u)|tr[īi](?:s|ju|m)|četr(?:as|ām|u)|\d)\s+(?:treš|ceturt|piekt|sest|desmit)daļ\p{L}+",
        ("trīs ceturtdaļas dalībnieku", "divām trešdaļām"),
        ("trīs daļas", "3 nodaļas", "ceturtdaļa"),
        any_of("šdaļ", "tdaļ"),
    ),
    _rule(
        "first places",
        r"(?<!\p{L})pirm(?:o|ās|ajām|ajās|os|ajiem)\s+(?:\d{1,2}|trīs|triju|trim|trijās|piec\p{L}+|desmit)\s+viet\p{L}+",
        ("pirmās trīs vietas ieguvušie", "pirmo 3 vietu ieguvēji"),
        ("3 vietas", "pirmās 3 nodarbības"),
        any_of("pirm"),
    ),
    _rule(
        "address",
        r"(?-i:\p{Lu})[\p{L}.]+\s+(?:iel[aāu]s?|prospekt\p{L}*|bulvār\p{L}*|gatv\p{L}*|šosej\p{L}*|laukum\p{L}*|līnij\p{L}*)\s+\d+\p{L}?(?:\s*[-–/]\s*\d+\p{L}?)? | LV\s*-?\s*\d{4}",
        ("Brīvības ielā 12", "Brīvības iela 12-3", "Rīga, LV-1010"),
        ("ielas 12 stāvi",),
        any_of("iel", "prospekt", "bulvār", "gatv", "šosej", "laukum", "līnij", "lv"),
    ),
)

# Titles and web addresses hide dates, and dates hide what only looks like a part of one.
_IN_ORDER: tuple[Rule[Any], ...] = (*LOOKALIKES[:2], DATE, CALENDAR_YEAR, *LOOKALIKES[2:])


def without_lookalikes(text: str, whole: str = "") -> str:
    """The text with everything blanked that looks like a count and is none, titles and names by `NAME`.

    `whole` is the text of which it is a part, if any: what cannot stand in that is not looked for in each of its parts.
    """
    dated: list[Found[Any]] = [*periods_in(text)]
    folded = text.casefold()
    text = masked(text, dated)
    for rule in _rules_for(whole) if whole else _IN_ORDER:
        if rule.needs is None or rule.needs(folded):
            text = masked(text, rule.found_in(text), NAME if rule.name in _NAMES else "\x00")
    return text


@lru_cache(maxsize=4)  # Each item of a text asks it.
def _rules_for(text: str) -> tuple[Rule[Any], ...]:
    """The rules that may read something in a text, or in a part of it."""
    folded = text.casefold()
    return tuple(rule for rule in _IN_ORDER if rule.needs is None or rule.needs(folded))
