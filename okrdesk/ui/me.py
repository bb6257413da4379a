"""Who is at this keyboard."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from okrdesk.domain.check_in_queue import ALL, Whose
from okrdesk.domain.entities import Person
from okrdesk.domain.ids import id_text, parse_id
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import ORGANISATION, PERSON
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.session import Session
from okrdesk.ui.translation import tr

NOBODY = ""
"""Who is here when the question was passed over."""


def me_in(session: Session) -> int | None:
    """The person at this keyboard in the open plan; the only one there is, if nobody was named."""
    if session.bridge is None:
        return None
    snapshot = session.bridge.snapshot
    named = snapshot.find(PERSON, parse_id(session.settings.me(_plan_id(snapshot)) or ""))
    people = _people(snapshot)
    if named is not None:
        return named.id
    return people[0].id if len(people) == 1 else None


def set_me(session: Session, person: int) -> None:
    """Says who is at this keyboard in the open plan; what is written from now on has the name."""
    if session.bridge is not None:
        session.settings.set_me(_plan_id(session.bridge.snapshot), id_text(person))
        session.bridge.workspace.author = person
        session.me_changed.emit()


def asked_already(session: Session) -> bool:
    """Whether somebody was named, or the question was passed over."""
    bridge = session.bridge
    return bridge is not None and session.settings.me(_plan_id(bridge.snapshot)) is not None


def stop_asking(session: Session) -> None:
    """Notes that the question was asked; an answer may still come."""
    if session.bridge is not None and not asked_already(session):
        session.settings.set_me(_plan_id(session.bridge.snapshot), NOBODY)


def ask_me(parent: QWidget, session: Session, place: QPoint, then: Callable[[], object]) -> None:
    """Asks in a menu at a place of the screen who is here; ``then`` follows an answer."""
    if session.bridge is None:
        return

    def answer(person: int) -> None:
        set_me(session, person)
        then()

    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.addAction(tr("You are…")).setEnabled(False)
    for person in _people(session.bridge.snapshot):
        action = menu.addAction(person.name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(person.id == me_in(session))
        action.triggered.connect(partial(answer, person.id))
    menu.popup(place)
    menu.setActiveAction(menu.actions()[1])


def _people(snapshot: Snapshot) -> list[Person]:
    return [person for person in snapshot.sorted_rows(PERSON) if person.active]


def _plan_id(snapshot: Snapshot) -> str:
    return id_text(next(snapshot.ids(ORGANISATION), 0))


def usual_people(bridge: Bridge) -> Whose:
    """What is the person's at the keyboard; everyone's where nobody said who that is."""
    me = bridge.workspace.author
    known = me is not None and bridge.snapshot.find(PERSON, me) is not None
    return Whose(person=me) if known else ALL
