"""How much is read rightly: on the samples, on made documents, and on nouns outside the vocabulary.

Run as `python -m bench.accuracy`; the seed is by default one that no test uses.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from bench.score import Score, table_of
from bench.truths import ROOT, made_score, sample_score
from tests.makers.counted import COMMON, RARE, Vocabulary
from tests.makers.making import Scope
from tests.makers.producers import PROGRAMS, QUICK, Producer

# Tests use the seeds from 0 on.
FIRST_SEED = 7_000_000


def main(
    documents: Annotated[int, typer.Option(help="Documents for each producer that is a library.")] = 40,
    printed: Annotated[int, typer.Option(help="Documents for each producer that is a program.")] = 4,
    seed: Annotated[int, typer.Option(help="The first of the seeds.")] = FIRST_SEED,
) -> None:
    """Prints the shares of what is read, by producer and in all."""
    console = Console(width=150)
    console.print(table_of("Samples", sample_scores()))
    for title, words in (("Made documents", COMMON), ("Nouns outside the vocabulary", RARE)):
        scores = made_scores(
            words, [(each, documents) for each in QUICK] + [(each, printed) for each in PROGRAMS], seed
        )
        console.print(table_of(title, scores))


def sample_scores() -> dict[str, Score]:
    """The scores of all samples by how they arrived."""
    scores: dict[str, Score] = {}
    for path in sorted((ROOT / "samples").iterdir()):
        if path.suffix in (".pdf", ".docx", ".txt"):
            scores[path.suffix[1:]] = scores.get(path.suffix[1:], Score()) + sample_score(path)
    return scores


def made_scores(words: Vocabulary, producers: Sequence[tuple[Producer, int]], seed: int) -> dict[str, Score]:
    """The scores of made documents by producer, without those whose program is missing."""
    present = [(producer, count) for producer, count in producers if producer.available()]
    scope = Scope(words=words, years=3, items=5)
    scores: dict[str, Score] = {}
    for producer, count in track(present, "documents", transient=True):
        drawn = (made_score(producer, seed + number, scope) for number in range(count))
        scores[producer.name] = sum(drawn, Score())
    return scores


if __name__ == "__main__":
    typer.run(main)
