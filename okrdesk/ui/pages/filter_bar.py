"""What stands above the tree: the view bar, the line to search in, and chips of what is asked."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.domain.filters import EVERYTHING, NONE, TAG, Condition, Query, parse
from okrdesk.domain.filters.query import WORDS
from okrdesk.ui.editors.fields import LineField
from okrdesk.ui.look import Look, clear
from okrdesk.ui.pages.view_bar import MARGIN, ViewBar
from okrdesk.ui.rule import Rule
from okrdesk.ui.theme import TextRole

WIDTH = 320


class FilterBar(QWidget):
    """``changed`` carries the typed text whenever something else is asked for.

    ``left`` follows Down and Esc in the line to search in, ``focused`` its getting the focus.
    ``cleared`` tells that everything is asked for again.
    """

    changed = Signal(str)
    left = Signal()
    focused = Signal()
    cleared = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.view = ViewBar(look)
        self.field = LineField(self.tr("Search"))
        self._hint = look.label("", TextRole.CAPTION, "3")
        self._chips = QWidget()
        self._line = self._search_line()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.view, Rule(look.themes), self._line):
            column.addWidget(widget)
        self.view.changed.connect(self._chosen)
        self.view.search_wanted.connect(self.focus_field)
        self.changed.connect(self._show_hint)
        self._line.hide()

    @property
    def chosen(self) -> Query:
        """What the menus ask for."""
        return self.view.query

    def choose(self, query: Query) -> None:
        """Lets the menus ask for something else."""
        self.view.show_query(query)
        self._chosen()

    def clear(self) -> None:
        """Asks for everything again."""
        self.field.show_text("")
        self.field.setText("")
        self.view.show_query(EVERYTHING)
        self.cleared.emit()
        self._chosen()

    def focus_field(self) -> None:
        """Shows the line to search in and puts the caret into it."""
        self._line.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc clears and leaves, Down and Enter leave."""
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.clear()
                self._line.hide()
            if key in {Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _search_line(self) -> QWidget:
        self.field.setPlaceholderText(self.tr("Search titles, notes and check-ins, or owner:me"))
        self.field.setMinimumWidth(WIDTH // 2)
        self.field.setMaximumWidth(WIDTH)
        self.field.setTextMargins(22, 0, 0, 0)
        self.field.textEdited.connect(self.changed)
        self.field.installEventFilter(self)
        inside = QHBoxLayout(self.field)
        inside.setContentsMargins(10, 0, 0, 0)
        inside.addWidget(self._look.icon("search", 16, "text-3"))
        inside.addStretch()
        chips = QHBoxLayout(self._chips)
        chips.setContentsMargins(0, 0, 0, 0)
        chips.setSpacing(6)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(MARGIN, 6, MARGIN, 6)
        row.setSpacing(10)
        row.addWidget(self.field, 2)
        row.addWidget(self._hint)
        row.addWidget(self._chips, 1)
        row.addStretch(1)
        return line

    def _chosen(self) -> None:
        self._show_chips()
        self.changed.emit(self.field.text())

    def _show_chips(self) -> None:
        layout = self._chips.layout()
        if not isinstance(layout, QHBoxLayout):
            return
        clear(layout)
        for condition in self.chosen.conditions:
            text = condition_text(condition, self.view)
            chip = self._look.button(text, partial(self._drop, condition), "pill", "x")
            chip.setAccessibleName(self.tr("{condition}, remove").format(condition=text))
            layout.addWidget(chip)
        layout.addStretch()
        self._chips.setVisible(bool(self.chosen))

    def _drop(self, condition: Condition) -> None:
        self.choose(self.chosen.without(condition))

    def _show_hint(self, text: str) -> None:
        """Says which words are none, so that they are searched for as they stand."""
        unknown = [word for word in parse(text).unknown if word.isalpha()]
        self._hint.setVisible(bool(unknown))
        if unknown:
            says = self.tr("“{word}:” is searched for as text")
            self._hint.setText(says.format(word=unknown[0]))
            self._hint.setToolTip(" ".join(f"{word}:" for word in sorted(WORDS)))
        self._line.setVisible(bool(text) or bool(self.chosen) or self.field.hasFocus())


def condition_text(condition: Condition, bar: ViewBar) -> str:
    """What a chip says: the choices by the names that the menus give them."""
    names: Mapping[str, str] = bar.names(condition.word)
    shown = [names.get(value, _own(condition.word, value)) for value in condition.values]
    return ", ".join(shown)


def _own(word: str, value: str) -> str:
    if word == TAG and value != NONE:
        return f"#{value}"
    return f"{word}:{value}"
