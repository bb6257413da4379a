"""Who owns an item: a face and a name; a click or a key asks for another."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from okrdesk.domain.entities import Person
from okrdesk.domain.tables import PERSON
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.theme import TextRole
from okrdesk.ui.widgets.paint import Face, avatar_font, paint_avatar

FACE, CHEVRON, FREE = 20, 14, 7
WIDEST = 190
"""A longer name ends in …"""


class OwnerButton(QPushButton):
    """``chosen`` carries the id of a person, the name of a new one, or None for nobody."""

    chosen = Signal(object)

    def __init__(self, tools: Tools, question: str, none: str = "") -> None:
        """``question`` stands over the people; ``none`` where nobody is not an answer."""
        super().__init__()
        self._bridge, self._look = tools.bridge, tools.look
        self.question, self.may_be_nobody = question, not none
        self._none = none or self.tr("No owner")
        self.owner: int | None = None
        self._whole = ""
        self.setProperty("look", "owner")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(FACE, FACE))
        self.setEnabled(not tools.bridge.read_only)
        self.clicked.connect(lambda: tools.person_wanted.emit(self))
        tools.look.themes.changed.connect(self._restyle)

    def choose(self, person: int | str | None) -> None:
        """Tells who was chosen, if it is somebody else."""
        if person != self.owner:
            self.chosen.emit(person)

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

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isEnabled():
            side = self._look.themes.theme.length(CHEVRON)
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            left = FREE if mirrored else self.width() - side - FREE
            picture = self._look.icons.pixmap("chevron-down", side, self.devicePixelRatioF())
            painter = QPainter(self)
            painter.drawPixmap(left, (self.height() - side) // 2, picture)
            painter.end()

    def _fit(self) -> None:
        room = (self.width() if self.isVisible() else WIDEST) - FACE - 38
        text = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(text.replace("&", "&&"))
        self.setToolTip("" if text == self._whole else self._whole)

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
