"""The commands of dev.py besides the tests."""

import shutil
import subprocess
import sys
from pathlib import Path

from devtools import ROOT, Trouble, checks, pythons, system
from devtools.environment import Environment, clean, ready
from okrdesk.__main__ import opens_window

_SAMPLE = """
import os
from okrdesk.app.locations import locations
folder = locations(os.environ).data
folder.mkdir(parents=True, exist_ok=True)
print(folder / "sample plan.okrdesk")
"""


def run(arguments: list[str]) -> int:
    """Starts the program as its user does; without a file it shows the sample plan."""
    environment = _ready()
    system.ensure(*system.QT, *system.WINDOW, *system.FONTS)
    if opens_window(arguments):
        return _window(environment, arguments)
    return environment.run("okrdesk", *arguments)


def _window(environment: Environment, arguments: list[str]) -> int:
    given = [argument for argument in arguments if argument.endswith(".okrdesk")]
    plan = given[0] if given else _sample_plan(environment)
    if not system.has_display():
        return _without_a_display(environment, plan)
    return environment.run("okrdesk", *arguments, *([] if given else [plan]))


def _sample_plan(environment: Environment) -> str:
    """The sample plan in the person's data folder, made when it is not there."""
    program = [environment.program("python"), "-c", _SAMPLE]
    done = subprocess.run(
        program, cwd=ROOT, env=clean(), stdout=subprocess.PIPE, text=True, check=False
    )
    plan = done.stdout.strip()
    made = plan and (Path(plan).exists() or environment.run("okrdesk", "demo", plan) == 0)
    if not made:
        message = "The sample plan could not be made; the program says why above."
        raise Trouble(message)
    return plan


def _without_a_display(environment: Environment, plan: str) -> int:
    program = environment.program("okrdesk")
    print(
        "There is no display here, so no window can open. The same plan on the command line:\n"
        f'  {program} show "{plan}"\n'
        f'  {program} report "{plan}" -o report.pdf\n'
        f"  {program} --help"
    )
    return 0


def lint() -> int:
    """Style, format, types and rooms."""
    steps = checks.lint(_oldest())
    return 0 if all(step.passed for step in steps) else 1


def bench(arguments: list[str]) -> int:
    """Prints one JSON line a figure, each beside its floor."""
    system.ensure(*system.QT, *system.FONTS, *system.SCREEN)
    return _ready().run("python", "-m", "benchmarks", *arguments, QT_QPA_PLATFORM="offscreen")


def screenshots(folder: str) -> int:
    """Takes the pictures of the window into a folder, on a virtual screen."""
    system.ensure(*system.QT, *system.WINDOW, *system.FONTS, *system.SCREEN)
    python = _ready().program("python")
    command = system.on_a_screen([python, "-m", "devtools.screenshots", folder])
    return subprocess.run(command, cwd=ROOT, env=clean(), check=False).returncode


def translate(arguments: list[str]) -> int:
    """Brings ``translations/`` up to date; with a language, begins it."""
    return _ready().run("python", "translations/update.py", *arguments)


def package() -> int:
    """Builds the one-folder bundle of this system and lets it test itself."""
    python = pythons.running(pythons.found())
    library = [f"libpython{python.name}"] if python.path.startswith("/usr/bin/") else []
    screen = (*system.WINDOW, *system.SCREEN)
    system.ensure(*system.QT, *system.FONTS, *screen, *system.BUNDLE, *library)
    environment = ready(python, ("dev", "long"))
    code = environment.run("pyinstaller", "--noconfirm", "--log-level=WARN", "okrdesk.spec")
    if code:
        return code
    name = "okrdesk.exe" if sys.platform == "win32" else "okrdesk"
    bundle = ROOT / "dist" / "okrdesk" / name
    if sys.platform == "linux":
        shutil.copy(ROOT / "resources" / "packaging" / "linux" / "install.sh", bundle.parent)
    print(f"Made {bundle.parent}", flush=True)
    test = system.on_a_screen([str(bundle), "self-test"])
    return subprocess.run(test, env=clean(), check=False).returncode


def _ready() -> Environment:
    return ready(pythons.running(pythons.found()))


def _oldest() -> Environment:
    found = pythons.found()
    return ready(found[min(found)])
