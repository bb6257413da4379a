"""The schema, made from the declaration of the tables, and the journal beside them."""

from okrdesk.domain.tables import TABLES, Ref
from okrdesk.storage.rows import COLUMNS, Column

APPLICATION_ID = 0x4F4B5244
"""``OKRD``: the file's header names its program."""
VERSION = 1

_JOURNAL = """
CREATE TABLE txn (id INTEGER PRIMARY KEY, device TEXT NOT NULL, seq INTEGER NOT NULL,
    hlc TEXT NOT NULL, author INTEGER, label TEXT NOT NULL, undoes INTEGER, redoes INTEGER,
    day TEXT NOT NULL);
CREATE TABLE op (txn INTEGER NOT NULL REFERENCES txn (id), n INTEGER NOT NULL,
    tbl TEXT NOT NULL, row INTEGER NOT NULL, field TEXT NOT NULL, old, new,
    PRIMARY KEY (txn, n)) WITHOUT ROWID;
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID
"""


def statements() -> tuple[str, ...]:
    """The SQL that makes an empty plan."""
    tables = [_create_table(table.name, COLUMNS[table.name], table.refs) for table in TABLES]
    indexes = [
        f'CREATE INDEX "of_{table.name}_{ref.field}" ON "{table.name}" ("{ref.field}")'
        for table in TABLES
        for ref in table.refs
    ]
    return (*tables, *indexes, *_JOURNAL.split(";"))


def _create_table(name: str, columns: tuple[Column, ...], refs: tuple[Ref, ...]) -> str:
    targets = {ref.field: ref.target for ref in refs}
    lines = [_column(column, targets.get(column.name)) for column in columns]
    return f'CREATE TABLE "{name}" ({", ".join(lines)})'


def _column(column: Column, target: str | None) -> str:
    if column.name == "id":
        return "id INTEGER PRIMARY KEY"
    parts = [f'"{column.name}"', column.sql_type]
    parts += [] if column.nullable else ["NOT NULL"]
    parts += [f'REFERENCES "{target}" (id) ON DELETE RESTRICT'] if target else []
    return " ".join(parts)
