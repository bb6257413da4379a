"""The Edit menu: taking back, renaming, deleting, finding."""

from okrdesk.text import Message
from okrdesk.ui import palette_actions, plan_actions, selection_actions, view_actions
from okrdesk.ui.actions.spec import Place, Spec
from okrdesk.ui.conditions import plan_is_open

EDIT: tuple[Spec, ...] = (
    Spec(
        "undo",
        Message("&Undo"),
        plan_actions.undo,
        Place("edit", 1),
        ("Ctrl+Z",),
        "undo-2",
        plan_actions.can_undo,
        label=plan_actions.undo_text,
    ),
    Spec(
        "redo",
        Message("&Redo"),
        plan_actions.redo,
        Place("edit", 1),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        "redo-2",
        plan_actions.can_redo,
        label=plan_actions.redo_text,
    ),
    Spec(
        "rename",
        Message("Re&name"),
        plan_actions.rename,
        Place("edit", 2),
        ("F2",),
        "pencil",
        plan_actions.can_rename,
        context=True,
    ),
    Spec(
        "duplicate",
        Message("Dupl&icate"),
        selection_actions.duplicate,
        Place("edit", 2),
        ("Ctrl+D",),
        "copy-plus",
        selection_actions.can_change_items,
        context=True,
    ),
    Spec(
        "delete",
        Message("&Delete"),
        selection_actions.delete,
        Place("edit", 2),
        ("Del",),
        "trash-2",
        selection_actions.can_change_items,
        context=True,
    ),
    Spec(
        "select_all",
        Message("Select &all"),
        view_actions.select_all,
        Place("edit", 3),
        ("Ctrl+A",),
        "",
        plan_is_open,
    ),
    Spec(
        "filter",
        Message("&Filter"),
        view_actions.focus_filter,
        Place("edit", 3),
        ("Ctrl+F",),
        "list-filter",
        plan_is_open,
    ),
    Spec(
        "palette",
        Message("&Command palette…"),
        palette_actions.open_palette,
        Place("edit", 3),
        ("Ctrl+K",),
        "search",
    ),
)
