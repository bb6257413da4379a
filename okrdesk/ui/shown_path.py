"""Paths as a person knows them."""

from pathlib import Path


def shown_path(path: Path) -> str:
    """The path below the person's own folder, "Documents/My plan.okrdesk"; else the whole path."""
    home = Path.home()
    return str(path.relative_to(home) if path.is_relative_to(home) else path)
