"""The dashboard's figures against `okrdesk show --json`, summed by hand; and what tiles offer."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from okrdesk.app.clock import SystemClock
from okrdesk.app.examples import write_example
from okrdesk.app.workspace import Workspace
from okrdesk.cli.main import main
from okrdesk.domain.cycles import current_cycle
from okrdesk.domain.filters import Facts, matching, parse
from okrdesk.domain.overview.sight import Narrowed, Sight, sight_of
from okrdesk.domain.tables import CYCLE, KEY_RESULT, KPI, OBJECTIVE, TEAM
from okrdesk.domain.words import Status
from okrdesk.ui.charts.library import ChartLibrary
from okrdesk.ui.dashboard import board as boards
from okrdesk.ui.dashboard.board import Board
from okrdesk.ui.dashboard.head import place_in
from okrdesk.ui.dashboard.openers import Opener, Row
from okrdesk.ui.dashboard.tile import Tile
from okrdesk.ui.dashboard.wishes import Item, Measure, Place, Search
from okrdesk.ui.icons import IconSet
from okrdesk.ui.look import Look
from okrdesk.ui.status_words import status_word
from okrdesk.ui.theme import ThemeController

TODAY = date(2026, 8, 17)
Items = list[dict[str, Any]]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "Marigold.okrdesk"
    write_example(path, "marigold", TODAY)
    return path


@pytest.fixture(scope="module")
def plan(sample: Path) -> Iterator[Workspace]:
    workspace = Workspace.open(sample, clock=SystemClock(TODAY), write=False)
    yield workspace
    workspace.close()


@pytest.fixture
def board(qtbot: QtBot, themes: ThemeController, icons: IconSet) -> Board:
    board = Board(Look(themes, icons), ChartLibrary())
    qtbot.addWidget(board)
    board.resize(1160, 700)
    return board


def sight(plan: Workspace, team: str = "", query: str = "") -> Sight:
    cycle = current_cycle(plan.snapshot, plan.today)
    assert cycle is not None
    found = next((row.id for row in plan.snapshot.rows(TEAM) if row.name == team), None)
    asked = parse(f'team:"{team}"' if team else query)
    return sight_of(plan.scores, cycle, Narrowed(found, asked))


def shown(tile: Tile) -> dict[str, list[str]]:
    """The table of a tile: the first cell of each line with the others."""
    lines = [line.split("\t") for line in tile.table().splitlines()]
    return {first: rest for first, *rest in lines}


def percent(ratio: float) -> str:
    return f"{int(ratio * 100 + 0.5)}%"


def mean(items: Items, field: str) -> float:
    values = [item[field] for item in items if item[field] is not None]
    return sum(values) / len(values)


@pytest.mark.parametrize("team", ["", "Customer Care"])
def test_figures_equal_show_json_summed_by_hand(
    plan: Workspace, sample: Path, board: Board, team: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["show", str(sample), "--cycle", "Q3 2026", "--json", "--today", "2026-08-17"]
    assert main(command) == 0
    every: Items = json.loads(capsys.readouterr().out)["items"]
    items = [item for item in every if not team or item["team"] == team]
    objectives = [item for item in items if item["kind"] == "objective"]
    results = [item for item in items if item["kind"] == "key_result"]
    board.show_sight(sight(plan, team))

    progress, confidence = shown(board.progress), shown(board.confidence)
    assert progress["Average progress"] == [percent(mean(objectives, "progress"))]
    assert progress["Desired progress"] == [percent(mean(objectives, "expected"))]
    assert board.progress.openers[0].text() == percent(mean(objectives, "progress"))
    assert confidence["Confidence"] == [f"{mean(objectives, 'confidence') + 1e-9:.1f}"]
    counts = Counter(item["status"] for item in results)
    statuses = shown(board.status)
    for status in Status:
        count = counts[status.value]
        wanted = [str(count), percent(count / len(results))] if count else None
        assert statuses.get(status_word(status)) == wanted
    assert board.status.total.text() == f"{len(results)} in total"
    assert shown(board.check_ins)["All"] == [str(len(results))]
    needy = {i["title"] for i in items if i["status"] == "at_risk" or i["stale"]}
    assert set(shown(board.attention)) == needy
    assert f"{len(objectives)} objective" in board.course.total.text()


def test_every_number_leads_to_what_it_counts(plan: Workspace, board: Board) -> None:
    board.show_sight(sight(plan))
    wishes: list[object] = []
    board.wanted.connect(wishes.append)
    for tile in board.tiles:
        tile.open()
        for opener in tile.openers:
            opener.click()
    assert {type(wish) for wish in wishes} == {Search, Item, Measure, Place}
    queries = [wish.query for wish in wishes if isinstance(wish, Search)]
    assert all(query.values("cycle") == ("Q3 2026",) for query in queries)
    assert Search(parse('cycle:"Q3 2026" is:key-result status:at-risk')) in wishes
    kpis = [wish.id for wish in wishes if isinstance(wish, Measure)]
    assert set(kpis) <= set(plan.snapshot.ids(KPI))
    assert len(kpis) == 6


def found_by(seen: Sight, wish: object) -> list[int]:
    """What the plan shows for a wish: it stays narrowed to what the dashboard was."""
    assert isinstance(wish, Search)
    every = [*seen.snapshot.ids(OBJECTIVE), *seen.snapshot.ids(KEY_RESULT)]
    facts = Facts(seen.snapshot, seen.scores)
    return list(matching(wish.query, facts, matching(seen.narrowed.query, facts, every)))


@pytest.mark.parametrize("team", ["", "Customer Care"])
def test_as_much_is_found_as_the_number_says(plan: Workspace, board: Board, team: str) -> None:
    seen = sight(plan, team)
    board.show_sight(seen)
    opened: list[object] = []
    board.wanted.connect(opened.append)

    def behind(opener: QAbstractButton) -> list[int]:
        opener.click()
        return found_by(seen, opened[-1])

    rows = [row for row in board.status.openers if isinstance(row, Row)]
    assert [len(behind(row)) for row in rows] == [int(row.line.number) for row in rows]
    assert len(behind(board.status.total)) == int(board.status.total.text().split()[0])
    assert len(behind(board.attention.total)) == int(board.attention.total.text().split()[0])
    told = board.check_ins.openers[0]
    assert isinstance(told, QPushButton)
    assert len(behind(told)) == int(told.text())
    mean_of = plan.scores.mean
    progress, confidence = board.progress.openers[0], board.confidence.openers[0]
    assert progress.text() == percent(mean_of(behind(progress)).progress or -1)
    assert confidence.text() == f"{(mean_of(behind(confidence)).confidence or -1) + 1e-9:.1f}"


def test_each_tile_and_cell_has_its_sentence(plan: Workspace, board: Board) -> None:
    board.show_sight(sight(plan))
    assert all(tile.accessibleName() and tile.accessibleDescription() for tile in board.tiles)
    assert all(o.accessibleName() for tile in board.tiles for o in tile.openers)
    cells = board.heat.cells.cells
    spoken = {
        str(cells.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(cells.rowCount())
        for column in range(cells.columnCount())
    }
    assert "Customer Care, week 6: 6.3" in spoken
    assert "Customer Care, week 7: due" in spoken
    assert "Trend of Digital" in spoken
    assert len(spoken) == cells.rowCount() * cells.columnCount()


def test_keys_go_inside_copy_and_step(plan: Workspace, board: Board, qtbot: QtBot) -> None:
    board.show_sight(sight(plan))
    board.show()
    board.activateWindow()
    qtbot.waitUntil(board.isActiveWindow)
    steps, wishes, told = list[int](), list[object](), list[str]()
    board.stepped.connect(steps.append)
    board.wanted.connect(wishes.append)
    board.copied.connect(told.append)
    tile = board.status
    tile.setFocus()
    press(board, *[Qt.Key.Key_Down] * 3, Qt.Key.Key_Return)
    row = tile.openers[2]
    assert row.hasFocus()
    assert isinstance(row, Row)
    assert wishes == [row.line.wish]
    press(board, Qt.Key.Key_Right, *[Qt.Key.Key_Up] * 4, Qt.Key.Key_Left)
    assert tile.hasFocus()
    assert steps == [1, -1]
    press(board, Qt.Key.Key_C)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("Status\tKey results\tShare\nOn track\t14\t67%")
    assert data.hasImage()
    assert told == ["Copied as picture and table"]
    board.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press(board, Qt.Key.Key_Right)
    assert steps[-1] == -1
    cells = board.heat.cells
    cells.setFocus()
    cells.setCurrentIndex(cells.cells.index(0, 3))
    QTest.keyClick(cells, Qt.Key.Key_Return)
    assert wishes[-1] == cells.cells.lines[0].wish


def press(board: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(board.window().focusWidget(), key)


def test_the_menu_copies_one_or_the_other(plan: Workspace, board: Board) -> None:
    board.show_sight(sight(plan))
    board.show()
    menu = board.kpis.menu()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Show what this counts", "Copy as picture", "Copy as table"]
    menu.actions()[-1].trigger()
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text().startswith("KPI\tValue\tTarget\tState\tRhythm\nMonthly sales\t€412")
    board.kpis.copy_picture()
    assert clipboard.image().width() == 2 * board.kpis.width()
    menu.deleteLater()


def test_pace_instead_of_confidence(plan: Workspace, board: Board) -> None:
    board.show_sight(sight(plan))
    board.heat.choose(Measure)
    before = board.heat.table()
    button = next(b for b in board.heat.segments.children() if getattr(b, "text", str)() == "Pace")
    assert isinstance(button, QWidget)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert board.heat.accessibleName() == "Pace by team"
    assert "%" in board.heat.table()
    assert "%" not in before


def test_what_has_not_changed_is_not_painted_anew(plan: Workspace, board: Board) -> None:
    board.show_sight(sight(plan))
    heard: list[Tile] = []
    for tile in board.tiles:
        keep = tile.tell
        tile.tell = lambda *given, of=tile, told=keep: (heard.append(of), told(*given))  # type: ignore[method-assign,assignment,misc]  # a test listens in
    board.show_sight(sight(plan))
    assert heard == []
    board.show_sight(sight(plan, "Digital"))
    assert board.progress in heard


def test_a_large_plan_shows_today_first(
    plan: Workspace, board: Board, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.show_sight(sight(plan))
    whole = [tile.table() for tile in board.tiles]
    board.show_sight(sight(plan, "Digital"))
    monkeypatch.setattr(boards, "AT_ONCE", 0)
    board.show_sight(sight(plan))
    assert not board.finished
    assert board.status.table() == whole[5]
    assert board.course.table() != whole[4]
    board.show_sight(sight(plan))
    qtbot.waitUntil(lambda: board.finished)
    assert [tile.table() for tile in board.tiles] == whole


def test_a_cycle_that_is_over_speaks_of_its_end(plan: Workspace, board: Board) -> None:
    last = next(row for row in plan.snapshot.rows(CYCLE) if row.name == "Q2 2026")
    board.show_sight(sight_of(plan.scores, last))
    assert board.check_ins.accessibleName() == "Check-ins of the last week"
    assert board.confidence.accessibleDescription().endswith("At the end of Q2 2026.")
    labels = {label.text() for label in board.progress.findChildren(QLabel)}
    assert "Expected at the end 100%" in labels
    assert place_in(last, plan.today) == "ended 30 Jun"
    assert place_in(last, date(2026, 3, 1)) == "begins 1 Apr"


def test_where_nothing_is_asked_for_each_tile_says_so(plan: Workspace, board: Board) -> None:
    board.show_sight(sight(plan, query="owner:nobody-at-all"))
    texts = {tile.accessibleDescription() for tile in board.tiles}
    assert "No objectives here yet." in texts
    assert "No key results here yet." in texts
    assert "Nobody has said yet how sure they are." in texts
    assert not board.progress.openers
    board.resize(1160, 1200)
    board.show()
    QApplication.processEvents()
    assert board.course.height() < 200, "a sentence needs no more room than its own"


def test_a_tile_that_fails_leaves_the_others(
    plan: Workspace, board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_sight: Sight) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(board.confidence, "show_sight", broken)
    with pytest.raises(ZeroDivisionError):
        board.show_sight(sight(plan))
    assert "could not be counted" in board.confidence.accessibleDescription()
    assert board.kpis.accessibleDescription() == "8 KPIs"


def test_large_text_and_narrow_windows_lose_nothing(plan: Workspace, board: Board) -> None:
    board.show_sight(sight(plan))
    board.show()
    for percent_, width, rows in ((100, 1160, 3), (100, 900, 6), (100, 500, 8), (200, 1000, 8)):
        board.progress.look.themes.set_text_percent(percent_)
        layout = board.layout()
        assert layout is not None
        board.resize(width, layout.heightForWidth(width))
        QApplication.processEvents()
        rights = [tile.geometry().right() for tile in board.tiles]
        assert max(rights) == width - 1
        tops = sorted({tile.y() for tile in board.tiles})
        assert len(tops) == rows
        for tile in board.tiles:
            for opener in tile.openers:
                place = QRect(opener.mapTo(tile, QPoint()), opener.size())
                assert tile.rect().contains(place), (percent_, width, tile, opener)
    assert board.grab().width() == 1000


def test_it_can_be_painted_before_it_has_anything_to_show(board: Board) -> None:
    assert not board.grab().isNull()
    assert board.heat.cells.cells.rowCount() == 0


def test_read_only_for_a_presentation(
    plan: Workspace, themes: ThemeController, icons: IconSet, qtbot: QtBot
) -> None:
    board = Board(Look(themes, icons), ChartLibrary(), live=False)
    qtbot.addWidget(board)
    board.show_sight(sight(plan))
    policies = {widget.focusPolicy() for widget in board.findChildren(QWidget)}
    assert policies == {Qt.FocusPolicy.NoFocus}
    assert board.findChildren(Opener)
