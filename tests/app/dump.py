"""What a plan holds, to compare by."""

from pathlib import Path
from typing import Any

from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import TABLES
from okrdesk.storage.store import open_store


def dump(plan: Snapshot | Path) -> dict[str, list[Any]]:
    """All rows by table, of a snapshot or of a file; equal when and only when the plans are."""
    snapshot = plan if isinstance(plan, Snapshot) else _loaded(plan)
    rows = {table.name: sorted(snapshot.rows(table), key=lambda row: row.id) for table in TABLES}
    return {name: [repr(row) for row in found] for name, found in rows.items() if found}


def _loaded(path: Path) -> Snapshot:
    store = open_store(path, write=False)
    try:
        return store.load()
    finally:
        store.close()
