"""The program's door: a window without arguments or for a plan's file, else the command line."""

import gc
import linecache
import os
import sys
from collections.abc import Sequence
from pathlib import Path


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


def keep_chart_cache() -> None:
    """In a bundle: PyInstaller gives matplotlib a new folder at each start, 4 s for its fonts."""
    from okrdesk.app.locations import locations

    os.environ["MPLCONFIGDIR"] = str(locations(os.environ).cache / "matplotlib")


def self_test(arguments: Sequence[str]) -> int:
    """What a plan needs, and the window's part where there is one; returns the exit code."""
    import importlib.util

    from okrdesk.cli.main import main as run

    code = run(arguments)
    if importlib.util.find_spec("PySide6") is None:
        return code
    from okrdesk.ui.self_test import main as try_window

    return max(code, try_window())


def prepare_window() -> None:
    """Spares the start of the window what it need not do; to be called before it is imported.

    What a start makes is kept, so the collector need not look at it. And PySide6 reads the source
    of every module that is imported from then on, to see whether its own name is in there, and
    Python keeps each line: some megabytes. Here it is told that the name is there. The window
    turns the collector on again, and forgets what was told, once it has been seen.
    """
    gc.disable()
    import okrdesk.ui  # noqa: F401  # loads what stands below it, before Qt

    sources = [getattr(module, "__file__", None) or "" for module in sys.modules.values()]
    for folder, _, names in os.walk(Path(__file__).parent):
        sources += [f"{folder}{os.sep}{name}" for name in names if name.endswith(".py")]
    linecache.cache.update((path, (0, None, ["PySide6\n"], path)) for path in sources)


def main() -> int:
    """Runs the program with the process's arguments; returns its exit code."""
    arguments = sys.argv[1:]
    if hasattr(sys, "frozen"):
        keep_chart_cache()
    if arguments == ["self-test"]:
        return self_test(arguments)
    if not opens_window(arguments):
        from okrdesk.cli.main import main as run

        return run(arguments)
    prepare_window()
    try:
        from okrdesk.ui.application import main as show

        return show(arguments)
    finally:
        linecache.clearcache()
        gc.enable()


if __name__ == "__main__":
    sys.exit(main())
