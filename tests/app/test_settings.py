import json
from pathlib import Path

import pytest

from okrdesk.app import settings as s
from okrdesk.app.settings import SETTINGS, Setting, Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_a_default_is_allowed_and_said(setting: Setting[object], path: Path) -> None:
    assert setting.allowed(setting.default)
    assert str(setting.label)
    assert all(setting.allowed(choice) for choice in setting.choices)
    assert Settings(path).get(setting) == setting.default


def test_keys_are_told_apart() -> None:
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)


def test_a_value_is_kept_on_the_disk(path: Path) -> None:
    settings = Settings(path)
    settings.set(s.THEME, "dark")
    settings.set(s.TEXT_SIZE, 125)
    settings.set(s.REDUCE_MOTION, True)
    again = Settings(path)
    assert (again.get(s.THEME), again.get(s.TEXT_SIZE)) == ("dark", 125)
    assert again.get(s.REDUCE_MOTION)
    before = path.stat().st_mtime_ns
    again.set(s.THEME, "dark")
    assert path.stat().st_mtime_ns == before


def test_what_is_not_allowed_is_a_bug(path: Path) -> None:
    with pytest.raises(ValueError, match="theme: 'pink'"):
        Settings(path).set(s.THEME, "pink")


@pytest.mark.parametrize("size", [79, 201, True, 100.5, "100"])
def test_a_text_size_that_nobody_can_read_is_refused(size: object) -> None:
    assert s.TEXT_SIZE.allowed(80)
    assert s.TEXT_SIZE.allowed(200)
    assert not s.TEXT_SIZE.allowed(size)


def test_values_of_another_version_stay(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"later": 1, "theme": 7, "text_size": true, "recent_files": [1]}')
    settings = Settings(path)
    assert settings.get(s.THEME) == "system"
    assert settings.get(s.TEXT_SIZE) == 100
    assert settings.get(s.RECENT_FILES) == []
    settings.set(s.THEME, "light")
    assert json.loads(path.read_text())["later"] == 1


@pytest.mark.parametrize("content", [b"{", b"[1]", b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_file_is_put_aside(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.get(s.THEME) == "system"
    settings.set(s.THEME, "dark")
    assert path.with_suffix(".damaged").read_bytes() == content


def test_recent_plans(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    plans = [tmp_path / f"{number}.okrdesk" for number in range(14)]
    for plan in plans:
        settings.remember_file(plan)
    settings.remember_file(plans[5])
    recent = settings.get(s.RECENT_FILES)
    assert recent[:2] == [str(plans[5]), str(plans[13])]
    assert len(recent) == 12
    settings.forget_file(plans[5])
    assert settings.get(s.RECENT_FILES)[0] == str(plans[13])


def test_who_is_at_this_keyboard(path: Path) -> None:
    settings = Settings(path)
    assert settings.me("plan") is None
    settings.set_me("plan", "anna")
    settings.set_me("other", "ben")
    assert settings.me("plan") == "anna"
    settings.set_me("plan", None)
    assert (settings.me("plan"), settings.me("other")) == (None, "ben")
