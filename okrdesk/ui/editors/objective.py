"""The inspector's page for an objective."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.entities import Objective
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE, ORGANISATION, TEAM
from okrdesk.domain.tree import mission_id
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.details import Details
from okrdesk.ui.editors.explanation import show_explanation
from okrdesk.ui.editors.heading import Heading
from okrdesk.ui.editors.headline import Headline
from okrdesk.ui.editors.key_result_row import KeyResultRow
from okrdesk.ui.icons import LEVEL_ICONS
from okrdesk.ui.look import Look, clear, frame
from okrdesk.ui.models.row_reader import symbol_of
from okrdesk.ui.moves import parent_item
from okrdesk.ui.rule import Rule
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said, tr

MANY = 6


class ObjectiveEditor(QWidget):
    """``chosen`` carries an item to go to, ``key_result_wanted`` the objective to add one to.

    ``status_wanted`` carries the objective when another status is to be chosen.
    """

    chosen = Signal(object)
    key_result_wanted = Signal(object)
    status_wanted = Signal(object)

    def __init__(self, bridge: Bridge, look: Look, objective: int) -> None:
        super().__init__()
        self._bridge, self._look, self.item = bridge, look, objective
        self.heading = Heading(bridge, look)
        self.heading.renamed.connect(lambda text: self._change(title=text))
        self.heading.owner_chosen.connect(lambda person: self._change(owner=person))
        self.heading.parent_chosen.connect(self.chosen)
        self.heading.status_wanted.connect(lambda: self.status_wanted.emit(self.item))
        self.headline = Headline(look)
        self.headline.asked.connect(self._explain)
        self.details = Details(look, read_only=bridge.read_only)
        self.details.changed.connect(lambda name, value: self._change(**{name: value}))
        self.rows: list[KeyResultRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._advice = look.label("", TextRole.SMALL, "3")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.headline)
        column.addWidget(self._card())
        column.addWidget(self.details)
        column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Shows the objective as it stands now."""
        snapshot = self._bridge.snapshot
        row, score = snapshot.get(OBJECTIVE, self.item), self._bridge.scores.objective(self.item)
        self.heading.show_item(row.title, row.owner, score.status, stale=score.stale)
        self.heading.show_path(
            LEVEL_ICONS[symbol_of(row, snapshot.find(CYCLE, row.cycle))],
            place_words(snapshot, row),
            *self._parent_words(snapshot),
        )
        self.headline.show_score(score)
        self.details.show_objective(snapshot, row)
        ids = snapshot.child_ids(KEY_RESULT, "objective", self.item)
        if [shown.key_result for shown in self.rows] != list(ids):
            self._build_rows(ids)
        for shown in self.rows:
            shown.refresh()
        self._advice.setText(advice(len(ids)))

    def commit(self) -> None:
        """Writes what is being typed."""
        self.heading.title.commit()
        self.details.description.commit()
        for shown in self.rows:
            shown.value.commit()

    def focus_value(self) -> None:
        """Puts the focus into the title."""
        self.heading.title.setFocus()

    def _change(self, **fields: object) -> None:
        self._bridge.attempt(commands.change_objective, self.item, **fields)
        self.refresh()

    def _explain(self) -> None:
        show_explanation(self._bridge, self._look, self.item, self.headline.percent_button)

    def _parent_words(self, snapshot: Snapshot) -> tuple[str, tuple[int, str] | None]:
        parent = parent_item(snapshot, self.item)
        if parent is None:
            return self.tr("Not aligned"), None
        if parent == mission_id(snapshot):
            mission = snapshot.get(ORGANISATION, parent).mission or self.tr("Mission")
            return self.tr("Supports"), (parent, mission)
        row = snapshot.find(OBJECTIVE, parent) or snapshot.get(KEY_RESULT, parent)
        return self.tr("Supports"), (parent, row.title)

    def _build_rows(self, ids: tuple[int, ...]) -> None:
        clear(self._rows)
        self.rows = [KeyResultRow(self._bridge, self._look, key_result) for key_result in ids]
        for shown in self.rows:
            shown.chosen.connect(self.chosen)
            self._rows.addWidget(shown)
            self._rows.addWidget(Rule(self._look.themes))

    def _card(self) -> QWidget:
        card = frame("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._rows)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 8)
        if not self._bridge.read_only:
            foot.addWidget(
                self._look.button(
                    self.tr("Add key result"),
                    lambda: self.key_result_wanted.emit(self.item),
                    "link",
                    "plus",
                )
            )
        foot.addStretch()
        foot.addWidget(self._advice)
        column.addLayout(foot)
        return card


def place_words(snapshot: Snapshot, row: Objective) -> str:
    """Team and cycle, "Customer Care · Q3 2026"."""
    team, cycle = snapshot.find(TEAM, row.team), snapshot.find(CYCLE, row.cycle)
    parts = [team.name if team else "", cycle.name if cycle else ""]
    return " · ".join(part for part in parts if part)


def advice(count: int) -> str:
    """One line about how many key results an objective has; it never blocks."""
    if count < MANY:
        return tr("3 to 5 is a good number")
    return said(Message("%n key results. Could some be initiatives?", count=count))
