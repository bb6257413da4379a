"""Puts the translations into a wheel, compiled for Qt."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface):  # type: ignore[type-arg]  # its parameter is hatchling's
    """Compiles ``translations/`` and ships it as ``okrdesk/_assets/translations/``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it collects files."""
        if self.target_name == "wheel" and version != "editable":
            for path in _update_module(Path(self.root)).update():
                build_data["force_include"][str(path)] = f"okrdesk/_assets/translations/{path.name}"


def _update_module(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("update", root / "translations" / "update.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(root)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
