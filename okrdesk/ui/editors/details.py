"""Level, cycle, team and description of an objective."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.entities import Objective
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, OBJECTIVE, ORGANISATION, TEAM
from okrdesk.domain.words import CycleState, Level
from okrdesk.ui.editors.delegation_card import DelegationCard
from okrdesk.ui.editors.fields import ChoiceField, TextField
from okrdesk.ui.editors.page import Page
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import tr

Entries = Sequence[tuple[str, object]]


class Details(QWidget):
    """``changed`` carries the name of a field of the objective and its new value."""

    changed = Signal(str, object)

    def __init__(self, look: Look, *, read_only: bool) -> None:
        super().__init__()
        self.description = TextField(self.tr("Description"), 2)
        self.description.setPlaceholderText(self.tr("Why this matters, and what is not meant"))
        self.description.setReadOnly(read_only)
        self.description.committed.connect(lambda text: self.changed.emit("description", text))
        self.level = ChoiceField(self.tr("Level"))
        self.cycle = ChoiceField(self.tr("Cycle"))
        self.team = ChoiceField(self.tr("Team"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for place, name in enumerate(("level", "cycle", "team")):
            field: ChoiceField = getattr(self, name)
            field.setEnabled(not read_only)
            field.chosen.connect(lambda value, name=name: self.changed.emit(name, value))
            grid.addWidget(look.label(field.accessibleName(), TextRole.SMALL, "2"), 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(look.label(self.tr("Description"), TextRole.SMALL, "2"))
        column.addWidget(self.description)

    def show_objective(self, snapshot: Snapshot, row: Objective) -> None:
        """Shows what the plan holds."""
        _fill(self.level, level_entries(snapshot, row), row.level)
        _fill(self.cycle, cycle_entries(snapshot, row), row.cycle)
        _fill(self.team, team_entries(snapshot, row), row.team)
        self.description.show_text(row.description)


class DetailsPage(Page):
    """The fields of an objective that change seldom."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__(tools, item)
        self.details = Details(self.look, read_only=self.bridge.read_only)
        self.details.changed.connect(lambda name, value: self._change(**{name: value}))
        self.delegation = DelegationCard(tools, item)
        self.column.addWidget(self.details)
        self.column.addWidget(self.delegation)
        self.refresh()

    def refresh(self) -> None:
        snapshot = self.bridge.snapshot
        self.details.show_objective(snapshot, snapshot.get(OBJECTIVE, self.item))
        self.delegation.refresh()

    def commit(self) -> None:
        self.details.description.commit()

    def _change(self, **fields: object) -> None:
        self.bridge.attempt(commands.change_objective, self.item, **fields)
        self.refresh()


def level_entries(snapshot: Snapshot, row: Objective) -> Entries:
    """The levels that the plan uses, and the objective's own."""
    hidden = {name for plan in snapshot.rows(ORGANISATION) for name in plan.hidden_levels}
    return [
        (level_word(level), level)
        for level in Level
        if level is row.level or level.value not in hidden
    ]


def cycle_entries(snapshot: Snapshot, row: Objective) -> Entries:
    """No cycle, the open ones newest first, and the objective's own."""
    cycles = sorted(snapshot.rows(CYCLE), key=lambda cycle: cycle.start, reverse=True)
    open_ = [c for c in cycles if c.state is not CycleState.CLOSED or c.id == row.cycle]
    return [(tr("No cycle"), None), *((cycle.name, cycle.id) for cycle in open_)]


def team_entries(snapshot: Snapshot, row: Objective) -> Entries:
    """No team, those at work, and the objective's own."""
    teams = [team for team in snapshot.sorted_rows(TEAM) if team.active or team.id == row.team]
    return [(tr("No team"), None), *((team.name, team.id) for team in teams)]


def level_word(level: Level) -> str:
    """Whose objectives stand on a level."""
    return {
        Level.COMPANY: tr("Company"),
        Level.DEPARTMENT: tr("Department"),
        Level.TEAM: tr("Team"),
        Level.INDIVIDUAL: tr("Individual"),
    }[level]


def _fill(field: ChoiceField, entries: Entries, chosen: object) -> None:
    shown = [(field.itemText(place), field.itemData(place)) for place in range(field.count())]
    if list(entries) != shown:
        field.clear()
        for text, data in entries:
            field.addItem(text, data)
    field.setCurrentIndex(next(i for i, (_, data) in enumerate(entries) if data == chosen))
