"""Killed processes, lost power, failing writes and full disks: what was acknowledged is there."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

import pytest

from okrdesk.domain import tables as t
from okrdesk.storage.connection import SETTINGS, WRITER_SETTINGS
from okrdesk.storage.doctor import findings
from tests.storage.plans import Session, dump, dump_of, made, opened
from tests.storage.power import Disk, replay, sound

WORK = """
import sys
from pathlib import Path
from okrdesk.domain import tables as t
from okrdesk.domain.entities import Objective
from okrdesk.storage.store import open_store
from tests.storage.plans import Session
first = int(sys.argv[2])
store = open_store(Path(sys.argv[1]))
session = Session(store)
print("ready", flush=True)
for number in range(first, first + 500):
    session.run(lambda tx: tx.insert(t.OBJECTIVE, Objective(number, "x" * 400)))
    print(number, flush=True)
"""
FULL = """
import resource, signal, sys
from pathlib import Path
from okrdesk.domain import tables as t
from okrdesk.domain.entities import Objective
from okrdesk.domain.errors import UserError
from okrdesk.storage.store import open_store
from tests.storage.plans import Session, dump, dump_of
path = Path(sys.argv[1])
store = open_store(path)
session = Session(store)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
room = path.stat().st_size + 40_000
resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
refused = None
for number in range(10, 400):
    try:
        session.run(lambda tx: tx.insert(t.OBJECTIVE, Objective(number, "x" * 400)))
    except UserError as error:
        refused = refused or str(error)
        break
assert number > 11, number
assert dump_of(path) == dump(session.snapshot)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
session.run(lambda tx: tx.insert(t.OBJECTIVE, Objective(9_999, "room again")))
store.close()
print(refused)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "plan.okrdesk"
    made(path).close()
    return path


def kill_loop(path: Path, rounds: int) -> None:
    random, first, known = Random(3), 100, 0
    for _ in range(rounds):
        command = [sys.executable, "-c", WORK, str(path), str(first)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            acknowledged = [process.stdout.readline() for _ in range(random.randrange(1, 25))]
            process.kill()
            acknowledged += process.stdout.readlines()
        numbers = [int(line) for line in acknowledged if line.endswith("\n")]
        with opened(path) as store:
            assert store.unclean
            snapshot = store.load()
            assert all(snapshot.find(t.OBJECTIVE, number) for number in numbers)
            assert snapshot.count(t.OBJECTIVE) - known - len(numbers) in (0, 1)
            known, first = snapshot.count(t.OBJECTIVE), first + 1000
        assert findings(path) == []


def test_killed_again_and_again(path: Path) -> None:
    kill_loop(path, 5)
    assert dump_of(path)


@pytest.mark.long
def test_killed_very_often(path: Path) -> None:
    kill_loop(path, 150)
    assert dump_of(path)


def test_a_disk_that_fills_up(path: Path) -> None:
    command = [sys.executable, "-c", FULL, str(path)]
    result = subprocess.run(command, check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert "could not be saved" in result.stdout
    assert "Everything up to this change is still there" in result.stdout
    assert findings(path) == []


# lost power ----------------------------------------------------------------------------------


class Recording:
    """Steps of the real store, as SQL with its values, and the plan after each."""

    def __init__(self, folder: Path) -> None:
        self.start = folder / "start.okrdesk"
        made(self.start).close()
        work = folder / "work.okrdesk"
        shutil.copyfile(self.start, work)
        self.steps: list[list[str]] = []
        self.states: list[dict[str, list[str]]] = []
        with opened(work) as store:
            session = Session(store)
            self.states.append(dump(session.snapshot))
            sql: list[str] = []
            store._writer._connection.set_trace_callback(sql.append)
            for edit in self.edits(session):
                edit()
                begin = sql.index("BEGIN IMMEDIATE")
                self.steps.append([s for s in sql[begin : sql.index("COMMIT") + 1] if changes(s)])
                sql.clear()
                self.states.append(dump(session.snapshot))
            store._writer._connection.set_trace_callback(None)

    def edits(self, session: Session) -> list[Callable[[], object]]:
        edits: list[Callable[[], object]] = [
            partial(session.add, number, "x" * 900 * (number % 4 + 1)) for number in range(10, 16)
        ]
        edits += [partial(session.name, 11, "short"), session.undo]
        edits.append(lambda: session.run(lambda tx: tx.delete(t.OBJECTIVE, 12)))
        return edits


def changes(sql: str) -> bool:
    return sql.strip().partition(" ")[0] in {"BEGIN", "COMMIT", "INSERT", "UPDATE", "DELETE"}


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    return Recording(tmp_path_factory.mktemp("recorded"))


def lose_power(
    recording: Recording, folder: Path, settings: tuple[str, ...], cut: int, seed: int
) -> bool:
    """Whether the plan after a cut is whole and holds what was acknowledged."""
    path, found = folder / "plan.okrdesk", folder / "found.okrdesk"
    for old in folder.iterdir():
        old.unlink()
    shutil.copyfile(recording.start, path)
    disk = Disk(cut)
    done = replay(path, disk, settings, recording.steps)
    for name, data in disk.cut(Random(seed)).items():
        (folder / name.replace("plan.okrdesk", found.name)).write_bytes(data)
    if not sound(found):
        return False
    expected = recording.states[done : done + 2]
    return dump_of(found) in expected


def operations(recording: Recording, folder: Path) -> int:
    shutil.copyfile(recording.start, folder / "plan.okrdesk")
    disk = Disk()
    assert replay(folder / "plan.okrdesk", disk, OURS, recording.steps) == len(recording.steps)
    return disk.operations


OURS = (*SETTINGS, *WRITER_SETTINGS)
CARELESS = tuple(s.replace("synchronous = EXTRA", "synchronous = OFF") for s in OURS)


def sweep(recording: Recording, folder: Path, settings: tuple[str, ...], seeds: int) -> list[bool]:
    count = operations(recording, folder)
    assert count > 60
    return [
        lose_power(recording, folder, settings, cut, seed)
        for cut in range(1, count)
        for seed in range(seeds)
    ]


def test_lost_power_loses_nothing(recording: Recording, tmp_path: Path) -> None:
    assert all(sweep(recording, tmp_path, OURS, 1))


def test_the_disk_shows_what_careless_settings_lose(recording: Recording, tmp_path: Path) -> None:
    assert not all(sweep(recording, tmp_path, CARELESS, 1))


def test_each_write_may_fail_once(recording: Recording, tmp_path: Path) -> None:
    path = tmp_path / "plan.okrdesk"
    for number in range(1, operations(recording, tmp_path)):
        shutil.copyfile(recording.start, path)
        disk = Disk(number, once=True)
        done = replay(path, disk, OURS, recording.steps)
        assert done < len(recording.steps)
        assert sound(path)
        assert dump_of(path) in recording.states[done : done + 2]


@pytest.mark.long
def test_lost_power_very_often(recording: Recording, tmp_path: Path) -> None:
    assert all(sweep(recording, tmp_path, OURS, 30))
