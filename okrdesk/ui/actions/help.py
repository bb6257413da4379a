"""The Help menu: about the program."""

from okrdesk.text import Message
from okrdesk.ui import support
from okrdesk.ui.actions.spec import Place, Spec
from okrdesk.ui.desk import Desk


def _about(desk: Desk) -> None:
    from okrdesk.ui.dialogs.about import AboutDialog

    AboutDialog(desk).open()


HELP: tuple[Spec, ...] = (
    Spec(
        "log_folder",
        Message("Open &log folder"),
        support.open_log_folder,
        Place("help", 2),
        (),
        "folder-open",
    ),
    Spec(
        "diagnostics",
        Message("Copy &diagnostics"),
        support.copy_diagnostics,
        Place("help", 2),
        (),
        "copy",
    ),
    Spec(
        "about",
        Message("&About OKR Desk"),
        _about,
        Place("help", 3),
        (),
        "circle-help",
    ),
)
