"""The weekly journal of a person, a team or everyone."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.check_in_queue import Whose
from okrdesk.domain.cycles import week_start
from okrdesk.domain.tables import (
    CHECK_IN,
    CYCLE,
    KEY_RESULT,
    KPI,
    KPI_VALUE,
    OBJECTIVE,
    PERSON,
    TEAM,
    WEEK_LINE,
)
from okrdesk.domain.week_page import WeekPage, confidences, week_page
from okrdesk.domain.words import Priority, WeekPart
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.desk import Desk
from okrdesk.ui.me import usual_people
from okrdesk.ui.weeks.card import PartCard
from okrdesk.ui.weeks.facts import confidence_rows, kpi_rows
from okrdesk.ui.weeks.head import Head, week_words
from okrdesk.ui.weeks.line import LineRow
from okrdesk.ui.weeks.paper import paper_text
from okrdesk.ui.widgets.scrolled import scrolled

SEEN = (WEEK_LINE, PERSON, TEAM, OBJECTIVE, KEY_RESULT, CHECK_IN, KPI, KPI_VALUE, CYCLE)
"""Only an edit of these tables changes what the page shows."""
WEEK = timedelta(days=7)


class PageState(NamedTuple):
    """The first day of the week, whose page it is, and whether it has four squares."""

    start: date
    whose: Whose
    squares: bool = False


class WeeksPage(QWidget):
    """Three columns: plans, progress, problems; or four squares with what matters this week."""

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__()
        self._desk, self._bridge = desk, bridge
        this = week_start(bridge.snapshot, bridge.today)
        self.state = PageState(this, usual_people(bridge))
        self._shown: object = None
        self.head = Head(desk.look)
        self.head.stepped.connect(self._step)
        self.head.whose_chosen.connect(lambda whose: self._turn(whose=whose))
        self.head.form_chosen.connect(lambda on: self._turn(squares=bool(on)))
        self.head.print_wanted.connect(self._print)
        look = desk.look
        self.plans = PartCard(look, self.tr("Plans"), self.tr("Add a plan and press Enter"))
        self.progress = PartCard(look, self.tr("Progress"), self.tr("What moved, and Enter"))
        self.problems = PartCard(look, self.tr("Problems"), self.tr("What holds you up, and Enter"))
        self.priorities = PartCard(look, self.tr("Priorities"), self.tr("What must happen"))
        self.confidence = PartCard(look, self.tr("Confidence"))
        self.health = PartCard(look, self.tr("Health"), self.tr("What has to stay well"))
        self.next = PartCard(look, self.tr("Next four weeks"), self.tr("What comes up"))
        self.parts = {
            WeekPart.PLAN: self.plans,
            WeekPart.PROGRESS: self.progress,
            WeekPart.PROBLEM: self.problems,
            WeekPart.HEALTH: self.health,
            WeekPart.NEXT: self.next,
        }
        for part, card in self.parts.items():
            card.written.connect(lambda text, part=part: self._add(text, part=part))
        self.priorities.written.connect(lambda text: self._add(text, priority=Priority.P1))
        self._build()
        self.refresh()

    @property
    def cards(self) -> tuple[PartCard, ...]:
        """What is seen, in the order of Tab."""
        if self.state.squares:
            return (self.priorities, self.confidence, self.health, self.next)
        return (self.plans, self.progress, self.problems)

    def refresh(self) -> None:
        """Shows the plan as it stands."""
        snapshot, state = self._bridge.snapshot, self.state
        seen = (snapshot.state(*SEEN), state, self._bridge.today)
        if seen == self._shown:
            return
        self._shown = seen
        page = week_page(snapshot, state.whose, state.start)
        self.head.show_week(state.start, week_start(snapshot, self._bridge.today))
        self.head.show_people(snapshot, state.whose)
        self.head.show_form(squares=state.squares)
        free = not self._bridge.read_only
        for card in self._all:
            card.setVisible(card in self.cards)
        for card in self.cards:
            card.show_rows(self._rows(card, page), free=free)

    def commit(self) -> None:
        """Writes what is being typed."""
        for card in self.cards:
            card.commit()

    def focus(self) -> None:
        """Puts the focus where the next line is written."""
        (self.head.form if self._bridge.read_only else self.cards[0].field).setFocus()

    def show_state(self, state: PageState) -> None:
        """Shows another week, page or form."""
        self.state = state
        self.refresh()

    def text(self) -> str:
        """The page as it is printed."""
        titled = {card.title: self._said(card) for card in self.cards}
        return paper_text(titled)

    def _said(self, card: PartCard) -> Sequence[str]:
        page = week_page(self._bridge.snapshot, self.state.whose, self.state.start)
        rows = self._rows(card, page)
        said = [row.accessibleName() for row in rows]
        for row in rows:
            row.deleteLater()
        return said

    def _rows(self, card: PartCard, page: WeekPage) -> list[QWidget]:
        bridge, look = self._bridge, self._desk.look
        if card is self.confidence:
            found = confidences(bridge.snapshot, self.state.whose, page.start)
            return list(confidence_rows(look, bridge.snapshot, found))
        if card in (self.plans, self.priorities):
            plans = page.plans if card is self.plans else page.priorities
            return [LineRow(bridge, look, plan.line, plan) for plan in plans]
        part = next(part for part, known in self.parts.items() if known is card)
        rows: list[QWidget] = [LineRow(bridge, look, line, None) for line in page.lines[part]]
        if card is self.health:
            kpis = [k for k in bridge.snapshot.sorted_rows(KPI) if k.active]
            kpis = [k for k in kpis if self.state.whose.has_kpi(k)]
            day = min(page.start + WEEK - timedelta(days=1), bridge.today)
            rows += kpi_rows(look, bridge.snapshot, [kpi.id for kpi in kpis], day)
        return rows

    def _add(
        self, text: str, part: WeekPart = WeekPart.PLAN, priority: Priority | None = None
    ) -> None:
        on = self.state.start
        if on <= self._bridge.today < on + WEEK:
            on = self._bridge.today
        person, team = self.state.whose
        self._bridge.attempt(
            commands.add_week_line,
            text,
            part=part,
            on=on,
            person=person,
            team=team,
            priority=priority,
        )

    def _step(self, weeks: int) -> None:
        this = week_start(self._bridge.snapshot, self._bridge.today)
        self._turn(start=self.state.start + weeks * WEEK if weeks else this)

    def _turn(self, **fields: object) -> None:
        self.commit()
        self.show_state(self.state._replace(**fields))  # type: ignore[arg-type]  # its own fields

    def _print(self) -> None:
        from okrdesk.ui.settings.printing import ask_and_print

        self.commit()
        words = self.tr("Weekly journal, {week}").format(week=week_words(self.state.start))
        ask_and_print(self, words, self.text())

    def _build(self) -> None:
        squares = (self.priorities, self.confidence, self.health, self.next)
        self._all = (self.plans, self.progress, self.problems, *squares)
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(20, 0, 20, 14)
        grid.setSpacing(14)
        for place, card in enumerate((self.plans, self.progress, self.problems)):
            grid.addWidget(card, 0, place * 2, 1, 2)
        for place, card in enumerate(squares):
            grid.addWidget(card, 1 + place // 2, place % 2 * 3, 1, 3)
        for place in range(6):
            grid.setColumnStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(scrolled(content), 1)
