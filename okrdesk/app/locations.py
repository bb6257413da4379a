"""Where files of ours live on this computer."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

APP_NAME = "okrdesk"
HOME_VARIABLE = "OKRDESK_HOME"
"""Names one folder for everything, such as on a memory stick."""


class Locations(NamedTuple):
    """The folders; they are made when something is first written there."""

    settings: Path
    """The settings file."""
    data: Path
    """Backups and drafts."""
    cache: Path
    """What can be made again."""

    def backups_of(self, plan: Path) -> Path:
        """The folder with the backups of one plan, told apart by where it lies."""
        return self.data / "backups" / self._folder_name(plan)

    def drafts_of(self, plan: Path) -> Path:
        """The folder with what was typed into editors of one plan and not yet saved."""
        return self.data / "drafts" / self._folder_name(plan)

    def _folder_name(self, plan: Path) -> str:
        place = str(plan.absolute())
        return f"{plan.stem[:60].strip('. ')}-{sha256(place.encode()).hexdigest()[:12]}"


def locations(environment: Mapping[str, str]) -> Locations:
    """The folders that the system has for programs, or those below ``OKRDESK_HOME``."""
    home = environment.get(HOME_VARIABLE)
    if home:
        return Locations(Path(home) / "settings.json", Path(home) / "data", Path(home) / "cache")
    import platformdirs

    folders = platformdirs.PlatformDirs(APP_NAME, appauthor=False)
    return Locations(
        folders.user_config_path / "settings.json", folders.user_data_path, folders.user_cache_path
    )
