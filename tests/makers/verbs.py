"""What is said to have been done with counted things, and what may follow them without a number."""

from __future__ import annotations

from tests.makers.words import Kind, Participle

DONE: dict[Kind, tuple[Participle, ...]] = {
    "event": (
        Participle("Noticis", "Notikusi", "Notikuši", "Notikušas"),
        Participle("Novadīts", "Novadīta", "Novadīti", "Novadītas"),
        Participle("Noorganizēts", "Noorganizēta", "Noorganizēti", "Noorganizētas"),
        Participle("Īstenots", "Īstenota", "Īstenoti", "Īstenotas"),
    ),
    "thing": (
        Participle("Sagatavots", "Sagatavota", "Sagatavoti", "Sagatavotas"),
        Participle("Iegādāts", "Iegādāta", "Iegādāti", "Iegādātas"),
        Participle("Izveidots", "Izveidota", "Izveidoti", "Izveidotas"),
    ),
    "person": (
        Participle("Iesaistīts", "Iesaistīta", "Iesaistīti", "Iesaistītas"),
        Participle("Apmācīts", "Apmācīta", "Apmācīti", "Apmācītas"),
        Participle("Konsultēts", "Konsultēta", "Konsultēti", "Konsultētas"),
    ),
    "body": (
        Participle("Atbalstīts", "Atbalstīta", "Atbalstīti", "Atbalstītas"),
        Participle("Apmeklēts", "Apmeklēta", "Apmeklēti", "Apmeklētas"),
        Participle("Pārstāvēts", "Pārstāvēta", "Pārstāvēti", "Pārstāvētas"),
    ),
}
TAILS = (
    "",
    " par jauniešu līdzdalību",
    " sadarbībā ar reģiona pašvaldībām",
    " Ventspilī un Liepājā",
    " visa gada laikā",
    " nevalstisko organizāciju attīstībai",
    " ar mērķi stiprināt piederības apziņu",
)
ELIDED_TAILS = ("attālināti", "klātienē", "ārpus Rīgas", "sadarbībā ar pašvaldībām", "latgaliešu valodā")
