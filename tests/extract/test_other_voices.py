"""What authors of other associations count, and what they only tell, each with what must stay a count."""

from __future__ import annotations

import pytest

from tests.extract.summaries import indicators


def _counted(item: str) -> list[str]:
    return [
        f"{each.count} {each.unit_lemma}"
        + (f" {each.qualifier}" if each.qualifier != "exact" else "")
        + (f" {each.basis}" if each.basis != "stated" else "")
        + (f" {each.scenario}" if each.scenario != "actual" else "")
        for each in indicators(item + ".")
    ]


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Nodarbības notika 3 reizes nedēļā", []),
        ("Bērni uzņemti divas reizes mēnesī", []),
        ("Pulciņi darbojās 1–2 reizes nedēļā", []),
        ("Centrs atvērts 5 dienas nedēļā", []),
        ("Nodarbības notika 3 reizes", ["3 reize"]),
        ("Novadītas 96 stundas (12 nedēļas × 8 stundas nedēļā)", ["96 stunda", "12 nedēļa factor", "8 stunda factor"]),
    ],
)
def test_how_often_something_takes_place_is_no_count(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Krājumi pasūtīti 2 reizes vairāk nekā pērn", []),
        ("Apmeklējums pieauga 3 reizes", []),
        ("Ieraksts noklausīts 300 reizes", ["300 reize"]),
    ],
)
def test_how_many_times_more_is_no_count(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts


def test_an_average_is_about_a_count() -> None:
    assert _counted("Nodarbībā bija vidēji 18 bērni") == ["18 bērns about"]


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Startēja 163 komandas (iepriekšējā gadā – 148)", ["163 komanda", "148 komanda earlier"]),
        ("Atbildēts uz 2 035 zvaniem (gadu iepriekš – 1 870)", ["2035 zvans", "1870 zvans earlier"]),
        ("Notika 12 semināri (pērn 9 semināri)", ["12 seminārs", "9 seminārs earlier"]),
        ("Pērn bija 9 semināri", ["9 seminārs earlier"]),
        ("(iepriekšējā periodā uzsāktie 4 cikli pabeigti)", ["4 cikls"]),
        ("Notika 12 semināri (Rīgā 9 semināri)", ["12 seminārs", "9 seminārs"]),
    ],
)
def test_the_figure_of_another_year_is_told_apart(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Divus tūkstošus četrsimt bukletu", ["2400 buklets"]),
        ("Viens tūkstotis bukletu", ["1000 buklets"]),
        ("Pusotrs simts vecāku", ["150 vecāks"]),
        ("Izdoti 7 850 (septiņi tūkstoši astoņi simti piecdesmit) bukleti", ["7850 buklets"]),
        ("Pusotra gada laikā tūkstošiem skatītāju", []),
    ],
)
def test_thousands_and_halves_in_words(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Klientu skaits pieauga līdz 1 208", ["1208 klients"]),
        ("Grupā līdz 15 bērniem", ["15 bērns at_most"]),
        ("Sekotāju skaits pieauga no 4 100 līdz 5 250", ["4100 sekotājs", "5250 sekotājs"]),
        ("Grupu skaits samazinājās no 20 līdz 10 grupām", ["20 grupa", "10 grupa"]),
        ("Nodarbības no 20 līdz 10 bērniem", []),
    ],
)
def test_what_was_reached_is_no_limit(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Skolu beidza 33 absolventi, 5 no tiem strādā", ["33 absolvents", "5 absolvents part"]),
        ("Bija 49 personas no 6 novadiem; 45 no tām mācījās", ["49 persona", "6 novads", "45 persona part"]),
        ("Bija 49 personas no 6 novadiem; 2 no tiem nav bibliotēku", ["49 persona", "6 novads", "2 novads part"]),
        ("Apkalpoti 187 klienti, no kuriem 23 bija Rīgā", ["187 klients", "23 klients part"]),
        ("Apkalpoti 187 klienti, no kuriem 23 bija jauni", ["187 klients", "23 klients part"]),
        ("Ekspertu skaits: 18 340, t.sk. ārvalstīs: 611", ["18340 eksperts", "611 eksperts part"]),
        ("Skolu beidza 33 absolventi, strādā 5", ["33 absolvents", "5 absolvents"]),
    ],
)
def test_parts_of_a_count(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Balvās izmaksāti 500, 300 un 200 euro", ["500 euro", "300 euro", "200 euro"]),
        ("Apbalvoti 3 autori un izmaksāti 200 euro", ["3 autors", "200 euro"]),
        ("Apbalvoti 3, 200 euro izmaksāti", []),
    ],
)
def test_amounts_in_a_list_have_the_currency_of_the_last(item: str, counts: list[str]) -> None:
    assert [each.replace(".00", "") for each in _counted(item)] == counts


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Pasākumi jauniešiem (18+) un grupas 5+, 8+", []),
        ("Lietotnes vērtējums ir 4,6 no 5", []),
        ("Trešdaļa aptaujāto vecāku (n=900) zina", []),
        ("Pirmās trīs vietas ieguvušie autori", []),
        ("Iekārtotas 3 darba vietas", ["3 vieta"]),
    ],
)
def test_ages_scales_samples_and_places_are_no_counts(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Reģionālie semināri (Rēzekne, Cēsis) - 4", ["4 seminārs"]),
        ("Noskatīšanās reizes YouTube - 3 800", ["3800 reize"]),
        ("Apmeklētāju skaits ~ 6500", ["6500 apmeklētājs about"]),
        (
            "Konsultācijas: 20 (telefoniski – 12, klātienē – 8)",
            ["20 konsultācija", "12 konsultācija", "8 konsultācija"],
        ),
        ("Saņemti 284 jautājumi, par darba tiesībām 191", ["284 jautājums", "191 jautājums"]),
        ("Seminārs “A” (58 viesi) un darbnīca “B” (31)", ["58 viesis", "31 viesis"]),
        ("Uzklausīti viesi no Īrijas (21) un Norvēģijas (9)", ["21 viesis", "9 viesis"]),
        ("Visvairāk no Īrijas (21) un Norvēģijas (9)", []),
        ("Finālā no 2 871 skolēna finālā iekļuva 48", ["2871 skolēns", "48 skolēns"]),
        ("Skaidrots 16 radio sižetos", ["16 sižets"]),
        ("Atbalstīti 3 radio Latgalē", ["3 radio"]),
        ("15 tikšanās (3 novados pa 5 tikšanās reizēm)", ["15 tikšanās", "3 novads factor", "5 reize factor"]),
    ],
)
def test_a_noun_that_stands_elsewhere(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Filmu rādījumu skaits: 71 (+8)", ["71 rādījums"]),
        ("Ievietoti 88 bērni (-5)", ["88 bērns"]),
        ("Nolasītas iOS 17 pamācības", []),
        ("Aprūpēti 52 bērni, vidējais aprūpes ilgums 37 dienas", ["52 bērns"]),
        ("Ierakstu kopējais garums ir 3 900 minūtes", ["3900 minūte"]),
    ],
)
def test_changes_versions_and_average_lengths_are_no_counts(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Apmācīti 164 seniori, no viņiem 121 sieviete", ["164 seniors", "121 sieviete part"]),
        ("Mācījās 46 bērni; 9 no viņiem sekmes uzlabojās", ["46 bērns", "9 bērns part"]),
        ("Saņemti 5 209 ziņojumi, 812 pārsūtīti policijai", ["5209 ziņojums", "812 ziņojums"]),
        ("Ieradās 48 dalībnieki, vēl 70 pieslēdzās tiešsaistē", ["48 dalībnieks", "70 dalībnieks"]),
        ("Veiktas 612 vizītes: ārstu – 340, māsu – 272", ["612 vizīte", "340 vizīte", "272 vizīte"]),
        ("Veiktas 612 vizītes. Iesaistīti: ārsti – 340", ["612 vizīte", "340 ārsts"]),
    ],
)
def test_a_number_whose_noun_is_left_out(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Izdota grāmata (500 eks.) un 3 bukleti", ["500 eks.", "3 buklets"]),
        ("Iegādāti 30 gab. krēslu skolai", ["30 gab."]),
        ("Krēsli – 5 gab.", ["5 gab."]),
        ("Iegādāti 30 krēsli", ["30 krēsls"]),
    ],
)
def test_abbreviated_units(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Semināri iestāžu darbiniekiem 8", ["8 seminārs"]),
        ("Pārbaudīti kucēni 21", ["21 kucēns"]),
        ("Meistarklases – 6 , dalībnieki 187 (41 vadītājs)", ["6 meistarklase", "187 dalībnieks", "41 vadītājs"]),
        ("Facebook sekotāji vairāk nekā 4 200", ["4200 sekotājs more_than"]),
        ("Posms 3", []),
        ("Semināri 1, 2 un 3", []),
        ("Šogad skolās strādāja eksperti 5", []),
        ("Savvaļā atgriezti 8", []),
        ("Projekti 5 novados", ["5 novads"]),
        ("Pasākumi Rīgā 2023", []),
        ("Bērni 7–12", []),
        ("Bērni līdz 7", []),
        ("Adrese: Skolas 8", []),
        ("Plāna punkti 5", []),
    ],
)
def test_a_label_with_nothing_but_its_number(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Apliecības: plānotas 450, izsniegtas 497, plāns pārsniegts", ["450 apliecība planned", "497 apliecība"]),
        ("Konsultācijas: sniegtas 268, atteiktas 5.", ["268 konsultācija", "5 konsultācija"]),
        ("Rezultāts: apmācīti 25", []),
        ("Radošās darbnīcas: notikušas 6, atceltas 2", ["6 darbnīca", "2 darbnīca planned"]),
        ("Lekcijas – 7, skatījumi kopā – 5,2 tūkst.", ["7 lekcija", "5200.0 skatījums"]),
        ("Raksti žurnālā “Biškopis” – 6", ["6 raksts"]),
        ("Nodarbības mācību dravās – 18", ["18 nodarbība"]),
        ("Grupu tikšanās -44 , dalībnieces 31", ["44 tikšanās", "31 dalībniece"]),
        ("Pret pērno gadu -12 %", []),
        ("COVID-19 pandēmijas laikā 5 semināri", ["5 seminārs"]),
        ("36 tikšanās (4 grupas x9 tikšanās)", ["36 tikšanās", "4 grupa factor", "9 tikšanās factor"]),
        ("Notikuši divi attālināti semināri", ["2 seminārs"]),
        ("Mentoru un klientu tikšanās – 668", ["668 tikšanās"]),
        ("Ģimenēm izsniegti pārtikas komplekti (312)", ["312 komplekts"]),
        ("Izsniegtas maisījumu bundžas (96, no tām 14 attālināti)", ["96 bundža", "14 bundža part"]),
        ("Aprūpētas 40 ģimenes, no tām 12 audzina bērnus", ["40 ģimene", "12 ģimene part"]),
        ("Digitalizētas 63 VHS kasetes", ["63 kasete"]),
        (
            "Rādītājs: veikti pilsētu auditi. Plāns: 10. Izpilde: 12 (120 %).",
            ["10 audits planned", "12 audits", "120 %"],
        ),
        ("Rādītājs: fiksētie trūkumi. Izpilde: 418, t. sk. 96 krustojumi", ["418 trūkums", "96 krustojums part"]),
        ("Plāns: 10 semināri, izpilde: 12 semināri.", ["10 seminārs planned", "12 seminārs"]),
        ("Izstrādāti plāni – 5.", ["5 plāns"]),
        ("Izpilde: 12", []),
        ("Pret pērno gadu -5 dalībnieki", []),
        (
            "Konsultēti 40 bērni. Notika 5 semināri. 12 no viņiem guva darbu",
            ["40 bērns", "5 seminārs", "12 bērns part"],
        ),
        ("Novadītas 2 st. nodarbības 30 bērniem", ["30 bērns"]),
        ("Nodrošinātas 32 akadēmisko stundu apmācības 20 vecākiem", ["20 vecāks"]),
        ("Novadītas 32 akadēmiskās stundas", ["32 stunda"]),
        ("Sagatavoti nodarbību plāni – 20", ["20 plāns"]),
        ("Sniegtas 9 konsultācijas, no tām 2 attālināti, pārējās klātienē", ["9 konsultācija", "2 konsultācija part"]),
        ("Konsultēti 76 īpašnieki. Pēc tam 23 no viņiem vērsās pašvaldībā", ["76 īpašnieks", "23 īpašnieks part"]),
        ("Pieteicās 23 skolas, un 14 to arī saņēma", ["23 skola", "14 skola"]),
        ("Kopsavilkumā 5 skolas. Tajās ir telpas. Pirms tam bija cits. 3 no tām slēgtas", ["5 skola"]),
    ],
)
def test_labels_joints_and_signs_of_other_authors(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("piedalijās 58 vaditaji", ["58 vadītājs"]),
        ("apm. 1,8 tūkst. skatitaju", ["1800.0 skatītājs about"]),
        ("35 mājas vizites", ["35 vizīte"]),
        ("12 kases", ["12 kase"]),
    ],
)
def test_nouns_typed_without_diacritics(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("I pakāpes diplomu ieguva 31 koris, II pakāpes – 28", ["31 koris", "28 koris"]),
        ("Reģistrētas 3 215 personas (bērni līdz 18 gadiem – 1 098)", ["3215 persona", "1098 bērns"]),
        ("Reģistrēti 90 cilvēki (jaunieši – 13, seniori 60+ – 77)", ["90 cilvēks", "13 jaunietis", "77 seniors"]),
        ("Izmitinātas 268 ģimenes, ne ilgāk kā 120 dienas", ["268 ģimene"]),
        ("Savvaļā atgriezti 814 (55 %), nobeigušies 590", ["55 %"]),
        ("Atgriezti 814 dzīvnieki (55 %), nobeigušies 590", ["814 dzīvnieks", "55 %", "590 dzīvnieks"]),
        ("Komisija 5 cilvēku sastāvā vērtējusi 8 darbus", ["5 cilvēks", "8 darbs"]),
        ("Kursus apguva 203 personas, tiem pieteicās 240", ["203 persona", "240 persona"]),
        ("Skolēnu skaits no 10 palielinājās līdz 12", ["10 skolēns", "12 skolēns"]),
        ("Risināti 340 konflikti", ["340 konflikts"]),
    ],
)
def test_whose_a_number_is(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Mācījās 57 bērni, no tiem 13 meitenes; pabeidza 49", ["57 bērns", "13 meitene part", "49 bērns"]),
        (
            "Konsultēti 318 īpašnieki (klātienē 142, attālināti 176)",
            ["318 īpašnieks", "142 īpašnieks", "176 īpašnieks"],
        ),
        ("Apsekotas 57 19. gadsimta ēkas", ["57 ēka"]),
        ("Novadīti divi 16 stundu kursi", ["2 kurss"]),
        ("Klubi 17 skolās (plāns – 15)", ["17 skola", "15 skola planned"]),
        ("Izvērtētas 74 personas (I grupa – 6, II grupa – 39)", ["74 persona", "6 persona", "39 persona"]),
        ("Izgatavoti 12 roll-up stendi", ["12 stends"]),
        ("Viena pielāgojuma izmaksas", []),
        ("Veikts viens pielāgojums", ["1 pielāgojums"]),
    ],
)
def test_orders_lengths_and_plans_beside_a_number(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts


FACTORS = ["7 grupa factor", "8 stunda factor"]


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("Izsniegts 61 tūkstotis šļirču", ["61000 šļirce"]),
        ("Par 3 tūkstošiem bukletu", ["3000 buklets"]),
        ("Saņemti 146 (viens simts četrdesmit seši) pretendentu iesniegumi", ["146 iesniegums"]),
        ("Saņemti viens simts trīs iesniegumi", ["103 iesniegums"]),
        ("Pieredze izskanēja divās pārraidēs un vienā televīzijas sižetā", ["2 pārraide", "1 sižets"]),
        ("Pieredze izskanēja vienā sižetā", []),
        ("Saņemtas divas pārsūdzības, no kurām viena ir apmierināta", ["2 pārsūdzība", "1 pārsūdzība part"]),
        ("Saņemtas divas sūdzības, viena ir apmierināta", ["2 sūdzība"]),
        ("Karavīri – 17 (11 latviešu strēlnieki,6 krievu karavīri)", ["17 karavīrs", "11 strēlnieks", "6 karavīrs"]),
        ("Izmaksas 12,6 tūkst. euro", ["12600.00 euro"]),
        ('Grāmata "100 strēlnieku stāsti" -300 eks.', ["300 eks."]),
        ("Izdoti plakāti -300 dalībnieki", []),
        ("Atrasti 134 cilvēki, 11 bojā gājuši", ["134 cilvēks", "11 cilvēks"]),
        ("Atrasti 118 cilvēki, deviņi diemžēl bojā gājuši", ["118 cilvēks", "9 cilvēks"]),
        ("Pieteicās 51 cilvēks, un lielākā daļa, 43, kursu pabeidza", ["51 cilvēks", "43 cilvēks"]),
        ("Dziedāja 7 ansambļi no Latvijas un divi no Igaunijas", ["7 ansamblis", "2 ansamblis"]),
        ("Dziedāja 7 ansambļi un divi no Igaunijas", ["7 ansamblis"]),
        ("Veikti 280 testi, no tiem reaktīvs bija 31", ["280 tests", "31 tests part"]),
        ("Apmeklēti 280 cilvēki, no tiem bērni bija 31", ["280 cilvēks", "31 bērns part"]),
        ("Pārbaudītas 912 saimes, t. sk. 611 bioloģiskajās dravās", ["912 saime", "611 saime part"]),
        ("Piedalījās 5 konferencēs, t. sk. 2 forumos", ["5 konference", "2 forums part"]),
        ("Apsekoti 40 posmi, katra posma garums 100 m", ["40 posms"]),
        ("Uzmērīti 100 m robežas", ["100 m"]),
        ("Izdalīti 1 450 pāru cimdu", ["1450 pāris"]),
        ("Lēmumi, kas piemēroti 4 meliorācijas speciālistiem", ["4 speciālists"]),
        ("Nodrošināta 27 prakses uzraudzības pārbaužu veikšana objektos", ["27 pārbaude"]),
        ("Nodrošināta 21 personas pavadīšana", ["21 persona"]),
        ("Pabeigta 1 izdevumu druka", ["1 druka"]),
        ("Izplatīts 2 500 eksemplāru tirāžā 38 aptiekās", ["2500 eksemplārs", "38 aptieka"]),
        ("Fotogrāfijas no astoņu dzimtu albumiem", ["8 dzimta"]),
        ("Uzstādīti 6 soli", ["6 sols"]),
        ("Piedalījās 200 brīvpratīgo", ["200 brīvprātīgais"]),
        ("Klausitāju skaits 96", ["96 klausītājs"]),
        ("Notikušas 9 no 14 plānotajām skatēm", ["9 skate", "14 skate planned"]),
        ("Semināri – plānoti 10, notika 12", ["10 seminārs planned", "12 seminārs"]),
        ("Notika 21 talka (plānots – 20), katrā 50 dalībnieki", ["21 talka", "20 talka planned", "50 dalībnieks"]),
        ("Apsekoti 40 posmi (plānā 36, izpilde 111 %)", ["40 posms", "36 posms planned", "111 %"]),
        ("Notika 12 nodarbības (par divām vairāk nekā plānots)", ["12 nodarbība", "2 nodarbība change"]),
        ("Sākumā strādāja 58 aģenti, beigās – 73, par 15 vairāk", ["58 aģents", "73 aģents", "15 aģents change"]),
        ("Telpu noma par 700 euro lētāk nekā plānots", ["700.00 euro change"]),
        ("Skaits pieauga par 12 dalībniekiem", ["12 dalībnieks change"]),
        ("Lekcijas par 5 tēmām vairāk nekā 40 skolēniem", ["5 tēma", "40 skolēns more_than"]),
        ("Izdots par 5 tēmām", ["5 tēma"]),
        ("Semināri 5 un nodarbības 12", ["5 seminārs", "12 nodarbība"]),
        ("Piedalījušies: dalībnieki 14 un lektori 3", ["14 dalībnieks", "3 lektors"]),
        ("Nodarbības (5 klātienē un 7 attālināti)", ["5 nodarbība", "7 nodarbība"]),
        ("Konsultācijas (40 telefoniski, 12 klātienē)", ["40 konsultācija", "12 konsultācija"]),
        ("Nodrošināta tulka dalība kopumā 214 tiesas sēdēs", ["214 sēde"]),
        (
            "Sniegtas 133 konsultācijas, no tām 51 attālināti un 82 izbraukumos",
            ["133 konsultācija", "51 konsultācija part", "82 konsultācija part"],
        ),
        ("Pārskatījām 56 teķus, no kuriem ciltsdarbam derīgi bija 29", ["56 teķis", "29 teķis part"]),
        ("Nodoti 53 ziņojumi, t. sk. 6 steidzami", ["53 ziņojums", "6 ziņojums part"]),
        ("Svētki 4 skolās — apmeklētāji ~ 350", ["4 skola", "350 apmeklētājs about"]),
        ("Ēterā izskanēja radiolugas – kopskaitā piecas", ["5 radioluga"]),
        ("Digitalizētas 75 stundas vecu ierakstu", ["75 stunda"]),
        ("Darbojās 16 skolēni – vecākajam 18 gadu, jaunākajam 12", ["16 skolēns"]),
        ("Sagatavotas 6 taktilās kartes", ["6 karte"]),
        ("Semināros piedalījusies 311 persona", ["311 persona"]),
        ("Pierakstījām vairāk nekā simt tautasdziesmu", ["100 tautasdziesma more_than"]),
        ("Krājums ar 41 dziesmu un diviem kompaktdiskiem", ["41 dziesma", "2 kompaktdisks"]),
        ("Sniegts atbalsts 41 dzīvokļu īpašnieku kopībai", ["41 kopība"]),
        ("12 kopības sākušas darbu, bet piecas iesniegušas pieteikumu atbalstam", ["12 kopība", "5 kopība"]),
        ("Konkursā piedalījās 7 uzvarējušas jauniešu komandas", ["7 komanda"]),
        ("Iesaistītas 168 personas jeb 112 % no plānotā (150)", ["168 persona", "112 %", "150 persona planned"]),
        ("Izpildīti 112 % no plānotā (150)", ["112 %"]),
        (
            "Novadītas 56 nodarbības (7 grupas × 8 stundas), pērn – 48",
            ["56 nodarbība", *FACTORS, "48 nodarbība earlier"],
        ),
        ("Strādā 74 dalībnieki; darbu saglabāja 60 no 74", ["74 dalībnieks", "60 dalībnieks", "74 dalībnieks"]),
        ("Meistarklases 1.–4. klasēm – 18", ["18 meistarklase"]),
        ("Aptaujāti 88 uzņēmumi no 120 uzrunātajiem", ["88 uzņēmums", "120 uzņēmums"]),
        ("Augsnes paraugi: noņemti un analizēti 240", ["240 paraugs"]),
        ("Piedalījās 264 bērni (vidēji 24 katrā seminārā)", ["264 bērns", "24 bērns about"]),
        ("Izdalītas 38 760 maltītes (ap 300 dienā)", ["38760 maltīte"]),
        ("Iestādīti 9 tūkst.stādu", ["9000 stāds"]),
        ("Konsultācijas 18 testēšanas laboratorijām", ["18 laboratorija"]),
        ("Darbība 27 standartizācijas tehniskajām komitejām", ["27 komiteja"]),
        ("Notikušas 3 apspriešanas", ["3 apspriešana"]),
        ("Kopīgi uzņēma vienu īsfilmu", ["1 īsfilma"]),
        (
            "Palīdzēja 22 seniori, no tiem 15 - vīrieši un 4 – jaunieši",
            ["22 seniors", "15 vīrietis part", "4 jaunietis part"],
        ),
        ("Notika 22 semināri, no tiem 15 – Rīgā", ["22 seminārs", "15 seminārs part"]),
        ("Apmācīti 49 uzņēmumi no plānotajiem 50", ["49 uzņēmums", "50 uzņēmums planned"]),
        ("No sākotnēji iecerētajām 12 lekcijām notikušas 10", ["12 lekcija planned", "10 lekcija"]),
        ("No 4 plānotajām izstādēm notika 3", ["4 izstāde planned", "3 izstāde"]),
        ("Notikušas 12 plānotās lekcijas", ["12 lekcija"]),
        ("Sniegtas 102 konsultācijas ( no tam 40 attālināti)", ["102 konsultācija", "40 konsultācija part"]),
        ("Darbnīcas (katra 3 stundu garumā): plānotas 20, notikušas 22", ["20 darbnīca planned", "22 darbnīca"]),
        ("Sekotāji: Facebook – 2 890, Instagram – 1 045", ["2890 sekotājs", "1045 sekotājs"]),
        (
            "Skatītāji: Rīgas reģionā – 20, Cēsu novadā – 30 un “Filmu nams” – 40",
            ["20 skatītājs", "30 skatītājs", "40 skatītājs"],
        ),
        ("Nodarbības: Rīgā – 20, skolēni – 30", ["20 nodarbība", "30 skolēns"]),
        ("Tālruņi: Rīgā – 67 221 122", []),
        ("Norises laiks: Cēsīs – 12.00", []),
        ("Konsultācijas pa telefonu un klātienē - 75", ["75 konsultācija"]),
        ("Lekcijas klātienē un tiešsaistē – 12", ["12 lekcija"]),
        ("Sakarā ar Covid-19 divas lekcijas pārceltas", ["2 lekcija"]),
        ("Koncertu bija jau sešpadsmit", ["16 koncerts"]),
        ("Sniegts atbalsts 19 cietušajām personām", ["19 persona"]),
        ("Sniegts atbalsts 19 cietušajām", ["19 cietušā"]),
        ("Klausītāju pulks pieauga līdz 230", ["230 klausītājs"]),
        ("Dalībnieku loks: 45", ["45 dalībnieks"]),
        ("Plānojām 5 seminārus, notika 6", ["5 seminārs planned", "6 seminārs"]),
        ("Pērn notika 5 semināri", ["5 seminārs earlier"]),
        ("Skaits pieaudzis par 20 %", ["20 % change"]),
        ("Facebook lapai 12 tukst. sekotāju", ["12000 sekotājs"]),
        ("Plānots apsekot 40 kokus, apsekoti 46 (115 % no plāna)", ["40 koks planned", "46 koks", "115 %"]),
        ("Apmācītas 15 mācību grupas ar kopējo dalībnieku skaitu 219", ["15 grupa", "219 dalībnieks"]),
        (
            "Izskatīti 56 iesniegumi; 8 noraidīti, 48 apmierināti",
            ["56 iesniegums", "8 iesniegums", "48 iesniegums"],
        ),
        (
            "Apkalpoti 312 klienti, par 14 % vairāk nekā 2022. gadā (274 klienti)",
            ["312 klients", "14 % change", "274 klients earlier"],
        ),
        ("Apkalpoti 312 klienti, salīdzinot ar 2022. gadu (274)", ["312 klients", "274 klients earlier"]),
        ("Biedru skaits pieaudzis no 45 līdz 62", ["45 biedrs", "62 biedrs"]),
        ("Trīs ceturtdaļas dalībnieku (75 %) bija apmierināti", ["75 %"]),
        ("Nodarbības apmeklēja 12+14+9 bērni", ["12 bērns", "14 bērns", "9 bērns"]),
    ],
)
def test_ways_of_counting_of_more_authors(item: str, counts: list[str]) -> None:
    assert _counted(item) == counts
