"""Who owns an item: a face and a name; a click or a key offers the others."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from okrdesk.domain.entities import Person
from okrdesk.domain.tables import PERSON
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.widgets.paint import Face, avatar_font, paint_avatar

FACE = 20
WIDEST = 190
"""A longer name ends in …"""


class OwnerButton(QPushButton):
    """``chosen`` carries the id of a person, or None for nobody."""

    chosen = Signal(object)

    def __init__(self, bridge: Bridge, look: Look, none: str = "") -> None:
        """``none``: what stands there when there is no owner."""
        super().__init__()
        self._bridge, self._look = bridge, look
        self._none = none or self.tr("No owner")
        self.owner: int | None = None
        self._whole = ""
        self.setProperty("look", "owner")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(FACE, FACE))
        self.setEnabled(not bridge.read_only)
        self.people = QMenu(self)
        self.people.aboutToShow.connect(self._fill)
        self.setMenu(self.people)
        look.themes.changed.connect(self._restyle)

    def show_owner(self, owner: int | None) -> None:
        """Shows another owner."""
        self.owner = owner
        person = self._bridge.snapshot.find(PERSON, owner)
        self._whole = self._none if person is None else person.name
        self.setIcon(QIcon() if person is None else self._face(person))
        self.setAccessibleName(self.tr("Owner: {name}").format(name=self._whole))
        self.setVisible(self._bridge.snapshot.count(PERSON) > 0)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._whole) + FACE + 40
        return QSize(min(width, WIDEST), super().sizeHint().height())

    def _restyle(self) -> None:
        self.show_owner(self.owner)

    def minimumSizeHint(self) -> QSize:
        return QSize(FACE + 60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = (self.width() if self.isVisible() else WIDEST) - FACE - 38
        text = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(text.replace("&", "&&"))
        self.setToolTip("" if text == self._whole else self._whole)

    def _fill(self) -> None:
        self.people.clear()
        self._offer(self._none, None)
        for person in self._offered():
            self._offer(person.name, person.id, self._face(person))

    def _offered(self) -> Iterator[Person]:
        people = self._bridge.snapshot.sorted_rows(PERSON)
        return (person for person in people if person.active or person.id == self.owner)

    def _offer(self, name: str, person: int | None, icon: QIcon | None = None) -> None:
        action = self.people.addAction(icon or QIcon(), name.replace("&", "&&"))
        action.setIconVisibleInMenu(True)
        action.triggered.connect(lambda _=False: self._choose(person))

    def _choose(self, person: int | None) -> None:
        if person != self.owner:
            self.chosen.emit(person)

    def _face(self, person: Person) -> QIcon:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(QSize(FACE, FACE) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        theme = self._look.themes.theme
        font = avatar_font(theme.font(TextRole.CAPTION), FACE)
        painter = QPainter(picture)
        face = Face(person.initials, person.colour - 1)
        paint_avatar(painter, QRectF(0, 0, FACE, FACE), theme, face, font)
        painter.end()
        return QIcon(picture)
