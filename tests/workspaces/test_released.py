"""Files of every released schema are kept for ever, and this version opens them all."""

import shutil
from pathlib import Path

import pytest

from okrdesk.domain import tables as t
from okrdesk.storage.doctor import findings
from okrdesk.storage.header import VERSION
from okrdesk.storage.store import open_store

HERE = Path(__file__).parent
YOUNGER = {1: {t.WEEK_LINE}}
"""Tables that a version did not have yet."""
FILES = sorted(HERE.glob("v*.okrdesk"))


def test_there_is_a_file_of_every_schema() -> None:
    assert [path.stem for path in FILES] == [f"v{number}" for number in range(1, VERSION + 1)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_released_file_opens(path: Path, tmp_path: Path) -> None:
    before, copy = path.read_bytes(), tmp_path / path.name
    shutil.copyfile(path, copy)
    for place, write in ((path, False), (copy, True)):
        store = open_store(place, write=write, device="first")
        snapshot = store.load()
        empty = {table for table in t.TABLES if not snapshot.count(table)}
        assert empty == YOUNGER.get(int(path.stem[1:]), set())
        assert snapshot.get(t.OBJECTIVE, 900).title == "Added"
        assert str(store.journal.label(1)) == f"Make {path.stem}"
        assert (store.journal.undoable(), store.journal.redoable()) == (2, 6)
        assert len(store.journal.between(snapshot).sets) == 6
        store.close()
    assert findings(copy) == []
    assert path.read_bytes() == before
