import gc
import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.changes import Change, ChangeSet
from okrdesk.domain.entities import Objective, Team
from okrdesk.domain.errors import Refused, UserError
from okrdesk.storage import connection as connections
from okrdesk.storage import models, schema
from okrdesk.storage.connection import connect
from okrdesk.storage.failures import Damaged, NotSaved, Replaced
from okrdesk.storage.header import VERSION
from okrdesk.storage.journal import Origin
from okrdesk.storage.new_plan import write_lived_plan, write_plan
from okrdesk.storage.rows import from_sql
from okrdesk.storage.store import create, fresh_id, open_store
from tests.storage.plans import (
    LABEL,
    NOW,
    ORGANISATION,
    TODAY,
    Session,
    dump,
    dump_of,
    full_rows,
    made,
    opened,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.okrdesk"


@pytest.fixture
def session(path: Path) -> Any:
    store = made(path)
    yield Session(store)
    store.close()


def test_a_new_plan_leaves_nothing_beside_it(path: Path) -> None:
    made(path).close()
    assert list(path.parent.iterdir()) == [path]
    assert dump_of(path) == {"organisation": [repr(ORGANISATION)]}


def test_a_file_is_never_replaced_by_a_new_plan(path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(Refused, match="already"):
        made(path)
    assert path.read_text() == "mine"
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="could not be opened"):
        made(tmp_path / "no" / "plan.okrdesk")


def test_every_table_and_type_comes_back(path: Path) -> None:
    rows = full_rows()
    write_plan(path, rows, LABEL, Origin(TODAY, NOW))
    with opened(path) as store:
        snapshot = store.load()
        assert {table.name: sorted(snapshot.rows(table)) for table in t.TABLES} == rows
        assert {
            name: list(found.values()) for name, found in store.journal.folded().items()
        } == rows


def test_the_settings_hold(path: Path, session: Session) -> None:
    connection = connect(path, "rw")
    got = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in (
            "journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check",
            "mmap_size", "secure_delete", "temp_store", "busy_timeout", "application_id",
            "user_version",
        )
    }  # fmt: skip
    connection.close()
    assert got == {
        "journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "trusted_schema": 0,
        "cell_size_check": 1, "mmap_size": 0, "secure_delete": 2, "temp_store": 2,
        "busy_timeout": 5000, "application_id": 0x4F4B5244, "user_version": VERSION,
    }  # fmt: skip


def test_a_connection_that_fails_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "SETTINGS", ("foreign_keys = ON; nonsense",))
    with pytest.raises(sqlite3.Error):
        connect(tmp_path / "new", "rwc")


def test_the_fingerprint_is_that_of_the_models() -> None:
    connection = sqlite3.connect(":memory:")
    schema.make(connection)
    found = schema.fingerprint(schema.parts(connection))
    connection.close()
    assert schema.FINGERPRINTS[VERSION] == found
    assert len(models.statements()) > len(t.TABLES)


def test_amounts_keep_every_digit(path: Path) -> None:
    connection = sqlite3.connect(":memory:")
    schema.make(connection)
    kinds = {
        row[2] for table in ("terms", "check_in", "kpi")
        for row in connection.execute(f"PRAGMA table_info({table})")
        if row[1] in ("target", "value", "near")
    }  # fmt: skip
    connection.close()
    assert kinds == {"TEXT"}


def test_an_edit_is_in_the_file(session: Session, path: Path) -> None:
    tx = session.add(7)
    session.name(7, "Delight all")
    assert tx.changeset is not None
    assert tx.changeset.txn == 2
    assert dump_of(path) == dump(session.snapshot)
    session.run(lambda tx: tx.delete(t.OBJECTIVE, 7))
    assert dump_of(path) == dump(session.snapshot)


def test_nothing_changed_is_no_transaction(session: Session) -> None:
    session.add(7)
    tx = session.name(7, "Delight")
    assert tx.changeset is not None
    assert (tx.changeset.changes, session.store.journal.last_txn) == ((), 2)


def test_an_error_takes_everything_back(session: Session, path: Path) -> None:
    before = dump(session.snapshot)

    def edit(tx: Any) -> None:
        tx.insert(t.OBJECTIVE, Objective(7, "Half"))
        raise UserError(LABEL)

    with pytest.raises(UserError):
        session.run(edit)
    assert dump_of(path) == before
    assert session.store.journal.last_txn == 1
    session.add(7)
    assert session.store.journal.last_txn == 2


