"""`python -m pipeline`, and the command `kopsavilkums`.

Worker processes import the file that started the program; this one is empty
enough for them, the command line is imported only where it is called.
"""

from __future__ import annotations


def main() -> None:
    """Runs the command line and exits with its code."""
    from pipeline.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main()
