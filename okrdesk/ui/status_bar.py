"""The line at the bottom: saved when, backed up when, how much there is, and where."""

from datetime import datetime

from PySide6.QtCore import QEvent, QTime
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from okrdesk.domain.entities import Cycle
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE
from okrdesk.text import Message
from okrdesk.ui.action_buttons import name_of
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.look import Look
from okrdesk.ui.session import Session
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said, short_date, tr


class StatusBar(QStatusBar):
    """Says that the plan is safe."""

    def __init__(self, look: Look, backups: QAction) -> None:
        """``backups``: the action that lists them."""
        super().__init__()
        self.setSizeGripEnabled(False)
        self._counted: object = None
        self._saved_icon, self._saved = look.icon("check", 14), _caption(look)
        self._counts, self._place = _caption(look), _caption(look)
        self._backup = look.button("", backups.trigger, "status")
        self._backups = backups
        self.addWidget(_beside(self._saved_icon, self._saved, left=12))
        self.addWidget(_beside(self._backup, left=8))
        self.addPermanentWidget(_beside(self._counts, left=0))
        self.addPermanentWidget(_beside(look.icon("lock", 14), self._place, left=8, right=12))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._counted = None
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Status bar"))
        self._backup.setToolTip(name_of(self._backups))
        self._place.setText(self.tr("On this computer only"))

    def show_plan(self, bridge: Bridge | None, session: Session, cycle: Cycle | None) -> None:
        """Says when the plan was saved and backed up, and how much the cycle holds."""
        self._saved.setText(self._saved_words(bridge, session))
        self._show_counts(bridge, cycle)
        made = None if bridge is None else bridge.workspace.backups.newest
        self._backup.setText(backup_text(made, session.clock.now().astimezone()))
        self._backup.setVisible(bool(self._backup.text()))

    def _show_counts(self, bridge: Bridge | None, cycle: Cycle | None) -> None:
        """Counts only where something may have come or gone: a large plan has much to count."""
        if bridge is None:
            self._counted = None
            self._counts.setText("")
            return
        counted = (cycle, bridge.snapshot.state(OBJECTIVE, KEY_RESULT))
        if counted != self._counted:
            self._counted = counted
            self._counts.setText(counted_words(bridge.snapshot, cycle))

    def _saved_words(self, bridge: Bridge | None, session: Session) -> str:
        if bridge is not None and bridge.read_only:
            return self.tr("Read-only")
        if session.saved_at is None:
            return self.tr("Ready")
        return self.tr("Saved {time}").format(time=clock_time(session.saved_at))

    def backup_words(self) -> str:
        """What it says about backups."""
        return self._backup.text()

    def saved_text(self) -> str:
        """What it says about saving."""
        return self._saved.text()

    def counts_text(self) -> str:
        """What it says the cycle or the plan holds."""
        return self._counts.text()


def backup_text(at: datetime | None, now: datetime) -> str:
    """When the newest backup was made, "Backup today 09:00"; nothing when there is none."""
    if at is None:
        return ""
    local = at.astimezone()
    text = tr("Backup today {time}") if local.date() == now.date() else tr("Backup {day} {time}")
    return text.format(day=short_date(local.date()), time=clock_time(local))


def counted_words(snapshot: Snapshot, cycle: Cycle | None) -> str:
    """What the cycle or the plan holds, "7 objectives · 21 key results in Q3 2026"."""
    objectives = list(snapshot.ids(OBJECTIVE))
    if cycle is not None:
        objectives = list(snapshot.child_ids(OBJECTIVE, "cycle", cycle.id))
    key_results = sum(len(snapshot.child_ids(KEY_RESULT, "objective", id)) for id in objectives)
    words = " · ".join(
        (
            said(Message("%n objective(s)", count=len(objectives))),
            said(Message("%n key result(s)", count=key_results)),
        )
    )
    if cycle is None:
        return words
    return tr("{counts} in {cycle}").format(counts=words, cycle=cycle.name)


def clock_time(at: datetime) -> str:
    """Hours and minutes, "14:32"."""
    return QTime(at.hour, at.minute).toString("HH:mm")


def _caption(look: Look) -> QLabel:
    return look.label("", TextRole.CAPTION, "2")


def _beside(*widgets: QWidget, left: int, right: int = 8) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(left, 0, right, 0)
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    return box
