"""Keeps what is being typed into an open editor, and brings it back after a crash."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from okrdesk.ui.bridge import Bridge
from okrdesk.ui.desk import Desk

if TYPE_CHECKING:
    from okrdesk.app.drafts import Drafts

IDLE_MS = 2_000
"""How long after the last key a draft is written."""
OFFER_MS = 500
"""Looking for drafts waits until the plan is painted."""
Field = QLineEdit | QPlainTextEdit


class DraftKeeper(QObject):
    """Follows the focus through the editors of one window's plan.

    An editor that commits or is cancelled has no draft any more: what is found when a plan is
    opened was being typed when the program ended without warning.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.widget)
        self._desk = desk
        self._field: Field | None = None
        self._area: QWidget | None = None
        self._place = ""
        self.idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self.idle.timeout.connect(self._save)
        self.later = QTimer(self, singleShot=True, interval=OFFER_MS)
        self.later.timeout.connect(self.offer)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        desk.session.opened.connect(self._begin)
        desk.session.closing.connect(self._let_go)

    def offer(self) -> None:
        """Puts the newest draft back into its editor, where it waits for Enter or Esc."""
        bridge, view = self._desk.bridge, self._desk.view
        if bridge is None or view is None or bridge.read_only:
            return
        drafts = self._drafts(bridge)
        for draft in reversed(drafts.offered()):
            from okrdesk.ui.draft_places import put_back

            drafts.forget(draft.place)
            if put_back(self._desk, draft.place, draft.text):
                text = self.tr("What you were typing is back. Enter keeps it, Esc lets it go.")
                self._desk.toast(text)
                return

    def _begin(self, bridge: Bridge) -> None:
        bridge.updated.connect(self._forget_if_written)
        self.later.start()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """An editor keeps its draft while the focus is in it or in another window."""
        area = self._area
        if new is None or new is area or (area is not None and area.isAncestorOf(new)):
            return
        self._let_go()
        if isinstance(new, Field) and self._desk.view is not None:
            from okrdesk.ui.draft_places import area_of, place_of

            self._place = place_of(self._desk, new)
            if self._place:
                self._field, self._area = new, area_of(new)
                new.textChanged.connect(self._wait)
                new.destroyed.connect(self._drop)

    def _wait(self) -> None:
        self.idle.start()

    def _save(self) -> None:
        bridge = self._desk.bridge
        if self._field is None or bridge is None or bridge.read_only:
            return
        # Who types already is not to be interrupted by what is left over.
        self.later.stop()
        text = text_of(self._field)
        if self._is_waiting(self._field) and text.strip():
            now = self._desk.session.clock.now()
            self._drafts(bridge).save(self._place, text, now)
        else:
            self._forget()

    def _forget_if_written(self) -> None:
        if self._field is not None and not self._is_waiting(self._field):
            self._forget()

    def _is_waiting(self, field: Field) -> bool:
        """Whether the text is not written yet: in a form it is until the form closes."""
        return self._area is not field or is_modified(field)

    def _let_go(self) -> None:
        """The editor has written its text or given it up."""
        if self._field is not None:
            self._field.textChanged.disconnect(self._wait)
            self._field.destroyed.disconnect(self._drop)
            self._drop()

    def _drop(self) -> None:
        self._field = self._area = None
        self._forget()

    def _forget(self) -> None:
        self.idle.stop()
        if self._place and self._desk.bridge is not None:
            self._drafts(self._desk.bridge).forget(self._place)

    def _drafts(self, bridge: Bridge) -> "Drafts":
        from okrdesk.app.drafts import Drafts

        return Drafts(self._desk.session.places.drafts_of(bridge.path))


def text_of(field: Field) -> str:
    """What stands in a field of one or several lines."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def is_modified(field: Field) -> bool:
    """Whether something was typed that is not written yet."""
    return field.isModified() if isinstance(field, QLineEdit) else field.document().isModified()
