"""What every test shares: no display, folders of its own, random examples that repeat."""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile(
    "short", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", settings.get_profile("short"), max_examples=1000)


def pytest_configure(config: pytest.Config) -> None:
    chosen = str(config.getoption("markexpr"))
    settings.load_profile("short" if "not long" in chosen else "long")


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for each test; pytest would read all earlier ones to number the next."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def nobody_at_home(monkeypatch: pytest.MonkeyPatch, homes: Iterator[Path]) -> None:
    """No test sees or writes the settings and backups of the person who runs it."""
    home = next(homes)
    home.mkdir()
    monkeypatch.setenv("OKRDESK_HOME", str(home))
