"""Samples → mutants, the same ones for the same seed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.fuzz.bytes_mutants import ANY, Damage
from tests.fuzz.pdf_mutants import PDF
from tests.fuzz.text_mutants import TEXT
from tests.fuzz.zip_mutants import ZIP

SAMPLES = Path(__file__).parents[2] / "samples"
STRUCTURES: Mapping[str, Sequence[Damage]] = {
    "pdf": PDF,
    "docx": ZIP,
    "odt": ZIP,
    "edoc": ZIP,
    "zip": ZIP,
    "txt": TEXT,
}
"""What damages the structure of each kind of file, by its ending."""
# Office programs and recognition take seconds for each; of these kinds there are fewer.
SLOW = ("odt", "doc", "rtf", "tif")
SHARE_OF_SLOW = 0.06


@dataclass(frozen=True, slots=True)
class Mutant:
    """A damaged document; its name tells the sample and what was done to it."""

    name: str
    content: bytes


def mutants(count: int, seed: int) -> Iterator[Mutant]:
    """So many mutants of the samples, all kinds in turn; every second one is damaged in its structure if it has one."""
    chance = Random(seed)  # noqa: S311 -- no secret
    kinds = samples_by_kind()
    slow = [kind for kind in kinds if kind in SLOW]
    quick = [kind for kind in kinds if kind not in SLOW]
    for number in range(count):
        kind = chance.choice(slow if slow and chance.random() < SHARE_OF_SLOW else quick)
        path = chance.choice(kinds[kind])
        other = chance.choice(kinds[chance.choice(list(kinds))])
        damage = chance.choice(STRUCTURES[kind] if number % 2 and kind in STRUCTURES else ANY)
        content = damage(path.read_bytes(), other.read_bytes(), chance)
        yield Mutant(f"{number:05}-{damage.__name__}-{path.name}", content)


def samples_by_kind() -> dict[str, list[Path]]:
    """The samples by their endings."""
    kinds: dict[str, list[Path]] = {}
    for path in sorted(each for each in SAMPLES.iterdir() if not each.name.endswith(".json")):
        kinds.setdefault(path.suffix[1:], []).append(path)
    return kinds
