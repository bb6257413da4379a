"""What makes a Linux desktop open a plan with a double click."""

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from devtools import ROOT
from okrdesk.storage.header import APPLICATION_ID

LINUX = ROOT / "resources" / "packaging" / "linux"
NAMES = {"mime": "http://www.freedesktop.org/standards/shared-mime-info"}
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="These files are for Linux")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A folder like the bundle, with a name that needs quoting."""
    folder = tmp_path / 'My "$5 & apps"'
    inner = folder / "_internal" / "okrdesk" / "_assets" / "resources"
    shutil.copytree(LINUX, inner / "packaging" / "linux")
    (inner / "icons").mkdir()
    shutil.copy(ROOT / "resources" / "icons" / "okrdesk.svg", inner / "icons")
    shutil.copy(LINUX / "install.sh", folder)
    program = folder / "okrdesk"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    return folder


def of_a_person(share: Path) -> dict[str, str]:
    """The environment of somebody whose desktop keeps its files there."""
    share.parent.joinpath("config").mkdir(exist_ok=True)
    config = str(share.parent / "config")
    return {**os.environ, "XDG_DATA_HOME": str(share), "XDG_CONFIG_HOME": config}


def install(bundle: Path, share: Path, *options: str) -> None:
    command = [str(bundle / "install.sh"), *options]
    subprocess.run(command, env=of_a_person(share), check=True)


def asked(share: Path, *question: str) -> str:
    done = subprocess.run(
        ["gio", *question], env=of_a_person(share), capture_output=True, text=True, check=True
    )
    return done.stdout


def entry(path: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # the keys of such a file have capitals
    parser.read(path, "utf-8")
    return parser["Desktop Entry"]


def test_it_is_installed_for_this_person_and_removed(bundle: Path, tmp_path: Path) -> None:
    share = tmp_path / "share"
    install(bundle, share)
    line = entry(share / "applications" / "okrdesk.desktop")["Exec"]
    quoted = str(bundle / "okrdesk").replace('"', '\\"').replace("$", "\\$")
    assert line == f'"{quoted}" %f'
    assert (share / "icons" / "hicolor" / "scalable" / "apps" / "okrdesk.svg").is_file()
    install(bundle, share, "--remove")
    left = [path.name for path in share.rglob("*okrdesk*") if path.is_file()]
    assert [name for name in left if name != "x-okrdesk.xml"] == []


@pytest.mark.skipif(
    not (shutil.which("update-mime-database") and shutil.which("gio")),
    reason="needs update-mime-database and gio to ask the desktop",
)
def test_the_desktop_knows_a_plan(bundle: Path, tmp_path: Path, plan: Path) -> None:
    share = tmp_path / "share"
    install(bundle, share)
    kind = asked(share, "info", "-a", "standard::content-type", str(plan))
    assert "application/x-okrdesk" in kind
    assert "okrdesk.desktop" in asked(share, "mime", "application/x-okrdesk")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.okrdesk"
    shutil.copy(ROOT / "tests" / "workspaces" / "v1.okrdesk", path)
    return path


def test_the_kind_of_file_and_the_entry_agree() -> None:
    root = ET.parse(LINUX / "okrdesk.xml").getroot()  # our own file
    kind = root.find("mime:mime-type", NAMES)
    assert kind is not None
    found = entry(LINUX / "okrdesk.desktop")
    assert found["MimeType"] == f"{kind.get('type')};"
    assert found["StartupWMClass"] == "okrdesk"
    match = kind.find("mime:magic/mime:match/mime:match", NAMES)
    assert match is not None
    assert match.get("value") == APPLICATION_ID.to_bytes(4, "big").decode()
    glob = kind.find("mime:glob", NAMES)
    assert glob is not None
    assert glob.get("pattern") == "*.okrdesk"
