"""Clocks, places, whole files, drafts and jobs."""

import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from okrdesk.app.clock import SetClock, SystemClock, read_time_zone
from okrdesk.app.drafts import Drafts
from okrdesk.app.files import write_whole
from okrdesk.app.jobs import Cancelled, step
from okrdesk.app.locations import locations

NOON = datetime(2026, 8, 17, 12, tzinfo=UTC)


def test_the_system_clock_can_stand_on_a_day() -> None:
    assert SystemClock(date(2026, 8, 17)).today() == date(2026, 8, 17)
    clock = SystemClock()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=1)
    assert abs(clock.today() - clock.now().date()) <= timedelta(days=1)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has no zone in its environment")
def test_a_time_zone_that_was_set_is_read() -> None:
    days = set()
    with pytest.MonkeyPatch.context() as patch:
        for zone in ("Etc/GMT+12", "Etc/GMT-14"):
            patch.setenv("TZ", zone)
            read_time_zone()
            days.add(SystemClock().today())
    read_time_zone()
    assert len(days) == 2, "these zones are never on the same day"


def test_elsewhere_the_system_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    before = SystemClock().today()
    monkeypatch.delattr(time, "tzset", raising=False)
    read_time_zone()
    assert SystemClock().today() - before <= timedelta(days=1)


def test_a_set_clock_stands_still() -> None:
    clock = SetClock(NOON)
    assert (clock.now(), clock.today()) == (NOON, date(2026, 8, 17))
    clock.moment += timedelta(days=1)
    assert clock.today() == date(2026, 8, 18)


def test_places_on_this_computer(tmp_path: Path) -> None:
    places = locations({})
    assert len({places.settings.parent, places.data, places.cache}) >= 2
    own = locations({"OKRDESK_HOME": str(tmp_path)})
    assert own.settings == tmp_path / "settings.json"
    plan, same_name = tmp_path / "My plan..okrdesk", tmp_path / "b" / "My plan..okrdesk"
    folder = own.backups_of(plan)
    assert folder.parent == tmp_path / "data" / "backups"
    assert folder.name.startswith("My plan-")
    assert folder.name == own.drafts_of(plan).name
    assert folder != own.backups_of(same_name)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    (tmp_path / "folder" / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match="folder"):
        write_whole(tmp_path / "folder", b"three")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["folder", "new"]


def test_drafts_are_offered_until_they_are_forgotten(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    assert drafts.offered() == []
    drafts.save("objective/a/title", "Delight", NOON)
    drafts.save("objective/b/title", "Grow \ud83d", NOON - timedelta(hours=1))
    drafts.save("objective/a/title", "Delight customers", NOON)
    (tmp_path / "drafts" / "x.json").write_text("{")
    (tmp_path / "drafts" / "y.json").write_text("[]")
    again = Drafts(tmp_path / "drafts")
    assert [draft.text for draft in again.offered()] == ["Grow \ud83d", "Delight customers"]
    again.forget("objective/b/title")
    again.forget("objective/b/title")
    assert [draft.place for draft in again.offered()] == ["objective/a/title"]


def test_a_job_tells_how_far_it_is_and_stops() -> None:
    told: list[tuple[int, int]] = []
    step(1, 3, lambda done, total: told.append((done, total)), lambda: False)
    with pytest.raises(Cancelled):
        step(2, 3, lambda done, total: told.append((done, total)), lambda: True)
    assert told == [(1, 3)]
