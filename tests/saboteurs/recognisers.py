"""Programs in Tesseract's place that fail as it can: shell scripts by that name."""

from __future__ import annotations

from dataclasses import dataclass

_HEAD = r"level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


@dataclass(frozen=True, slots=True)
class Recogniser:
    """What the script does, and a part of the Latvian sentence that tells of it."""

    script: str
    says: str


RECOGNISERS = {
    "crashes": Recogniser("kill -SEGV $$", "crash SIGSEGV"),
    "ends-with-an-error": Recogniser('[ "$1" = --list-langs ] && echo lav && exit 0; exit 1', "exit 1"),
    "lacks-latvian": Recogniser('[ "$1" = --list-langs ] && echo eng && exit 0; exit 1', "tesseract-ocr-lav"),
    "hangs": Recogniser("sleep 600", "sekundes"),
    "hangs-in-a-child": Recogniser("sleep 600 & sleep 600", "sekundes"),
    "floods": Recogniser("yes", "output"),
    "writes-rubbish": Recogniser("head -c 100000 /dev/urandom", "no table"),
    "writes-nothing": Recogniser("exit 0", "no table"),
    "writes-letters-for-numbers": Recogniser(rf"printf '{_HEAD}5\tx\t1\t1\t1\t1\t1\t1\t1\t1\t90\ta\n'", "no table"),
    "writes-half-a-row": Recogniser(rf"printf '{_HEAD}5\t1\t1\n'", "no table"),
    "is-surer-than-sure": Recogniser(rf"printf '{_HEAD}5\t1\t1\t1\t1\t1\t1\t1\t1\t1\t900\ta\n'", "no table"),
    "sees-words-outside": Recogniser(
        rf"printf '{_HEAD}5\t1\t1\t1\t1\t1\t90000\t1\t1\t1\t90\ta\n'", "a word outside its picture"
    ),
    "sees-pages-that-are-not-there": Recogniser(
        rf"printf '{_HEAD}5\t99\t1\t1\t1\t1\t1\t1\t1\t1\t90\ta\n'", "a word outside its picture"
    ),
    "sees-nothing": Recogniser(rf"printf '{_HEAD}'", "nav kopsavilkums"),
}
