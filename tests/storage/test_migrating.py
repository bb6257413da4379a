"""The machinery of migrations, on two steps beyond today's that only the tests have."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.errors import Refused
from okrdesk.storage import schema
from okrdesk.storage.connection import connect
from okrdesk.storage.failures import Damaged
from okrdesk.storage.header import VERSION
from okrdesk.storage.journal import Origin
from okrdesk.storage.migrating import CHAIN, Chain, migrate
from okrdesk.storage.new_plan import write_plan
from okrdesk.storage.store import open_store
from tests.storage.plans import LABEL, NOW, TODAY, dump_of, full_rows, opened

ONE_MORE, TWO_MORE = VERSION + 1, VERSION + 2


def one_more(connection: sqlite3.Connection) -> None:
    connection.execute('CREATE TABLE "mood" ("id" INTEGER NOT NULL PRIMARY KEY)')
    connection.execute('ALTER TABLE "objective" ADD COLUMN "mood" TEXT')


def two_more(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO mood SELECT id FROM cycle")
    connection.execute("UPDATE objective SET mood = 'calm'")


def fingerprint_after(*steps: object) -> str:
    connection = sqlite3.connect(":memory:")
    schema.make(connection)
    for step in steps:
        step(connection)  # type: ignore[operator]  # a list of migrations
    found = schema.fingerprint(schema.parts(connection))
    connection.close()
    return found


def chain(**changes: object) -> Chain:
    after = fingerprint_after(one_more)
    fingerprints = {**schema.FINGERPRINTS, ONE_MORE: after, TWO_MORE: after}
    made = Chain(TWO_MORE, {VERSION: one_more, ONE_MORE: two_more}, fingerprints)
    return made._replace(**changes)  # type: ignore[arg-type]  # fields of the chain


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "plan.okrdesk"
    write_plan(path, full_rows(), LABEL, Origin(TODAY, NOW))
    return path


def state(path: Path) -> tuple[int, str]:
    with closing(connect(path, "ro")) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        return version, "\n".join(connection.iterdump())


def test_a_writer_keeps_a_copy_and_migrates(path: Path, tmp_path: Path) -> None:
    old, rows = state(path), dump_of(path)
    with opened(path, chain=chain(), backups=tmp_path / "kept") as store:
        assert not store.read_only
        assert store.load().count(t.OBJECTIVE) == 2
    assert state(path)[0] == TWO_MORE
    (copy,) = (tmp_path / "kept").iterdir()
    assert copy.name == f"plan (version {VERSION}, 1).okrdesk"
    assert state(copy) == old
    assert dump_of(copy) == rows
    with opened(path, chain=chain()) as store:
        assert store.notice is None
    with opened(path) as store:
        assert "newer version" in str(store.notice)


def test_without_a_folder_the_copy_lies_beside(path: Path) -> None:
    taken = path.with_name(f"plan (version {VERSION}, 1).okrdesk")
    taken.write_text("mine")
    open_store(path, chain=chain()).close()
    assert state(path.with_name(f"plan (version {VERSION}, 2).okrdesk"))[0] == VERSION
    assert taken.read_text() == "mine"


def test_a_reader_migrates_a_copy(path: Path) -> None:
    before = path.read_bytes()
    with opened(path, write=False, chain=chain()) as store:
        assert store.load().count(t.OBJECTIVE) == 2
        assert store.journal.last_txn == 1
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def fails(connection: sqlite3.Connection) -> None:
    two_more(connection)
    raise sqlite3.OperationalError("in the middle")


def leaves_a_loose_end(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE objective SET team = 12345")


def rolls_back(connection: sqlite3.Connection) -> None:
    connection.execute("ROLLBACK")
    raise sqlite3.OperationalError("its own rollback")


@pytest.mark.parametrize("step", [fails, leaves_a_loose_end, rolls_back, one_more])
def test_a_step_that_fails_changes_nothing(path: Path, step: object) -> None:
    before = state(path)
    broken = chain(steps={VERSION: one_more, ONE_MORE: step})
    with closing(connect(path, "rw")) as connection:
        with pytest.raises(sqlite3.Error):
            migrate(connection, broken)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert state(path) == before
    with pytest.raises(Damaged):
        open_store(path, chain=broken)
    assert dump_of(path)


def test_a_file_that_is_not_what_it_says(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE more (a)")
    with pytest.raises(Refused, match="not part of a plan"):
        open_store(path, chain=chain())
    with pytest.raises(Refused):
        open_store(path, write=False, chain=chain())


CUT = """
import os, sqlite3, sys
from pathlib import Path
from okrdesk.storage.connection import connect
from okrdesk.storage.migrating import migrate
from tests.storage.test_migrating import ONE_MORE, VERSION, chain, one_more, two_more
def dies(connection):
    connection.execute("PRAGMA cache_size = 1")
    two_more(connection)
    connection.execute("UPDATE check_in SET note = ?", ("x" * 9000,))
    connection.execute("UPDATE op SET new = new || ?", ("x" * 9000,))
    os._exit(9)
steps = {VERSION: one_more, ONE_MORE: dies}
migrate(connect(Path(sys.argv[1]), "rw"), chain(steps=steps))
"""


def test_a_process_that_dies_in_a_migration(path: Path) -> None:
    before, whole = state(path), path.read_bytes()
    result = subprocess.run([sys.executable, "-c", CUT, path], check=False, capture_output=True)
    assert result.returncode == 9, result.stderr
    assert path.read_bytes() != whole, "the cut came before anything was written"
    with opened(path) as store:
        assert store.unclean
    assert state(path) == before


def test_the_chain_of_today_is_whole(path: Path) -> None:
    assert set(CHAIN.fingerprints) == set(range(1, CHAIN.version + 1))
    assert set(CHAIN.steps) == set(range(1, CHAIN.version))
    copy = path.with_name("copy")
    shutil.copyfile(path, copy)
    with closing(connect(copy, "rw")) as connection:
        migrate(connection)
    assert state(copy) == state(path)