def test_a_forgotten_child_fails_loudly(session: Session, path: Path) -> None:
    session.run(lambda tx: tx.insert(t.TEAM, Team(5, "All")))
    session.run(lambda tx: tx.insert(t.OBJECTIVE, Objective(7, "Delight", team=5)))
    with pytest.raises(sqlite3.IntegrityError):
        session.run(lambda tx: tx.delete(t.TEAM, 5))
    assert dump_of(path) == dump(session.snapshot)


def test_a_reader_cannot_write(session: Session, path: Path) -> None:
    with opened(path, write=False) as reader:
        assert reader.read_only
        with pytest.raises(Refused, match="reading only"):
            Session(reader).add(9)
        with pytest.raises(Refused):
            reader.set_undo_floor()


def test_a_reader_stays_where_it_began(session: Session, path: Path) -> None:
    with opened(path, write=False) as reader:
        session.add(7)
        assert reader.journal.last_txn == 1
        assert reader.journal.undoable() is None
        assert reader.journal.until(TODAY) == 1
    with opened(path, write=False) as reader:
        assert reader.journal.last_txn == 2


def replaced_by(path: Path, other: bytes) -> None:
    new = path.with_name("incoming")
    new.write_bytes(other)
    new.replace(path)


def test_a_file_put_in_its_place_is_not_overwritten(session: Session, path: Path) -> None:
    session.add(7)
    other = path.read_bytes()
    replaced_by(path, other)
    with pytest.raises(Replaced, match="was not overwritten"):
        session.add(8)
    assert path.read_bytes() == other
    copy = path.with_name("mine.okrdesk")
    session.store.save_copy(copy)
    assert dump_of(copy) == dump(session.snapshot)


def test_replaced_in_the_middle_of_a_transaction(session: Session, path: Path) -> None:
    other = path.read_bytes()

    def edit(tx: Any) -> None:
        tx.insert(t.OBJECTIVE, Objective(7, "Lost"))
        replaced_by(path, other)

    with pytest.raises(Replaced):
        session.run(edit)
    assert path.read_bytes() == other


def test_a_vanished_file(session: Session, path: Path) -> None:
    path.unlink()
    with pytest.raises(NotSaved, match="is not there any more") as caught:
        session.add(8)
    assert caught.value.cause == "MISSING"
    assert not path.exists()


