import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.errors import Refused
from okrdesk.storage import header, lock
from okrdesk.storage.connection import SETTINGS
from okrdesk.storage.doctor import findings
from okrdesk.storage.failures import (
    Held,
)
from okrdesk.storage.header import VERSION, read_header
from okrdesk.storage.lock import WriterLock, holder_of, lock_path
from okrdesk.storage.store import open_store
from tests.storage.plans import Session, dump, dump_of, made, opened

HOLD = """
import sys
from pathlib import Path
from okrdesk.storage.store import open_store
store = open_store(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""
DIE = """
import os, sys
from pathlib import Path
from okrdesk.storage.store import open_store
store = open_store(Path(sys.argv[1]))
connection = store._writer._connection
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE organisation SET name = 'Half'")
rows = [(n, "x" * 900) for n in range(2, 200)]
connection.executemany("INSERT INTO value VALUES (?, ?, '', 0)", rows)
os._exit(9)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "plan.okrdesk"
    made(path).close()
    return path


def patched(path: Path, offset: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


def refusal(path: Path, **options: Any) -> str:
    with pytest.raises(Refused) as caught:
        open_store(path, **options)
    return str(caught.value)


# what is not a plan ---------------------------------------------------------------------------


def test_what_is_not_a_plan(tmp_path: Path) -> None:
    assert "There is no plan at" in refusal(tmp_path / "none.okrdesk")
    assert "There is no plan at" in refusal(tmp_path / "nul\0.okrdesk")
    assert "is a folder" in refusal(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert "is not a file" in refusal(tmp_path / "pipe")
    for data, said in (
        (b"", "is empty"),
        (b"PK\3\4 something", "is not a plan"),
        (os.urandom(5000), "is not a plan"),
        (b"SQLite format 3\0 short", "cannot be read"),
    ):
        (tmp_path / "file").write_bytes(data)
        for write in (True, False):
            assert said in refusal(tmp_path / "file", write=write)
        assert (tmp_path / "file").read_bytes() == data
    connection = sqlite3.connect(tmp_path / "foreign")
    connection.execute("CREATE TABLE a (b)")
    connection.close()
    assert "another program" in refusal(tmp_path / "foreign")


@pytest.mark.parametrize("offset", [16, 60])
def test_damage_in_the_header(path: Path, offset: int) -> None:
    patched(path, offset, b"\0\0\0\0")
    assert "cannot be read" in refusal(path)


def test_a_forbidden_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(header, "_require_file", refuse)
    assert "may not read" in refusal(path)


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER t AFTER INSERT ON objective BEGIN DELETE FROM check_in; END",
        "CREATE VIEW v AS SELECT * FROM objective",
        "CREATE TABLE more (a)",
        "CREATE INDEX more ON objective (title)",
        "DROP INDEX of_check_in_key_result",
        "ALTER TABLE objective ADD COLUMN more TEXT",
    ],
)
def test_what_is_not_ours_is_refused(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(sql)
    connection.close()
    for write in (True, False):
        assert "not part of a plan" in refusal(path, write=write)
    assert list(path.parent.iterdir()) == [path]


# versions ------------------------------------------------------------------------------------


def test_a_newer_plan_is_read_only(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE week (id INTEGER PRIMARY KEY)")
    connection.execute("ALTER TABLE objective ADD COLUMN more TEXT")
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.commit()
    connection.close()
    with opened(path) as store:
        assert store.read_only
        assert "newer version" in str(store.notice)
        assert store.load().count(t.ORGANISATION) == 1
    connection = sqlite3.connect(path)
    connection.execute("CREATE TRIGGER t AFTER INSERT ON week BEGIN DELETE FROM check_in; END")
    connection.close()
    assert "not part of a plan" in refusal(path)


def test_a_plan_in_a_write_ahead_log(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("UPDATE organisation SET name = 'In the log'")
    connection.commit()
    assert "In the log" in dump_of(path)["organisation"][0]
    connection.close()
    with opened(path) as store:
        assert not store.read_only
    assert not read_header(path).wal


# writers and readers -------------------------------------------------------------------------


def test_the_second_writer_is_refused_and_may_read(path: Path) -> None:
    with opened(path), opened(path, write=False) as reader:
        with pytest.raises(Held, match="another window on this computer"):
            open_store(path)
        assert reader.load().count(t.ORGANISATION) == 1
    open_store(path).close()


def test_another_process_holds_it_until_it_dies(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        holder = holder_of(path)
        assert holder is not None
        assert holder.pid == process.pid
        with pytest.raises(Held):
            open_store(path)
        process.kill()
        process.wait()
    with opened(path) as store:
        assert store.unclean
    with opened(path) as store:
        assert not store.unclean


def test_held_on_another_computer(path: Path) -> None:
    with opened(path):
        lock_path(path).write_text('["far-away", 12]')
        with pytest.raises(Held, match="the computer “far-away”"):
            open_store(path)
        lock_path(path).write_text("?")
        with pytest.raises(Held, match="on this computer"):
            open_store(path)
    assert holder_of(path) is None


def test_a_lock_file_that_was_just_removed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = lock.lock, []

    def lose_the_first(handle: int) -> bool:
        if not calls:
            lock_path(path).unlink()
        calls.append(handle)
        return real(handle)

    monkeypatch.setattr(lock, "lock", lose_the_first)
    writer = WriterLock(path)
    assert len(calls) == 2
    assert lock_path(path).exists()
    writer.release()


def test_a_link_shares_the_lock(path: Path) -> None:
    link = path.with_name("link.okrdesk")
    link.symlink_to(path)
    with opened(path), pytest.raises(Held):
        open_store(link)


def test_a_read_only_folder(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with opened(path) as store:
        assert store.read_only
        assert "is read-only" in str(store.notice)


def test_a_file_locked_by_another_program(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    patient = ("busy_timeout = 20", *SETTINGS[1:])
    monkeypatch.setattr("okrdesk.storage.connection.SETTINGS", patient)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    for write in (True, False):
        assert "Try again" in refusal(path, write=write)
    other.execute("ROLLBACK")
    store = open_store(path)
    session = Session(store)
    other.execute("BEGIN")
    other.execute("SELECT * FROM organisation").fetchall()
    with pytest.raises(Refused, match="Try again"):
        session.add(7)
    other.execute("ROLLBACK")
    session.add(7)
    assert dump_of(path) == dump(session.snapshot)
    other.close()
    store.close()


def died(path: Path) -> bytes:
    result = subprocess.run([sys.executable, "-c", DIE, path], check=False, capture_output=True)
    assert result.returncode == 9, result.stderr
    assert path.with_name(path.name + "-journal").stat().st_size > 512
    return path.read_bytes()


@pytest.mark.parametrize("free", [True, False])
def test_a_reader_after_a_writer_died(
    path: Path, monkeypatch: pytest.MonkeyPatch, free: bool
) -> None:
    before = dump_of(path)
    half = died(path)
    assert b"Half" in half
    if free:
        assert dump_of(path) == before
        assert not path.with_name(path.name + "-journal").exists()
    else:
        held = WriterLock(path)
        assert dump_of(path) == before
        assert path.read_bytes() == half
        held.release()


def test_a_writer_after_a_writer_died(path: Path) -> None:
    before = dump_of(path)
    died(path)
    with opened(path) as store:
        assert store.unclean
        assert dump(store.load()) == before
    assert findings(path) == []
