"""The weekly check-in: the queue of what is due, one card at a time."""

from collections.abc import Callable
from functools import partial
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from okrdesk.domain.check_in_queue import Whose
from okrdesk.domain.check_in_round import Round, begin_round, seconds_left
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.charts.library import ChartLibrary
from okrdesk.ui.check_in.aside import Aside
from okrdesk.ui.check_in.card import CheckInCard, QueueCard
from okrdesk.ui.check_in.foot import Foot
from okrdesk.ui.check_in.grid_pane import GridPane
from okrdesk.ui.check_in.head import Head, Progress
from okrdesk.ui.check_in.kpi_card import card_of
from okrdesk.ui.check_in.queue_model import QueueModel, value_text
from okrdesk.ui.check_in.queue_view import QueueView
from okrdesk.ui.check_in.resting import Resting
from okrdesk.ui.desk import Desk
from okrdesk.ui.look import frame
from okrdesk.ui.me import usual_people
from okrdesk.ui.translation import said
from okrdesk.ui.widgets.scrolled import scrolled

ASIDE_FROM = 1140
"""Narrower pages leave out what stands beside the card."""
LOW = 680
"""In lower pages the card stands closer together, so that nothing of it lies below the fold."""
QUEUE, ASIDE = 340, 264
LONGEST = 300.0
"""Seconds after which a pause is no measure of a person's pace."""


