"""The one table of actions; menus, tool bar, context menu and keys are built from it."""

from collections.abc import Callable
from typing import NamedTuple

from okrdesk.text import Message
from okrdesk.ui import file_actions, plan_actions, view_actions
from okrdesk.ui.desk import Desk


class Place(NamedTuple):
    """A menu and the section of it; sections are set apart by a line."""

    menu: str
    section: int


class Spec(NamedTuple):
    """One thing a person can do."""

    id: str
    text: Message
    run: Callable[[Desk], None]
    place: Place
    keys: tuple[str, ...] = ()
    icon: str = ""
    enabled: Callable[[Desk], bool] = plan_actions.always
    checked: Callable[[Desk], bool] | None = None
    """For a switch: whether it is on."""
    label: Callable[[Desk], str] | None = None
    """For a text that names what it will do, such as "Undo Check-in"."""
    context: bool = False
    """Whether it is also in the context menu of the tree."""


MENUS: tuple[tuple[str, Message], ...] = (
    ("file", Message("&File")),
    ("edit", Message("&Edit")),
    ("view", Message("&View")),
    ("plan", Message("&Plan")),
    ("help", Message("&Help")),
)
SUBMENUS: tuple[tuple[str, Message, Place], ...] = (
    ("recent", Message("Open &recent"), Place("file", 1)),
    ("theme", Message("&Theme"), Place("view", 3)),
)

_open = plan_actions.plan_is_open
_writable = plan_actions.plan_is_writable

ACTIONS: tuple[Spec, ...] = (
    Spec(
        "new_plan",
        Message("&New plan…"),
        file_actions.new_plan,
        Place("file", 1),
        ("Ctrl+Shift+N",),
        "file-plus",
    ),
    Spec(
        "open_plan",
        Message("&Open…"),
        file_actions.open_plan,
        Place("file", 1),
        ("Ctrl+O",),
        "folder-open",
    ),
    Spec(
        "sample_plan",
        Message("&Look around in a sample plan"),
        file_actions.sample_plan,
        Place("file", 1),
        ("Ctrl+E",),
        "eye",
    ),
    Spec(
        "save",
        Message("&Save"),
        file_actions.save,
        Place("file", 2),
        ("Ctrl+S",),
        "save",
        _open,
    ),
    Spec(
        "save_copy",
        Message("Save a cop&y…"),
        file_actions.save_copy,
        Place("file", 2),
        ("Ctrl+Shift+S",),
        "copy",
        _open,
    ),
    Spec(
        "back_up",
        Message("&Back up now"),
        file_actions.back_up,
        Place("file", 2),
        (),
        "archive",
        _writable,
    ),
    Spec(
        "export_pdf",
        Message("Export &PDF report…"),
        file_actions.export_pdf,
        Place("file", 3),
        ("Ctrl+Shift+E",),
        "file-text",
        _open,
    ),
    Spec(
        "export_csv",
        Message("Export CS&V…"),
        file_actions.export_csv,
        Place("file", 3),
        (),
        "download",
        _open,
    ),
    Spec(
        "close_plan",
        Message("&Close plan"),
        file_actions.close_plan,
        Place("file", 4),
        ("Ctrl+W",),
        "x",
        _open,
    ),
    Spec(
        "quit",
        Message("&Quit"),
        file_actions.quit_program,
        Place("file", 4),
        ("Ctrl+Q",),
    ),
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
        "delete",
        Message("&Delete"),
        plan_actions.delete,
        Place("edit", 2),
        ("Del",),
        "trash-2",
        plan_actions.can_change_item,
        context=True,
    ),
    Spec(
        "filter",
        Message("&Filter"),
        view_actions.focus_filter,
        Place("edit", 3),
        ("Ctrl+F",),
        "list-filter",
        _open,
    ),
    Spec(
        "sidebar",
        Message("Show &sidebar"),
        view_actions.toggle_sidebar,
        Place("view", 1),
        ("Ctrl+B",),
        "panel-left",
        _open,
        view_actions.sidebar_shown,
    ),
    Spec(
        "inspector",
        Message("Show &inspector"),
        view_actions.toggle_inspector,
        Place("view", 1),
        ("Ctrl+I",),
        "info",
        _open,
        view_actions.inspector_shown,
    ),
    Spec(
        "expand_all",
        Message("&Expand all"),
        view_actions.expand_all,
        Place("view", 2),
        (),
        "list-tree",
        _open,
    ),
    Spec(
        "collapse_all",
        Message("&Collapse all"),
        view_actions.collapse_all,
        Place("view", 2),
        (),
        "",
        _open,
    ),
    Spec(
        "theme_light",
        Message("&Light"),
        view_actions.light,
        Place("theme", 1),
        (),
        "sun",
        checked=view_actions.is_light,
    ),
    Spec(
        "theme_dark",
        Message("&Dark"),
        view_actions.dark,
        Place("theme", 1),
        (),
        "moon",
        checked=view_actions.is_dark,
    ),
    Spec(
        "theme_system",
        Message("As the &system"),
        view_actions.system,
        Place("theme", 1),
        (),
        "monitor",
        checked=view_actions.is_system,
    ),
    Spec(
        "new_objective",
        Message("New &objective"),
        plan_actions.new_objective,
        Place("plan", 1),
        ("Ctrl+N",),
        "plus",
        _writable,
        context=True,
    ),
    Spec(
        "new_key_result",
        Message("New &key result"),
        plan_actions.new_key_result,
        Place("plan", 1),
        ("Ctrl+Return", "Ctrl+Enter"),
        "gauge",
        plan_actions.can_add_key_result,
        context=True,
    ),
    Spec(
        "check_in",
        Message("&Check in…"),
        plan_actions.check_in,
        Place("plan", 2),
        ("Ctrl+Shift+K",),
        "circle-check",
        plan_actions.can_check_in,
        context=True,
    ),
    Spec(
        "move_up",
        Message("Move &up"),
        plan_actions.move_up,
        Place("plan", 3),
        ("Alt+Up",),
        "arrow-up",
        plan_actions.can_move_up,
        context=True,
    ),
    Spec(
        "move_down",
        Message("Move &down"),
        plan_actions.move_down,
        Place("plan", 3),
        ("Alt+Down",),
        "arrow-down",
        plan_actions.can_move_down,
        context=True,
    ),
    Spec(
        "indent",
        Message("Support the objective &above"),
        plan_actions.indent,
        Place("plan", 3),
        ("Ctrl+]",),
        "indent-increase",
        plan_actions.can_indent,
        context=True,
    ),
    Spec(
        "outdent",
        Message("Support one &level higher"),
        plan_actions.outdent,
        Place("plan", 3),
        ("Ctrl+[",),
        "indent-decrease",
        plan_actions.can_outdent,
        context=True,
    ),
    Spec(
        "about",
        Message("&About OKR Desk"),
        view_actions.about,
        Place("help", 1),
        (),
        "circle-help",
    ),
)