def test_a_write_by_another_program_is_noticed(session: Session, path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("UPDATE organisation SET name = 'Theirs'")
    other.commit()
    other.close()
    with pytest.raises(Replaced):
        session.add(8)
    assert "Theirs" in dump_of(path)["organisation"][0]


def test_save_a_copy(session: Session, path: Path) -> None:
    session.add(7)
    copy = path.with_name("copy.okrdesk")
    session.store.save_copy(copy)
    with pytest.raises(Refused, match="already"):
        session.store.save_copy(copy)
    session.name(7, "Newer")
    session.store.save_copy(copy, replace=True)
    assert dump_of(copy) == dump_of(path)


def test_a_commit_that_failed_but_arrived_counts(session: Session, path: Path) -> None:
    class Failing:
        def __init__(self, connection: sqlite3.Connection, *, arrives: bool) -> None:
            self._connection, self._arrives = connection, arrives

        def execute(self, sql: str, *values: Any) -> Any:
            if sql == "COMMIT":
                if self._arrives:
                    self._connection.execute(sql)
                raise full()
            return self._connection.execute(sql, *values)

        def __getattr__(self, name: str) -> Any:
            return getattr(self._connection, name)

    writer: Any = session.store._writer
    writer._connection = Failing(writer._connection, arrives=False)
    with pytest.raises(Refused, match="disk is full"):
        session.add(8)
    assert dump_of(path) == dump(session.snapshot)
    writer._connection = Failing(writer._connection, arrives=True)
    session.add(9)
    assert dump_of(path) == dump(session.snapshot)
    session.add(10)
    assert session.store.journal.last_txn == 3


def full() -> sqlite3.OperationalError:
    connection = sqlite3.connect(":memory:")
    connection.execute("PRAGMA max_page_count = 1")
    try:
        connection.execute("CREATE TABLE a (b)")
    except sqlite3.OperationalError as error:
        return error
    finally:
        connection.close()
    raise AssertionError


def test_reading_again_may_fail_too(
    session: Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, mode: str) -> sqlite3.Connection:
        raise sqlite3.OperationalError("gone")

    writer: Any = session.store._writer
    monkeypatch.setattr("okrdesk.storage.writer.connect", refuse)
    assert not writer._holds(5)


def test_a_full_disk(session: Session, path: Path) -> None:
    writer: Any = session.store._writer
    writer._connection.execute("PRAGMA max_page_count = 1")
    with pytest.raises(Refused) as caught:
        session.run(
            lambda tx: [tx.insert(t.OBJECTIVE, Objective(n, "x" * 500)) for n in range(9, 999)]
        )
    assert "disk is full" in str(caught.value)
    assert dump_of(path) == dump(session.snapshot)


def test_a_writer_that_cannot_connect_lets_go(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(path).close()

    def refuse(path: Path, mode: str) -> sqlite3.Connection:
        raise sqlite3.OperationalError("gone")

    monkeypatch.setattr("okrdesk.storage.writer.connect", refuse)
    with pytest.raises(Damaged):
        open_store(path)
    monkeypatch.undo()
    open_store(path).close()


def test_the_times_of_the_journal_only_grow(session: Session) -> None:
    session.add(7)
    session.name(7, "Earlier", after=timedelta(days=-3))
    session.name(7, "Same", after=timedelta(0))
    with session.store._session() as connection:
        stamps = connection.execute("SELECT seq, hlc FROM txn ORDER BY id").fetchall()
    assert [seq for seq, _ in stamps] == [1, 2, 3, 4]
    assert len({hlc for _, hlc in stamps}) == 4
    assert stamps == sorted(stamps)


def test_a_label_keeps_its_arguments(session: Session, path: Path) -> None:
    label = replace(
        LABEL, text="Edit {what}, %n time(s)", count=2, arguments={"what": LABEL, "n": 7}
    )
    tx = session.add(7, label=label)
    assert tx.changeset is not None
    assert session.store.journal.label(tx.changeset.txn) == label
    assert str(label) == "Edit Edit, 2 times"


def test_create_keeps_the_day(path: Path) -> None:
    store = create(path, ORGANISATION, now=NOW, today=TODAY)
    assert store.journal.until(TODAY) == 1
    assert store.journal.until(TODAY - timedelta(days=1)) == 0
    store.close()


def test_ids_are_new_each_time() -> None:
    assert fresh_id() != fresh_id()


def test_loading_leaves_the_collector_as_it_was(path: Path) -> None:
    made(path).close()
    gc.disable()
    try:
        dump_of(path)
        assert not gc.isenabled()
    finally:
        gc.enable()
    dump_of(path)
    assert gc.isenabled()


@pytest.mark.parametrize("text", ["NaN", "Infinity", "1e900", "-1000000000000001"])
def test_amounts_that_cannot_be(text: str) -> None:
    values = [5, 6, "2026-01-01", text, None, None, None, None, None]
    with pytest.raises((ValueError, ArithmeticError)):
        from_sql(t.TERMS, values)


def test_a_copy_that_is_not_sound_does_not_count(path: Path) -> None:
    write_plan(path, full_rows(), LABEL, Origin(TODAY, NOW))
    with path.open("r+b") as file:
        file.seek(5 * 4096)
        file.write(b"?" * 4096)
    with opened(path, write=False) as store, pytest.raises(Damaged):
        store.save_copy(path.with_name("copy"))
    assert not path.with_name("copy").exists()


def test_a_plan_with_a_past(path: Path) -> None:
    added = Change(t.ORGANISATION, 1, None, ORGANISATION)
    named = Change(t.ORGANISATION, 1, ORGANISATION, ORGANISATION._replace(name="Later"))
    steps = [
        (ChangeSet(LABEL, (change,), None, ""), Origin(TODAY, NOW)) for change in (added, named)
    ]
    write_lived_plan(path, steps)
    with opened(path) as store:
        assert store.journal.last_txn == 2
        assert store.journal.undoable() is None
    assert "Later" in dump_of(path)["organisation"][0]
