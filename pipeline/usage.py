"""What the command line says of itself, in the language asked for: its help, and what is wrong with arguments.

Help and metavars of the commands are keys of the catalogue; `spoken` puts the texts in their places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Any, Literal, get_args, get_origin

from typer import Context
from typer.core import TyperArgument, TyperCommand, TyperGroup
from typer.exceptions import TyperException

from pipeline.catalogue import Language, Sentence, sentence, text
from pipeline.errors import UsageError

# Typer's own words, which it offers no other way to translate than a compiled gettext catalogue.
HELP_WORDS = (
    "command_line.usage",
    "command_line.any_options",
    "command_line.any_command",
    "command_line.arguments",
    "command_line.options",
    "command_line.commands",
    "command_line.help_option",
    "command_line.required",
    "command_line.default",
)
# What Typer says only by the words of its message.
NO_COMMAND = re.compile(r"Missing command")
EXTRA = re.compile(r"Got unexpected extra argument\S* \((?P<extra>.*)\)", re.DOTALL)


class SpokenCommand(TyperCommand):
    """A command whose help is throughout in the language of its context."""

    def get_help(self, ctx: Context) -> str:  # type: ignore[override]
        """The help text."""
        return _translated(super().get_help(ctx), ctx.obj)


class SpokenGroup(TyperGroup):
    """A group of commands whose help is throughout in the language of its context."""

    command_class = SpokenCommand

    def get_help(self, ctx: Context) -> str:  # type: ignore[override]
        """The help text."""
        return _translated(super().get_help(ctx), ctx.obj)

    def resolve_command(self, ctx: Context, args: list[str]) -> Any:  # type: ignore[override]
        """The command that the first argument names. Raises `UsageError` where there is none."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            known = ", ".join(self.list_commands(ctx))
            raise UsageError("command_line.no_such_command", name=args[0], known=known, command=ctx.command_path)
        return super().resolve_command(ctx, args)


def asked_language(arguments: Sequence[str]) -> Language:
    """The language that the last `--lang` of a line asks for, also where the line as a whole makes no sense.

    >>> asked_language(["--lang", "en", "run"]), asked_language(["run", "--lang=en", "--lang=lv"])
    ('en', 'lv')
    """
    options = list(takewhile(lambda each: each != "--", arguments))
    asked = [(before if before == "--lang" else "", each) for before, each in pairwise(["", *options])]
    named = [each.removeprefix("--lang=") for before, each in asked if before or each.startswith("--lang=")]
    return "en" if named and named[-1] == "en" else "lv"


def spoken(command: Any, language: Language) -> Any:
    """The command and all below it, each key of the catalogue replaced by its text."""
    command.help = text(command.help, language)
    for each in command.params:
        each.help = text(each.help, language)
        each.metavar = each.metavar and text(each.metavar, language)
        if isinstance(each, TyperArgument):
            each.display_type_rich = lambda ctx: ""  # type: ignore[method-assign]  # Typer would write Python's own names of types.
    for each in getattr(command, "commands", {}).values():
        spoken(each, language)
    return command


def usage_sentence(error: TyperException) -> Sentence:
    """What is wrong with the arguments, and where it says how they are written."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "kopsavilkums"
    return sentence("command_line.see_help", wrong=_wrong_argument(error), command=command)


def _translated(told: str, language: Language) -> str:
    for key in HELP_WORDS:
        told = told.replace(text(key, "en"), text(key, language))
    return told


def _wrong_argument(error: TyperException) -> Sentence:
    name, option = type(error).__name__, getattr(error, "option_name", "")
    if name == "NoSuchOption":
        return sentence("command_line.no_such_option", option=option)
    if name == "BadOptionUsage":
        return sentence("command_line.no_value", option=option)
    if name == "MissingParameter":
        return sentence("command_line.missing", parameter=_parameter(error))
    if name == "BadParameter":
        return sentence("command_line.bad_value", parameter=_parameter(error), expected=_expected(error))
    if name == "NoArgsIsHelpError" or NO_COMMAND.match(error.message):
        return sentence("command_line.no_command")
    if extra := EXTRA.match(error.message):
        return sentence("command_line.extra", arguments=extra["extra"])
    return sentence("command_line.not_understood")


def _parameter(error: TyperException) -> str:
    parameter = getattr(error, "param", None)
    return str(parameter.get_error_hint()).replace("'", "") if parameter is not None else ""


def _expected(error: TyperException) -> Sentence | str:
    """What may stand there, "" where the kind of the option does not say."""
    parameter = getattr(error, "param", None)
    kind = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
    if get_origin(kind) is Literal:
        return sentence("command_line.one_of", choices=", ".join(get_args(kind)))
    least = getattr(parameter, "min", None)
    return "" if least is None else sentence("command_line.at_least", least=least)
