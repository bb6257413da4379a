"""What if? A slider that shows what a value would do up the tree, and writes nothing."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from okrdesk.domain.rounding import whole_percent
from okrdesk.domain.tables import CYCLE, KEY_RESULT
from okrdesk.domain.tree import row_of
from okrdesk.domain.what_if import Effect, Reach, reach_of, what_if
from okrdesk.ui.editors.amounts import target_text
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import number, percent_text
from okrdesk.ui.widgets.still_wheel import still_wheel

_LEAP = 10
"""Steps that Page Up and Page Down go."""


class WhatIfCard(QFrame):
    """For one key result; hidden where no single value drives it."""

    def __init__(self, tools: Tools, key_result: int) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._bridge, self._look, self._item = tools.bridge, tools.look, key_result
        self._reach: Reach | None = None
        self._title = self._look.label(self.tr("What if"), TextRole.STRONG)
        self.back = self._look.button(self.tr("Back to now"), self.reset, "link")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setPageStep(_LEAP)
        still_wheel(self.slider)
        self.slider.valueChanged.connect(self._show)
        self.value = self._look.label("", TextRole.STRONG)
        self._hint = self._look.wrapped("", TextRole.SMALL, "2")
        self.lines: list[EffectLine] = []
        self._effects = QVBoxLayout()
        self._effects.setSpacing(4)
        self._lay_out()

    def refresh(self) -> None:
        """Begins at the value that the key result has now."""
        self._reach = reach_of(self._bridge.scores, self._item)
        self.setVisible(self._reach is not None)
        if self._reach is None:
            return
        row = self._bridge.snapshot.get(KEY_RESULT, self._item)
        self.slider.setAccessibleName(
            self.tr("What if “{title}” had another value").format(title=row.title)
        )
        reach = self._reach
        self.slider.blockSignals(True)  # Qt takes it by place only
        self.slider.setRange(0, reach.steps)
        self.slider.setValue(reach.steps_to(reach.current))
        self.slider.blockSignals(False)  # as above
        self._show()

    def reset(self) -> None:
        """Goes back to the value that the key result has."""
        if self._reach is not None:
            self.slider.setValue(self._reach.steps_to(self._reach.current))
            self.slider.setFocus()

    def _show(self) -> None:
        reach = self._reach
        if reach is None:
            return
        place = self.slider.value()
        moved = place != reach.steps_to(reach.current)
        self.back.setVisible(moved)
        value = reach.value_at(place)
        if not moved and reach.current is not None:
            value = reach.current
        target = target_text(self._bridge, self._item)
        self.value.setText(self.tr("{value} {target}").format(value=number(value), target=target))
        self._hint.setText(
            self.tr("Only a look: nothing is written.")
            if moved
            else self.tr("Move it to see what a value would do to all that stands above.")
        )
        self._show_effects(self._found(value) if moved else [])
        said = [self.value.text(), *(line.words() for line in self.lines if not line.isHidden())]
        self.slider.setAccessibleDescription(". ".join(said))

    def _found(self, value: Decimal) -> list[tuple[str, Effect]]:
        """Every effect with the name of what it changes."""
        found = what_if(self._bridge.scores, self._item, value)
        snapshot = self._bridge.snapshot
        named = [(self.tr("This key result"), found.key_result)]
        for effect in found.above:
            row = row_of(snapshot, effect.id)
            named.append(("" if row is None else row.title, effect))
        return named + [(snapshot.get(CYCLE, e.id).name, e) for e in found.cycles]

    def _show_effects(self, effects: list[tuple[str, Effect]]) -> None:
        while len(self.lines) < len(effects):
            line = EffectLine(self._look)
            self.lines.append(line)
            self._effects.addWidget(line)
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(effects))
            if place < len(effects):
                line.show_effect(*effects[place])

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.back)
        slide = QHBoxLayout()
        slide.setSpacing(12)
        slide.addWidget(self.slider, 1)
        slide.addWidget(self.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(slide)
        column.addLayout(self._effects)
        column.addWidget(self._hint)


class EffectLine(QWidget):
    """A name, and its percent from now to then."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._name = look.wrapped("", TextRole.SMALL)
        self._change: QLabel = look.label("", TextRole.SMALL, "2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._name, 1)
        row.addWidget(self._change, 0, Qt.AlignmentFlag.AlignTop)

    def show_effect(self, name: str, effect: Effect) -> None:
        """Shows another effect."""
        self._name.setText(name)
        words = self.tr("{before} → {after}").format(
            before=percent_text(effect.before), after=percent_text(effect.after)
        )
        if shown(effect.before) == shown(effect.after):
            words = self.tr("{percent}, moved by less than 1%").format(
                percent=percent_text(effect.after)
            )
        self._change.setText(words)

    def words(self) -> str:
        """The line as one sentence."""
        return f"{self._name.text()} {self._change.text()}"


def shown(ratio: float | None) -> int | None:
    """The whole percent that is printed."""
    return None if ratio is None else whole_percent(ratio)
