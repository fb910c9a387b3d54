"""The words of the finance field: what is planned, spent and left, and what became of it."""

from __future__ import annotations

from typing import Literal

import regex

from pipeline.grammar.rule import Match, Rule, any_of, pattern, word_beginnings
from pipeline.patterns import compiled
from pipeline.records import Disposition

Head = Literal["planned", "actual", "remainder"]
HEADS: tuple[Head, ...] = ("planned", "actual", "remainder")


def _head(match: Match) -> Head:
    if match["remainder"]:
        return "remainder"
    return "planned" if match["planned"] else "actual"


HEAD: Rule[Head] = Rule(
    "finance head",
    pattern(
        r"""
        (?<!\p{L})
        (?:
            (?P<remainder>
                (?:(?:neizlietot|neizmantot|neapgūt|neiztērēt)\p{L}*\s+)?(?:(?:valsts\s+budžeta\s+)?(?:finansējuma|līdzekļu|budžeta|naudas|perioda)\s+)?
                (?:atlikum\p{L}*|pārpalikum\p{L}*|ietaupījum\p{L}*|ekonomij\p{L}*)
              | (?:neizlietot\p{L}*|neizmantot\p{L}*|neapgūt\p{L}*|neiztērēt\p{L}*|ietaupīt\p{L}*|ieekonomēt\p{L}*|ietaupīj(?:ām|a)|nepaspēj(?:ām|a)\s+(?:iz|ap)\p{L}+
                |(?:pāri\s+)?palik(?:us|uš)\p{L}*|pāri\s+palika|palika\s+pāri|atlik(?:us|uš)\p{L}*|(?:nav|netika|netiek|nebija)\s+(?:vēl\s+)?(?:izlietot|izmantot|iztērēt|apgūt)\p{L}*)
                (?:\s+(?:valsts\s+budžeta\s+)?(?:līdzek\p{L}*|finansējum\p{L}*|summ\p{L}*|daļ\p{L}*))?
              | starpīb(?:a|u)(?=\s+(?:\d|€|eur|\()[^;\n]{0,80}?\b(?:atmaks|atgriez|pārcel|pārnes|ieskaitīt))
              | starpība(?=\s*:\s*(?:\d|€|eur)(?![^;\n]{0,80}?(?:seg[tš]|sedz|pašu|ziedoj|pārsnieg|pārtēr)))
            )
          | (?P<planned>(?:(?:pl[āa]not|pie[šs][ķk]irt|paredz[ēe]t|iepl[āa]not|apstiprin[āa]t)\p{L}*(?:\s+(?:valsts\s+budžeta\s+)?(?:finansējum|summ|līdzek)\p{L}*|\s+budžet(?:s|ā)(?!\p{L}))?
                |(?:ie)?plānoj(?:ām|a|uš\p{L}+|us\p{L}+)(?!\p{L})|līguma\s+summa(?!\p{L})|(?:finansējuma\s+|budžeta\s+)?plāns(?!\p{L})))
          | (?P<actual>(?:faktisk\p{L}*+(?!\s+pieprasīt)(?:\s+(?:tika\s+|ir\s+)?(?:izlietot|apgūt|iztērēt|izmantot|izdot)\p{L}*)?|(?:izlietot|apgūt|iztērēt|izmantot)\p{L}*|(?:iztērēj|izlietoj|izmantoj|apguv)(?:ām|a|uš\p{L}+|us\p{L}+)(?!\p{L})
                |(?:(?:finansējuma|budžeta|plāna)\s+)?(?:izpilde|izlietojums)(?!\p{L}))
                (?:\s+(?:valsts\s+budžeta\s+)?(?:finansējum|summ|līdzek)\p{L}*)?)
        )
        """
    ),
    _head,
    reads=(
        ("Plānots 49 000,00 euro", ["planned"]),
        ("Plānotais finansējums", ["planned"]),
        ("Planotais finansejums", ["planned"]),
        ("Faktiski izlietoti", ["actual"]),
        ("Faktiskais finansējums", ["actual"]),
        ("Atlikums 1 213,47 euro", ["remainder"]),
        ("Neizlietotie līdzekļi", ["remainder"]),
        ("Netika izlietoti 500,00 euro", ["remainder"]),
        ("Neizlietotā finansējuma atlikums", ["remainder"]),
        ("Līdzekļu ietaupījums", ["remainder"]),
        ("Atlikusī summa", ["remainder"]),
        ("Neiztērētie līdzekļi", ["remainder"]),
        ("Ietaupītie 1 040,00 euro", ["remainder"]),
        ("Neapgūtā daļa 681,10 euro", ["remainder"]),
        ("Apstiprinātais budžets", ["planned"]),
        ("Līguma summa", ["planned"]),
        ("Plāns", ["planned"]),
        ("Budžeta izpilde", ["actual"]),
        ("Izmantoti 8 775,00 euro", ["actual"]),
        ("plānojām 8000 eiro", ["planned"]),
        ("Bijām ieplānojuši 6 200 eiro", ["planned"]),
        ("iztērējām 7926,40 eiro", ["actual"]),
        ("Pāri palikušos 73,60 eiro", ["remainder"]),
        ("Nepaspējām iztērēt 112,65 eiro", ["remainder"]),
        ("Starpība 745,33 euro atmaksāta ministrijai", ["remainder"]),
        ("Starpība: 0,01 EUR", ["remainder"]),
    ),
    refuses=(
        "pilsoniskās sabiedrības attīstībai",
        "plānošanas reģions",
        "teritorijas plānojums",
        "izlietne",
        "uzdevuma izpildei",
        "izmantošana",
        "Starpība 745,33 euro radās kursu svārstību dēļ",
        "Starpība: 745,33 euro segta no pašu līdzekļiem",
    ),
    needs=any_of(
        *("starpīb", "atliku", "palik", "ietaup", "ekonom", "paspēj", "paspej"),
        *("izliet", "izmant", "tērē", "tere", "apg", "faktisk", "izpild"),
        *("plān", "plan", "ķirt", "kirt", "paredz", "apstiprin", "summa"),
    ),
    begins=word_beginnings(
        [
            "neiz",
            "neap",
            "nepa",
            "nav",
            "netik",
            "netiek",
            "nebij",
            "valst",
            "finans",
            "līdz",
            "budž",
            "naud",
            "peri",
            "atl",
            "pārp",
            "pāri",
            "iet",
            "ekon",
            "iee",
            "pal",
            "starp",
            "plān",
            "plan",
            "pieš",
            "pies",
            "pare",
            "iepl",
            "apst",
            "līg",
            "fakt",
            "izl",
            "apg",
            "izt",
            "izm",
            "izp",
        ]
    ),
)

