"""Links, shares, hand-overs and the history of an item in the inspector."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from okrdesk.app import commands as c
from okrdesk.domain.alignment import links_of, parent_of
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE, ORGANISATION, PERSON, TERMS
from okrdesk.domain.tree import mission_id
from okrdesk.domain.words import DelegationState, Drivers
from okrdesk.ui.editors.alignment_page import AlignmentPage
from okrdesk.ui.editors.definition_page import DefinitionPage
from okrdesk.ui.editors.delegation_card import DelegationCard, delegations
from okrdesk.ui.editors.field_names import value_words
from okrdesk.ui.editors.fields import LineField
from okrdesk.ui.editors.history_page import HistoryPage, HistoryRow
from okrdesk.ui.editors.item_editor import ItemEditor
from okrdesk.ui.editors.link_row import LinkRow
from okrdesk.ui.editors.shares_list import ShareRow, SharesSection
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.conftest import Find
from tests.ui.window.keys import press, type_text
from tests.ui.window.small_plan import CALLS, LOOSE, OTHER, SURVEY, TEAM, TOP
from tests.ui.window.test_inspector import key_result_editor, objective_editor, show


def page_of(editor: ItemEditor, tab: str) -> Any:
    editor.show_tab(tab)
    QApplication.processEvents()
    return editor.page(tab)


def link_rows(section: Any) -> list[LinkRow]:
    rows = list(section.rows.values())
    assert all(isinstance(row, LinkRow) for row in rows)
    return rows


def write(field: LineField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    type_text(text)
    press("Return")


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_links_lead_up_and_down_and_count_or_not(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    bridge = desk.bridge
    page = page_of(objective_editor(desk, find(TEAM)), "alignment")
    assert isinstance(page, AlignmentPage)
    up, also, down, _ = page.sections
    (row,) = link_rows(up)
    assert (link_rows(also), link_rows(down)) == ([], [])
    click(row.counts)
    link = parent_of(bridge.snapshot, find(TEAM))
    assert link is not None
    assert link.contributes
    bridge.run(c.also_support, find(TEAM), find(OTHER))
    (besides,) = link_rows(also)
    click(besides.remove)
    assert link_rows(also) == []
    assert len(links_of(bridge.snapshot, find(TEAM))) == 1
    bridge.undo()
    assert len(link_rows(also)) == 1
    below = page_of(objective_editor(desk, find(TOP)), "alignment").sections[2]
    assert len(link_rows(below)) == 2
    row = link_rows(below)[0]
    click(row.findChild(QPushButton))
    assert desk.plan is not None
    assert desk.plan.current == find(TEAM)


def test_the_mission_has_no_number_to_count(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    page = page_of(objective_editor(desk, find(TOP)), "alignment")
    (row,) = link_rows(page.sections[0])
    assert not row.counts.isVisible()
    assert desk.plan is not None
    click(row.findChild(QPushButton))
    assert desk.plan.current == mission_id(desk.bridge.snapshot)


def test_a_key_result_shows_what_supports_it(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    desk.bridge.run(c.align, find(LOOSE), find(CALLS))
    page = page_of(key_result_editor(desk, find(CALLS)), "alignment")
    assert len(page.sections) == 1
    assert len(link_rows(page.sections[0])) == 1
    page.commit()
    upwards = page_of(objective_editor(desk, find(LOOSE)), "alignment").sections[0]
    assert link_rows(upwards)[0].findChild(QPushButton).text() == CALLS


def test_links_are_chosen_by_the_actions_for_it(desk: MainWindow, find: Find) -> None:
    editor = objective_editor(desk, find(LOOSE))
    page = page_of(editor, "alignment")
    wanted: list[str] = []
    assert desk.view is not None
    desk.view.inspector.tools.action_wanted.disconnect()
    editor.tools.action_wanted.connect(wanted.append)
    for button in page.findChildren(QPushButton):
        if button.text() in {"Link to…", "Also supports…"}:
            button.click()
    assert wanted == ["link", "also_support"]


def shares_of(desk: MainWindow, item: int) -> SharesSection:
    section = page_of(objective_editor(desk, item), "alignment").sections[-1]
    assert isinstance(section, SharesSection)
    return section


def share_rows(section: SharesSection) -> list[ShareRow]:
    rows = list(section.rows.values())
    assert all(isinstance(row, ShareRow) for row in rows)
    return rows  # type: ignore[return-value]  # asserted above


def test_weights_and_shares_add_up(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    section = shares_of(desk, find(TEAM))
    first, second = share_rows(section)
    write(first.weight, "3")
    assert desk.bridge.snapshot.get(KEY_RESULT, find(SURVEY)).weight == 3
    assert first.accessibleName() == "Get 1,000 responses counts 75%"
    assert section._sum.text() == ""  # noqa: SLF001  # the line below the list
    write(first.share, "40")
    assert [section.counted(row.row_id) for row in (first, second)] == [40, 60]
    assert not first.weight.isEnabled()
    assert section._sum.text() == "40% is fixed. 60% is shared by weight."  # noqa: SLF001  # the line as before
    write(second.share, "70")
    assert second.share.toolTip().startswith("60% is left.")
    press("Escape")
    write(second.share, "20")
    assert section._sum.text() == (  # noqa: SLF001  # the line as before
        "The fixed shares are 60% together, so they are adjusted to 100%."
    )
    write(first.share, "x")
    assert first.share.toolTip() == "Use a number, for example 640 or +24."
    press("Escape")
    first.share.setFocus()
    first.share.selectAll()
    press("Delete", "Return")
    assert desk.bridge.snapshot.get(KEY_RESULT, find(SURVEY)).share is None


def test_what_counts_is_chosen(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    section = shares_of(desk, find(TOP))
    assert share_rows(section) == []
    desk.bridge.run(c.align, find(TEAM), find(TOP), contributes=True)
    section.drivers.activated.emit(section.drivers.findData(Drivers.CHILDREN))
    assert desk.bridge.snapshot.get(OBJECTIVE, find(TOP)).drivers is Drivers.CHILDREN
    assert [row.row_id for row in share_rows(section)] == [find(TEAM)]
    write(share_rows(section)[0].weight, "2")
    assert desk.bridge.snapshot.get(OBJECTIVE, find(TEAM)).weight == 2


def hand_over(card: DelegationCard, name: str) -> None:
    card.person.click()
    type_text(name)
    press("Return")


def test_an_objective_is_handed_over_and_accepted(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    card = page_of(objective_editor(desk, find(TEAM)), "details").delegation
    assert isinstance(card, DelegationCard)
    card.note.setFocus()
    type_text("Please lead this")
    hand_over(card, "Mei Tanaka")
    (offer,) = delegations(desk.bridge.snapshot, find(TEAM))
    assert (offer.note, offer.state) == ("Please lead this", DelegationState.OFFERED)
    assert card._stands.text() == "Offered to Mei Tanaka on 17 Aug. Please lead this"  # noqa: SLF001  # the line above the note
    card.accept.click()
    owner = desk.bridge.snapshot.get(OBJECTIVE, find(TEAM)).owner
    assert desk.bridge.snapshot.get(PERSON, owner or 0).name == "Mei Tanaka"
    assert card._stands.text().startswith("Mei Tanaka has accepted it")  # noqa: SLF001  # the line as before
    assert not card.accept.isVisible()


def test_a_key_result_is_handed_over_and_returned(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    page = page_of(key_result_editor(desk, find(CALLS)), "definition")
    assert isinstance(page, DefinitionPage)
    hand_over(page.delegation, "Mei Tanaka")
    page.delegation.note.setFocus()
    type_text("No time")
    page.delegation.give_back.click()
    (offer,) = delegations(desk.bridge.snapshot, find(CALLS))
    assert (offer.state, offer.note) == (DelegationState.RETURNED, "No time")


def history_of(desk: MainWindow, editor: ItemEditor) -> HistoryPage:
    page = page_of(editor, "history")
    assert isinstance(page, HistoryPage)
    return page


def said(page: HistoryPage) -> list[str]:
    return [row.accessibleName().partition(", ")[2].partition(", ")[2] for row in page.rows]


def test_the_history_says_what_changed_and_restores_it(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    bridge, item = desk.bridge, find(TEAM)
    bridge.run(c.change_objective, item, title="Know them", level="department")
    bridge.run(c.check_in, find(CALLS), 9)
    page = history_of(desk, objective_editor(desk, item))
    assert said(page)[:2] == [
        f"Title: {TEAM} → Know them",
        "Level: Team → Department",
    ]
    page.rows[0].restore.click()
    assert bridge.snapshot.get(OBJECTIVE, item).title == TEAM
    assert said(page)[0] == f"Title: Know them → {TEAM}"
    bridge.undo()
    assert bridge.snapshot.get(OBJECTIVE, item).title == "Know them"


def test_a_target_of_before_is_restored(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    bridge, item = desk.bridge, find(CALLS)
    bridge.run(c.set_terms, item, target=30)
    page = history_of(desk, key_result_editor(desk, item))
    assert said(page)[0] == "Target: 15 → 30"
    page.rows[0].restore.click()
    terms = bridge.snapshot.children(TERMS, "key_result", item)[-1]
    assert terms.target == 15
    assert not hasattr(page.rows[-1], "restore"), "a whole row is not a value"


def test_a_restore_that_the_rules_forbid_says_so(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    bridge, item = desk.bridge, find(OTHER)
    bridge.run(c.change_objective, item, level="company")
    year = bridge.snapshot.get(OBJECTIVE, find(TOP)).cycle
    bridge.run(c.change_objective, item, cycle=year)
    bridge.run(c.align, find(TEAM), item)
    page = history_of(desk, objective_editor(desk, item))
    bridge.run(c.change_objective, find(TEAM), level="company", cycle=year)
    row = next(row for row in page.rows if "Level: Team → Company" in row.accessibleName())
    assert isinstance(row, HistoryRow)
    row.restore.click()
    assert bridge.snapshot.get(OBJECTIVE, item).level == "company"


def test_the_mission_has_a_history_too(desk: MainWindow) -> None:
    assert desk.bridge is not None
    mission = mission_id(desk.bridge.snapshot) or 0
    desk.bridge.run(c.set_organisation, vision="Everywhere")
    page = history_of(desk, show(desk, mission))
    assert said(page)[0] == "Vision: Everywhere"
    page.rows[0].restore.click()
    assert desk.bridge.snapshot.get(ORGANISATION, mission).vision == ""


def test_a_long_history_comes_in_portions(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    for number in range(45):
        desk.bridge.run(c.add_comment, find(TEAM), f"Note {number}")
    page = history_of(desk, objective_editor(desk, find(TEAM)))
    assert len(page.rows) == 40
    page._more.click()  # noqa: SLF001  # the button below the list
    assert len(page.rows) > 45


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("kind", "at_most", "At most (keep below)"),
        ("status", "at_risk", "At risk"),
        ("level", "team", "Team"),
        ("due", "2026-09-01", "1 Sep 2026"),
        ("title", "A title..", "A title.."),
        ("title", "2026-99-99", "2026-99-99"),
        ("title", None, "—"),
    ],
)
def test_values_are_told_in_words(field: str, value: str | None, words: str) -> None:
    assert value_words(field, value) == words
