"""The wheel holds what the program needs, and runs outside the clone."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from okrdesk import __version__

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.xdist_group("packaging")


def checked(*command: str | Path, cwd: Path) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=kept,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    checked(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


def clean_venv(folder: Path) -> Path:
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    return folder / ("Scripts" if os.name == "nt" else "bin")


def install(wheel: Path, programs: Path, *options: str) -> None:
    pip = (sys.executable, "-m", "pip", "--python", programs / "python", "install", "--quiet")
    checked(*pip, *options, wheel, cwd=programs)


def test_the_wheel_holds_the_assets(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    shipped = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    expected = {f"okrdesk/_assets/{path.relative_to(ROOT).as_posix()}" for path in shipped}
    assert expected <= names
    for language in ("en", "xx"):
        assert f"okrdesk/_assets/translations/okrdesk_{language}.qm" in names
    assert {name.partition("/")[0] for name in names} == {
        "okrdesk",
        f"okrdesk-{__version__}.dist-info",
    }


def test_the_wheel_runs_elsewhere(wheel: Path, tmp_path: Path) -> None:
    """The libraries are lent by this environment, to spare a minute; the program is not."""
    programs = clean_venv(tmp_path / "venv")
    install(wheel, programs, "--no-deps")
    (site,) = {path.parent for path in (tmp_path / "venv").rglob("okrdesk-*.dist-info")}
    (site / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    where = "import okrdesk.assets as a; print(a.resource('fonts'))"
    assert str(site) in checked(programs / "python", "-c", where, cwd=tmp_path)
    assert __version__ in checked(programs / "okrdesk", "--version", cwd=tmp_path)
    plan = tmp_path / "plan.okrdesk"
    checked(programs / "okrdesk", "demo", plan, cwd=tmp_path)
    assert "Marigold" in checked(programs / "okrdesk", "show", plan, cwd=tmp_path)


@pytest.mark.long
def test_the_wheel_brings_its_libraries(wheel: Path, tmp_path: Path) -> None:
    programs = clean_venv(tmp_path / "venv")
    install(wheel, programs, "--constraint", str(ROOT / "constraints.txt"))
    checked(programs / "okrdesk", "self-test", cwd=tmp_path)


def test_the_sdist_holds_what_a_wheel_is_made_from(tmp_path: Path) -> None:
    checked(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path, cwd=ROOT)
    (built,) = tmp_path.glob("*.tar.gz")
    listed = checked(sys.executable, "-m", "tarfile", "-l", built, cwd=tmp_path)
    for name in ("translations/update.py", "resources/fonts", "dev.py", "constraints.txt"):
        assert f"okrdesk-{__version__}/{name}" in listed
