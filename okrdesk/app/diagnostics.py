"""What helps to find a fault: versions, the system and counts, but no word of a plan."""

import platform
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version

from okrdesk import __version__
from okrdesk.app.workspace import Workspace
from okrdesk.domain.tables import TABLES
from okrdesk.storage.header import VERSION

PACKAGES = ("PySide6-Essentials", "peewee", "matplotlib", "typst", "platformdirs", "babel")


def diagnostics(workspace: Workspace | None, more: Mapping[str, str]) -> str:
    """Lines of ``name: value``; ``more`` is what only the window knows.

    Nothing that a person typed is in it: no title, no name, no note and no path.
    """
    facts = {
        "OKR Desk": __version__,
        "Python": platform.python_version(),
        "System": platform.platform(),
        **{package: package_version(package) for package in PACKAGES},
        "Format of plans": str(VERSION),
        **more,
        **({} if workspace is None else plan_facts(workspace)),
    }
    return "".join(f"{name}: {value}\n" for name, value in facts.items())


def package_version(package: str) -> str:
    """The version of a part; a bundle may not know it."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"


def plan_facts(workspace: Workspace) -> dict[str, str]:
    """How large the open plan is, counted in rows."""
    counts = {f"Rows of {t.name}": workspace.snapshot.count(t) for t in TABLES}
    return {
        "Read-only": str(workspace.read_only),
        "Bytes": str(workspace.path.stat().st_size),
        **{name: str(count) for name, count in counts.items() if count},
    }
