from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrdesk.domain.errors import Refused
from okrdesk.storage.backup import (
    back_up,
    list_backups,
    newest_sound,
    restore,
    restore_copy,
    rotate,
)
from okrdesk.storage.failures import Held
from okrdesk.storage.rotation import ALWAYS, ROOM, kept
from tests.storage.plans import NOW, Session, dump_of, made, opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "plan.okrdesk"
    made(path).close()
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def edited(path: Path, row_id: int) -> None:
    with opened(path) as store:
        Session(store).add(row_id)


def test_a_backup_is_the_plan_as_it_is(path: Path, folder: Path) -> None:
    with opened(path) as store:
        session = Session(store)
        session.add(7)
        backup = back_up(path, folder, NOW)
        session.add(8)
    assert list_backups(folder) == [backup]
    assert backup.is_sound()
    assert backup.made == NOW
    assert backup.counts() == {"objective": 1, "key_result": 0, "check_in": 0}
    assert [row for row in dump_of(backup.path)["objective"] if "id=8" in row] == []
    assert sorted(p.name for p in folder.iterdir()) == [
        backup.path.name,
        backup.checksum_path.name,
    ]


def test_no_backup_of_what_is_no_plan(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(Refused, match="no plan"):
        back_up(tmp_path / "none", folder, NOW)
    assert list_backups(folder) == []


def test_a_folder_that_cannot_be_made(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Refused):
        back_up(path, tmp_path / "file" / "backups", NOW)


def test_only_backups_are_listed(path: Path, folder: Path) -> None:
    backup = back_up(path, folder, NOW)
    (folder / "mine.okrdesk").write_text("")
    assert list_backups(folder) == [backup]


def test_one_wrong_byte_is_seen(path: Path, folder: Path, tmp_path: Path) -> None:
    old = back_up(path, folder, NOW)
    new = back_up(path, folder, NOW + timedelta(minutes=1))
    with new.path.open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"?")
    assert not new.is_sound()
    assert newest_sound(folder) == old
    for give_back in (
        lambda: restore_copy(new, tmp_path / "copy"),
        lambda: restore(new, path, folder, NOW),
    ):
        with pytest.raises(Refused, match="damaged"):
            give_back()
    old.checksum_path.unlink()
    assert newest_sound(folder) is None
    new.path.write_bytes(b"nothing")
    assert new.counts() is None


def test_restore_as_a_copy(path: Path, folder: Path, tmp_path: Path) -> None:
    backup, target = back_up(path, folder, NOW), tmp_path / "copy.okrdesk"
    edited(path, 7)
    restore_copy(backup, target)
    assert dump_of(target) == dump_of(backup.path) != dump_of(path)
    with pytest.raises(Refused, match="already"):
        restore_copy(backup, target)


def test_restore_in_place_keeps_what_was_there(path: Path, folder: Path) -> None:
    backup = back_up(path, folder, NOW)
    edited(path, 7)
    newer = dump_of(path)
    with opened(path), pytest.raises(Held):
        restore(backup, path, folder, NOW)
    replaced = restore(backup, path, folder, NOW + timedelta(hours=1))
    assert replaced is not None
    assert replaced.is_sound()
    assert (dump_of(path), dump_of(replaced.path)) == (dump_of(backup.path), newer)
    path.unlink()
    assert restore(backup, path, folder, NOW) is None
    assert dump_of(path) == dump_of(backup.path)


def test_a_damaged_plan_is_kept_byte_by_byte(path: Path, folder: Path) -> None:
    backup = back_up(path, folder, NOW)
    path.write_bytes(b"broken " * 999)
    path.with_name(path.name + "-journal").write_bytes(b"old")
    replaced = restore(backup, path, folder, NOW + timedelta(hours=1))
    assert replaced is not None
    assert replaced.path.read_bytes() == b"broken " * 999
    assert replaced.is_sound()
    assert dump_of(path) == dump_of(backup.path)
    assert not path.with_name(path.name + "-journal").exists()


def test_rotation_removes_the_rest(path: Path, folder: Path) -> None:
    for minutes in range(15):
        back_up(path, folder, NOW + timedelta(minutes=minutes))
    removed = rotate(folder, path.stat().st_size)
    assert len(removed) == 5
    assert len(list_backups(folder)) == 10
    assert len(list(folder.iterdir())) == 20


def test_a_year_of_backups() -> None:
    moments = [NOW - timedelta(hours=6 * n) for n in range(4 * 365)]
    keep = sorted(kept(((moment, 1) for moment in moments), 1), reverse=True)
    assert keep[:10] == moments[:10]
    assert len({moment.date() for moment in keep}) >= 12
    assert len({moment.isocalendar()[:2] for moment in keep}) >= 10
    assert len({(moment.year, moment.month) for moment in keep}) == 9
    assert len(keep) <= 10 + 12 + 10 + 9


@given(
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 5 * 10**7)), unique_by=lambda p: p[0])
)
def test_the_newest_stay_and_the_room_is_kept(pairs: list[tuple[int, int]]) -> None:
    backups = [(NOW - timedelta(minutes=age), size) for age, size in pairs]
    keep = kept(backups, 1)
    newest = sorted((moment for moment, _ in backups), reverse=True)[:ALWAYS]
    assert keep.issuperset(newest)
    sizes = [size for moment, size in backups if moment in keep and moment not in newest]
    always = sum(size for moment, size in backups if moment in newest)
    assert sum(sizes) + always <= ROOM or not sizes


def test_a_backup_says_what_it_was_made_for(path: Path, folder: Path) -> None:
    backup = back_up(path, folder, NOW, "close")
    assert backup.why == "close"
    assert backup.is_sound()
    backup.checksum_path.write_text(backup.checksum_path.read_text().splitlines()[0])
    assert backup.why == ""
    assert backup.is_sound()
    backup.checksum_path.unlink()
    assert backup.why == ""
