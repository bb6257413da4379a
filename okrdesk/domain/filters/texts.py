"""All that is written about each item, folded for search; read once, then kept up to date."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple
from unicodedata import combining, normalize

from okrdesk.domain.changes import Change
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import (
    CHECK_IN,
    COMMENT,
    GRADE,
    INITIATIVE,
    KEY_RESULT,
    OBJECTIVE,
    RETROSPECTIVE,
    STATUS_OVERRIDE,
    STEP,
    Table,
)


def folded(text: str) -> str:
    """The text without case and accents."""
    if text.isascii():
        return text.lower()
    parts = normalize("NFKD", text.casefold())
    return "".join(character for character in parts if not combining(character))


class _Source(NamedTuple):
    """A table whose rows say something about an item, and where they say it."""

    table: Table[Any]
    owner: Callable[[Snapshot, Any], int | None] | None
    """None: the row is the item itself."""
    fields: tuple[str, ...]


def _of_key_result(_snapshot: Snapshot, row: Any) -> int | None:
    owner: int | None = row.key_result
    return owner


def _of_objective(_snapshot: Snapshot, row: Any) -> int | None:
    owner: int | None = row.objective
    return owner


def _of_item(_snapshot: Snapshot, row: Any) -> int | None:
    owner: int | None = row.key_result or row.objective
    return owner


def _of_initiative(snapshot: Snapshot, row: Any) -> int | None:
    """A sub-step belongs where the initiative above it does."""
    seen: set[int] = set()
    while row is not None and not (row.key_result or row.objective) and row.id not in seen:
        seen.add(row.id)
        row = snapshot.find(INITIATIVE, row.parent)
    return None if row is None else _of_item(snapshot, row)


def _of_comment(snapshot: Snapshot, row: Any) -> int | None:
    about = snapshot.find(INITIATIVE, row.initiative)
    return _of_item(snapshot, row) if about is None else _of_initiative(snapshot, about)


_SOURCES = (
    _Source(OBJECTIVE, None, ("title", "description")),
    _Source(KEY_RESULT, None, ("title", "description", "scoring")),
    _Source(STEP, _of_key_result, ("title",)),
    _Source(CHECK_IN, _of_key_result, ("note",)),
    _Source(STATUS_OVERRIDE, _of_item, ("reason",)),
    _Source(COMMENT, _of_comment, ("text",)),
    _Source(INITIATIVE, _of_initiative, ("text",)),
    _Source(GRADE, _of_item, ("reason", "note")),
    _Source(RETROSPECTIVE, _of_objective, ("worked", "did_not", "change")),
)
_BY_TABLE = {source.table.name: source for source in _SOURCES}


class Texts:
    """Folded texts by item: one of all that is written, kept in step with the plan."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Reads the whole plan: 100,000 items take a fifth of a second."""
        self._own: dict[int, str] = {}
        self._more: dict[int, dict[int, str]] = {}
        self._places: dict[int, int] = {}
        self._joined: dict[int, str] = {}
        for source in _SOURCES:
            self._read(source, snapshot, snapshot.rows(source.table))
        for item in self._more:
            self._join(item)

    def apply(self, snapshot: Snapshot, changes: Iterable[Change]) -> set[int]:
        """Follows the changes; returns the items about which something may be written anew."""
        touched: set[int] = set()
        for change in changes:
            source = _BY_TABLE.get(change.table.name)
            if source is not None:
                touched |= self._take(change.id)
                if change.after is not None:
                    self._read(source, snapshot, [change.after])
                    touched |= self._place(change.id)
                if source.table is INITIATIVE:
                    touched |= self._carry(snapshot, change.id)
        for item in touched:
            self._join(item)
        return touched

    def containing(self, needle: str, among: Iterable[int] | None = None) -> list[int]:
        """The items about which a folded text is written; ``among``: no others."""
        joined = self._joined
        if among is not None:
            own = self._own
            return [i for i in among if needle in own.get(i, "") or needle in joined.get(i, "")]
        found = [item for item, text in self._own.items() if needle in text]
        if joined:
            seen = set(found)
            found += [i for i, text in joined.items() if i not in seen and needle in text]
        return found

    def _read(self, source: _Source, snapshot: Snapshot, rows: Iterable[Any]) -> None:
        said = _sayer(source)
        if source.owner is None:
            self._own |= {row.id: folded(said(row)) for row in rows}
            return
        for row in rows:
            text = said(row)
            item = source.owner(snapshot, row) if text else None
            if item is not None:
                self._more.setdefault(item, {})[row.id] = folded(text)
                self._places[row.id] = item

    def _carry(self, snapshot: Snapshot, initiative: int) -> set[int]:
        """Lets what hangs on an initiative follow it to another item."""
        touched: set[int] = set()
        below: tuple[tuple[Table[Any], str], ...] = (
            (INITIATIVE, "parent"),
            (COMMENT, "initiative"),
        )
        for table, field in below:
            for row in snapshot.children(table, field, initiative):
                before = self._take(row.id)
                self._read(_BY_TABLE[table.name], snapshot, [row])
                if before != self._place(row.id) and table is INITIATIVE:
                    touched |= self._carry(snapshot, row.id)
                touched |= before | self._place(row.id)
        return touched

    def _place(self, row: int) -> set[int]:
        item = row if row in self._own else self._places.get(row)
        return set() if item is None else {item}

    def _take(self, row: int) -> set[int]:
        """Forgets what one row says; returns the item about which it said it."""
        place = self._place(row)
        self._own.pop(row, None)
        item = self._places.pop(row, None)
        if item is not None:
            self._more[item].pop(row)
        return place

    def _join(self, item: int) -> None:
        more = self._more.get(item)
        if more and item in self._own:
            self._joined[item] = "\n".join(more.values())
        else:
            self._joined.pop(item, None)


def _sayer(source: _Source) -> Callable[[Any], str]:
    """From a row to all that it says."""
    places = [source.table.fields.index(field) for field in source.fields]
    if len(places) == 1:
        (place,) = places
        return lambda row: str(row[place])
    return lambda row: "\n".join([row[place] for place in places if row[place]])
