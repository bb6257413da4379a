"""The teams and the people of a plan."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QPushButton

from okrdesk.app import commands
from okrdesk.domain.entities import Person, Team
from okrdesk.domain.tables import MEMBERSHIP, PERSON, TEAM
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.desk import Desk
from okrdesk.ui.editors.fields import ChoiceField, LineField
from okrdesk.ui.settings.roster import SIDE, Roster, Words
from okrdesk.ui.settings.words import KIND_WORDS
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said, tr
from okrdesk.ui.widgets.paint import Face, avatar_font, paint_avatar
from okrdesk.ui.widgets.segments import Segments


class TeamRoster(Roster):
    """Departments and teams."""

    table = TEAM

    def __init__(self, desk: Desk) -> None:
        self.kind = Segments(tr("Kind"))
        for kind, word in KIND_WORDS.items():
            self.kind.add(said(word), kind)
        self.kind.chosen.connect(lambda kind: self._change(kind=kind))
        self.parent_team = ChoiceField(tr("Part of"))
        self.parent_team.chosen.connect(lambda team: self._change(parent=team))
        super().__init__(
            desk,
            Words(
                tr("Teams"),
                tr("Add team"),
                tr("New team"),
                tr("Remove team…"),
                tr("A team that is not active is not offered for new work."),
            ),
        )

    def _build(self, column: Any) -> None:
        super()._build(column)
        self._add_line(self.kind)
        self._add_line(self.parent_team)

    @property
    def _create(self) -> Callable[..., int]:
        return commands.create_team

    @property
    def _delete(self) -> Callable[..., None]:
        return commands.delete_team

    def _change(self, **fields: object) -> None:
        self._attempt(commands.change_team, self.current, **fields)

    def _show_row(self, bridge: Bridge, row: Team) -> None:
        self.kind.show_choice(row.kind)
        self.parent_team.clear()
        self.parent_team.addItem(tr("Company"), None)
        for team in bridge.snapshot.sorted_rows(TEAM):
            if team.id != row.id:
                self.parent_team.addItem(team.name, team.id)
        self.parent_team.show_choice(row.parent)

    def _picture(self, row: Team) -> QPixmap:
        pixmap = self._blank()
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.themes.theme.colour(f"cat{row.colour}"))
        painter.drawRoundedRect(4, 4, SIDE - 8, SIDE - 8, 2.5, 2.5)
        painter.end()
        return pixmap


class PersonRoster(Roster):
    """People, their initials and teams."""

    table = PERSON

    def __init__(self, desk: Desk) -> None:
        self.initials = LineField(tr("Initials"))
        self.initials.setMaxLength(3)
        self.initials.committed.connect(lambda text: self._change(initials=text))
        self.teams = QPushButton()
        self.teams.setAccessibleName(tr("Teams"))
        self.teams.setMenu(QMenu(self.teams))
        self.teams.menu().aboutToShow.connect(self._fill_teams)
        super().__init__(
            desk,
            Words(
                tr("People"),
                tr("Add person"),
                tr("New person"),
                tr("Remove person…"),
                tr("Somebody who is not active is not offered for new work."),
            ),
        )

    def _build(self, column: Any) -> None:
        super()._build(column)
        self._add_line(self.initials)
        self._add_line(self.teams)

    @property
    def _create(self) -> Callable[..., int]:
        return commands.create_person

    @property
    def _delete(self) -> Callable[..., None]:
        return commands.delete_person

    def _change(self, **fields: object) -> None:
        self._attempt(commands.change_person, self.current, **fields)

    def _show_row(self, bridge: Bridge, row: Person) -> None:
        self.initials.show_text(row.initials)
        names = [bridge.snapshot.get(TEAM, team).name for team in self._memberships(bridge)]
        self.teams.setText(", ".join(names).replace("&", "&&") or tr("No team"))

    def _memberships(self, bridge: Bridge) -> list[int]:
        person = self.current
        rows = bridge.snapshot.children(MEMBERSHIP, "person", 0 if person is None else person)
        return [row.team for row in rows]

    def _fill_teams(self) -> None:
        """The teams to tick, made when they are asked for."""
        bridge = self._desk.bridge
        menu = self.teams.menu()
        menu.clear()
        for team in [] if bridge is None else bridge.snapshot.sorted_rows(TEAM):
            action = menu.addAction(team.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(bridge is not None and team.id in self._memberships(bridge))
            action.triggered.connect(lambda on, team=team.id: self._join(team, on=on))

    def _join(self, team: int, *, on: bool) -> None:
        command = commands.join_team if on else commands.leave_team
        self._attempt(command, self.current, team)

    def _picture(self, row: Person) -> QPixmap:
        theme = self._look.themes.theme
        pixmap = self._blank()
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = pixmap.rect().toRectF()
        rect.setSize(pixmap.deviceIndependentSize())
        face = Face(row.initials, row.colour - 1)
        paint_avatar(painter, rect, theme, face, avatar_font(theme.font(TextRole.CAPTION), SIDE))
        painter.end()
        return pixmap
