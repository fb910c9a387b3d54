"""The command line: arguments in, exit code out.

0: all read, no finding that `--fail-on` counts; 1: at least one; 2: wrong usage;
3: at least one document or table could not be read; 4: the run itself failed; 130:
stopped by the user. What a command needs is imported when it is called, so that
`--help` stays quick.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from pipeline import __version__
from pipeline.catalogue import Language, Sentence, text
from pipeline.errors import KopsavilkumsError, UsageError
from pipeline.findings import FailOn
from pipeline.streams import complain, say, speak_utf8
from pipeline.usage import LatvianCommand, LatvianGroup, usage_sentence

INTERRUPTED = 130
STOPPED = Sentence("Pārtraukts; izvades faili nav pabeigti.", "Stopped; the output files are not complete.")

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

Folder = Annotated[Path, typer.Argument(metavar="[MAPE]", help="Paraugu mape.")]
ChosenLanguage = Annotated[Language, typer.Option("--lang", help="Ziņojumu valoda.")]

ChosenFailure = Annotated[
    FailOn,
    typer.Option("--fail-on", help="No kura smaguma atradumiem komanda beidzas ar 1: kļūdas, arī brīdinājumi, nekad."),
]
JunitFile = Annotated[Path | None, typer.Option("--junit", metavar="FAILS", help="Ieraksta atradumus JUnit XML failā.")]
LinesFile = Annotated[
    Path | None, typer.Option("--jsonl", metavar="FAILS", help="Ieraksta atradumus failā, katru savā JSON rindā.")
]


def _say_version(asked: bool) -> None:
    if asked:
        say(f"kopsavilkums {__version__}")
        raise typer.Exit


@app.callback()
def program(
    _version: Annotated[
        bool, typer.Option("--version", help="Parāda versiju.", is_eager=True, callback=_say_version)
    ] = False,
) -> None:
    """Options of the program itself."""


@app.command("run", cls=LatvianCommand, help="Nolasa failus un mapes un ieraksta tabulas izvades mapē.")
def run_command(
    inputs: Annotated[list[Path], typer.Argument(metavar="IEVADE...", help="Faili un mapes ar kopsavilkumiem.")],
    out: Annotated[Path, typer.Option("--out", metavar="MAPE", help="Izvades mape; to izveido, ja tās nav.")],
    *,
    quiet: Annotated[bool, typer.Option("--quiet", help="Rāda tikai kļūdas.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Standarta izvadē raksta tikai run.json.")] = False,
    lang: ChosenLanguage = "lv",
    workers: Annotated[
        int | None,
        typer.Option("--workers", min=1, metavar="SKAITS", help="Cik dokumentu lasa reizē; parasti visi procesori."),
    ] = None,
    tables_only: Annotated[
        bool, typer.Option("--tables-only", help="Raksta tikai CSV tabulas, bez darbgrāmatas un atskaites.")
    ] = False,
    fail_on: ChosenFailure = "error",
    junit: JunitFile = None,
    jsonl: LinesFile = None,
) -> int:
    """`kopsavilkums run`."""
    from pipeline import commands, run

    judged = commands.Judged(fail_on, junit, jsonl)
    return commands.run_folder(
        run.Asked(tuple(inputs), out, workers, lang, tables_only), judged, quiet=quiet, json=json
    )


@app.command("check", cls=LatvianCommand, help="Pārbauda gatavu tabulu mapi bez dokumentiem, arī pēc labojumiem tajā.")
def check_tables_command(
    folder: Annotated[Path, typer.Argument(metavar="MAPE", help="Mape ar documents.csv un pārējām tabulām.")],
    *,
    quiet: Annotated[bool, typer.Option("--quiet", help="Rāda tikai kļūdas.")] = False,
    lang: ChosenLanguage = "lv",
    fail_on: ChosenFailure = "error",
    junit: JunitFile = None,
    jsonl: LinesFile = None,
) -> int:
    """`kopsavilkums check`."""
    from pipeline import commands

    return commands.check_folder(folder, commands.Judged(fail_on, junit, jsonl), lang, quiet=quiet)


@app.command("expectations", cls=LatvianCommand, help="Parāda visas pārbaudes un to tekstus.")
def expectations_command(lang: ChosenLanguage = "lv") -> int:
    """`kopsavilkums expectations`."""
    from pipeline import commands

    return commands.list_expectations(lang)


@app.command("read", cls=LatvianCommand, help="Parāda viena dokumenta ierakstus JSON formā.")
def read_command(
    file: Annotated[Path, typer.Argument(metavar="FAILS", help="Kopsavilkuma fails.")], lang: ChosenLanguage = "lv"
) -> int:
    """`kopsavilkums read`."""
    from pipeline import commands

    return commands.read_file(file, lang)


@app.command("explain", cls=LatvianCommand, help=text("explain.help", "lv"))
def explain_command(
    file: Annotated[Path, typer.Argument(metavar="FAILS", help=text("explain.help_file", "lv"))],
    address: Annotated[str | None, typer.Argument(metavar="[ADRESE]", help=text("explain.help_address", "lv"))] = None,
    *,
    image: Annotated[
        Path | None, typer.Option("--image", metavar="FAILS.png", help=text("explain.help_image", "lv"))
    ] = None,
    findings: Annotated[bool, typer.Option("--findings", help=text("explain.help_findings", "lv"))] = False,
    json: Annotated[bool, typer.Option("--json", help=text("explain.help_json", "lv"))] = False,
    lang: ChosenLanguage = "lv",
) -> int:
    """`kopsavilkums explain`."""
    from pipeline import commands

    return commands.explain_file(file, address, commands.Wanted(image, findings, json), lang)


@samples.command("check", cls=LatvianCommand, help="Rāda, kur nolasītais atšķiras no apstiprinātā.")
def check_command(folder: Folder = Path("samples"), lang: ChosenLanguage = "lv") -> int:
    """`kopsavilkums samples check`."""
    from pipeline import commands

    return commands.check_samples(folder, lang)


@samples.command("accept", cls=LatvianCommand, help="Apstiprina nolasīto: ieraksta to blakus paraugam.")
def accept_command(
    folder: Folder = Path("samples"),
    *,
    force: Annotated[bool, typer.Option("--force", help="Pārraksta arī to, kas atšķiras.")] = False,
    lang: ChosenLanguage = "lv",
) -> int:
    """`kopsavilkums samples accept`."""
    from pipeline import commands

    return commands.accept_samples(folder, lang, force=force)


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


def main() -> None:
    """The entry point of the command."""
    speak_utf8()
    sys.exit(exit_code(sys.argv[1:]))


def _ended(sentence: Sentence, language: Language, code: int) -> int:
    complain(sentence.in_language(language))
    return code


def _language(arguments: Sequence[str]) -> Language:
    """The language asked for, also where the arguments as a whole make no sense."""
    return "en" if "--lang=en" in arguments or ("--lang", "en") in pairwise(arguments) else "lv"


def _fault(error: Exception) -> Sentence:
    """What a maintainer needs to find a fault of the program, on one line."""
    import traceback

    place = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {error}; {Path(place.filename).name}:{place.lineno}"
    return Sentence(
        f"Programmas kļūda ({what}). Ziņojiet par to programmas uzturētājiem.",
        f"A fault of the program ({what}). Report it to the maintainers.",
    )
