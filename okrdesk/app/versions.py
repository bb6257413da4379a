"""Two versions of one plan: this program's, and the one that another program put in its place."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from okrdesk.app.clock import Clock
from okrdesk.app.history import Entry, entries_of
from okrdesk.app.locations import Locations
from okrdesk.app.rescue import free_beside, moment_in_name
from okrdesk.app.workspace import Workspace
from okrdesk.domain.changes import Change, ChangeSet
from okrdesk.domain.errors import UserError
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CHECK_IN, KEY_RESULT, OBJECTIVE, TABLES
from okrdesk.storage.backup import Backup, put_in_the_place_of
from okrdesk.text import Message

_COMPARED = Message("Compare")


class Version(NamedTuple):
    """One version in short."""

    changed: datetime
    """UTC."""
    objectives: int
    key_results: int
    check_ins: int


class Differences(NamedTuple):
    """What differs in one item; ``old`` of a line is this program's, ``new`` the other one's."""

    item: str
    lines: tuple[Entry, ...]


def keep_own(workspace: Workspace, places: Locations, now: datetime) -> Path:
    """Writes this program's version to a file beside the plan, else among the program's own.

    Raises UserError when neither place takes it.
    """
    what = f"my version {moment_in_name(now)}"
    with suppress(UserError):
        target = free_beside(workspace.path, what)
        workspace.copy_to(target)
        return target
    folder = places.backups_of(workspace.path)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    target = free_beside(folder / workspace.path.name, what)
    workspace.copy_to(target)
    return target


def newer_version(plan: Path, clock: Clock) -> tuple[Snapshot, Version]:
    """What another program put there. Raises Refused: it cannot be read (yet)."""
    workspace = Workspace.open(plan, clock=clock, write=False)
    workspace.close()
    changed = datetime.fromtimestamp(plan.stat().st_mtime, UTC)
    return workspace.snapshot, version(workspace.snapshot, changed)


def version(snapshot: Snapshot, changed: datetime) -> Version:
    """A version in short."""
    return Version(changed, *(snapshot.count(table) for table in (OBJECTIVE, KEY_RESULT, CHECK_IN)))


def differences(mine: Snapshot, newer: Snapshot) -> list[Differences]:
    """What differs, item by item, in the order of their titles."""
    changes = tuple(_changes(mine, newer))
    by_item: dict[int, list[Entry]] = {}
    for entry in entries_of(mine, ChangeSet(_COMPARED, changes)):
        by_item.setdefault(entry.item_id, []).append(entry)
    found = [Differences(lines[0].item, tuple(lines)) for lines in by_item.values()]
    return sorted(found, key=lambda one: one.item.casefold())


def keep_mine(own: Path, plan: Path, places: Locations, now: datetime) -> Backup | None:
    """Puts this program's version in its place again; the other one becomes a backup.

    The plan must be closed. Raises UserError when the disk refuses, Held when it is open.
    """
    return put_in_the_place_of(plan, own, places.backups_of(plan), now)


def _changes(mine: Snapshot, newer: Snapshot) -> Iterator[Change]:
    for table in TABLES:
        old = {row.id: row for row in mine.rows(table)}
        new = {row.id: row for row in newer.rows(table)}
        for row_id in {**old, **new}:
            before, after = old.get(row_id), new.get(row_id)
            if before != after:
                yield Change(table, row_id, before, after)
