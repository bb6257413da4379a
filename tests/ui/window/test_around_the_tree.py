"""What stands around the tree follows every edit: the teams at the left, the counts below."""

import pytest
from pytestqt.qtbot import QtBot

from okrdesk.app import commands as c
from okrdesk.domain.cycles import current_cycle
from okrdesk.domain.tables import TEAM
from okrdesk.domain.words import Horizon
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.sidebar import numbers
from okrdesk.ui.translation import percent_text
from tests.ui.window.conftest import Find
from tests.ui.window.small_plan import SURVEY
from tests.ui.window.small_plan import TEAM as RESEARCH


def shown(desk: MainWindow) -> list[str]:
    return desk.view.sidebar.percents()


def counted(desk: MainWindow) -> list[str]:
    cycle = current_cycle(desk.bridge.snapshot, desk.bridge.today, Horizon.QUARTER)
    teams = desk.bridge.snapshot.sorted_rows(TEAM)
    return [percent_text(desk.bridge.scores.team(t.id, cycle.id).progress) for t in teams]


def test_the_teams_follow_a_check_in_and_its_undo(desk: MainWindow, find: Find) -> None:
    before = shown(desk)
    assert before == counted(desk)
    desk.bridge.run(c.check_in, find(SURVEY), 990)
    assert shown(desk) == counted(desk) != before
    desk.bridge.undo()
    assert shown(desk) == before


def test_the_teams_of_a_large_plan_follow_a_moment_later(
    desk: MainWindow, find: Find, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = shown(desk)
    monkeypatch.setattr(numbers, "LARGE", 0)
    desk.bridge.run(c.check_in, find(SURVEY), 990)
    assert shown(desk) == before
    desk.bridge.run(c.create_team, "Kitchen")
    qtbot.waitUntil(lambda: shown(desk) == counted(desk))
    assert len(shown(desk)) == len(before) + 1


def test_the_counts_follow_what_is_added_and_removed(desk: MainWindow, find: Find) -> None:
    assert desk.status.counts_text() == "3 objectives · 2 key results in Q3 2026"
    desk.bridge.run(c.create_key_result, find(RESEARCH), "Call back within an hour")
    assert desk.status.counts_text() == "3 objectives · 3 key results in Q3 2026"
    desk.bridge.run(c.delete_item, find(RESEARCH))
    assert desk.status.counts_text() == "2 objectives · 0 key results in Q3 2026"
    desk.session.close()
    assert desk.status.counts_text() == ""
