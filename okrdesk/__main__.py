"""The program's door: a window without arguments or for a plan's file, else the command line."""

import gc
import sys
from collections.abc import Sequence


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether the arguments ask for the window.

    They do when there are none, when the first is a plan's file, or when all of them are the
    window's options (``--today DATE``, ``--read-only``) and at most one file.
    """
    if not arguments:
        return True
    first = arguments[0]
    if first == "--today":
        return opens_window(arguments[2:])
    if first == "--read-only" or first.startswith("--today="):
        return opens_window(arguments[1:])
    return first.endswith(".okrdesk")


def main() -> int:
    """Runs the program with the process's arguments; returns its exit code."""
    arguments = sys.argv[1:]
    if not opens_window(arguments):
        from okrdesk.cli.main import main as run

        return run(arguments)
    # What a start makes is kept; the window turns the collector on again once it has been seen.
    gc.disable()
    try:
        from okrdesk.ui.application import main as show

        return show(arguments)
    finally:
        gc.enable()


if __name__ == "__main__":
    sys.exit(main())
