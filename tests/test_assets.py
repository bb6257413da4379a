"""Finding the files that are not code."""

import shutil
from pathlib import Path

import pytest

from okrdesk import assets

ROOT = Path(__file__).parent.parent


def test_a_clone_uses_its_own_folders() -> None:
    assert assets.resource("fonts", "Inter-Regular.otf").is_file()
    assert assets.resource() == ROOT / "resources"
    assert assets.translations() == ROOT / "translations"


def test_a_missing_file_is_not_passed_on() -> None:
    with pytest.raises(FileNotFoundError, match=r"no_such\.svg"):
        assets.resource("icons", "no_such.svg")


def test_a_wheel_uses_what_lies_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = tmp_path / "_assets"
    shutil.copytree(ROOT / "resources" / "theme", packed / "resources" / "theme")
    monkeypatch.setattr(assets, "_BUNDLED", packed)
    assert assets.root() == packed
    assert assets.resource("theme").parent == packed / "resources"
