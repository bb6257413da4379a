"""The virtual environments: made once, renewed when what they are made from changes."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from devtools import ROOT, Trouble, system
from devtools.pythons import Python, probe

_STAMP = "okrdesk-stamp"
_GENERATED = {"okrdesk_en.ts", "okrdesk_xx.ts"}


class Environment(NamedTuple):
    """A virtual environment with the program and its development tools in it."""

    folder: Path
    python: Python

    def program(self, name: str) -> str:
        """The path of one of its programs."""
        windows = sys.platform == "win32"
        place = self.folder / ("Scripts" if windows else "bin")
        return str(place / (f"{name}.exe" if windows else name))

    def run(self, *command: str, **variables: str) -> int:
        """Runs a program of it in the repository; returns its exit code."""
        arguments = [self.program(command[0]), *command[1:]]
        return subprocess.run(arguments, cwd=ROOT, env=clean(**variables), check=False).returncode


def clean(**variables: str) -> dict[str, str]:
    """This process's environment, without what makes Python start slowly or elsewhere."""
    kept = {**os.environ, **variables}
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV"):
        kept.pop(name, None)
    return kept


def ready(python: Python, extras: tuple[str, ...] = ("dev",)) -> Environment:
    """An environment of that Python with the locked versions, made or renewed if need be.

    The first is ``.venv``; one of another version lies beside it as ``.venv-3.13``.
    """
    environment = Environment(_folder(python), python)
    stamp, there = _stamp(environment)
    if stamp != _made_from(environment) or not there.issuperset(extras):
        _make(environment, there.union(extras))
    _compile_translations(environment)
    return environment


def _folder(python: Python) -> Path:
    main = ROOT / ".venv"
    if not main.exists():
        return main
    there = probe(str(Environment(main, python).program("python")))
    same = there is None or there.version == python.version
    return main if same else ROOT / f".venv-{python.name}"


def _made_from(environment: Environment) -> str:
    files = [(ROOT / name).read_text("utf-8") for name in ("pyproject.toml", "constraints.txt")]
    told = "\0".join([str(ROOT), environment.python.name, *files])
    return hashlib.sha256(told.encode()).hexdigest()


def _stamp(environment: Environment) -> tuple[str, set[str]]:
    """What it was made from, and its extras; nothing when its Python no longer runs."""
    stamp = environment.folder / _STAMP
    if not (stamp.exists() and probe(environment.program("python"))):
        return "", set()
    made_from, *extras = stamp.read_text("utf-8").split()
    return made_from, set(extras)


def _make(environment: Environment, extras: set[str]) -> None:
    folder, python = environment
    print(f"Setting up {folder.name} with Python {python.name} …", flush=True)
    (folder / _STAMP).unlink(missing_ok=True)
    if not probe(environment.program("python")):
        _create(folder, python)
    locked = ["--quiet", "--disable-pip-version-check", "--constraint", "constraints.txt"]
    pip = ["python", "-m", "pip", "install", *locked]
    # The build tool is locked as well: without isolation pip builds with what is installed.
    steps = (
        [*pip, "hatchling"],
        [*pip, "--no-build-isolation", "--editable", f".[{','.join(sorted(extras))}]"],
    )
    for step in steps:
        if environment.run(*step):
            message = "The packages could not be installed; pip says why above."
            raise Trouble(message)
    (folder / _STAMP).write_text(" ".join([_made_from(environment), *sorted(extras)]), "utf-8")


def _create(folder: Path, python: Python) -> None:
    if not python.makes_venvs:
        system.ensure_venv(python.name)
    shutil.rmtree(folder, ignore_errors=True)
    done = subprocess.run([python.path, "-m", "venv", str(folder)], env=clean(), check=False)
    if done.returncode:
        message = f"{python.path} could not make the virtual environment {folder.name}."
        raise Trouble(message)


def _compile_translations(environment: Environment) -> None:
    """Compiles the texts for Qt when a source is newer than what was compiled last."""
    made = ROOT / "translations" / "okrdesk_en.qm"
    sources = [*ROOT.glob("okrdesk/**/*.py"), *ROOT.glob("translations/*.ts")]
    newest = max(path.stat().st_mtime for path in sources if path.name not in _GENERATED)
    if not made.exists() or made.stat().st_mtime < newest:
        environment.run("python", "translations/update.py")
