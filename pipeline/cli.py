"""The command line: arguments in, exit code out.

0: all read, no finding that `--fail-on` counts; 1: at least one; 2: wrong usage;
3: at least one document or table could not be read; 4: the run itself failed; 130:
stopped by the user. What a command needs is imported when it is called, so that
`--help` stays quick.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from pipeline import __version__
from pipeline.catalogue import Language, Sentence, sentence
from pipeline.errors import KopsavilkumsError, RunStoppedError, UsageError
from pipeline.findings import FailOn
from pipeline.options import SECONDS_BETWEEN_LOOKS, VERIFY, DialectName, part_of
from pipeline.streams import complain, say, speak_utf8
from pipeline.usage import SpokenCommand, SpokenGroup, asked_language, spoken, usage_sentence

INTERRUPTED = 130
EXIT_CODES: Mapping[type[KopsavilkumsError], int] = {UsageError: 2, RunStoppedError: INTERRUPTED}

app = typer.Typer(
    name="kopsavilkums",
    help="help.program",
    cls=SpokenGroup,
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
)
samples = typer.Typer(
    help="help.samples",
    cls=SpokenGroup,
    rich_markup_mode=None,
    no_args_is_help=True,
)
app.add_typer(samples, name="samples")

Folder = Annotated[Path, typer.Argument(metavar="placeholders.folder", help="help.samples_folder")]


def _language_of_the_line(context: typer.Context, value: Language) -> Language:
    """The language asked for anywhere on the line, also in front of the command."""
    return context.obj or value


ChosenLanguage = Annotated[Language, typer.Option("--lang", help="help.lang", callback=_language_of_the_line)]

ChosenFailure = Annotated[
    FailOn,
    typer.Option("--fail-on", help="help.fail_on"),
]
JunitFile = Annotated[Path | None, typer.Option("--junit", metavar="placeholders.file", help="help.junit")]
Passwords = Annotated[
    list[str] | None, typer.Option("--password", metavar="placeholders.password", help="help.password")
]
Workers = Annotated[int | None, typer.Option("--workers", min=1, metavar="placeholders.count", help="help.run_workers")]
TablesOnly = Annotated[bool, typer.Option("--tables-only", help="help.run_tables_only")]
ChosenDialect = Annotated[DialectName, typer.Option("--dialect", help="help.run_dialect")]
LinesFile = Annotated[Path | None, typer.Option("--jsonl", metavar="placeholders.file", help="help.jsonl")]


def _say_version(asked: bool) -> None:
    if asked:
        say(f"kopsavilkums {__version__}")
        raise typer.Exit


@app.callback()
def program(
    _version: Annotated[
        bool, typer.Option("--version", help="help.version", is_eager=True, callback=_say_version)
    ] = False,
    _lang: ChosenLanguage = "lv",
) -> None:
    """Options of the program itself."""


@app.command("run", cls=SpokenCommand, help="help.run")
def run_command(
    inputs: Annotated[list[Path], typer.Argument(metavar="placeholders.inputs", help="help.run_inputs")],
    out: Annotated[Path, typer.Option("--out", metavar="placeholders.folder", help="help.run_out")],
    *,
    quiet: Annotated[bool, typer.Option("--quiet", help="help.quiet")] = False,
    json: Annotated[bool, typer.Option("--json", help="help.run_json")] = False,
    lang: ChosenLanguage = "lv",
    workers: Workers = None,
    tables_only: TablesOnly = False,
    dialect: ChosenDialect = "open-data",
    verify: Annotated[
        int, typer.Option("--verify", min=0, metavar="placeholders.count", help="help.run_verify")
    ] = VERIFY,
    password: Passwords = None,
    cluster: Annotated[
        str | None, typer.Option("--cluster", metavar="placeholders.scheduler", help="help.run_cluster")
    ] = None,
    part: Annotated[str | None, typer.Option("--part", metavar="placeholders.part", help="help.run_part")] = None,
    fail_on: ChosenFailure = "error",
    junit: JunitFile = None,
    jsonl: LinesFile = None,
) -> int:
    """`kopsavilkums run`."""
    from pipeline import commands, run

    judged = commands.Judged(fail_on, junit, jsonl)
    asked = run.Asked(
        tuple(inputs),
        out,
        workers,
        lang,
        tables_only,
        dialect,
        verify,
        tuple(password or ()),
        cluster,
        part=part_of(part) if part else None,
    )
    return commands.run_folder(asked, judged, quiet=quiet, json=json)


@app.command("watch", cls=SpokenCommand, help="help.watch")
def watch_command(
    inbox: Annotated[Path, typer.Argument(metavar="placeholders.folder", help="help.watch_inbox")],
    out: Annotated[Path, typer.Option("--out", metavar="placeholders.folder", help="help.run_out")],
    *,
    every: Annotated[
        float, typer.Option("--every", min=0.1, metavar="placeholders.seconds", help="help.watch_every")
    ] = SECONDS_BETWEEN_LOOKS,
    quiet: Annotated[bool, typer.Option("--quiet", help="help.quiet")] = False,
    lang: ChosenLanguage = "lv",
    workers: Workers = None,
    tables_only: TablesOnly = False,
    dialect: ChosenDialect = "open-data",
    password: Passwords = None,
) -> int:
    """`kopsavilkums watch`."""
    from pipeline import commands, run

    asked = run.Asked((inbox,), out, workers, lang, tables_only, dialect, passwords=tuple(password or ()))
    return commands.watch_folder(asked, every, quiet=quiet)


@app.command("check", cls=SpokenCommand, help="help.check")
def check_tables_command(
    folder: Annotated[Path, typer.Argument(metavar="placeholders.folder", help="help.check_folder")],
    *,
    quiet: Annotated[bool, typer.Option("--quiet", help="help.quiet")] = False,
    lang: ChosenLanguage = "lv",
    fail_on: ChosenFailure = "error",
    junit: JunitFile = None,
    jsonl: LinesFile = None,
) -> int:
    """`kopsavilkums check`."""
    from pipeline import commands

    return commands.check_folder(folder, commands.Judged(fail_on, junit, jsonl), lang, quiet=quiet)


@app.command("expectations", cls=SpokenCommand, help="help.expectations")
def expectations_command(lang: ChosenLanguage = "lv") -> int:
    """`kopsavilkums expectations`."""
    from pipeline import commands

    return commands.list_expectations(lang)


@app.command("doctor", cls=SpokenCommand, help="help.doctor")
def doctor_command(lang: ChosenLanguage = "lv") -> int:
    """`kopsavilkums doctor`."""
    from pipeline import commands

    return commands.examine_machine(lang)


@app.command("read", cls=SpokenCommand, help="help.read")
def read_command(
    file: Annotated[Path, typer.Argument(metavar="placeholders.file", help="help.read_file")],
    *,
    password: Passwords = None,
    lang: ChosenLanguage = "lv",
) -> int:
    """`kopsavilkums read`."""
    from pipeline import commands

    return commands.read_file(file, lang, tuple(password or ()))


@app.command("explain", cls=SpokenCommand, help="help.explain")
def explain_command(
    file: Annotated[Path, typer.Argument(metavar="placeholders.file", help="help.read_file")],
    address: Annotated[str | None, typer.Argument(metavar="placeholders.address", help="help.explain_address")] = None,
    *,
    image: Annotated[
        Path | None, typer.Option("--image", metavar="placeholders.picture", help="help.explain_image")
    ] = None,
    findings: Annotated[bool, typer.Option("--findings", help="help.explain_findings")] = False,
    json: Annotated[bool, typer.Option("--json", help="help.explain_json")] = False,
    password: Passwords = None,
    lang: ChosenLanguage = "lv",
) -> int:
    """`kopsavilkums explain`."""
    from pipeline import commands

    wanted = commands.Wanted(image, findings, json, tuple(password or ()))
    return commands.explain_file(file, address, wanted, lang)


@samples.callback()
def samples_program(_lang: ChosenLanguage = "lv") -> None:
    """Options of the group itself."""


@samples.command("check", cls=SpokenCommand, help="help.samples_check")
def check_command(folder: Folder = Path("samples"), lang: ChosenLanguage = "lv") -> int:
    """`kopsavilkums samples check`."""
    from pipeline import commands

    return commands.check_samples(folder, lang)


@samples.command("accept", cls=SpokenCommand, help="help.samples_accept")
def accept_command(
    folder: Folder = Path("samples"),
    *,
    force: Annotated[bool, typer.Option("--force", help="help.samples_force")] = False,
    lang: ChosenLanguage = "lv",
) -> int:
    """`kopsavilkums samples accept`."""
    from pipeline import commands

    return commands.accept_samples(folder, lang, force=force)


def exit_code(arguments: Sequence[str]) -> int:
    """Runs one command; whatever goes wrong is said in one sentence on stderr, never as a traceback."""
    language = asked_language(arguments)
    command = spoken(typer.main.get_command(app), language)
    try:
        code = int(command.main(list(arguments), prog_name="kopsavilkums", standalone_mode=False, obj=language) or 0)
    except TyperException as error:
        return _ended(usage_sentence(error), language, 2)
    except KopsavilkumsError as error:
        return _ended(error.sentence, language, EXIT_CODES.get(type(error), 4))
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:  # noqa: BLE001 -- the last door before the user
        return _ended(_fault(error), language, 4)
    return _ended(sentence("command_line.stopped"), language, code) if code == INTERRUPTED else code


def main() -> None:
    """The entry point of the command."""
    speak_utf8()
    _spare_the_start()
    code = exit_code(sys.argv[1:])
    gc.freeze()  # What is loaded ends with the process: a last search for cycles among it takes half a second.
    sys.exit(code)


def _spare_the_start() -> None:
    """What is loaded stays, and is seldom searched for cycles; numpy starts no threads that nothing here uses."""
    gc.set_threshold(1_000_000)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _ended(why: Sentence, language: Language, code: int) -> int:
    complain(why.in_language(language))
    return code


def _fault(error: Exception) -> Sentence:
    """What a maintainer needs to find a fault of the program, on one line."""
    import traceback

    place = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {error}; {Path(place.filename).name}:{place.lineno}"
    return sentence("command_line.fault", what=what)
