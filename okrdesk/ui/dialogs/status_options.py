"""The three statuses with the rule behind each, and the way back to the rule."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from okrdesk.domain.entities import Organisation
from okrdesk.domain.tables import ORGANISATION
from okrdesk.domain.words import Status, StatusRule
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.dialogs.dialog_choice import DialogChoice
from okrdesk.ui.dialogs.status_choice import CHOICES
from okrdesk.ui.look import Look
from okrdesk.ui.status_words import status_word
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import number, percent_text, tr
from okrdesk.ui.widgets.paint import paint_shape, status_colour

SHAPE, SIDE, WORDS = 11, 14, 36


class StatusOptions(QWidget):
    """One is always chosen; arrows go from one to the next. None stands for the rule."""

    def __init__(self, bridge: Bridge, look: Look, items: Sequence[int]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Status"))
        self.buttons: dict[Status | None, OptionButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for place, (status, name, rule) in enumerate(self._options(bridge, items), start=1):
            button = OptionButton(look, status, (name, rule, f"Alt+{place}"))
            self.buttons[status] = button
            self._group.addButton(button)
            column.addWidget(button)
        self.choose(_now(bridge, items))

    @property
    def choice(self) -> Status | None:
        """The chosen status; None lets the rule decide."""
        return next(status for status, button in self.buttons.items() if button.isChecked())

    def choose(self, status: Status | None) -> None:
        """Chooses a status, or the rule."""
        self.buttons[status].setChecked(True)

    def focus_first(self) -> None:
        """Puts the focus on what is chosen."""
        self.buttons[self.choice].setFocus()

    def _options(
        self, bridge: Bridge, items: Sequence[int]
    ) -> Iterator[tuple[Status | None, str, str]]:
        rules = next(bridge.snapshot.rows(ORGANISATION))
        for status, rule in zip(CHOICES, rule_words(rules), strict=True):
            yield status, status_word(status), rule
        words = self.tr("Progress and what is expected by today decide")
        if len(items) == 1:
            suggested = bridge.scores.item(items[0]).suggested
            word = "—" if suggested is None else status_word(suggested)
            words = self.tr("Calculated: {status}").format(status=word)
        yield None, self.tr("Follow the rule"), words


def _now(bridge: Bridge, items: Sequence[int]) -> Status | None:
    """The own status that all of the items have, if it is one that can be chosen."""
    scores = [bridge.scores.item(item) for item in items]
    own = {score.status if score.status != score.suggested else None for score in scores}
    status = own.pop() if len(own) == 1 else None
    return Status(status) if status in CHOICES else None


def rule_words(rules: Organisation) -> tuple[str, str, str]:
    """When each of the three statuses is given, as the plan counts."""
    if rules.status_rule is StatusRule.GAP:
        return (
            tr("At most {points} points behind what is expected by today").format(
                points=number(rules.gap_on_track)
            ),
            tr("At most {points} points behind it").format(points=number(rules.gap_behind)),
            tr("Further behind"),
        )
    return (
        tr("At least {percent} of what is expected by today").format(
            percent=percent_text(rules.pace_on_track)
        ),
        tr("At least {percent} of it").format(percent=percent_text(rules.pace_behind)),
        tr("Less than that"),
    )


class OptionButton(DialogChoice):
    """Shape, word, rule and key of one option."""

    def __init__(self, look: Look, status: Status | None, texts: tuple[str, str, str]) -> None:
        name, self._rule, self._key = texts
        super().__init__(look, name)
        self._look, self._status = look, status
        self.setAccessibleDescription(self._rule)
        look.themes.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        name, rule, key = (QFontMetricsF(font) for font in self._fonts())
        words = max(name.horizontalAdvance(self.text()), rule.horizontalAdvance(self._rule))
        width = WORDS + words + 16 + key.horizontalAdvance(self._key) + SIDE
        return QSize(round(width), round(name.height() + rule.height() + 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        if self._status is None:
            icon = self._look.icons.icon("undo-2")
            icon.paint(painter, self._part(SIDE - 2, 16).toRect())
        else:
            shape = self._part(SIDE, SHAPE)
            paint_shape(painter, shape, self._look.themes.theme, self._status)
        self._paint_words(painter)
        painter.end()

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        theme = self._look.themes.theme
        return theme.font(TextRole.STRONG), theme.font(TextRole.SMALL), theme.font(TextRole.CAPTION)

    def _part(self, start: float, size: float) -> QRectF:
        """A square at the beginning, which is at the right where text runs from there."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            start = self.width() - start - size
        return QRectF(start, (self.height() - size) / 2, size, size)

    def _paint_ground(self, painter: QPainter) -> None:
        theme = self._look.themes.theme
        on = self.isChecked()
        edge = theme.colour("border-strong")
        if on:
            edge = (
                theme.colour("accent")
                if self._status is None
                else status_colour(theme, self._status)
            )
        if self.hasFocus():
            edge = theme.colour("focus")
        strong = on or self.hasFocus()
        painter.setPen(QPen(edge, 2 if strong else 1))
        ground = theme.colour("hover" if self.underMouse() else "surface")
        if on:
            ground = (
                theme.colour("accent-soft")
                if self._status is None
                else status_colour(theme, self._status, "bg")
            )
        painter.setBrush(ground)
        inset = 1.0 if strong else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)

    def _paint_words(self, painter: QPainter) -> None:
        theme = self._look.themes.theme
        strong, small, caption = self._fonts()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        inner = QRectF(self.rect()).adjusted(
            *((SIDE, 7, -WORDS, -7) if mirrored else (WORDS, 7, -SIDE, -7))
        )
        near = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        far = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        near |= Qt.AlignmentFlag.AlignAbsolute
        far |= Qt.AlignmentFlag.AlignAbsolute
        coloured = self.isChecked() and self._status is not None
        painter.setPen(
            status_colour(theme, self._status, "text") if coloured else theme.colour("text")
        )
        painter.setFont(strong)
        painter.drawText(inner, near | Qt.AlignmentFlag.AlignTop, self.text())
        painter.setPen(theme.colour("text-2"))
        painter.setFont(small)
        painter.drawText(inner, near | Qt.AlignmentFlag.AlignBottom, self._rule)
        painter.setFont(caption)
        painter.drawText(inner, far | Qt.AlignmentFlag.AlignVCenter, self._key)
