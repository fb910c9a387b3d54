"""pipeline/patterns.zlib, the patterns that the program asks for, compiled; `--check` says whether it is fresh."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import pipeline
from pipeline import patterns


def asked_patterns() -> patterns.Patterns:
    """What all modules ask for when they are imported, and a summary when it is read."""
    for module in pkgutil.walk_packages(pipeline.__path__, f"{pipeline.__name__}."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return patterns.asked_patterns()


def main() -> int:
    """Writes the file, or with `--check` exits 1 where it is stale."""
    asked = asked_patterns()
    kept = patterns.unpacked(patterns.KEPT.read_bytes()) if patterns.KEPT.exists() else {}
    if "--check" in sys.argv[1:]:
        return int(asked.keys() != kept.keys())
    patterns.KEPT.write_bytes(patterns.packed(asked))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
