"""Bringing an older file to the schema of today, in one exclusive transaction."""

import sqlite3
from collections.abc import Callable, Mapping
from typing import NamedTuple

from okrdesk.storage import schema
from okrdesk.storage.header import VERSION
from okrdesk.storage.migrations import to_2

Migration = Callable[[sqlite3.Connection], None]


class Chain(NamedTuple):
    """The steps to a version: each makes of its number the next one."""

    version: int
    steps: Mapping[int, Migration]
    fingerprints: Mapping[int, str]


STEPS: Mapping[int, Migration] = {1: to_2.migrate}
"""A module of ``migrations`` a step: the version that it starts from → its ``migrate``."""

CHAIN = Chain(VERSION, STEPS, schema.FINGERPRINTS)


def migrate(connection: sqlite3.Connection, chain: Chain = CHAIN) -> None:
    """Brings the file to the chain's version, or leaves it exactly as it was.

    Raises sqlite3.DatabaseError when the file is not what its version says, before or after.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        connection.execute("BEGIN EXCLUSIVE")
        try:
            _take_steps(connection, chain)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _take_steps(connection: sqlite3.Connection, chain: Chain) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    _require(connection, chain, version)
    for number in range(version, chain.version):
        chain.steps[number](connection)
        connection.execute(f"PRAGMA user_version = {number + 1}")
        _require(connection, chain, number + 1)
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise sqlite3.DatabaseError("a reference leads nowhere after the migration")


def _require(connection: sqlite3.Connection, chain: Chain, version: int) -> None:
    found = schema.fingerprint(schema.parts(connection))
    if found != chain.fingerprints.get(version):
        raise sqlite3.DatabaseError(f"this is not the schema of version {version}")
