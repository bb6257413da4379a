"""Folders that other programs or computers write to as well: a plan there deserves a warning."""

from pathlib import Path, PurePath
from typing import NamedTuple

_CLOUDS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mobile documents": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "icloudrive": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box": "Box",
    "box sync": "Box",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
    "mega": "MEGA",
    "megasync": "MEGA",
    "seafile": "Seafile",
    "syncthing": "Syncthing",
}
_MARKS = {
    ".dropbox": "Dropbox",
    ".stfolder": "Syncthing",
    ".sync": "Resilio Sync",
    ".seafile-data": "Seafile",
    ".tresorit": "Tresorit",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
}
_NETWORK = ("nfs", "cifs", "smb", "sshfs", "fuse.sshfs", "afp", "davfs", "9p", "fuse.rclone")
_MOUNTS = Path("/proc/self/mounts")


class SharedFolder(NamedTuple):
    """Who else writes to a folder."""

    service: str
    """The name of the service; empty for a network folder."""
    network: bool


def shared_folder(plan: Path, mounts: str = "") -> SharedFolder | None:
    """Whether a plan lies in a folder that is synced or on a network; None for a plain one.

    ``mounts``: the system's table of mounted file systems, as ``mount_table`` reads it.
    """
    folders = plan.absolute().parents
    named = (_CLOUDS.get(_plain(folder.name)) for folder in folders)
    marked = (
        name for folder in folders for mark, name in _MARKS.items() if (folder / mark).exists()
    )
    service = next(filter(None, named), None) or next(marked, None)
    if service:
        return SharedFolder(service, network=False)
    if _on_network(plan.absolute(), mounts):
        return SharedFolder("", network=True)
    return None


def mount_table() -> str:
    """The system's table of mounted file systems; empty where there is none to read."""
    try:
        return _MOUNTS.read_text("utf-8", "replace")
    except OSError:
        return ""


def _plain(name: str) -> str:
    """``OneDrive - Marigold`` is OneDrive, ``Dropbox (Work)`` is Dropbox."""
    return name.casefold().split(" - ")[0].split(" (")[0]


def _on_network(plan: PurePath, mounts: str) -> bool:
    if str(plan).startswith(("\\\\", "//")):
        return True
    found = [line.split()[1:3] for line in mounts.splitlines() if len(line.split()) > 2]
    holding = [(point, kind) for point, kind in found if plan.is_relative_to(_unescaped(point))]
    _, kind = max(holding, key=lambda pair: len(pair[0]), default=("", ""))
    return kind.startswith(_NETWORK)


def _unescaped(point: str) -> str:
    return point.replace("\\040", " ")
