#!/usr/bin/env python3
"""Everything a developer does with OKR Desk: ``python3 dev.py --help``.

This file meets whatever ``python3`` a machine has, so it is written for any; the work is done in
``devtools/``, by 3.11 or newer and with the standard library alone.
"""

import shutil
import subprocess
import sys


def newer_python() -> "str | None":
    """A Python of this machine that is new enough, tried by running it."""
    for name in ("python3.13", "python3.12", "python3.11"):
        path = shutil.which(name)
        if path and subprocess.call([path, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            return path
    return None


def main() -> int:
    """Runs the command, with a newer Python when this one is too old."""
    if sys.hexversion >= 0x030B0000:
        from devtools.command_line import main as run

        return run()
    path = newer_python()
    if path is None:
        sys.exit("OKR Desk needs Python 3.11, 3.12 or 3.13; this is " + sys.version.split()[0])
    return subprocess.call([path, *sys.argv])


if __name__ == "__main__":
    sys.exit(main())
