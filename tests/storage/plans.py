"""Plans for the tests of the file: a row in every table, and random edits."""

from collections.abc import Callable
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from itertools import count
from pathlib import Path
from random import Random
from types import NoneType, UnionType
from typing import Any, get_args, get_type_hints

from okrdesk.domain import tables as t
from okrdesk.domain.entities import Objective, Organisation
from okrdesk.domain.snapshot import Snapshot
from okrdesk.storage.store import Store, create, open_store
from okrdesk.storage.transaction import Transaction
from okrdesk.text import Message

NOW = datetime(2026, 8, 17, 9, tzinfo=UTC)
TODAY = date(2026, 8, 17)
ORGANISATION = Organisation(1, "Marigold")
LABEL = Message("Edit")


def made(path: Path) -> Store:
    return create(path, ORGANISATION, now=NOW, today=TODAY)


class Session:
    """Edits one after the other on an open store, each some seconds after the last."""

    def __init__(self, store: Store, moment: datetime = NOW) -> None:
        self.store, self.moment = store, moment
        self.snapshot = store.load()

    def run(self, edit: Callable[[Transaction], Any], **options: Any) -> Transaction:
        self.moment += options.pop("after", timedelta(seconds=5))
        label = options.pop("label", LABEL)
        today = options.pop("today", self.moment.date())
        with self.store.transaction(
            self.snapshot, label, author=None, now=self.moment, today=today, **options
        ) as tx:
            edit(tx)
        self.snapshot = tx.snapshot
        return tx

    def add(self, row_id: int, title: str = "Delight", **options: Any) -> Transaction:
        return self.run(lambda tx: tx.insert(t.OBJECTIVE, Objective(row_id, title)), **options)

    def name(self, row_id: int, title: str, **options: Any) -> Transaction:
        return self.run(lambda tx: tx.update(t.OBJECTIVE, row_id, title=title), **options)

    def undo(self) -> Transaction | None:
        return self._back(self.store.journal.undoable(), "undoes")

    def redo(self) -> Transaction | None:
        return self._back(self.store.journal.redoable(), "redoes")

    def _back(self, txn: int | None, how: str) -> Transaction | None:
        if txn is None:
            return None
        changes = self.store.journal.inverse(txn, self.snapshot)
        return self.run(lambda tx: replayed(tx, changes), **{how: txn})


def replayed(tx: Transaction, changes: Any) -> None:
    for change in changes:
        if change.before is None:
            tx.insert(change.table, change.after)
        elif change.after is None:
            tx.delete(change.table, change.id)
        else:
            tx.update(change.table, change.id, **change.after._asdict())


def dump(snapshot: Snapshot) -> dict[str, list[str]]:
    return {
        table.name: sorted(map(repr, snapshot.rows(table)))
        for table in t.TABLES
        if snapshot.count(table)
    }


def dump_of(path: Path) -> dict[str, list[str]]:
    with opened(path, write=False) as store:
        return dump(store.load())


@contextmanager
def opened(path: Path, **options: Any) -> Any:
    store = open_store(path, **options)
    try:
        yield store
    finally:
        store.close()


def full_rows(seed: int = 1) -> dict[str, list[Any]]:
    """Two rows in every table but the organisation's, with every field filled."""
    numbers, rows, random = count(100), dict[str, list[Any]](), Random(seed)
    for table in t.TABLES:
        wanted = 1 if table is t.ORGANISATION else 2
        rows[table.name] = [_row(table, rows, next(numbers), random) for _ in range(wanted)]
    return rows


def _row(table: t.Table[Any], rows: dict[str, list[Any]], row_id: int, random: Random) -> Any:
    refs = {ref.field: ref.target for ref in table.refs}
    values: dict[str, Any] = {"id": row_id}
    for field, hint in get_type_hints(table.row).items():
        if field in refs:
            targets = rows.get(refs[field], [])
            values[field] = targets[row_id % len(targets)].id if targets else None
        elif field != "id":
            values[field] = _value(field, hint, random)
    row = table.row(**values)
    return _SPECIAL.get(table.name, lambda row: row)(row)


_SPECIAL: dict[str, Callable[[Any], Any]] = {
    "key_result": lambda row: row._replace(kind="number", parameters='{"a": 1}'),
    "link": lambda row: row._replace(objective=None, key_result=None),
    "cycle": lambda row: row._replace(start=date(2026, 7, 1), end=date(2026, 9, 30)),
    "organisation": lambda row: row._replace(fiscal_start=4, week_start=1, cap=1.25),
    "bookmark": lambda row: row._replace(txn=1),
}


def _value(field: str, hint: Any, random: Random) -> Any:
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    kind = kinds[0] if isinstance(hint, UnionType) else hint
    if kind is date:
        return TODAY + timedelta(days=random.randrange(60))
    if kind is Decimal:
        return Decimal(random.randrange(10_000)).scaleb(-2)
    if kind in (int, float):
        return kind(random.randrange(1, 6)) if field != "grade" else 0.7
    if kind is bool:
        return True
    if isinstance(kind, type) and issubclass(kind, Enum):
        return random.choice(list(kind))
    return f"{field} ü “x”" if kind is str else ("week", "month")
