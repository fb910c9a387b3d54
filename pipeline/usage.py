"""What the command line says of itself, in Latvian: the help's headings, and what is wrong with arguments."""

from __future__ import annotations

from collections.abc import Mapping

from typer import Context
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from pipeline.catalogue import Sentence

# Typer's own words, which it offers no other way to translate than a compiled gettext catalogue.
HELP_WORDS: Mapping[str, str] = {
    "Usage: ": "Lietojums: ",
    "[OPTIONS]": "[IZVĒLES]",
    "COMMAND [ARGS]...": "KOMANDA [ARGUMENTI]...",
    "Arguments:": "Argumenti:",
    "Options:": "Izvēles:",
    "Commands:": "Komandas:",
    "Show this message and exit.": "Parāda šo palīdzību.",
    "[required]": "[obligāts]",
    "[default: ": "[noklusējums: ",
}


class LatvianCommand(TyperCommand):
    """A command whose help is Latvian throughout."""

    def get_help(self, ctx: Context) -> str:  # type: ignore[override]
        """The help text."""
        return _in_latvian(super().get_help(ctx))


class LatvianGroup(TyperGroup):
    """A group of commands whose help is Latvian throughout."""

    command_class = LatvianCommand

    def get_help(self, ctx: Context) -> str:  # type: ignore[override]
        """The help text."""
        return _in_latvian(super().get_help(ctx))


def _in_latvian(text: str) -> str:
    for english, latvian in HELP_WORDS.items():
        text = text.replace(english, latvian)
    return text


def usage_sentence(error: TyperException) -> Sentence:
    """What is wrong with the arguments, and where it says how they are written."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "kopsavilkums"
    return Sentence(
        f"{_wrong_argument(error)} Lietošanu rāda: {command} --help",
        f"{error.format_message()} See: {command} --help",
    )


def _wrong_argument(error: TyperException) -> str:
    name = type(error).__name__
    if name == "NoSuchOption":
        return f"Nav tādas izvēles: {getattr(error, 'option_name', '')}."
    if name == "MissingParameter":
        return f"Trūkst argumenta: {_parameter(error)}."
    if name == "BadParameter":
        return f"Nederīga vērtība: {_parameter(error)}."
    if name == "NoArgsIsHelpError":
        return "Nav norādīta komanda."
    return "Argumenti nav pareizi uzrakstīti."


def _parameter(error: TyperException) -> str:
    parameter = getattr(error, "param", None)
    return str(parameter.get_error_hint()).replace("'", "").removesuffix("...") if parameter is not None else ""
