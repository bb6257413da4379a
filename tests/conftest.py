"""What every test shares: no display, folders of its own, random examples that repeat."""

import os

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


@pytest.fixture(autouse=True)
def nobody_at_home(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No test sees or writes the settings and backups of the person who runs it."""
    monkeypatch.setenv("OKRDESK_HOME", str(tmp_path_factory.mktemp("home", numbered=True)))
