"""What is done with everything that is selected in the tree; each is one step of undo."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from okrdesk.app import commands
from okrdesk.domain.selection import tops
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE
from okrdesk.domain.tree import mission_id, row_of
from okrdesk.storage.transaction import Transaction
from okrdesk.text import Message
from okrdesk.ui import moves
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.conditions import plan_is_writable
from okrdesk.ui.desk import Desk
from okrdesk.ui.page import Choosing

if TYPE_CHECKING:
    from okrdesk.ui.editors.owner_button import OwnerButton
    from okrdesk.ui.pickers.picker import Ask

P = ParamSpec("P")
R = TypeVar("R")


def chosen_items(desk: Desk) -> list[int]:
    """The selected objectives and key results; without any the one under the cursor."""
    if desk.bridge is None or desk.view is None:
        return []
    page: object = desk.view.pages.page
    if desk.plan is not None:
        items = desk.plan.chosen or [item for item in (desk.plan.current,) if item is not None]
    else:
        items = page.chosen_items() if isinstance(page, Choosing) else []
    snapshot = desk.bridge.snapshot
    return [item for item in items if row_of(snapshot, item) is not None]


def chosen_objectives(desk: Desk) -> list[int]:
    """The objectives among what is selected."""
    if desk.bridge is None:
        return []
    snapshot = desk.bridge.snapshot
    return [item for item in chosen_items(desk) if snapshot.find(OBJECTIVE, item) is not None]


def can_change_items(desk: Desk) -> bool:
    """Whether something is selected in a plan that can be changed."""
    return plan_is_writable(desk) and bool(chosen_items(desk))


def can_change_rows(desk: Desk) -> bool:
    """Whether rows are selected in the tree, of a plan that can be changed."""
    return desk.plan is not None and can_change_items(desk)


def can_change_objectives(desk: Desk) -> bool:
    """Whether an objective is among what is selected in a plan that can be changed."""
    return plan_is_writable(desk) and bool(chosen_objectives(desk))


def set_status(desk: Desk) -> None:
    """Asks for the status of everything that is selected."""
    if can_change_items(desk):
        _ask_status(desk, chosen_items(desk))


def choose_status(desk: Desk, item: int) -> None:
    """Asks for the status of one item, or to follow the rule."""
    _ask_status(desk, [item])


def _ask_status(desk: Desk, items: list[int]) -> None:
    from okrdesk.ui.dialogs.status import StatusDialog

    if desk.bridge is not None:
        dialog = StatusDialog(desk.bridge, desk.look, items, desk.widget)
        dialog.written.connect(lambda text: desk.toast(text, undo=True))
        dialog.open()


def set_owner(desk: Desk) -> None:
    """Asks for the owner of everything that is selected; a new name creates a person."""
    from okrdesk.ui.pickers.people import people_picker

    bridge, items = desk.bridge, chosen_items(desk)
    if bridge is None or not can_change_items(desk):
        return

    def give(person: int | str | None) -> None:
        if _done(bridge, commands.give_owner, items, person):
            desk.toast(_about(bridge, Message("Owner set for {items}"), items), undo=True)

    now = {_owner(bridge.snapshot, item) for item in items}
    ask = _ask(desk, bridge, Message("Owner of {items}"), items)
    people_picker(bridge, ask, give, now=now if len(now) == 1 else ()).open()


def choose_person(desk: Desk, asking: "OwnerButton") -> None:
    """Asks for the person that a button of the inspector wants."""
    from okrdesk.ui.pickers.people import people_picker
    from okrdesk.ui.pickers.picker import Ask

    if desk.bridge is not None and not desk.bridge.read_only:
        ask = Ask(desk.look, desk.widget, asking.question)
        now = (asking.owner,) if asking.may_be_nobody else ()
        people_picker(
            desk.bridge, ask, asking.choose, now=now, may_be_nobody=asking.may_be_nobody
        ).open()


def set_tags(desk: Desk) -> None:
    """Asks for the tags of the selected objectives."""
    from okrdesk.ui.pickers.tags import tag_picker

    bridge, items = desk.bridge, chosen_objectives(desk)
    if bridge is None or not can_change_objectives(desk):
        return

    def change(tag: str, given: bool) -> None:  # the picker calls it with what the tick became
        fields = {"add": [tag]} if given else {"drop": [tag]}
        _done(bridge, commands.change_tags, items, **fields)

    ask = _ask(desk, bridge, Message("Tags of {items}"), items)
    tag_picker(bridge, ask, items, change).open()


def link(desk: Desk) -> None:
    """Asks what the selected objectives support."""
    _link(desk, further=False)


def also_support(desk: Desk) -> None:
    """Asks what the selected objectives support beside their place in the tree."""
    _link(desk, further=True)


def _link(desk: Desk, *, further: bool) -> None:
    from okrdesk.ui.pickers.links import link_picker

    bridge, items = desk.bridge, chosen_objectives(desk)
    if bridge is None or not can_change_objectives(desk):
        return

    def choose(target: int | None) -> None:
        if further and target is not None:
            done = _done(bridge, commands.also_support_all, items, target)
        else:
            done = _done(bridge, commands.link_all, items, target)
        if done:
            desk.toast(_about(bridge, Message("Link changed for {items}"), items), undo=True)

    ask = _ask(desk, bridge, _question(further=further, many=len(items) > 1), items)
    link_picker(bridge, ask, items, choose, further=further).open()


def _question(*, further: bool, many: bool) -> Message:
    if further:
        return Message("{items} also support…") if many else Message("{items} also supports…")
    return Message("{items} support…") if many else Message("{items} supports…")


def move_to_cycle(desk: Desk) -> None:
    """Asks for the cycle that the selected objectives go to."""
    from okrdesk.ui.dialogs.move_cycle import MoveToCycleDialog

    if desk.bridge is not None and can_move_to_cycle(desk):
        dialog = MoveToCycleDialog(desk.bridge, desk.look, chosen_objectives(desk), desk.widget)
        dialog.written.connect(lambda text: desk.toast(text, undo=True))
        dialog.open()


def can_move_to_cycle(desk: Desk) -> bool:
    """Whether an objective is selected, and there is a cycle that it could go to."""
    if desk.bridge is None or not can_change_objectives(desk):
        return False
    from okrdesk.ui.dialogs.move_cycle import cycles_to_move_to

    return bool(cycles_to_move_to(desk.bridge, chosen_objectives(desk)))


def duplicate(desk: Desk) -> None:
    """Copies what is selected, each right behind itself; the copies are selected then."""
    if desk.bridge is None or desk.plan is None or not can_change_items(desk):
        return
    copies = desk.bridge.attempt(commands.duplicate_items, chosen_items(desk))
    if copies:
        desk.plan.select(copies[0])
        desk.plan.selection.select(copies)
        desk.toast(_about(desk.bridge, Message("{items} duplicated"), copies), undo=True)


def delete(desk: Desk) -> None:
    """Deletes everything that is selected with all below it; the toast offers the way back."""
    from okrdesk.ui.what_was_done import deleted

    bridge, plan, items = desk.bridge, desk.plan, chosen_items(desk)
    if bridge is None or plan is None or not can_change_items(desk):
        return
    with plan.moving_to(_beside(bridge, items, plan.model.shows)):
        gone = bridge.attempt(commands.delete_items, items)
    if gone is not None:
        desk.toast(deleted(gone), undo=True)


def _beside(bridge: Bridge, items: list[int], shown: moves.Shown) -> int | None:
    """Where the focus goes: beside the last one, where nothing is deleted, else to the top."""
    gone = set(tops(bridge.snapshot, items))
    for item in reversed(items):
        others = gone - {item}
        stays = partial(_stays, others, shown)
        place = moves.after_delete(bridge.snapshot, item, stays) if item in gone else None
        if place is not None and place not in gone:
            return place
    return mission_id(bridge.snapshot)


def _stays(gone: set[int], shown: moves.Shown, item: int) -> bool:
    return item not in gone and shown(item)


def _owner(snapshot: Snapshot, item: int) -> int | None:
    objective = snapshot.find(OBJECTIVE, item)
    return snapshot.get(KEY_RESULT, item).owner if objective is None else objective.owner


def _ask(desk: Desk, bridge: Bridge, sentence: Message, items: list[int]) -> "Ask":
    from okrdesk.ui.pickers.picker import Ask

    return Ask(desk.look, desk.widget, _about(bridge, sentence, items))


def _about(bridge: Bridge, sentence: Message, items: list[int]) -> str:
    from okrdesk.ui.what_was_done import about

    return about(sentence, bridge.snapshot, items)


def _done(
    bridge: Bridge,
    command: Callable[Concatenate[Transaction, P], R],
    *args: P.args,
    **fields: P.kwargs,
) -> bool:
    """Runs the command; whether the rules allowed it and it changed something."""
    before = bridge.workspace.last_txn
    bridge.attempt(command, *args, **fields)
    return bridge.workspace.last_txn != before
