"""The pages of the main area, in the order of the sidebar: a new screen is one row here.

Its sidebar entry, its action ``page_<id>``, its line in the Go menu and its place in the history of
back and forward follow from the row.


A page may know ``Desk`` but not the table of actions, which knows the pages: what a page wants of
it comes from ``Desk.action`` and ``Desk.every_action``. In ``ui.pages`` is what the regions of a
plan are made of, so a page that wants ``Desk`` has its own module or package beside it.
"""

from collections.abc import Callable
from typing import NamedTuple

from okrdesk.text import Message
from okrdesk.ui.desk import Desk
from okrdesk.ui.page import Page


class Screen(NamedTuple):
    """A row of ``PAGES``; see ``page.Entry`` for what the fields say."""

    id: str
    title: Message
    icon: str
    keys: tuple[str, ...]
    make: Callable[[Desk], Page]
    """Makes the page; imports it inside, for a start loads only what is on screen."""
    inspector: bool = False
    at_bottom: bool = False
    menu: str = "go"
    """The menu of its action, by its id in ``actions.MENUS``."""
    section: int = 2


def _plan(desk: Desk) -> Page:
    from okrdesk.ui.pages.plan_screen import PlanScreen

    if desk.view is None:
        raise LookupError("plan")
    return PlanScreen(desk.view.page, desk.view.scope)


def _settings(desk: Desk) -> Page:
    from okrdesk.ui.settings.screen import SettingsScreen

    return SettingsScreen(desk)


def _shortcuts(desk: Desk) -> Page:
    from okrdesk.ui.settings.keys_screen import KeysScreen

    return KeysScreen(desk)


def _check_in(desk: Desk) -> Page:
    from okrdesk.ui.check_in.screen import CheckInScreen

    return CheckInScreen(desk)


def _dashboard(desk: Desk) -> Page:
    from okrdesk.ui.dashboard.screen import DashboardScreen

    return DashboardScreen(desk)


def _initiatives(desk: Desk) -> Page:
    from okrdesk.ui.initiatives.screen import InitiativesScreen

    return InitiativesScreen(desk)


def _kpis(desk: Desk) -> Page:
    from okrdesk.ui.kpis.screen import KpisScreen

    return KpisScreen(desk)


def _matrix(desk: Desk) -> Page:
    from okrdesk.ui.matrix.screen import MatrixScreen

    return MatrixScreen(desk)


def _map(desk: Desk) -> Page:
    from okrdesk.ui.map.screen import MapScreen

    return MapScreen(desk)


def _weeks(desk: Desk) -> Page:
    from okrdesk.ui.weeks.screen import WeeksScreen

    return WeeksScreen(desk)


WEEKS = "weeks"
"""The page that a person may do without."""
PAGES: tuple[Screen, ...] = (
    Screen("plan", Message("&Plan"), "target", ("Ctrl+1",), _plan, inspector=True),
    Screen("check_in", Message("&Check-in"), "circle-check", ("Ctrl+2",), _check_in),
    Screen("dashboard", Message("&Dashboard"), "layout-dashboard", ("Ctrl+3",), _dashboard),
    Screen("map", Message("Ali&gnment map"), "workflow", ("Ctrl+4",), _map),
    Screen("kpis", Message("&KPIs"), "activity", ("Ctrl+5",), _kpis),
    Screen("matrix", Message("OKR–KPI mat&rix"), "grid-3x3", ("Ctrl+6",), _matrix),
    Screen("initiatives", Message("&Initiatives"), "list-checks", ("Ctrl+7",), _initiatives),
    Screen(WEEKS, Message("&Weekly journal"), "calendar-range", ("Ctrl+J",), _weeks),
    Screen(
        "settings",
        Message("&Settings"),
        "settings-2",
        ("Ctrl+,",),
        _settings,
        at_bottom=True,
        menu="edit",
        section=9,
    ),
    Screen(
        "shortcuts",
        Message("&Shortcuts"),
        "keyboard",
        ("F1", "Ctrl+?"),
        _shortcuts,
        at_bottom=True,
        menu="help",
        section=1,
    ),
)
FIRST = PAGES[0].id


def screen(page_id: str) -> Screen:
    """The row with this id; KeyError for another."""
    return {page.id: page for page in PAGES}[page_id]
