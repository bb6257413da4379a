"""The one table of actions, a file for each menu.

Menus, tool bar, context menu, palette and the page of shortcuts are built from it.
"""

from okrdesk.text import Message
from okrdesk.ui.actions.edit import EDIT
from okrdesk.ui.actions.file import FILE
from okrdesk.ui.actions.go import GO
from okrdesk.ui.actions.help import HELP
from okrdesk.ui.actions.plan import PLAN
from okrdesk.ui.actions.spec import Place, Spec
from okrdesk.ui.actions.view import VIEW

__all__ = ["ACTIONS", "MENUS", "SUBMENUS", "Place", "Spec"]

MENUS: tuple[tuple[str, Message], ...] = (
    ("file", Message("&File")),
    ("edit", Message("&Edit")),
    ("view", Message("&View")),
    ("plan", Message("&Plan")),
    ("go", Message("&Go")),
    ("help", Message("&Help")),
)
SUBMENUS: tuple[tuple[str, Message, Place], ...] = (
    ("recent", Message("Open &recent"), Place("file", 1)),
    ("copy_as", Message("C&opy as"), Place("edit", 2)),
    ("theme", Message("&Theme"), Place("view", 3)),
)

ACTIONS: tuple[Spec, ...] = (*FILE, *EDIT, *VIEW, *PLAN, *GO, *HELP)
