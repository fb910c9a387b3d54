"""Goldens: beside each sample document stands what was read from it, `x.pdf.expected.json` beside `x.pdf`."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from pipeline import batch
from pipeline.catalogue import Language, text
from pipeline.errors import UsageError
from pipeline.exports.record_json import submitted_json
from pipeline.exports.whole_file import write_whole
from pipeline.inputs import GOLDEN_SUFFIX, InputFile, input_files
from pipeline.records import Submission
from pipeline.unpacking import unpacked
from pipeline.versions import with_versions

State = Literal["same", "differs", "missing", "orphan", "unchecked", "unread"]

_RECOGNISER = re.compile(r'^ +"recogniser": "(.+)"', re.MULTILINE)
# How sure a recogniser is, and where to the pixel, depends on the processor; what it reads does not.
_MEASURE = re.compile(r'^ *"(?:confidence|x0|top|x1|bottom)": .*\n', re.MULTILINE)


class Comparison(Struct, frozen=True):
    """One golden against what is read now; `golden` is the file, `found` the JSON of today ("" for an orphan)."""

    golden: Path
    name: str
    expected: str | None
    found: str
    lacks_program: bool = False

    @property
    def state(self) -> State:
        """`missing`: no golden; `orphan`: no document; `unread`, `unchecked`: what reads it is not here."""
        if self.lacks_program:
            return "unread"
        if self.expected is None:
            return "missing"
        if not self.found:
            return "orphan"
        recognised_by = _RECOGNISER.findall(self.expected)
        if not recognised_by:
            return "same" if self.expected == self.found else "differs"
        if set(recognised_by) != {_installed_recogniser()}:
            return "unchecked"
        expected, found = (_MEASURE.sub("", text) for text in (self.expected, self.found))
        return "same" if expected == found else "differs"

    def difference(self, language: Language = "lv") -> Iterator[str]:
        """The lines that differ, with three around them: `-` was expected, `+` is read now."""
        expected = (self.expected or "").splitlines()
        now = text("samples.read_now", language, name=self.name)
        yield from difflib.unified_diff(
            expected, self.found.splitlines(), f"{self.name}{GOLDEN_SUFFIX}", now, lineterm=""
        )


def comparisons(folder: Path, spread: batch.Spread | None = None) -> list[Comparison]:
    """Every document of `folder` against its golden, then the goldens that have no document.

    `spread` says where the readers run, by default in processes of this machine.
    """
    if not folder.is_dir():
        raise UsageError("inputs.no_samples", folder=folder)
    # A golden calls its document by its own name, as `read` does, so that both may move together.
    submitted = [replace(file, depth=1) for file in input_files([folder])]
    read: dict[Path, list[Submission]] = defaultdict(list)
    with unpacked(submitted) as files:
        for file, submission in zip(files, batch.submissions(files, spread or batch.fenced()), strict=True):
            read[file.submitted].append(submission)
    compared = [_comparison(file, read[file.path]) for file in submitted]
    return compared + _orphans(folder, {each.golden for each in compared})


def accept(compared: Sequence[Comparison], *, force: bool) -> list[Path]:
    """Writes the goldens that are missing, and with `force` those that differ; gives what was written.

    Raises `UsageError`, and writes nothing, where one differs and `force` is not given.
    """
    differing = [each.name for each in compared if each.state == "differs"]
    if differing and not force:
        raise UsageError("samples.accepted_differs", names=", ".join(differing))
    new = [each for each in compared if each.state in ("missing", "differs")]
    return [write_whole(each.golden.parent, each.golden.name, each.found.encode()) for each in new]


def _comparison(submitted: InputFile, read: Sequence[Submission]) -> Comparison:
    """A file's golden; that of a container tells of all files in it."""
    golden = _golden_of(submitted.path)
    found = submitted_json(with_versions(read))
    return Comparison(golden, submitted.source_file, _text(golden), found, any(map(_lacks_program, read)))


def _lacks_program(read: Submission) -> bool:
    """Whether the file was not read since LibreOffice is not installed here."""
    kind = read.file_kind.upper()
    return not read.is_read and read.failure == text("sources.office_missing", "lv", kind=kind)


def _installed_recogniser() -> str:
    from pipeline.sources.ocr.recogniser import recogniser

    return recogniser()


def _golden_of(path: Path) -> Path:
    return path.with_name(path.name + GOLDEN_SUFFIX)


def _text(golden: Path) -> str | None:
    return golden.read_text(encoding="utf-8") if golden.is_file() else None


def _orphans(folder: Path, known: set[Path]) -> list[Comparison]:
    goldens = sorted(Path(folder).absolute().rglob(f"*{GOLDEN_SUFFIX}"))
    return [
        Comparison(golden, golden.name.removesuffix(GOLDEN_SUFFIX), _text(golden), "")
        for golden in goldens
        if golden not in known
    ]
