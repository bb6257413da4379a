"""Finding the Pythons of this machine, by running them: a shim may have the name and fail."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from devtools import NEWEST, OLDEST, Trouble

_PROBE = """
import json, sys, sysconfig
from importlib.util import find_spec
print(json.dumps([
    getattr(sys, "_base_executable", sys.executable),
    sys.version_info[:2],
    bool(find_spec("ensurepip") and find_spec("venv")),
]))
"""
_HOMES = (
    "~/.pyenv/versions/*/bin",
    "~/.local/share/uv/python/*/bin",
    "~/.local/bin",
    "/usr/local/bin",
    "/usr/bin",
    "/opt/homebrew/bin",
    "/opt/python*/bin",
    "/Library/Frameworks/Python.framework/Versions/*/bin",
)


class Python(NamedTuple):
    """An interpreter that runs."""

    path: str
    version: tuple[int, int]
    makes_venvs: bool
    """False where Debian has put ``ensurepip`` into a package of its own."""

    @property
    def name(self) -> str:
        """``3.11``."""
        return ".".join(map(str, self.version))


def probe(path: str) -> Python | None:
    """The interpreter at the path, or None when it does not run or is not one we support."""
    try:
        done = subprocess.run(
            [path, "-c", _PROBE], capture_output=True, text=True, timeout=30, check=True
        )
        executable, version, makes_venvs = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    python = Python(executable or path, (version[0], version[1]), makes_venvs)
    return python if OLDEST <= python.version <= NEWEST else None


def found() -> dict[tuple[int, int], Python]:
    """One interpreter a version, oldest first; the running one wins, then the order of PATH."""
    best: dict[tuple[int, int], Python] = {}
    seen: set[str] = set()
    for path in _candidates():
        real = os.path.realpath(path)
        if real not in seen and (python := probe(path)):
            seen |= {real, os.path.realpath(python.path)}
            known = best.setdefault(python.version, python)
            if python.makes_venvs and not known.makes_venvs:
                best[python.version] = python
    if not best:
        message = "OKR Desk needs Python 3.11, 3.12 or 3.13, and none was found on this machine."
        raise Trouble(message)
    return dict(sorted(best.items()))


def running(pythons: dict[tuple[int, int], Python]) -> Python:
    """The Python that runs this, or the newest found when it is not one we support."""
    return pythons.get(sys.version_info[:2]) or pythons[max(pythons)]


def _candidates() -> Iterator[str]:
    yield sys.executable
    names = [f"python{OLDEST[0]}.{minor}" for minor in range(OLDEST[1], NEWEST[1] + 1)]
    for folder in [*map(Path, os.environ.get("PATH", "").split(os.pathsep)), *_homes()]:
        yield from (str(folder / name) for name in names if (folder / name).exists())
    if sys.platform == "win32":
        yield from _windows_launcher()


def _homes() -> Iterator[Path]:
    for pattern in _HOMES:
        path = Path(pattern).expanduser()
        yield from sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))))


def _windows_launcher() -> Iterator[str]:
    try:
        done = subprocess.run(["py", "-0p"], capture_output=True, text=True, check=False)
    except OSError:
        return
    for line in done.stdout.splitlines():
        yield line.split(maxsplit=1)[-1].lstrip("* ")
