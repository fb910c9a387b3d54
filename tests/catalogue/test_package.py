"""The installed package brings its texts along."""

from __future__ import annotations

import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.catalogue.code import PACKAGE

ROOT = PACKAGE.parent


def texts() -> set[str]:
    return {path.relative_to(ROOT).as_posix() for path in PACKAGE.rglob("*.toml")}


def test_nothing_of_the_package_is_left_out_of_the_wheel() -> None:
    """What hatch packs: all files below `packages`, unless it is told otherwise."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = {"packages": ["pipeline"], "force-include": {"expectations": "pipeline/expectations"}}
    assert project["tool"]["hatch"]["build"] == {"targets": {"wheel": wheel}}


def test_the_wheel_holds_every_text(tmp_path: Path) -> None:
    wheel = pytest.importorskip("hatchling.builders.wheel", reason="hatchling builds the wheel").WheelBuilder(str(ROOT))
    (built,) = wheel.build(directory=str(tmp_path))
    assert texts() - set(zipfile.ZipFile(built).namelist()) == set()
