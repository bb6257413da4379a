"""The schema as it must stand in a file: nothing may be missing, nothing may be added.

SQLite's integrity check says "ok" to a file with a hostile trigger; the fingerprint does not.
"""

import re
import sqlite3
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import NamedTuple

from okrdesk.domain.tables import TABLES
from okrdesk.storage.header import APPLICATION_ID, VERSION

FINGERPRINTS: Mapping[int, str] = {
    1: "db3125d7f5dadb2bfc0851a4b74e34e17e6a5d2afa74c7bd3ed3b6e916e6c984",
    2: "264d27a41b2dcb763822d4b8cfb46785f7117ea40608e30b0ebab2b06de8418b",
}
"""Of each version of the schema, for ever."""

_VIRTUAL = "CREATE VIRTUAL"


class Part(NamedTuple):
    """A table, index, trigger or view of a file."""

    type: str
    name: str
    table: str
    sql: str


def make(connection: sqlite3.Connection) -> None:
    """Makes an empty plan in an empty file, in the transaction that is open."""
    from okrdesk.storage import models

    for statement in models.statements():
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def parts(connection: sqlite3.Connection) -> list[Part]:
    """All that the file declares, in no particular order."""
    rows = connection.execute("SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_master")
    return [Part(*map(str, row)) for row in rows if not row[1].startswith("sqlite_autoindex_")]


def fingerprint(found: Iterable[Part]) -> str:
    """A digest of the parts; spaces do not matter, nor the order."""
    lines = sorted("|".join(re.sub(r"\s+", " ", text).strip() for text in part) for part in found)
    return sha256("\n".join(lines).encode()).hexdigest()


def is_ours(connection: sqlite3.Connection, version: int, fingerprints: Mapping[int, str]) -> bool:
    """Whether the file declares exactly what this version of the schema does.

    Of a newer version we know only that it runs nothing by itself and has our tables.
    """
    found = parts(connection)
    if version in fingerprints:
        return fingerprint(found) == fingerprints[version]
    names = {part.name for part in found if part.type == "table"}
    known = {table.name for table in TABLES} | {"txn", "op", "meta"}
    return known <= names and all(map(_is_plain, found))


def _is_plain(part: Part) -> bool:
    return part.type in {"table", "index"} and not part.sql.upper().startswith(_VIRTUAL)
