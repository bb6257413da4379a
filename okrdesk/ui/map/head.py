"""The bar over the map: how much is linked, which team, key results, zoom."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import TEAM
from okrdesk.text import Message
from okrdesk.ui.editors.fields import ChoiceField
from okrdesk.ui.icons import clear_icon
from okrdesk.ui.look import Look
from okrdesk.ui.narrowing import team_choice
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import percent_text, said
from okrdesk.ui.widgets.elided_label import ElidedLabel
from okrdesk.ui.widgets.growing import grow

HEIGHT = 46
LESS, MORE = -1, 1


class Head(QFrame):
    """``narrowed`` carries a choice of ``Narrowing``, empty for all teams.

    ``results_wanted`` carries whether key results are to be seen, ``zoomed`` ``LESS`` or ``MORE``;
    ``fit_wanted`` and ``full_wanted`` ask for all of the map and for its own size.
    """

    narrowed = Signal(str)
    results_wanted = Signal(bool)
    zoomed = Signal(int)
    fit_wanted = Signal()
    full_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "surface")
        grow(self, look.themes, height=HEIGHT)
        self._linked = ElidedLabel(look, tone="2")
        self.teams = ChoiceField(self.tr("Team"))
        self.teams.chosen.connect(lambda choice: self.narrowed.emit(str(choice)))
        self.results = QPushButton(self.tr("Show key results"))
        self.results.setCheckable(True)
        self.results.setAutoDefault(False)
        self.results.setProperty("look", "choice")
        self.results.setIcon(look.icons.icon("eye", "text-2"))
        clear_icon(self.results, look.themes)
        self.results.toggled.connect(self._show_results)
        less = look.tool_button("minus", self.tr("Smaller"), lambda: self.zoomed.emit(LESS))
        more = look.tool_button("plus", self.tr("Larger"), lambda: self.zoomed.emit(MORE))
        self.zoom = look.button("", self.full_wanted.emit, "quiet")
        fit = look.tool_button("maximize", self.tr("Show all of the map"), self.fit_wanted.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(look.label(self.tr("Alignment map"), TextRole.SECTION))
        row.addSpacing(6)
        row.addWidget(self._linked, 1)
        for part in (self.teams, self.results, less, self.zoom, more, fit):
            row.addWidget(part)

    def show_linked(self, linked: int, every: int) -> None:
        """Says how many of the objectives are linked."""
        words = Message("%n of {all} objectives (is|are) linked", {"all": every}, count=linked)
        text = said(words) if every else ""
        self._linked.show_words(text)
        self._linked.setToolTip(text)

    def show_teams(self, snapshot: Snapshot, choice: str) -> None:
        """Offers the teams; hides where there are none."""
        teams = [team for team in snapshot.sorted_rows(TEAM) if team.active]
        self.teams.clear()
        self.teams.addItem(self.tr("All teams"), "")
        for team in teams:
            self.teams.addItem(team.name, team_choice(team.id))
        self.teams.show_choice(choice)
        if self.teams.currentIndex() < 0:
            self.teams.setCurrentIndex(0)
        self.teams.setVisible(bool(teams))

    def show_zoom(self, zoom: float) -> None:
        """Says how large the map is shown."""
        self.zoom.setText(percent_text(zoom))
        name = self.tr("Zoom {percent}, back to 100%")
        self.zoom.setAccessibleName(name.format(percent=percent_text(zoom)))

    def _show_results(self, shown: bool) -> None:  # Qt hands it over by its place
        self.results.setProperty("on", shown)
        self.results.style().polish(self.results)
        self.results_wanted.emit(shown)
