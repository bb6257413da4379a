"""To a past day and back: the whole window shows the plan as it stood then."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from okrdesk.domain.errors import UserError
from okrdesk.ui import view_state
from okrdesk.ui.banners import Banners, Rank, State
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.notices import Notices, Way
from okrdesk.ui.past_bridge import READ_ONLY, PastBridge
from okrdesk.ui.plan_view import PlanView
from okrdesk.ui.session import Session
from okrdesk.ui.translation import day_of_year, said

CHANGING = ("edit", "plan")
"""The menus whose actions change the plan, by their ids."""


class Regions(Protocol):
    """Where the regions of a plan are shown."""

    @property
    def view(self) -> PlanView | None:
        """The regions that are seen."""

    def show_past(self, bridge: Bridge) -> PlanView:
        """Makes those of the plan's past."""

    def show_today(self) -> None:
        """Shows those of today again."""


class TimeTravel(QObject):
    """Belongs to one window.

    The past has regions of its own, drawn from a ``PastBridge``; those of today wait out of sight
    with their selection, scrolling and open editors. ``arrived`` carries the bridge and the regions
    of the past before they are filled, ``turned`` follows each way there and back.
    """

    arrived = Signal(object, object)
    turned = Signal()

    def __init__(
        self,
        window: QWidget,
        session: Session,
        stage: Regions,
        notices: Notices,
        every_action: Callable[[], list[QAction]],
    ) -> None:
        super().__init__(window)
        self._session, self._stage, self._notices = session, stage, notices
        self._every_action = every_action
        self.bridge: PastBridge | None = None
        """The plan's past while that is looked at."""
        session.closing.connect(self.back)
        window.installEventFilter(self)

    @property
    def day(self) -> date | None:
        """The past day that is looked at; None: today."""
        return None if self.bridge is None else self.bridge.today

    def go(self, day: date) -> None:
        """Shows the plan as it stood at the end of a day; today and later days are today."""
        live, view = self._session.bridge, self._stage.view
        if live is None or view is None or day == self.day:
            return
        if day >= live.today:
            self.back()
            return
        view.commit()
        try:
            past = PastBridge(live, day)
        except UserError as error:
            self._notices.say(said(error.message))
            return
        state, left = view_state.state_of(view), self.bridge
        self.bridge = past
        self._arrive(past, state)
        if left is not None:
            left.deleteLater()

    def back(self) -> None:
        """Shows the plan as it stands today, as it was left."""
        past, self.bridge = self.bridge, None
        if past is not None:
            self._stage.show_today()
            past.deleteLater()
            self.turned.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hears the keys that nobody in the window wanted: Esc, and those of what is disabled."""
        if self.bridge is not None and event.type() == QEvent.Type.KeyPress:
            return isinstance(event, QKeyEvent) and self._answer(event)
        return super().eventFilter(watched, event)

    def _arrive(self, past: PastBridge, state: object) -> None:
        view = self._stage.show_past(past)
        self.arrived.emit(past, view)
        view_state.restore(view, state)
        words = self.tr("The plan as it stood on {day}.").format(day=day_of_year(past.today))
        ways = ((self.tr("Back to today"), self.back),)
        Banners(view.banner).show(Rank.PAST, State(words, "history", ways))
        view.refresh()
        view.focus_page()
        self.turned.emit()

    def _answer(self, event: QKeyEvent) -> bool:
        keys = event.keyCombination()
        if keys.toCombined() == Qt.Key.Key_Escape.value:
            self.back()
            return True
        if any(
            QKeySequence(keys) in action.shortcuts()
            and not action.isEnabled()
            and action.property("menu_id") in CHANGING
            for action in self._every_action()
        ):
            self._notices.say(said(READ_ONLY), Way(self.tr("Back to today"), self.back))
            return True
        return False
