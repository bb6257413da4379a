"""What Qt and the long tests need from the system: Debian and Ubuntu by apt, else one command."""

import os
import shutil
import subprocess
import sys

from devtools import Trouble

QT = (
    "libgl1",
    "libegl1",
    "libxkbcommon0",
    "libglib2.0-0",
    "libfontconfig1",
    "libfreetype6",
    "libdbus-1-3",
)
WINDOW = (
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
)
FONTS = ("fonts-dejavu-core", "fonts-noto-core")
SCREEN = ("xvfb", "xauth")
LONG = ("libreoffice-calc", "poppler-utils", "at-spi2-core", "dbus-daemon")
BUNDLE = ("binutils",)

_ELSEWHERE = {
    "dnf": "sudo dnf install mesa-libGL mesa-libEGL libxkbcommon-x11 xcb-util-cursor",
    "pacman": "sudo pacman -S --needed libglvnd libxkbcommon-x11 xcb-util-cursor ttf-dejavu",
    "zypper": "sudo zypper install libglvnd libxkbcommon-x11-0 libxcb-cursor0 dejavu-fonts",
}


def ensure(*packages: str) -> None:
    """Installs what is missing of these Debian packages, as root or with sudo.

    Where that is not possible it prints the one command to type, and goes on: what the person
    wants may work all the same.
    """
    if sys.platform != "linux":
        return
    if not shutil.which("dpkg-query"):
        _advise_elsewhere()
        return
    missing = _missing(packages)
    if missing and not _install(missing):
        command = f"sudo apt-get install {' '.join(missing)}"
        print(f"Qt may need packages of the system. Type:\n  {command}", file=sys.stderr)


def ensure_venv(version: str) -> None:
    """Debian keeps a part of ``venv`` in a package of its own; raises Trouble without it."""
    packages = [f"python{version}-venv"]
    if not (shutil.which("dpkg-query") and _install(packages)):
        command = f"sudo apt-get install {packages[0]}"
        message = f"Python {version} cannot make virtual environments here. Type:\n  {command}"
        raise Trouble(message)


def _missing(packages: tuple[str, ...]) -> list[str]:
    """Those not installed; since 2024 some carry the suffix ``t64``."""
    names = [name for package in packages for name in (package, f"{package}t64")]
    query = ["dpkg-query", "-W", "-f", "${Package} ${Status}\n", *names]
    done = subprocess.run(query, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    there = {line.split()[0] for line in lines if line.endswith(" installed")}
    return [package for package in packages if not there & {package, f"{package}t64"}]


def _install(packages: list[str]) -> bool:
    root = _as_root()
    if root is None:
        return False
    print("Installing", *packages, flush=True)
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], install):
        done = subprocess.run(
            [*root, *command], env=environment, stdout=subprocess.DEVNULL, check=False
        )
    return done.returncode == 0


def _as_root() -> list[str] | None:
    """What to put before a command so that root runs it, or None."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    return ["sudo"] if sys.stdin.isatty() else ["sudo", "-n"]


def _advise_elsewhere() -> None:
    for tool, command in _ELSEWHERE.items():
        if shutil.which(tool):
            print(f"If the window does not open, Qt needs packages. Type:\n  {command}")
            return


def has_display() -> bool:
    """Whether a window can be shown."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def on_a_screen(command: list[str]) -> list[str]:
    """The command, under a virtual screen where there is one to be had."""
    if sys.platform == "linux" and shutil.which("xvfb-run"):
        return ["xvfb-run", "-a", "-s", "-screen 0 1920x1200x24", *command]
    return command
