"""What the Edit and Plan menus do with the plan and its selected item."""

from typing import Any

from okrdesk.app import commands
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE, Table
from okrdesk.domain.tree import row_of
from okrdesk.text import Message
from okrdesk.ui import moves
from okrdesk.ui.conditions import plan_is_writable
from okrdesk.ui.desk import Desk
from okrdesk.ui.notices import Way
from okrdesk.ui.screens import FIRST
from okrdesk.ui.translation import said, tr


def undo(desk: Desk) -> None:
    """Takes the last step back and says which."""
    label = None if desk.bridge is None else desk.bridge.undo()
    if label is not None:
        way = Way(tr("Redo"), desk.action("redo").trigger)
        desk.notices.say(tr("Undone: {step}").format(step=said(label)), way, of_step=True)


def redo(desk: Desk) -> None:
    """Makes the step undone last again and says which."""
    label = None if desk.bridge is None else desk.bridge.redo()
    if label is not None:
        desk.toast(tr("Done again: {step}").format(step=said(label)), undo=True)


def can_undo(desk: Desk) -> bool:
    """Whether there is a step to take back."""
    return plan_is_writable(desk) and _undo_label(desk) is not None


def can_redo(desk: Desk) -> bool:
    """Whether there is a step to make again."""
    return plan_is_writable(desk) and _redo_label(desk) is not None


def undo_text(desk: Desk) -> str:
    """The menu's text, "Undo Check-in"."""
    return _named(tr("&Undo"), tr("&Undo {step}"), _undo_label(desk))


def redo_text(desk: Desk) -> str:
    """The menu's text, "Redo Check-in"."""
    return _named(tr("&Redo"), tr("&Redo {step}"), _redo_label(desk))


def rename(desk: Desk) -> None:
    """Opens the title of the selected item in its place."""
    if desk.plan is not None:
        desk.plan.rename()


def can_rename(desk: Desk) -> bool:
    """Whether an item whose title can be changed is selected."""
    return plan_is_writable(desk) and desk.plan is not None and desk.plan.current is not None


def new_objective(desk: Desk) -> None:
    """Opens an empty row for an objective beside the selected one, wherever a person is.

    Without a plan it begins where the first page asks for one.
    """
    if desk.bridge is None:
        desk.show_start()
        return
    desk.show_page(FIRST)
    if desk.plan is not None:
        desk.plan.draft_objective()


def new_key_result(desk: Desk) -> None:
    """Opens an empty row for a key result of the selected objective."""
    objective = _objective_of_selection(desk)
    if desk.plan is not None and objective is not None:
        desk.plan.draft_key_result(objective)


def can_add_key_result(desk: Desk) -> bool:
    """Whether an objective is selected, or one of its key results."""
    return plan_is_writable(desk) and _objective_of_selection(desk) is not None


def check_in(desk: Desk) -> None:
    """Asks for the value, confidence and note of the selected key result."""
    item = _selected(desk)
    if item is not None and can_check_in(desk):
        check_in_on(desk, item)


def check_in_on(desk: Desk, key_result: int) -> None:
    """Asks for the value, confidence and note of a key result."""
    if desk.bridge is not None:
        from okrdesk.ui.check_in.dialog import CheckInDialog

        CheckInDialog(desk.bridge, desk.look, key_result, desk.widget).open()


def can_check_in(desk: Desk) -> bool:
    """Whether a key result is selected in a plan that can be changed."""
    item = _selected(desk)
    return (
        plan_is_writable(desk)
        and desk.bridge is not None
        and desk.bridge.snapshot.find(KEY_RESULT, item) is not None
    )


def move_up(desk: Desk) -> None:
    """Moves the selected item before its previous sibling."""
    _reorder(desk, -1)


def move_down(desk: Desk) -> None:
    """Moves the selected item behind its next sibling."""
    _reorder(desk, 1)


def can_move_up(desk: Desk) -> bool:
    """Whether there is a sibling before the selected item."""
    return _neighbour(desk, -1) is not None


def can_move_down(desk: Desk) -> bool:
    """Whether there is a sibling behind the selected item."""
    return _neighbour(desk, 1) is not None


def indent(desk: Desk) -> None:
    """Lets the selected objective support the one above it."""
    _align(desk, moves.indent_target)


def outdent(desk: Desk) -> None:
    """Lets the selected objective support what its parent supports."""
    _align(desk, moves.outdent_target)


def can_indent(desk: Desk) -> bool:
    """Whether there is an objective above that the selected one may support."""
    return _target(desk, moves.indent_target) is not None


def can_outdent(desk: Desk) -> bool:
    """Whether the parent of the selected objective supports something."""
    return _target(desk, moves.outdent_target) is not None


def _selected(desk: Desk) -> int | None:
    """The selected objective or key result; None for the mission."""
    if desk.bridge is None or desk.plan is None or desk.plan.current is None:
        return None
    item, snapshot = desk.plan.current, desk.bridge.snapshot
    return None if row_of(snapshot, item) is None else item


def _objective_of_selection(desk: Desk) -> int | None:
    item = _selected(desk)
    if desk.bridge is None or item is None:
        return None
    key_result = desk.bridge.snapshot.find(KEY_RESULT, item)
    return item if key_result is None else key_result.objective


def _neighbour(desk: Desk, step: int) -> int | None:
    item = _selected(desk)
    if desk.bridge is None or desk.plan is None or item is None or desk.bridge.read_only:
        return None
    return moves.neighbour(desk.bridge.snapshot, item, step, desk.plan.model.shows)


def _reorder(desk: Desk, step: int) -> None:
    item, other = _selected(desk), _neighbour(desk, step)
    if desk.bridge is not None and item is not None and other is not None:
        objective = desk.bridge.snapshot.find(OBJECTIVE, item) is not None
        table: Table[Any] = OBJECTIVE if objective else KEY_RESULT
        place = {"before": other} if step < 0 else {"after": other}
        desk.bridge.attempt(commands.reorder, table, item, **place)


def _target(desk: Desk, find: moves.FindTarget) -> int | None:
    item = _selected(desk)
    if desk.bridge is None or desk.plan is None or item is None or desk.bridge.read_only:
        return None
    return find(desk.bridge.snapshot, item, desk.plan.model.shows)


def _align(desk: Desk, find: moves.FindTarget) -> None:
    item, target = _selected(desk), _target(desk, find)
    if desk.bridge is not None and item is not None and target is not None:
        desk.bridge.attempt(commands.align, item, target)


def _undo_label(desk: Desk) -> Message | None:
    return None if desk.bridge is None else desk.bridge.workspace.undo_label


def _redo_label(desk: Desk) -> Message | None:
    return None if desk.bridge is None else desk.bridge.workspace.redo_label


def _named(plain: str, named: str, label: Message | None) -> str:
    return plain if label is None else named.format(step=said(label).replace("&", "&&"))
