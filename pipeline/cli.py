"""The command line: arguments in, exit code out.

0: all read, no error-level finding; 1: at least one error-level finding; 2: wrong
usage; 3: at least one document could not be read; 4: the run itself failed; 130:
stopped by the user.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal, TextIO

import typer
from typer.exceptions import TyperException

from pipeline import __version__, account, batch, goldens, run
from pipeline.errors import KopsavilkumsError, RunError, Sentence, UsageError
from pipeline.exports.csv_files import CONTROL_CHARACTERS
from pipeline.exports.record_json import submission_json
from pipeline.exports.run_file import run_json
from pipeline.inputs import input_files
from pipeline.progress import progress
from pipeline.usage import LatvianCommand, LatvianGroup, usage_sentence

Language = Literal["lv", "en"]
INTERRUPTED = 130

app = typer.Typer(
    name="kopsavilkums",
    help="Nolasa deleģēto valsts pārvaldes uzdevumu kopsavilkumus un ieraksta tos pārbaudītās tabulās.",
    cls=LatvianGroup,
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
)
samples = typer.Typer(
    help="Salīdzina paraugus ar apstiprinātajiem ierakstiem.",
    cls=LatvianGroup,
    rich_markup_mode=None,
    no_args_is_help=True,
)
app.add_typer(samples, name="samples")

Folder = Annotated[Path, typer.Argument(metavar="[MAPE]", help="Paraugu mape.", show_default=False)]
Chosen = Annotated[Language, typer.Option("--lang", help="Ziņojumu valoda.")]


@app.callback()
def program(
    version: Annotated[bool, typer.Option("--version", help="Parāda versiju.", is_eager=True)] = False,
) -> None:
    if version:
        say(f"kopsavilkums {__version__}")
        raise typer.Exit


@app.command("run", cls=LatvianCommand, help="Nolasa failus un mapes un ieraksta tabulas izvades mapē.")
def run_command(
    inputs: Annotated[list[Path], typer.Argument(metavar="IEVADE...", help="Faili un mapes ar kopsavilkumiem.")],
    out: Annotated[Path, typer.Option("--out", metavar="MAPE", help="Izvades mape; to izveido, ja tās nav.")],
    quiet: Annotated[bool, typer.Option("--quiet", help="Rāda tikai kļūdas.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Standarta izvadē raksta tikai run.json.")] = False,
    lang: Chosen = "lv",
    workers: Annotated[
        int | None,
        typer.Option("--workers", min=1, metavar="SKAITS", help="Cik dokumentu lasa reizē; parasti visi procesori."),
    ] = None,
) -> int:
    with progress(lang, shown=not (quiet or json)) as watcher:
        outcome = run.outcome(run.Asked(tuple(inputs), out, workers, lang), watcher)
    for line in account.account(outcome, lang):
        if line.wrong:
            complain(line.text)
        elif not (quiet or json):
            say(line.text)
    if json:
        say(run_json(outcome.record), end="")
    return outcome.exit_code


@app.command("read", cls=LatvianCommand, help="Parāda viena dokumenta ierakstus JSON formā.")
def read_command(
    file: Annotated[Path, typer.Argument(metavar="FAILS", help="Kopsavilkuma fails.")],
    lang: Chosen = "lv",
) -> int:
    if file.is_dir():
        raise UsageError(
            f"{file} ir mape; norādiet vienu failu vai lietojiet komandu “run”.",
            f"{file} is a folder; name one file, or use the command “run”.",
        )
    [submission] = batch.submissions(input_files([file]))
    say(submission_json(submission), end="")
    if submission.summary is None:
        complain(submission.failure_en if lang == "en" else submission.failure)
        return 3
    return 0


@samples.command("check", cls=LatvianCommand, help="Rāda, kur nolasītais atšķiras no apstiprinātā.")
def check_command(folder: Folder = Path("samples"), lang: Chosen = "lv") -> int:
    compared = goldens.comparisons(folder)
    for each in compared:
        for line in account.comparison_lines(each, lang):
            say(line)
    return int(any(each.state != "same" for each in compared))


@samples.command("accept", cls=LatvianCommand, help="Apstiprina nolasīto: ieraksta to blakus paraugam.")
def accept_command(
    folder: Folder = Path("samples"),
    force: Annotated[bool, typer.Option("--force", help="Pārraksta arī to, kas atšķiras.")] = False,
    lang: Chosen = "lv",
) -> int:
    written = goldens.accept(goldens.comparisons(folder), force=force)
    say(account.accepted(len(written), lang))
    return 0


def exit_code(arguments: Sequence[str]) -> int:
    """Runs one command; whatever goes wrong is said in one sentence on stderr, never as a traceback."""
    language = _language(arguments)
    try:
        code = int(app(list(arguments), prog_name="kopsavilkums", standalone_mode=False) or 0)
    except TyperException as error:
        return _ended(usage_sentence(error), language, 2)
    except KopsavilkumsError as error:
        return _ended(error.sentence, language, 2 if isinstance(error, UsageError) else 4)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:  # noqa: BLE001 -- the last door before the user
        return _ended(_fault(error), language, 4)
    return _ended(STOPPED, language, code) if code == INTERRUPTED else code


def say(text: str, end: str = "\n") -> None:
    """Writes to stdout; raises `RunError` where nobody reads it any more."""
    try:
        print(_printable(text), end=end, flush=True)
    except BrokenPipeError as error:
        _close(sys.stdout)
        raise RunError(
            "Izvade pārtraukta: tās saņēmējs beidza lasīt.", "The output was cut off: its receiver stopped reading."
        ) from error


def complain(text: str) -> None:
    """Writes to stderr, if anybody reads it."""
    with suppress(OSError):
        print(_printable(text), file=sys.stderr, flush=True)


def main() -> None:
    """The entry point of the command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(exit_code(sys.argv[1:]))


STOPPED = Sentence("Pārtraukts; izvades faili nav pabeigti.", "Stopped; the output files are not complete.")


def _ended(sentence: Sentence, language: Language, code: int) -> int:
    complain(sentence.in_language(language))
    return code


def _language(arguments: Sequence[str]) -> Language:
    """The language asked for, also where the arguments as a whole make no sense."""
    return "en" if "--lang=en" in arguments or ("--lang", "en") in zip(arguments, arguments[1:], strict=False) else "lv"


def _fault(error: Exception) -> Sentence:
    place = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {error}; {Path(place.filename).name}:{place.lineno}"
    return Sentence(
        f"Programmas kļūda ({what}). Ziņojiet par to programmas uzturētājiem.",
        f"A fault of the program ({what}). Report it to the maintainers.",
    )


def _printable(text: str) -> str:
    return CONTROL_CHARACTERS.sub("\ufffd", text)


def _close(stream: TextIO) -> None:
    """So that the interpreter does not complain when it flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
