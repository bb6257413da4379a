"""How sure somebody is to get there: ten steps side by side."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from okrdesk.app.plan_settings import confidence_word
from okrdesk.ui.dialogs.dialog_choice import DialogChoice
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said
from okrdesk.ui.widgets.growing import grow

STEPS = 10


class ConfidenceStrip(QWidget):
    """Nothing is chosen beforehand; last week's step carries a mark. ``chosen`` is 1–10."""

    chosen = Signal(int)

    def __init__(self, look: Look, last: int | None) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Confidence"))
        self._last = last
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for step in range(1, STEPS + 1):
            button = StepButton(look, step, marked=step == last)
            self._group.addButton(button, step)
            row.addWidget(button, 1)
        self._group.idClicked.connect(self.chosen)
        self.setFocusProxy(self._group.button(last or 1))

    @property
    def value(self) -> int | None:
        """The chosen step, or None."""
        step = self._group.checkedId()
        return step if step > 0 else None

    def step(self, by: int) -> None:
        """Goes up or down from the chosen step, or from last week's."""
        start = self.value or self._last or STEPS // 2
        self._group.button(min(max(start + by, 1), STEPS)).setChecked(True)


class StepButton(DialogChoice):
    """One of the ten."""

    def __init__(self, look: Look, step: int, *, marked: bool) -> None:
        super().__init__(look, str(step))
        self._look, self._step, self._marked = look, step, marked
        grow(self, look.themes, height=34)
        self.setMinimumWidth(30)
        word = said(confidence_word(step))
        words = (
            self.tr("Confidence {value}, {word}, as last time")
            if marked
            else self.tr("Confidence {value}, {word}")
        )
        self.setAccessibleName(words.format(value=step, word=word))
        self.setToolTip(word)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.themes.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "accent" if self.isChecked() else "hover" if self.underMouse() else "surface"
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, 0.5 if self._step < STEPS else -0.5, -0.5)
        painter.setPen(theme.colour("border-strong"))
        painter.setBrush(theme.colour(ground))
        painter.drawRect(rect)
        ink = theme.colour("on-accent" if self.isChecked() else "text")
        painter.setPen(ink)
        painter.setFont(theme.font(TextRole.STRONG if self.isChecked() else TextRole.BODY))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self._marked:
            painter.fillRect(QRectF(self.width() / 2 - 7, self.height() - 7, 14, 2), ink)
        if self.hasFocus():
            pen = painter.pen()
            pen.setColor(theme.colour("text" if self.isChecked() else "focus"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.end()
