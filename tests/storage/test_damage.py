import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from okrdesk.domain import tables as t
from okrdesk.domain.entities import Objective
from okrdesk.domain.errors import Refused, UserError
from okrdesk.storage.doctor import findings
from okrdesk.storage.failures import Damaged, error_name, not_saved, told_on_read, told_on_write
from okrdesk.storage.files import put_in_place
from okrdesk.storage.store import open_store
from tests.storage.plans import Session, made, opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "plan.okrdesk"
    made(path).close()
    return path


def patched(path: Path, offset: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


# errors --------------------------------------------------------------------------------------


def test_a_real_cause_behind_another_error(path: Path) -> None:
    def fail() -> None:
        cause = OSError(28, "No space left")
        raise sqlite3.OperationalError("cannot rollback") from cause

    with pytest.raises(Refused, match="disk is full"), told_on_write(path):
        fail()
    with pytest.raises(Refused, match="could not be read"), told_on_read(path):
        raise OSError(5, "I/O error")
    with pytest.raises(sqlite3.IntegrityError), told_on_write(path):
        raise sqlite3.IntegrityError("ours")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("SQLITE_FULL", "disk is full"),
        ("SQLITE_READONLY_DBMOVED", "read-only"),
        ("SQLITE_IOERR_WRITE", "reported an error"),
        ("SQLITE_BUSY_SNAPSHOT", "another program"),
        ("SQLITE_LOCKED", "another program"),
        ("SQLITE_CANTOPEN_ISDIR", "could not be opened"),
        ("SQLITE_CORRUPT_INDEX", "cannot be read"),
        ("SQLITE_NOTADB", "cannot be read"),
    ],
)
def test_each_cause_has_its_sentence(name: str, said: str) -> None:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorname = name
    assert said in str(not_saved(error, Path("/a/plan.okrdesk")))
    assert error_name(OSError(5, "I/O")) == "SQLITE_IOERR"
    assert not_saved(ValueError(), Path("a")) is None


def test_a_place_taken_at_the_last_moment(tmp_path: Path) -> None:
    target = tmp_path / "new"

    def take() -> None:
        with put_in_place(target) as draft:
            draft.write_text("ours")
            target.write_text("theirs")

    with pytest.raises(Refused, match="already"):
        take()
    assert target.read_text() == "theirs"
    assert list(tmp_path.iterdir()) == [target]


def test_a_disk_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    with put_in_place(tmp_path / "new") as draft:
        draft.write_text("ours")
    assert (tmp_path / "new").read_text() == "ours"


# damage --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("sound") / "plan.okrdesk"
    store = made(path)
    session = Session(store)
    session.run(
        lambda tx: [tx.insert(t.OBJECTIVE, Objective(n, f"Title {n}")) for n in range(7, 300)]
    )
    store.close()
    return path.read_bytes()


def used(path: Path) -> None:
    """Everything a program does with a plan that it was given."""
    for write in (False, True):
        try:
            store = open_store(path, write=write)
        except UserError:
            continue
        try:
            session = Session(store)
            store.journal.between(session.snapshot)
            store.journal.undoable()
            if write and not store.read_only:
                session.add(99_999)
                session.undo()
        except UserError:
            pass
        finally:
            store.close()
    try:
        findings(path)
    except UserError:
        return


@settings(max_examples=60)
@example([(0.9375, b"\x80")], [], None)
@given(
    st.lists(
        st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=40)), max_size=8
    ),
    st.lists(st.tuples(st.integers(0, 99), st.binary(min_size=1, max_size=4)), max_size=2),
    st.none() | st.floats(0, 1),
)
def test_random_damage_gives_a_sentence(
    tmp_path_factory: pytest.TempPathFactory,
    sound: bytes,
    hits: list[tuple[float, bytes]],
    header_hits: list[tuple[int, bytes]],
    cut: float | None,
) -> None:
    path = tmp_path_factory.mktemp("damage") / "plan.okrdesk"
    path.write_bytes(sound)
    for place, data in hits:
        patched(path, int(place * len(sound)), data)
    for offset, data in header_hits:
        patched(path, offset, data)
    if cut is not None:
        os.truncate(path, int(cut * len(sound)))
    used(path)
    assert path.exists()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE objective SET title = x'ff'",
        "UPDATE objective SET weight = 9e999",
        "UPDATE objective SET weight = 'heavy'",
        "UPDATE objective SET level = 'galaxy'",
        "UPDATE objective SET due = 'someday'",
        "UPDATE organisation SET solo = 7",
        "UPDATE organisation SET hidden_levels = '{'",
        "DELETE FROM organisation",
        "UPDATE objective SET cycle = 5",
        "INSERT INTO team VALUES (5, 'a', 'team', 6, 1, 1, 0), (6, 'b', 'team', 5, 1, 1, 0)",
        "INSERT INTO link VALUES (5, 7, 8, NULL, 1, 0, 0), (6, 8, 7, NULL, 1, 0, 0)",
        "INSERT INTO terms VALUES (5, 6, '2026-01-01', 'NaN', NULL, NULL, NULL, NULL, NULL)",
        "INSERT INTO terms VALUES (5, 6, '2026-01-01', '1e900', NULL, NULL, NULL, NULL, NULL)",
    ],
)
def test_values_that_no_program_of_ours_wrote(tmp_path: Path, sound: bytes, sql: str) -> None:
    path = tmp_path / "plan.okrdesk"
    path.write_bytes(sound)
    connection = sqlite3.connect(path)
    connection.execute(sql)
    connection.commit()
    connection.close()
    with opened(path, write=False) as store, pytest.raises(Damaged, match="cannot be read"):
        store.load()
    assert findings(path)
