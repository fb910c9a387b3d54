"""The only door to jinja2: the values of a page → its HTML, a file that needs no other and lets in no script."""

from __future__ import annotations

import base64
import hashlib
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline import __version__
from pipeline.catalogue import Language, text
from pipeline.exports.plain_text import plain_text

FOLDER = Path(__file__).with_name("templates")


def filled_template(name: str, language: Language, **values: object) -> str:
    """The page `name`.html with its own script, `name`.js; every value is escaped."""
    style, script = _file("style.css"), _file(f"{name}.js")
    template = _environment().get_template(f"{name}.html")
    return template.render(
        language=language,
        t=partial(_text, language),
        version=__version__,
        policy=content_policy(style, script),
        style=Markup(style),  # noqa: S704 -- our own file
        script=Markup(script),  # noqa: S704 -- our own file
        **values,
    )


def load_all() -> None:
    """Compiles every template, which takes as long as to fill one."""
    for name in _environment().list_templates(extensions=["html"]):
        _environment().get_template(name)


def content_policy(style: str, script: str) -> str:
    """Nothing is let in but this style, this script, and pictures that stand in the page itself."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _text(language: Language, key: str, **values: object) -> str:
    return text(key, language, **values)


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


@cache
def _file(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_plain,
    )


def _plain(value: object) -> object:
    """Text without what no HTML may hold: control characters and lone surrogates."""
    return plain_text(value) if type(value) is str else value
