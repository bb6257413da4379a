"""The inspector's page for the mission: statements, values and what success looks like."""

from collections.abc import Iterator

from PySide6.QtWidgets import QHBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.tables import ORGANISATION, VALUE
from okrdesk.ui.editors import tab_pages
from okrdesk.ui.editors.item_editor import ItemEditor
from okrdesk.ui.editors.mission_pages import MissionPage, NarrativesPage, ValuesPage, told_cycles
from okrdesk.ui.editors.page import Tab
from okrdesk.ui.editors.title import TitleField
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.theme import TextRole


class MissionEditor(ItemEditor):
    """Everything that the plan says before it counts."""

    def __init__(self, tools: Tools, organisation: int, first: str = "") -> None:
        super().__init__(tools, organisation)
        self.title = TitleField(self.look, self.tr("Organisation"))
        self.title.setReadOnly(self.bridge.read_only)
        self.title.committed.connect(self._rename)
        self.offer((self._path(), self.title), list(self._offered()), first)

    def refresh_head(self) -> None:
        """Shows what the organisation is called."""
        self.title.show_text(self.bridge.snapshot.get(ORGANISATION, self.item).name)

    def commit(self) -> None:
        """Writes what is being typed."""
        self.title.commit()
        super().commit()

    def focus_value(self) -> None:
        """Puts the focus into the mission."""
        self.show_tab("mission")
        self.page("mission").focus_first()

    def _offered(self) -> Iterator[Tab]:
        yield Tab("mission", self.tr("Mission"), MissionPage)
        yield Tab("values", self.tr("Values"), ValuesPage, self._values)
        yield Tab("narratives", self.tr("Narratives"), NarrativesPage, self._narratives)
        yield Tab("learning", self.tr("Learning"), tab_pages.learning)
        yield Tab("history", self.tr("History"), tab_pages.history)

    def _values(self) -> int:
        return self.bridge.snapshot.count(VALUE)

    def _narratives(self) -> int:
        return sum(bool(cycle.narrative) for cycle in told_cycles(self.bridge))

    def _rename(self, name: str) -> None:
        self.bridge.attempt(commands.set_organisation, name=name)
        self.refresh_head()

    def _path(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self.look.icon("compass"))
        row.addWidget(self.look.label(self.tr("Organisation"), TextRole.SMALL, "2"))
        row.addStretch(1)
        return box
