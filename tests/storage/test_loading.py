import gc
from contextlib import closing
from pathlib import Path

import pytest

from okrdesk.storage import loading
from okrdesk.storage.store import open_store
from tests.storage.plans import made


@pytest.mark.parametrize(("many", "frozen"), [(1, True), (20_000, False)])
def test_only_a_large_plan_is_left_out_of_later_collections(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int, *, frozen: bool
) -> None:
    monkeypatch.setattr(loading, "MANY", many)
    path = tmp_path / "plan.okrdesk"
    made(path).close()
    gc.unfreeze()
    with closing(open_store(path, write=False)) as store:
        store.load()
    assert (gc.get_freeze_count() > 0) == frozen
    gc.unfreeze()
