"""What was typed into an editor and not yet saved, kept outside the plan.

Written two seconds after the last key, removed when the editor commits or is cancelled, and
offered again after a crash.
"""

import json
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from okrdesk.app.files import write_whole


class Draft(NamedTuple):
    """Text of one editor."""

    place: str
    """Which editor: what it edits, such as ``objective/abc123/title``."""
    text: str
    saved: str
    """UTC moment, ISO text."""


class Drafts:
    """The drafts of one plan, a small file each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save(self, place: str, text: str, now: datetime) -> None:
        """Keeps the text of an editor, instead of its earlier draft."""
        draft = Draft(place, text, now.isoformat(timespec="seconds"))
        content = json.dumps(draft._asdict(), ensure_ascii=False)
        write_whole(self._file(place), content.encode("utf-8", "surrogatepass"))

    def forget(self, place: str) -> None:
        """Removes the draft of an editor, if there is one."""
        self._file(place).unlink(missing_ok=True)

    def offered(self) -> list[Draft]:
        """The drafts that are left over, oldest first; a damaged one is passed over."""
        drafts = [_read(path) for path in sorted(self._folder.glob("*.json"))]
        return sorted((draft for draft in drafts if draft), key=lambda draft: draft.saved)

    def _file(self, place: str) -> Path:
        return self._folder / f"{sha256(place.encode()).hexdigest()[:24]}.json"


def _read(path: Path) -> Draft | None:
    try:
        values = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
        return Draft(str(values["place"]), str(values["text"]), str(values["saved"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
