import os
import sqlite3
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.entities import Bookmark, CheckIn, Initiative, KeyResult, Link, Objective, Team
from okrdesk.domain.errors import Refused, UserError
from okrdesk.domain.snapshot import Snapshot
from okrdesk.storage.adopting import adopt
from okrdesk.storage.circles import in_circles
from okrdesk.storage.doctor import findings
from okrdesk.storage.journal import Origin
from okrdesk.storage.mending import mended
from okrdesk.storage.new_plan import write_plan
from okrdesk.storage.places import mount_table, shared_folder
from okrdesk.storage.salvage import salvage
from tests.storage.plans import LABEL, NOW, ORGANISATION, TODAY, dump_of, full_rows, opened

ORIGIN = Origin(TODAY, NOW)


def new_id() -> int:
    return next(count(5_000))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "plan.okrdesk"
    write_plan(path, full_rows(), LABEL, ORIGIN)
    return path


def ran(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for sql in statements:
        connection.execute(sql)
    connection.commit()
    connection.close()


def large(path: Path) -> None:
    random = Random(4)
    ids = [random.getrandbits(59) + 1 for _ in range(3000)]
    rows = {
        "organisation": [ORGANISATION],
        "objective": [Objective(n, f"Objective {n}") for n in ids],
    }
    write_plan(path, rows, LABEL, ORIGIN)


def leaves(path: Path, table: str) -> list[int]:
    connection = sqlite3.connect(path)
    pages = connection.execute(
        "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'", (table,)
    ).fetchall()
    connection.close()
    return [page for (page,) in pages]


def broken(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xee" * 4096)


def test_all_of_a_sound_plan_is_saved(path: Path, tmp_path: Path) -> None:
    before, target = path.read_bytes(), tmp_path / "saved.okrdesk"
    saved = salvage(path, target, ORIGIN, new_id)
    assert path.read_bytes() == before
    assert dump_of(target) == dump_of(path)
    assert {name: (found.rows, found.lost) for name, found in saved.items()} == {
        name: (len(rows), 0) for name, rows in full_rows().items()
    }
    assert findings(target) == []


def test_the_journal_knows_what_a_broken_page_held(tmp_path: Path) -> None:
    path, target = tmp_path / "plan.okrdesk", tmp_path / "saved.okrdesk"
    large(path)
    whole = dump_of(path)
    broken(path, leaves(path, "objective")[3])
    assert findings(path)
    assert salvage(path, target, ORIGIN, new_id)["objective"] == (3000, 0)
    assert dump_of(target) == whole


def test_only_broken_pages_are_lost(tmp_path: Path) -> None:
    path, target = tmp_path / "plan.okrdesk", tmp_path / "saved.okrdesk"
    large(path)
    pages = leaves(path, "objective")
    for page in (pages[2], pages[len(pages) // 2], pages[-1], leaves(path, "op")[1]):
        broken(path, page)
    saved = salvage(path, target, ORIGIN, new_id)["objective"]
    share = 3000 / len(pages)
    assert 3000 - 3 * share * 1.5 < saved.rows < 3000
    assert saved.rows + saved.lost in (3000, saved.rows)
    with opened(target) as store:
        assert store.load().count(t.OBJECTIVE) == saved.rows


def test_salvage_gives_up_in_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, target = tmp_path / "plan.okrdesk", tmp_path / "saved.okrdesk"
    large(path)
    pages = leaves(path, "objective")
    indexes = ("cycle", "team", "owner", "predecessor")
    for page in [leaves(path, f"of_objective_{name}")[0] for name in indexes]:
        broken(path, page)
    for page in (pages[2], pages[-3], leaves(path, "op")[1]):
        broken(path, page)
    monkeypatch.setattr("okrdesk.storage.salvage._TRIES", 1)
    assert 0 < salvage(path, target, ORIGIN, new_id)["objective"].rows < 2900


def test_a_lost_header_is_mended(path: Path, tmp_path: Path) -> None:
    whole = dump_of(path)
    with path.open("r+b") as file:
        file.write(b"\0" * 24)
    salvage(path, tmp_path / "saved.okrdesk", ORIGIN, new_id)
    assert dump_of(tmp_path / "saved.okrdesk") == whole


def test_nothing_to_save(path: Path, tmp_path: Path) -> None:
    for data in (os.urandom(9000), b""):
        path.write_bytes(data)
        with pytest.raises(Refused, match="can be read any more"):
            salvage(path, tmp_path / "saved.okrdesk", ORIGIN, new_id)
    assert not (tmp_path / "saved.okrdesk").exists()


def test_a_plan_without_rows(tmp_path: Path) -> None:
    path = tmp_path / "plan.okrdesk"
    write_plan(path, {"organisation": [ORGANISATION]}, LABEL, ORIGIN)
    ran(path, "DELETE FROM organisation", "DELETE FROM op")
    with pytest.raises(Refused, match="can be read any more"):
        salvage(path, tmp_path / "saved.okrdesk", ORIGIN, new_id)


def test_an_organisation_that_is_lost_gets_a_name(tmp_path: Path) -> None:
    path = tmp_path / "Marigold.okrdesk"
    large(path)
    ran(path, "DELETE FROM organisation", "DELETE FROM op")
    salvage(path, tmp_path / "saved.okrdesk", ORIGIN, new_id)
    assert "name='Marigold'" in dump_of(tmp_path / "saved.okrdesk")["organisation"][0]


def test_rows_hold_together_again() -> None:
    found: dict[str, dict[int, Any]] = {table.name: {} for table in t.TABLES}
    for row in (
        Objective(1, "No cycle", cycle=99, team=6),
        Team(6, "A", parent=7),
        Team(7, "B", parent=6),
        KeyResult(10, 77, "Lost objective"),
        CheckIn(11, 10, TODAY, ""),
        CheckIn(12, 13, TODAY, "", zone=55),
        KeyResult(13, 1, "Kept"),
        Initiative(14, "Part of nothing", key_result=88),
        Link(15, 1, objective=1),
    ):
        name = next(table.name for table in t.TABLES if table.row is type(row))
        found[name][row.id] = row
    found["organisation"] = {1: ORGANISATION, 2: ORGANISATION._replace(id=2)}
    rows = mended(found)
    assert rows["organisation"] == [ORGANISATION]
    assert rows["objective"][0].cycle is None
    assert [team.parent for team in rows["team"]] == [None, None]
    assert [row.id for row in rows["key_result"]] == [13]
    assert [(row.id, row.zone) for row in rows["check_in"]] == [(12, None)]
    assert rows["initiative"] == rows["link"] == []


def test_circles() -> None:
    parents = {1: 2, 2: 3, 3: 2, 4: None, 5: 4, 6: 5, 7: 1, 8: 99}
    assert in_circles(parents) == {1, 2, 3, 7}


# files from others ---------------------------------------------------------------------------


def test_rows_of_others_are_taken_over(path: Path, tmp_path: Path) -> None:
    before, target = path.read_bytes(), tmp_path / "new.okrdesk"
    seen: list[Snapshot] = []
    counts = adopt(path, target, ORIGIN, seen.append)
    assert counts["objective"] == 2
    assert len(seen) == 1
    assert path.read_bytes() == before
    assert dump_of(target) == dump_of(path)


def refused(path: Path, sql: str, tmp_path: Path) -> str:
    ran(path, sql)
    target = tmp_path / "new.okrdesk"
    with pytest.raises(Refused) as caught:
        adopt(path, target, ORIGIN)
    assert not target.exists()
    return str(caught.value)


@pytest.mark.parametrize(
    "sql",
    [
        f"UPDATE objective SET title = '{'x' * 501}'",
        f"UPDATE objective SET description = '{'x' * 20_001}'",
        "UPDATE objective SET title = 'a' || char(10) || 'b'",
        "UPDATE objective SET weight = -1",
        "UPDATE objective SET due = '9999-01-01'",
        "UPDATE organisation SET fiscal_start = 13",
        "UPDATE key_result SET kind = 'magic'",
        "UPDATE key_result SET parameters = '['",
        "UPDATE key_result SET parameters = '[]'",
        "UPDATE cycle SET start = '2030-01-01'",
        "INSERT INTO team VALUES (-5, 'Minus', 'team', NULL, 1, 1, 0)",
        'UPDATE link SET key_result = 125, objective = 113, "primary" = 0',
    ],
)
def test_limits_of_foreign_rows(path: Path, tmp_path: Path, sql: str) -> None:
    assert "cannot be in a plan" in refused(path, sql, tmp_path)
    assert any("cannot be in a plan" in str(found) for found in findings(path))


def test_foreign_files_that_do_something(path: Path, tmp_path: Path) -> None:
    trigger = "CREATE TRIGGER t AFTER INSERT ON value BEGIN DELETE FROM team; END"
    assert "not part of a plan" in refused(path, trigger, tmp_path)


def test_a_value_too_long_to_read(path: Path, tmp_path: Path) -> None:
    sql = "UPDATE objective SET title = printf('%2000000c', 'x')"
    assert "cannot be read" in refused(path, sql, tmp_path)


def test_too_large_and_too_many(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("okrdesk.storage.limits.ROWS", 3)
    assert "cannot be in a plan" in refused(path, "SELECT 1", tmp_path)
    monkeypatch.setattr("okrdesk.storage.adopting.LARGEST_FILE", 3)
    assert "larger than any plan" in refused(path, "SELECT 1", tmp_path)


def test_reading_others_ends(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("okrdesk.storage.adopting._PATIENCE", 0)
    monkeypatch.setattr("okrdesk.storage.adopting._INSTRUCTIONS", 1)
    with pytest.raises(UserError):
        adopt(path, tmp_path / "new.okrdesk", ORIGIN)


# the doctor ----------------------------------------------------------------------------------


def test_a_sound_plan_has_no_findings(path: Path) -> None:
    assert findings(path) == []
    assert findings(path, thorough=False) == []


def test_references_and_history_are_compared(path: Path) -> None:
    ran(path, "UPDATE value SET title = 'Other'")
    assert [str(found) for found in findings(path)] == [
        "In value 2 rows differ from what the history tells. Undo may stop there."
    ]
    ran(path, "UPDATE objective SET team = 5")
    said = [str(found) for found in findings(path)]
    assert "cannot be read" in said[-1]
    assert findings(path, thorough=False) == []
    ran(path, "UPDATE value SET title = 'Again'")


def test_a_broken_page_is_found(tmp_path: Path) -> None:
    path = tmp_path / "plan.okrdesk"
    large(path)
    broken(path, leaves(path, "of_objective_team")[0])
    said = [str(found) for found in findings(path)]
    assert any("The file is damaged" in text for text in said)
    assert findings(path, thorough=False)


# where a plan lies ---------------------------------------------------------------------------

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /mnt/our\\040team nfs4 rw 0 0
short
/dev/sdb1 /mnt/our\\040team/disk ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("/home/a/Dropbox/plan.okrdesk", "Dropbox"),
        ("/home/a/OneDrive - Marigold/x/plan.okrdesk", "OneDrive"),
        ("/home/a/Documents/plan.okrdesk", None),
    ],
)
def test_synced_folders(place: str, service: str | None) -> None:
    found = shared_folder(Path(place))
    assert (found and found.service) == service


def test_marked_and_network_folders(tmp_path: Path) -> None:
    assert shared_folder(tmp_path / "plan", mount_table()) is None
    (tmp_path / ".stfolder").mkdir()
    found = shared_folder(tmp_path / "deep" / "plan")
    assert found is not None
    assert found.service == "Syncthing"
    network = shared_folder(Path("/mnt/our team/plan"), MOUNTS)
    assert network is not None
    assert network.network
    assert shared_folder(Path("/mnt/our team/disk/plan"), MOUNTS) is None
    assert shared_folder(Path("//server/share/plan")) is not None


def test_without_a_mount_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("okrdesk.storage.places._MOUNTS", tmp_path / "none")
    assert mount_table() == ""


def test_bookmarks_point_to_the_beginning(tmp_path: Path) -> None:
    path, target = tmp_path / "plan.okrdesk", tmp_path / "new.okrdesk"
    rows = {"organisation": [ORGANISATION], "bookmark": [Bookmark(4, "Meeting", 77, TODAY)]}
    write_plan(path, rows, LABEL, ORIGIN)
    adopt(path, target, ORIGIN)
    assert "txn=1" in dump_of(target)["bookmark"][0]
