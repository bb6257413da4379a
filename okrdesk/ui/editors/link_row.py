"""One link between an objective and what it supports."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel

from okrdesk.app import commands
from okrdesk.domain.entities import Link
from okrdesk.domain.tables import CYCLE, KEY_RESULT, LINK, OBJECTIVE, ORGANISATION
from okrdesk.domain.tree import mission_id
from okrdesk.ui.editors.percent import PercentButton
from okrdesk.ui.editors.row_list import ListRow
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.icons import LEVEL_ICONS
from okrdesk.ui.look import ElidedButton
from okrdesk.ui.models.row_reader import symbol_of
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import percent_text


class LinkRow(ListRow):
    """Where it leads, how far that is, whether it counts; and a way to remove it."""

    def __init__(self, tools: Tools, link: int, *, upwards: bool) -> None:
        super().__init__(tools, link)
        self._upwards = upwards
        self._target = self._other(self._row())
        self._icon = self.look.icon("link", 14, "text-3")
        self._title = ElidedButton("text")
        self._title.clicked.connect(lambda: tools.chosen.emit(self._target))
        self._percent = PercentButton(tools, self._target, TextRole.STRONG)
        self.counts = QCheckBox(self.tr("Contributes"))
        self.counts.setToolTip(self.tr("Its number counts. Otherwise the link is for show."))
        self.counts.setEnabled(not self.bridge.read_only)
        self.counts.clicked.connect(self._switch)
        self.remove = self.look.tool_button("x", self.tr("Remove this link"), self._remove)
        self.remove.setProperty("look", "small")
        self._besides = self.look.label(self.tr("also"), TextRole.SMALL, "3")
        self.setFocusProxy(self._title)
        self._lay_out(self._besides)

    def refresh(self) -> None:
        row = self._row()
        self._target = self._other(row)
        is_mission = self._target == mission_id(self.bridge.snapshot)
        icon, title = self._face()
        self._icon.show_icon(icon)
        self._title.show_text(title)
        self._percent.setVisible(not is_mission)
        if not is_mission:
            percent = percent_text(self.bridge.scores.item(self._target).progress)
            words = self.tr("{title}, progress {percent}").format(title=title, percent=percent)
            self._percent.show_percent(percent, words)
        self.counts.setVisible(not is_mission)
        self.counts.setChecked(row.contributes)
        self._besides.setVisible(not row.primary and not self._upwards)

    def _row(self) -> Link:
        return self.bridge.snapshot.get(LINK, self.row_id)

    def _other(self, row: Link) -> int:
        """The item at the other end."""
        if not self._upwards:
            return row.child
        return row.key_result or row.objective or mission_id(self.bridge.snapshot) or 0

    def _face(self) -> tuple[str, str]:
        """Icon and title of the item at the other end."""
        snapshot = self.bridge.snapshot
        objective = snapshot.find(OBJECTIVE, self._target)
        if objective is not None:
            cycle = snapshot.find(CYCLE, objective.cycle)
            return LEVEL_ICONS[symbol_of(objective, cycle)], objective.title
        key_result = snapshot.find(KEY_RESULT, self._target)
        if key_result is not None:
            return "gauge", key_result.title
        mission = snapshot.get(ORGANISATION, self._target).mission
        return "compass", mission or self.tr("Mission")

    def _switch(self, on: bool) -> None:  # Qt hands it over by its place
        self.bridge.attempt(commands.set_contributes, self.row_id, contributes=on)
        self.refresh()

    def _remove(self) -> None:
        self.bridge.attempt(commands.remove_link, self.row_id)
        if self.bridge.snapshot.find(LINK, self.row_id) is None:
            self.tools.told.emit(self.tr("Link removed"))

    def _lay_out(self, besides: QLabel) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._title, 1)
        for part in (besides, self._percent, self.counts):
            row.addWidget(part)
        if not self.bridge.read_only:
            row.addWidget(self.remove)
