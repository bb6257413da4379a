from pathlib import Path

import pytest

from okrdesk import __version__
from okrdesk.app import commands as c
from okrdesk.app.clock import SetClock
from okrdesk.app.diagnostics import PACKAGES, diagnostics, package_version
from okrdesk.app.workspace import Workspace
from tests.app.plan import NOW


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "Secret.okrdesk", "Hidden Ltd", clock=SetClock(NOW))


def test_it_tells_versions_and_counts_but_nothing_that_was_typed(workspace: Workspace) -> None:
    workspace.run(c.create_person, "Mei Tanaka")
    workspace.run(c.create_objective, "Delight customers")
    text = diagnostics(workspace, {"Qt": "6.11"})
    assert f"OKR Desk: {__version__}\n" in text
    assert "Qt: 6.11\n" in text
    assert "Rows of person: 1\n" in text
    assert "Rows of objective: 1\n" in text
    assert "Rows of kpi" not in text
    assert "Read-only: False\n" in text
    for typed in ("Mei", "Delight", "Hidden", "Secret", str(workspace.path.parent)):
        assert typed not in text
    workspace.close()


def test_without_a_plan_it_tells_the_rest() -> None:
    text = diagnostics(None, {})
    assert all(f"{package}: " in text for package in PACKAGES)
    assert "Rows of" not in text


def test_a_part_that_is_not_installed_is_unknown() -> None:
    assert package_version("no-such-package-anywhere") == "unknown"
    assert package_version("peewee") != "unknown"
