"""Asks once, in passing, who is at this keyboard, and lets a person be another one."""

from PySide6.QtCore import QObject, QPoint

from okrdesk.domain.tables import PERSON
from okrdesk.ui.banners import Banners, Rank, State
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.desk import Desk
from okrdesk.ui.me import ask_me, asked_already, me_in, stop_asking
from okrdesk.ui.translation import tr


class MeAsking(QObject):
    """Follows the plan of one window: what is written there gets the name of who is here.

    The question comes in the banner with the first thing that is written without a name; nobody
    who only reads is asked, and nobody twice.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.widget)
        self._desk = desk
        self._banners: Banners | None = None
        desk.session.closing.connect(self._leave)

    def follow(self, bridge: Bridge, banners: Banners) -> None:
        """Takes over a plan that was opened, and its banner."""
        self._banners = banners
        bridge.workspace.author = me_in(self._desk.session)
        bridge.updated.connect(self._ask_in_passing)

    def _leave(self) -> None:
        self._banners = None

    def _ask_in_passing(self) -> None:
        session = self._desk.session
        if self._banners is None or session.bridge is None or asked_already(session):
            return
        stop_asking(session)
        if session.bridge.snapshot.count(PERSON) > 1 and me_in(session) is None:
            self.ask()

    def ask(self) -> None:
        """Puts the question into the banner."""
        if self._banners is None:
            return
        words = self.tr("Who are you? What you write here will then carry your name.")
        ways = (
            (self.tr("Choose…"), self._choose),
            (self.tr("Not now"), self.end),
        )
        self._banners.show(Rank.ME, State(words, "circle-user", ways))

    def _choose(self) -> None:
        choose_me(self._desk)
        self.end()

    def end(self) -> None:
        """Takes the question away."""
        if self._banners is not None:
            self._banners.end(Rank.ME)


def choose_me(desk: Desk) -> None:
    """Asks in a menu below the name of the plan who is here."""
    view = desk.view
    if view is None:
        return
    below = view.sidebar.switcher if view.sidebar_shown else view
    place = below.mapToGlobal(QPoint(0, 0 if below is view else below.height()))

    def go_on() -> None:
        desk.toast(tr("You are {name}.").format(name=my_name(desk)))

    ask_me(view, desk.session, place, go_on)


def can_choose_me(desk: Desk) -> bool:
    """Whether there is more than one person to be."""
    return desk.bridge is not None and sum(p.active for p in desk.bridge.snapshot.rows(PERSON)) > 1


def me_words(desk: Desk) -> str:
    """The text of the action: who is here now."""
    name = my_name(desk)
    return tr("&You are {name}…").format(name=name.replace("&", "&&")) if name else tr("&You are…")


def my_name(desk: Desk) -> str:
    """The name of who is here; empty when nobody said so."""
    person = None if desk.bridge is None else desk.bridge.snapshot.find(PERSON, me_in(desk.session))
    return "" if person is None else person.name
