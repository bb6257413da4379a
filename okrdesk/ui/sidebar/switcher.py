"""The head of the sidebar: whose plan it is, and the way to another one."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QStyle

from okrdesk.domain.cycles import current_cycle
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import ORGANISATION, PERSON
from okrdesk.domain.words import Horizon
from okrdesk.text import Message
from okrdesk.ui.look import Look
from okrdesk.ui.session import Session
from okrdesk.ui.sidebar.painting import RowPainter
from okrdesk.ui.sidebar.row import Stop
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said, tr

TILE, LEFT, GAP, CHEVRON = 30, 8, 10, 14
HEIGHT = 44
_OTHERS = ("new_plan", "open_plan", "close_plan")


class PlanSwitcher(Stop):
    """The plan's first letter on its colour, its name, and a menu of other plans."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._below = ""
        self._rail = False
        self.menu = QMenu(self)
        self.clicked.connect(self._open)
        look.themes.changed.connect(self._restyle)

    def show_plan(self, name: str, below: str) -> None:
        """Shows the name and a quiet line below it."""
        self._below = below
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(", ".join((below, self.tr("Opens another plan"))))
        self.update()

    def below(self) -> str:
        """The quiet line below the name."""
        return self._below

    def set_rail(self, *, rail: bool) -> None:
        """Leaves the tile alone."""
        self._rail = rail
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._look.themes.theme
        fonts = (theme.font(TextRole.STRONG), theme.font(TextRole.CAPTION))
        needed = sum(QFontMetrics(font).height() for font in fonts) + 8
        return QSize(TILE + 6, max(HEIGHT, needed))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint = RowPainter(painter, self.rect(), self._look, self.layoutDirection())
        paint.ground(shown=False, hovered=self.underMouse(), focused=self.hasFocus())
        self._paint_tile(painter)
        if not self._rail:
            self._paint_words(painter)
        painter.end()

    def _paint_tile(self, painter: QPainter) -> None:
        theme = self._look.themes.theme
        left = (self.width() - TILE) // 2 if self._rail else LEFT
        tile = self._placed(QRect(left, (self.height() - TILE) // 2, TILE, TILE))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("plan"))
        painter.drawRoundedRect(QRectF(tile), 7, 7)
        painter.setPen(theme.colour("on-plan"))
        painter.setFont(theme.font(TextRole.SECTION))
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, self.text()[:1].upper())

    def _paint_words(self, painter: QPainter) -> None:
        theme = self._look.themes.theme
        strong, quiet = theme.font(TextRole.STRONG), theme.font(TextRole.CAPTION)
        heights = [QFontMetrics(font).height() for font in (strong, quiet)]
        if not self._below:
            heights[1] = 0
        top = (self.height() - sum(heights)) // 2
        self._paint_line(painter, strong, (top, heights[0]), self.text(), "text")
        self._paint_line(painter, quiet, (top + heights[0], heights[1]), self._below, "text-3")
        right = self.width() - LEFT - CHEVRON
        place = self._placed(QRect(right, (self.height() - CHEVRON) // 2, CHEVRON, CHEVRON))
        RowPainter(painter, self.rect(), self._look, self.layoutDirection()).icon(
            place, "chevron-down", "text-2"
        )

    def _paint_line(
        self, painter: QPainter, font: QFont, place: tuple[int, int], text: str, token: str
    ) -> None:
        left = LEFT + TILE + GAP
        room = self.width() - left - LEFT - CHEVRON - 4
        painter.setFont(font)
        painter.setPen(self._look.themes.theme.colour(token))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        leading = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        rect = self._placed(QRect(left, place[0], room, place[1]))
        painter.drawText(rect, leading | Qt.AlignmentFlag.AlignVCenter, shown)

    def _placed(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _open(self) -> None:
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def plan_line(snapshot: Snapshot, today: date) -> str:
    """What stands below the name, "2026 plan · 7 people"; of people only where there are more."""
    year = current_cycle(snapshot, today, Horizon.YEAR)
    words = tr("{year} plan").format(year=today.year if year is None else year.name)
    people = sum(person.active for person in snapshot.rows(PERSON))
    if people < 2:
        return words
    return " · ".join((words, said(Message("%n (person|people)", count=people))))


def plan_name(snapshot: Snapshot) -> str:
    """Whose plan it is."""
    return next((row.name for row in snapshot.rows(ORGANISATION)), "")


def fill_switcher(menu: QMenu, session: Session, action: Callable[[str], QAction]) -> None:
    """Fills the menu: the plans opened last, the open one checked, and ways to others."""
    menu.clear()
    current = None if session.bridge is None else session.bridge.path
    for path in session.recent():
        entry = menu.addAction(path.stem.replace("&", "&&"))
        entry.setToolTip(str(path))
        entry.setCheckable(True)
        entry.setChecked(path == current)
        if path != current:
            entry.triggered.connect(lambda _=False, chosen=path: session.open(chosen))
    menu.addSeparator()
    menu.addActions([action(name) for name in _OTHERS])
    menu.addSeparator()
    menu.addAction(action("you_are"))
