"""The Help menu: about the program."""

from okrdesk.text import Message
from okrdesk.ui import view_actions
from okrdesk.ui.actions.spec import Place, Spec

HELP: tuple[Spec, ...] = (
    Spec(
        "about",
        Message("&About OKR Desk"),
        view_actions.about,
        Place("help", 1),
        (),
        "circle-help",
    ),
)