class CheckInPage(QWidget):
    """Goes through what is due; what is saved stays saved, however a person leaves."""

    def __init__(self, desk: Desk, bridge: Bridge, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._desk, self._bridge, self._clock = desk, bridge, clock
        self._whose = usual_people(bridge)
        self.round = Round((), bridge.scores)
        self.card: QueueCard | None = None
        self._shown_at, self._paces = clock(), list[float]()
        look = desk.look
        self.head = Head(look)
        self.head.whose_chosen.connect(self.begin)
        self.head.finished.connect(self.leave)
        self.model = QueueModel(self)
        self.queue = QueueView(look)
        self.queue.setModel(self.model)
        self.queue.chosen.connect(self.go_to)
        self.resting = Resting(look)
        self.resting.dashboard_wanted.connect(partial(desk.show_page, "dashboard"))
        self.resting.again.connect(self.go_through_again)
        self.resting.objective_wanted.connect(desk.action("new_objective").trigger)
        view = desk.view
        charts = ChartLibrary() if view is None else view.inspector.tools.charts
        self.aside = Aside(bridge, look, charts)
        self.table = GridPane(bridge, look)
        self.table.saved.connect(self._end_table)
        self.head.form.chosen.connect(self.show_as_table)
        self._build()
        for keys, do in (
            ("Ctrl+Up", partial(self.step, -1)),
            ("Ctrl+Down", partial(self.step, 1)),
            ("Ctrl+End", self.leave),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    @property
    def item(self) -> int | None:
        """The key result on the card; None at rest."""
        return None if self.card is None else self.card.item

    def begin(self, whose: Whose | None = None) -> None:
        """Begins a new pass through what is due, for the same people or others."""
        self._whose = self._whose if whose is None else whose
        self.round = begin_round(self._bridge.scores, self._whose)
        self.head.show_people(self._bridge.snapshot, self._bridge.workspace.author, self._whose)
        self.go_to(self.round.following(None, self._bridge.scores))

    def go_to(self, item: int | None) -> None:
        """Puts a key result on the card; None shows how the pass ended."""
        if self.card is not None:
            self._middle.removeWidget(self.card)
            self.card.deleteLater()
            self.card = None
        self.resting.setVisible(item is None)
        if item is None:
            self.resting.show_end(self.round, self._bridge.scores)
        else:
            self.card = self._made_card(item)
            self._middle.addWidget(self.card)
            self.aside.show_item(item)
        self._fit()
        self._show_standing()
        self._shown_at = self._clock()
        self.focus()

    def show_as_table(self, on: object) -> None:
        """Shows all that is due at once, or one card after the other."""
        self.head.form.show_choice(bool(on))
        for part in (self._cards, self._foot):
            part.setVisible(not on)
        self.table.setVisible(bool(on))
        self._show_standing()
        self.focus()

    def show_if_here(self, item: int) -> None:
        """Puts a key result on the card if it is in the pass."""
        if item in self.round.present(self._bridge.scores):
            self.go_to(item)

    def go_through_again(self) -> None:
        """Opens the first answer of the pass once more."""
        self.go_to(next(iter(self.round.present(self._bridge.scores)), None))

    def step(self, by: int) -> None:
        """Goes back, or skips: a key result that is skipped stays due."""
        if self.item is not None:
            self.go_to(self.round.beside(self.item, by, self._bridge.scores))

    def leave(self) -> None:
        """Goes back to the plan; what was saved is saved."""
        self._desk.show_page("plan")

    def refresh(self) -> None:
        """Follows an edit: an undo makes a key result due again, a new one joins next time."""
        if self.card is not None and self.card.form.saving:
            return
        now = self._bridge.scores
        if self.item is None and not self.round.done(now):
            self.begin()
            return
        if self.item is not None and self.item not in self.round.present(now):
            self.go_to(self.round.following(None, now))
            return
        if self.item is None and (due := self.round.following(None, now)) is not None:
            self.go_to(due)
            return
        if self.item is not None:
            self.aside.show_item(self.item)
        self._show_standing()

    def focus(self) -> None:
        """Puts the focus into the value."""
        if not self.table.isHidden():
            self.table.grid.focus_first()
        elif self.card is not None:
            self.card.form.focus_value()
        elif self.resting.dashboard_button.isVisibleTo(self.resting):
            self.resting.dashboard_button.setFocus()
        else:
            self.queue.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fields would take Ctrl+End for themselves; here it finishes."""
        end = QKeySequence.StandardKey.MoveToEndOfDocument
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.matches(end)
        ):
            self.leave()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives a narrow page to queue and card."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = isinstance(self.card, CheckInCard) and self.width() >= ASIDE_FROM
        self.aside.setVisible(beside)
        low = self.height() < self._desk.look.themes.theme.length(LOW)
        self.head.setContentsMargins(20, 14, 20, 8 if low else 12)
        self._row.setContentsMargins(20, 0, 20, 6 if low else 14)
        if self.card is not None:
            self.card.set_low(low)
        self._queue_card.setFixedWidth(min(QUEUE, self.width() * 3 // 10))

    def _made_card(self, item: int) -> QueueCard:
        items = self.round.present(self._bridge.scores)
        place = self.tr("{number} of {all}")
        place = place.format(number=items.index(item) + 1, all=len(items))
        card = card_of(self._bridge, self._desk.look, item, place)
        before = value_text(self._bridge.scores, item)
        card.saved.connect(lambda: self._go_on(item, before))
        card.stepped.connect(self.step)
        for field in card.findChildren(QWidget):
            if isinstance(field, QAbstractSpinBox | QLineEdit | QPlainTextEdit):
                field.installEventFilter(self)
        return card

    def _go_on(self, item: int, before: str) -> None:
        took = self._clock() - self._shown_at
        if took < LONGEST:
            self._paces.append(took)
        now = self._bridge.scores
        after = value_text(now, item)
        saved, kept = self.tr("Saved {value}, was {before}"), self.tr("Confirmed {value}")
        words = kept if after == before else saved
        self._desk.toast(words.format(value=after, before=before), undo=True)
        self.go_to(self.round.following(item, now))

    def _end_table(self, count: int) -> None:
        """Tells what was saved; with nothing left the table gives way to the end of the pass."""
        self._desk.toast(said(Message("%n checked in", count=count)), undo=True)
        following = self.round.following(None, self._bridge.scores)
        self.go_to(following)
        if following is None:
            self.show_as_table(on=False)

    def _show_standing(self) -> None:
        now = self._bridge.scores
        self.model.show_round(self.round, now, self.item)
        done, every = self.model.done, len(self.round.present(now))
        self.queue.setCurrentIndex(self.model.index_of(self.item))
        self.head.show_progress(Progress(done, every, seconds_left(every - done, self._paces)))
        view = self._desk.view
        self.head.show_day(None if view is None else view.scope.cycle, self._bridge.today)
        self._queue_card.setVisible(every > 0)
        if not self.table.isHidden():
            self.table.show_round(self.round)

    def _build(self) -> None:
        self._queue_card = frame("card")
        inside = QVBoxLayout(self._queue_card)
        inside.setContentsMargins(1, 8, 1, 8)
        inside.addWidget(self.queue)
        self._middle = QVBoxLayout()
        self._middle.addWidget(self.resting)
        self.aside.setFixedWidth(ASIDE)
        self._row = row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._queue_card)
        row.addLayout(self._middle, 1)
        row.addWidget(self.aside)
        content = QWidget()
        content.setLayout(row)
        self._cards, self._foot = scrolled(content), Foot(self._desk.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._cards, 1)
        column.addWidget(self._foot)
        column.addWidget(self.table, 1)
        self.table.hide()
