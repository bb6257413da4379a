"""Copy, paste, and what was deleted lately; each loads what it needs when it is used."""

from collections.abc import Callable

from okrdesk.domain.scoring import Scores
from okrdesk.ui.conditions import plan_is_writable
from okrdesk.ui.desk import Desk
from okrdesk.ui.selection_actions import chosen_items
from okrdesk.ui.translation import tr


def copied_items(desk: Desk) -> list[int]:
    """What is selected; the mission, if the cursor is on it, stands for the whole plan."""
    if desk.plan is None:
        return []
    items = chosen_items(desk)
    return items or [item for item in (desk.plan.current,) if item is not None]


def can_copy(desk: Desk) -> bool:
    """Whether there is something selected in the tree."""
    return bool(copied_items(desk))


def copy(desk: Desk) -> None:
    """Puts what is selected on the clipboard, in every form that other programs take."""
    from okrdesk.ui.clipboard import clipboard, mime_of

    items = copied_items(desk)
    if desk.bridge is not None and items:
        clipboard().setMimeData(mime_of(desk.bridge.scores, items))
        _say_copied(desk, items)


def copy_text(desk: Desk) -> None:
    """Puts what is selected on the clipboard as an indented list, and nothing else."""
    from okrdesk.ui.clipboard import as_text

    _copy_as(desk, as_text)


def copy_markdown(desk: Desk) -> None:
    """The same as Markdown."""
    from okrdesk.ui.clipboard import as_markdown

    _copy_as(desk, as_markdown)


def copy_table(desk: Desk) -> None:
    """The same as rows for a spreadsheet."""
    from okrdesk.ui.clipboard import as_table

    _copy_as(desk, as_table)


def can_paste(desk: Desk) -> bool:
    """Whether the tree of a plan that can be changed is in front."""
    return plan_is_writable(desk) and desk.plan is not None


def paste(desk: Desk) -> None:
    """Adds what the clipboard holds as objectives and key results."""
    from okrdesk.ui.clipboard import clipboard, text_to_paste
    from okrdesk.ui.pasting import paste_text

    if can_paste(desk):
        paste_text(desk, text_to_paste(clipboard().mimeData()))


def recently_deleted(desk: Desk) -> None:
    """Lists what was deleted, to bring it back."""
    from okrdesk.ui.pickers.deleted import open_deleted

    if can_restore(desk):
        open_deleted(desk)


def can_restore(desk: Desk) -> bool:
    """Whether there is a plan that can be changed."""
    return plan_is_writable(desk)


def _copy_as(desk: Desk, form: Callable[[Scores, list[int]], str]) -> None:
    from okrdesk.ui.clipboard import clipboard

    items = copied_items(desk)
    if desk.bridge is not None and items:
        clipboard().setText(form(desk.bridge.scores, items))
        _say_copied(desk, items)


def _say_copied(desk: Desk, items: list[int]) -> None:
    from okrdesk.text import Message
    from okrdesk.ui.what_was_done import about

    if desk.bridge is None:
        return
    chosen = chosen_items(desk)
    whole = tr("The whole plan is copied")
    text = about(Message("{items} copied"), desk.bridge.snapshot, items) if chosen else whole
    desk.toast(text)