OPENER = Rule(
    "breakdown opener",
    pattern(
        r"""
        (?<!\p{L})
        (?: t\.\s?sk\.? | t\s?sk\. | tai\s+skait[āa] | taj[āa]\s+skait[āa] | tostarp | to\s+starp[āa] | to\s+vidū
          | no\s+(?:tiem|tām|tā|kuriem|kurām|kura|kuras) | no\s+kopēj(?:ā|ās)\s+(?:finansējuma|summas)(?=\s*:) | sadalījum(?:s|ā)(?:\s+pa\s+\p{L}+)? | proti
          | šād(?:iem|ām|ās|as|os|us)\s+\p{L}+(?:\s+\p{L}+)?(?=\s*:) )
        (?!\p{L}) (?:\s*(?:šād\p{L}+|pa)(?:\s+\p{L}+){1,2}(?=\s*:))? \s*[:,–-]?
        """
    ),
    lambda match: True,
    reads=(
        ("t.sk.", [True]),
        ("t. sk.:", [True]),
        ("tai skaitā", [True]),
        ("tajā skaitā:", [True]),
        ("no kuriem", [True]),
        ("t.sk. šādiem mērķiem:", [True]),
        ("šādām pozīcijām:", [True]),
        ("no kopējā finansējuma:", [True]),
    ),
    refuses=("tsk", "skaitā", "statistika", "no Kurzemes"),
)


def _disposition(match: Match) -> Disposition:
    if match["negated"] or match["other"]:
        return "other"
    return "carried_over" if match["carried"] else "returned"


