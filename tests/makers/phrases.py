"""Phrasings that count: what people write, and what it truly counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from tests.makers.choices import Choices
from tests.makers.counted import Counted, Vocabulary, adorned, counted
from tests.makers.numerals import in_words, written
from tests.makers.phrase import Count, Phrase, Qualifier
from tests.makers.verbs import DONE, TAILS
from tests.makers.words import Kind, Noun

KINDS: Sequence[Kind] = ("event", "thing", "person", "body")
_ADVERBS: Sequence[tuple[str, Qualifier]] = (
    ("vismaz", "at_least"),
    ("ap", "about"),
    ("aptuveni", "about"),
    ("apmēram", "about"),
    ("gandrīz", "about"),
    ("teju", "about"),
    ("ne mazāk kā", "at_least"),
    ("vairāk nekā", "more_than"),
    ("vairāk kā", "more_than"),
    ("ne vairāk kā", "at_most"),
)


def _done(choices: Choices, got: Counted) -> str:
    return choices.one_of(DONE[got.noun.kind]).form(got.noun.gender, plural=got.plural)


def _any_noun(choices: Choices, words: Vocabulary) -> Noun:
    return choices.one_of(words.also_incomplete(choices.one_of(KINDS)))


def done_things(choices: Choices, words: Vocabulary) -> Phrase:
    """*Notikuši 5 semināri*, *Novadīta 21 radoša nodarbība sadarbībā ar pašvaldībām*."""
    got = counted(choices, _any_noun(choices, words))
    return Phrase("done_things", f"{_done(choices, got)} {got.text}{choices.one_of(TAILS)}", (got.count,))


def things_done(choices: Choices, words: Vocabulary) -> Phrase:
    """*Gada laikā 5 semināri novadīti attālināti*."""
    got = counted(choices, _any_noun(choices, words))
    return Phrase("things_done", f"Gada laikā {got.text} {_done(choices, got).lower()} attālināti", (got.count,))


def done_in_total(choices: Choices, words: Vocabulary) -> Phrase:
    """*Kopā notikuši 5 semināri*."""
    got = counted(choices, _any_noun(choices, words))
    opener = choices.one_of(("Kopā", "Kopumā", "Pārskata periodā", "Aktivitātes ietvaros"))
    return Phrase("done_in_total", f"{opener} {_done(choices, got).lower()} {got.text}", (got.count,))


def dative_behind(choices: Choices, words: Vocabulary) -> Phrase:
    """*Novadītas 7 nodarbības senioriem*."""
    got = counted(choices, choices.one_of(words.also_incomplete("event", "thing")))
    whom = choices.one_of(words.of("person")).form("dat", plural=True)
    return Phrase("dative_behind", f"{_done(choices, got)} {got.text} {whom}", (got.count,))


def for_counted(choices: Choices, words: Vocabulary) -> Phrase:
    """*Sniegtas 80 konsultācijas 25 jauniešiem*."""
    first = counted(choices, choices.one_of(words.also_incomplete("event", "thing")))
    second = counted(choices, choices.one_of(words.of("person", "body")), "dat")
    text = f"{_done(choices, first)} {first.text} {second.text}"
    return Phrase("for_counted", text, (first.count, second.count))


def in_places(choices: Choices, words: Vocabulary) -> Phrase:
    """*Notikuši 5 semināri 4 novados*."""
    first = counted(choices, choices.one_of(words.also_incomplete("event")))
    second = counted(choices, choices.one_of(words.of("body")), "loc")
    return Phrase("in_places", f"{_done(choices, first)} {first.text} {second.text}", (first.count, second.count))


def with_attendance(choices: Choices, words: Vocabulary) -> Phrase:
    """*Notikuši 5 semināri, tajos piedalījās 120 dalībnieki*."""
    first = counted(choices, choices.one_of(words.also_incomplete("event")))
    second = counted(choices, choices.one_of(words.of("person")), highest=12_000)
    there = "tajos" if first.noun.gender == "m" else "tajās"
    if not first.plural:
        there = "tajā"
    text = f"{_done(choices, first)} {first.text}, {there} piedalījās {second.text}"
    return Phrase("with_attendance", text, (first.count, second.count))


def with_guests(choices: Choices, words: Vocabulary) -> Phrase:
    """*Noorganizēts 1 forums ar 58 dalībnieku piedalīšanos*, *ar 58 dalībniekiem*."""
    first = counted(choices, choices.one_of(words.also_incomplete("event")))
    whom = choices.one_of(words.of("person"))
    if choices.chance(50):
        second = counted(choices, whom, "gen")
        text = f"{_done(choices, first)} {first.text} ar {second.text} piedalīšanos"
    else:
        number = Decimal(choices.whole(2, 9))
        unit = whom.form("dat", plural=True)
        second = Counted(f"{number} {unit}", Count(number, unit, whom.lemma), whom, plural=True)
        text = f"{_done(choices, first)} {first.text} ar {second.text}"
    return Phrase("with_guests", text, (first.count, second.count))


def attended(choices: Choices, words: Vocabulary) -> Phrase:
    """*Piedalījās 25 dalībnieki*, and behind whole tens in the genitive: *Piedalījās 120 dalībnieku*."""
    noun = choices.one_of(words.of("person"))
    if choices.chance(40):
        number = Decimal(10 * choices.whole(1, 400))
        unit = adorned(choices, noun, "gen", plural=True)
        text = f"Pasākumos piedalījās {written(choices, number)} {unit}"
        return Phrase("attended", text, (Count(number, unit, noun.lemma),))
    got = counted(choices, noun, highest=4_000)
    return Phrase("attended", f"Pasākumos piedalījās {got.text}", (got.count,))


def qualified(choices: Choices, words: Vocabulary) -> Phrase:
    """*Iesaistīti vismaz 61 jaunietis*."""
    adverb, qualifier = choices.one_of(_ADVERBS)
    got = counted(choices, _any_noun(choices, words), lowest=2, highest=300, qualifier=qualifier)
    return Phrase("qualified", f"{_done(choices, got)} {adverb} {got.text}", (got.count,))


def over(choices: Choices, words: Vocabulary) -> Phrase:
    """*Pasākumus apmeklēja virs 200 dalībnieku*."""
    noun = choices.one_of(words.of("person"))
    number = Decimal(10 * choices.whole(1, 300))
    unit = adorned(choices, noun, "gen", plural=True)
    text = f"Pasākumus apmeklēja {choices.one_of(('virs', 'pāri'))} {written(choices, number)} {unit}"
    return Phrase("over", text, (Count(number, unit, noun.lemma, qualifier="more_than"),))


def up_to(choices: Choices, words: Vocabulary) -> Phrase:
    """*Grupās uzņemti līdz 15 dalībniekiem*."""
    got = counted(choices, choices.one_of(words.of("person")), "dat", lowest=2, qualifier="at_most")
    opener = choices.one_of(("Grupās mācījās", "Nodarbības paredzētas"))
    return Phrase("up_to", f"{opener} {choices.one_of(('līdz', 'līdz pat'))} {got.text}", (got.count,))


def in_number_words(choices: Choices, words: Vocabulary) -> Phrase:
    """*Notikušas divas tikšanās*, *Atbalstīti divdesmit pieci projekti*."""
    noun = _any_noun(choices, words)
    number = 10 * choices.whole(0, 9) + choices.whole(2, 9)
    unit = adorned(choices, noun, "nom", plural=True)
    done = choices.one_of(DONE[noun.kind]).form(noun.gender, plural=True)
    text = f"{done} {in_words(number, noun.gender, 'nom')} {unit}"
    return Phrase("in_number_words", text, (Count(Decimal(number), unit, noun.lemma),))


def digits_and_words(choices: Choices, words: Vocabulary) -> Phrase:
    """*Palīdzība sniegta 4 (četriem) jauniešiem*."""
    noun = choices.one_of(words.of("person", "body"))
    number = choices.whole(2, 9)
    unit = adorned(choices, noun, "dat", plural=True)
    text = f"Palīdzība sniegta {number} ({in_words(number, noun.gender, 'dat')}) {unit}"
    return Phrase("digits_and_words", text, (Count(Decimal(number), unit, noun.lemma),))


def dashed_range(choices: Choices, words: Vocabulary) -> Phrase:
    """*Tīklā darbojas 10–12 koordinatori*."""
    noun = choices.one_of(words.of("person", "body"))
    low = choices.whole(2, 60)
    high = low + choices.whole(1, 9)
    high += high % 10 == 1
    unit = adorned(choices, noun, "nom", plural=True)
    count = Count(Decimal(low), unit, noun.lemma, count_to=Decimal(high))
    return Phrase("dashed_range", f"Tīklā darbojas {low}{choices.one_of(('–', '-'))}{high} {unit}", (count,))


def worded_range(choices: Choices, words: Vocabulary) -> Phrase:
    """*Katrā grupā darbojās no 35 līdz 60 jauniešiem*."""
    noun = choices.one_of(words.of("person"))
    low = choices.whole(2, 60)
    high = low + choices.whole(1, 30)
    high += high % 10 == 1
    unit = adorned(choices, noun, "dat", plural=True)
    count = Count(Decimal(low), unit, noun.lemma, count_to=Decimal(high))
    return Phrase("worded_range", f"Katrā grupā darbojās no {low} līdz {high} {unit}", (count,))


def thousands(choices: Choices, words: Vocabulary) -> Phrase:
    """*Raidījumu noklausījās ap 3 tūkst. jauniešu*."""
    noun = choices.one_of(words.of("person"))
    number = choices.whole(2, 95)
    unit = noun.form("gen", plural=True)
    word = choices.one_of(("tūkst.", "tūkstoši" if takes_nominative(number) else "tūkstošu"))
    count = Count(Decimal(1000 * number), unit, noun.lemma, qualifier="about")
    return Phrase("thousands", f"Raidījumu noklausījās ap {number} {word} {unit}", (count,))


def takes_nominative(number: int) -> bool:
    """Whether *tūkstoši* stands behind the number in the nominative plural: not behind teens, tens, or a one."""
    return number % 10 > 1 and not 10 < number % 100 < 20


def listed(choices: Choices, words: Vocabulary) -> Phrase:
    """*Notikuši 5 semināri, 3 tikšanās un 2 forumi*."""
    kind = choices.one_of(KINDS)
    several = [counted(choices, choices.one_of(words.also_incomplete(kind))) for _ in range(choices.whole(2, 3))]
    text = " un ".join([", ".join(each.text for each in several[:-1]), several[-1].text])
    return Phrase("listed", f"{_done(choices, several[0])} {text}", tuple(each.count for each in several))


def active_voice(choices: Choices, words: Vocabulary) -> Phrase:
    """*Biedrība apmeklēja 5 novadus*, *īstenojot 3 projektus*."""
    verbs = {"event": "Biedrība organizēja", "thing": "Biedrība sagatavoja", "person": "Biedrība iesaistīja"}
    noun = choices.one_of(words.of(*KINDS))
    got = counted(choices, noun, "acc")
    return Phrase("active_voice", f"{verbs.get(noun.kind, 'Biedrība apmeklēja')} {got.text}", (got.count,))


def improved(choices: Choices, words: Vocabulary) -> Phrase:
    """*Nodrošināta 6 mazākumtautību NVO telpu uzlabošana*: the genitives before the verbal noun are counted."""
    noun = choices.one_of(words.of("body"))
    number = Decimal(choices.whole(2, 9))
    unit = noun.form("gen", plural=True)
    text = f"Nodrošināta {number} {unit} materiāltehniskās bāzes uzlabošana"
    return Phrase("improved", text, (Count(number, unit, noun.lemma),))


def second_sentence(choices: Choices, words: Vocabulary) -> Phrase:
    """*Notikuši 5 semināri. Kopā piedalījās 71 dalībnieks*."""
    first = done_things(choices, words)
    second = counted(choices, choices.one_of(words.of("person")))
    text = f"{first.text}. Kopā piedalījās {second.text}"
    return replace(first, name="second_sentence", text=text, counts=(*first.counts, second.count))


Phrasing = Callable[[Choices, Vocabulary], Phrase]
PHRASINGS: tuple[Phrasing, ...] = (
    done_things,
    things_done,
    done_in_total,
    dative_behind,
    for_counted,
    in_places,
    with_attendance,
    with_guests,
    attended,
    qualified,
    over,
    up_to,
    in_number_words,
    digits_and_words,
    dashed_range,
    worded_range,
    thousands,
    listed,
    active_voice,
    improved,
    second_sentence,
)
