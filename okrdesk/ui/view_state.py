"""What the window looked like last time: its geometry, and for each plan its branches."""

import json
from typing import Any

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from okrdesk.app.settings import VIEW_STATES, Settings
from okrdesk.domain.ids import id_text, parse_id
from okrdesk.ui.pages import plan_state
from okrdesk.ui.pages.scrolling import scroll_to, top_row
from okrdesk.ui.plan_view import PlanView
from okrdesk.ui.scope import EVERYTHING

WINDOW = "window"
MOST_BRANCHES = 500
_ALL = "everything"


class ViewState:
    """Reads and writes the setting; what it cannot read is passed over."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def remember_window(self, window: QMainWindow) -> None:
        """Keeps size and place."""
        self._set(WINDOW, bytes(window.saveGeometry().toBase64().data()).decode())

    def restore_window(self, window: QMainWindow) -> None:
        """Gives the window its size and place, if they are known and still on a screen."""
        text = self._settings.get(VIEW_STATES).get(WINDOW)
        if text:
            window.restoreGeometry(QByteArray.fromBase64(text.encode()))

    def remember_plan(self, path: str, view: PlanView) -> None:
        """Keeps branches, selection, scrolling, page, filters, and how wide the regions are."""
        self._set(path, json.dumps(state_of(view)))

    def restore_plan(self, path: str, view: PlanView) -> None:
        """Chooses the cycle, opens the branches and selects the item of last time."""
        try:
            state = json.loads(self._settings.get(VIEW_STATES).get(path, "{}"))
        except ValueError:
            return
        restore(view, state)

    def _set(self, key: str, text: str) -> None:
        states = {**self._settings.get(VIEW_STATES), key: text}
        self._settings.set(VIEW_STATES, states)


def state_of(view: PlanView) -> dict[str, Any]:
    """How a plan is looked at, ready for JSON."""
    page = view.page
    return {
        "open": [id_text(node) for node in sorted(page.tree.opened())][:MOST_BRANCHES],
        "current": _id_text(page.current),
        "top": _id_text(top_row(page)),
        "sizes": view.regions.sizes(),
        "sidebar": view.regions.wanted.sidebar,
        "inspector": view.regions.wanted.inspector,
        "page": view.pages.shown,
        "cycle": _choice_text(view.scope.choice),
        "tree": plan_state.state_of(page),
    }


def restore(view: PlanView, state: Any) -> None:
    """Lets a plan be looked at as ``state_of`` told; what cannot be read is passed over."""
    try:
        opened = [parse_id(text) for text in state.get("open", [])]
        current, top = (parse_id(state.get(key) or "") for key in ("current", "top"))
        widths = [int(size) for size in state.get("sizes", [])]
        choice = _choice(state.get("cycle") or "")
        page = str(state.get("page") or "")
        no_sidebar, no_inspector = (state.get(name) is False for name in ("sidebar", "inspector"))
    except (ValueError, TypeError, AttributeError):
        return
    view.scope.choose(choice)
    plan_state.restore(view.page, state.get("tree"))
    view.restore([node for node in opened if node is not None], current, widths)
    if top is not None:
        scroll_to(view.page, top)
    if no_sidebar:
        view.show_sidebar(shown=False)
    if no_inspector:
        view.show_inspector(shown=False)
    if page in view.entries:
        view.show_page(page)


def _id_text(item: int | None) -> str | None:
    return None if item is None else id_text(item)


def _choice_text(choice: int | None) -> str | None:
    if choice is None:
        return None
    return _ALL if choice == EVERYTHING else id_text(choice)


def _choice(text: str) -> int | None:
    return EVERYTHING if text == _ALL else parse_id(text)