DISPOSITION: Rule[Disposition] = Rule(
    "disposition of a remainder",
    pattern(
        r"""
        (?<!\p{L}|nevis\s)
        (?P<negated>(?:nav|netika|netiek|netiks|nebija|nav\s+tic(?:is|ti)|neatļāva|neļāva)\s+)?
        (?:
            (?P<carried>p[āa]r(?:c[ēe]l|nes)\p{L}*(?!\s+(?:no|atpakaļ)(?!\p{L}))
                (?!\s+uz\s+(?!\x00|\d|(?:nākam|nakam|nākoš|turpm|jaun|otr|treš|ceturt|piekt|kārtēj|gad|period|posm|līgum|[ivx]+(?!\p{L}))))
              | ieskait[īi]t\p{L}*(?=[^.;\n]*\b(?:nākam\p{L}+|20\d\d\.)\s+(?:gada\s+(?:finansējum|avans|budžet|maksājum)|gadā|period|posm|maksājum))(?![^.;\n]*(?:budžetā|kas[eē]s?|ministrij)))
          | (?P<other>p[āa]r(?:c[ēe]l|nes)\p{L}*\s+(?:no\s+(?!iepriekš|pagājuš|20\d\d|\x00)\p{L}+\s+)?uz\s+(?!valsts|ministrij)\p{L}+)
          | (?P<other>(?:atgriez|atmaks|ieskait[īi][tj]|iemaks[āa][tj])\p{L}*
                (?=[^.;]*(?<!\bno\s+)\b(?:(?:biedrīb|nodibināj|organizācij|veicēj|mūsu|savā)\p{L}*\s+(?:\p{L}+\s+)?(?:kontā|kontos|rezerv[ēā]s|kasē|līdzekļos|budžetā)
                  | (?:rezerv|uzkrāj|attīstīb|stipendij)\p{L}*\s+fond(?:ā|am)|rezervē|uzkrājum(?:ā|os)
                  | uz\s+(?:biedrības|organizācijas|nodibinājuma)\s+kontu | aizdevum\p{L}+
                  | dalībniek(?:am|iem)|dalībniecēm|biedr(?:am|iem)|piegādātāj(?:am|iem)|partner(?:im|iem)|vecākiem|ziedotāj(?:am|iem)|sponsor(?:am|iem)|biedrībai)(?!\p{L})))
          | (?P<returned>p[āa]r(?:c[ēe]l|nes)\p{L}*\s+(?:atpakaļ|uz\s+(?:valsts|ministrij))\p{L}* | (?:atgriez|atmaks|ieskait[īi][tj]|iemaks[āa][tj]|p[āa]rskait[īi][tj](?=[^.;]*(?:budžet|kas[eēu]|ministrij)))\p{L}*)
          | (?P<other>(?:novirz|izlietot|izmantot|pie[šs][ķk]irt|ieguld[īi]t|p[āa]rdal[īi]t|palie?k|saglab[āa]|dz[ēe]st|samazin[āa]t|ietur[ēe]t|p[āa]rskait[īi]t|p[āa]rvirz)\p{L}*)
        )
        (?<!t(?:ie|ais|o|os|ajiem|ajām|ajā|ās))(?!\p{L})
        """
    ),
    _disposition,
    reads=(
        ("pārcelts uz nākamo periodu", ["carried_over"]),
        ("tiks pārcelta uz nākamo periodu", ["carried_over"]),
        ("pārnests uz 2024. gadu", ["carried_over"]),
        ("parcelts uz nakamo periodu", ["carried_over"]),
        ("pārcēlām uz nākamo periodu", ["carried_over"]),
        ("atgriezts ministrijas budžetā", ["returned"]),
        ("atmaksāti Valsts kasē", ["returned"]),
        ("ieskaitīts Valsts kases kontā", ["returned"]),
        ("novirzīts mācību materiāliem", ["other"]),
        ("pārcelts uz Valsts kases kontu", ["returned"]),
        ("pārcelts atpakaļ ministrijai", ["returned"]),
        ("pārcelts uz citu aktivitāti", ["other"]),
        ("pārcelts no atalgojuma uz telpu nomu", ["other"]),
        ("pārcelts", ["carried_over"]),
        ("nav atgriezts", ["other"]),
        ("ieskaitīts biedrības rezerves fondā", ["other"]),
        ("atmaksāts dalībniekiem", ["other"]),
        ("atgriezts ministrijai no biedrības konta", ["returned"]),
        ("ieskaitīts nākamā gada finansējumā", ["carried_over"]),
        ("ieskaitīts valsts budžetā nākamā gada janvārī", ["returned"]),
        ("ieskaitīts 2024. gada finansējumā", ["carried_over"]),
        ("netiek pārcelts uz nākamo gadu", ["other"]),
        ("nevis pārcelts, bet atgriezts ministrijai", ["returned"]),
        ("atmaksāts bankas aizdevuma segšanai", ["other"]),
    ),
    refuses=(
        "pilsoniskās sabiedrības attīstībai",
        "Atlikums 5 euro apmērā",
        "pārcelto pasākumu īstenošanai",
        "pārcelts no iepriekšējā gada",
    ),
)

_DENIES = compiled(r"na|neti|nebi|neatļ|neļ", regex.IGNORECASE)


def is_denied(text: str, start: int) -> bool:
    """Whether the disposition that begins there says what did not become of the remainder."""
    return _DENIES.match(text, start) is not None


# A share in brackets, or beside *jeb*, says nothing that the amount beside it does not say.
SHARE = compiled(
    r"\(\s*\d{1,3}(?:[.,]\d+)?\s*%(?:\s+no\s+\p{L}+(?:\s+(?:finansējuma|summas|budžeta|līdzekļiem))?)?\s*\)|\d{1,3}(?:[.,]\d+)?\s*%\s*jeb(?=\s)"
    r"|(?<!\p{L})jeb\s+\d{1,3}(?:[.,]\d+)?\s*%(?:\s+no\s+\p{L}+(?:\s+finansējuma)?)?",
    regex.IGNORECASE,
)
