"""What is made to break an archive's reader costs itself alone, fast, and within little memory and the scratch folder."""

from __future__ import annotations

import random
import time
import tracemalloc
from functools import cache
from pathlib import Path

import pytest

from pipeline.sources.container.member import Member
from pipeline.sources.container.unpacking import members
from tests.makers.container import Signed, edoc, zipped
from tests.saboteurs.containers import CONTAINERS, LETTER

SOUND = (
    edoc({"Pārskats 1.pdf": LETTER, "b.txt": LETTER}, [Signed(), Signed("seal")]),
    zipped({"a.edoc": edoc({"x.txt": LETTER})}),
)


@cache
def content_of(name: str) -> bytes:
    """The saboteur's bytes, of which some take seconds to make."""
    return CONTAINERS[name].content()


def unpacked(folder: Path, content: bytes) -> list[Member]:
    """What is in the container of these bytes, unpacked into `folder / "scratch"`."""
    path, scratch = folder / "container", folder / "scratch"
    path.write_bytes(content)
    scratch.mkdir()
    found = members(path, scratch)
    assert found is not None
    return found


@pytest.mark.parametrize("name", CONTAINERS)
def test_each_is_told_by_its_own_reason_and_the_others_are_kept(name: str, tmp_path: Path) -> None:
    saboteur = CONTAINERS[name]
    found = unpacked(tmp_path, content_of(name))
    refused = {each.name: each.refusal for each in found if each.refusal}
    assert set(refused) == set(saboteur.refused)
    assert [name for name, part in saboteur.refused.items() if part not in refused[name].lv] == []
    assert tuple(each.name for each in found if not each.refusal) == saboteur.kept


@pytest.mark.parametrize("name", CONTAINERS)
def test_nothing_is_written_outside_and_nothing_under_its_own_name(name: str, tmp_path: Path) -> None:
    unpacked(tmp_path, content_of(name))
    assert {path.name for path in tmp_path.iterdir()} == {"container", "scratch"}
    assert all(
        path.name.isdigit() and path.is_file() and not path.is_symlink() for path in (tmp_path / "scratch").iterdir()
    )


@pytest.mark.parametrize("name", CONTAINERS)
def test_none_takes_long_or_much(name: str, tmp_path: Path) -> None:
    content = content_of(name)
    tracemalloc.start()
    begin = time.process_time()
    try:
        unpacked(tmp_path, content)
        seconds, memory = time.process_time() - begin, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert seconds < 20  # tracing slows it down many times
    assert memory < 32 * 1024 * 1024


def test_what_is_kept_has_its_bytes(tmp_path: Path) -> None:
    found = unpacked(tmp_path, content_of("bomb-beside-a-letter.zip"))
    assert [each.path.read_bytes() for each in found if each.path and not each.refusal] == [LETTER]


def test_what_was_refused_while_it_was_unpacked_is_gone(tmp_path: Path) -> None:
    unpacked(tmp_path, content_of("wrong-sum.zip"))
    assert list((tmp_path / "scratch").iterdir()) == []


def test_changed_bytes_cost_no_more_than_themselves(tmp_path: Path) -> None:
    chosen = random.Random(7)  # noqa: S311 -- the same changes each time
    for number in range(300):
        content = bytearray(chosen.choice(SOUND))
        for _ in range(chosen.choice([1, 3, 20])):
            content[chosen.randrange(len(content))] = chosen.randrange(256)
        (tmp_path / str(number)).mkdir()
        found = _members_or_none(tmp_path / str(number), bytes(content))
        assert len({each.name for each in found}) == len(found)
        assert all(each.refusal or (each.path and each.path.is_file()) for each in found)


def _members_or_none(folder: Path, content: bytes) -> list[Member]:
    (folder / "container").write_bytes(content)
    (folder / "scratch").mkdir()
    return members(folder / "container", folder / "scratch") or []
