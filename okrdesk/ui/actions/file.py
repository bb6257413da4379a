"""The File menu: opening, keeping and handing out plans."""

from okrdesk.text import Message
from okrdesk.ui import file_actions
from okrdesk.ui.actions.spec import Place, Spec
from okrdesk.ui.conditions import plan_is_open, plan_is_writable
from okrdesk.ui.keeping.actions import backups

FILE: tuple[Spec, ...] = (
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
        plan_is_open,
    ),
    Spec(
        "save_copy",
        Message("Save a cop&y…"),
        file_actions.save_copy,
        Place("file", 2),
        ("Ctrl+Shift+S",),
        "copy",
        plan_is_open,
    ),
    Spec(
        "back_up",
        Message("&Back up now"),
        file_actions.back_up,
        Place("file", 2),
        (),
        "archive",
        plan_is_writable,
    ),
    Spec(
        "backups",
        Message("Bac&kups…"),
        backups,
        Place("file", 2),
        (),
        "history",
        plan_is_open,
    ),
    Spec(
        "export_pdf",
        Message("Export &PDF report…"),
        file_actions.export_pdf,
        Place("file", 3),
        ("Ctrl+Shift+E",),
        "file-text",
        plan_is_open,
    ),
    Spec(
        "export_csv",
        Message("Export CS&V…"),
        file_actions.export_csv,
        Place("file", 3),
        (),
        "download",
        plan_is_open,
    ),
    Spec(
        "close_plan",
        Message("&Close plan"),
        file_actions.close_plan,
        Place("file", 4),
        ("Ctrl+W",),
        "x",
        plan_is_open,
    ),
    Spec(
        "quit",
        Message("&Quit"),
        file_actions.quit_program,
        Place("file", 4),
        ("Ctrl+Q",),
    ),
)
