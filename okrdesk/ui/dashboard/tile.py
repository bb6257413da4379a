"""A tile of the dashboard: what it counts, the keys it knows, and what can be taken from it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from okrdesk.domain.overview.sight import Sight
from okrdesk.ui.dashboard.copied_tile import CopiedTile, Rows
from okrdesk.ui.dashboard.kpi_cell import KpiCell
from okrdesk.ui.dashboard.openers import FRAME, INSET, Opener, Row
from okrdesk.ui.dashboard.wishes import Wish
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole

Pressable = Opener | Row | KpiCell


class Tile(CopiedTile):
    """Tab stops here once; Down goes to what can be pressed inside, Enter opens, C copies.

    ``wanted`` carries a ``Wish``, ``stepped`` -1 or 1 where a person wants the scope before or
    behind.
    """

    wanted = Signal(object)
    stepped = Signal(int)

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(look, title)
        self._shown: dict[str, object] = {}
        self._wish: Wish | None = None
        self._pressables: list[Pressable] = []
        self.total = Opener(look, TextRole.SMALL, "percent-quiet")
        self.total.hide()
        self.head.setContentsMargins(INSET, 0, INSET - FRAME, 0)
        self.head.insertWidget(2, self.total)
        self.take(self.total)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def openers(self) -> list[Pressable]:
        """What can be pressed now, from the top."""
        return [one for one in self._pressables if one.isVisibleTo(self)]

    def show_sight(self, sight: Sight) -> None:
        """Shows what the tile counts of a sight today; to be quick."""
        raise NotImplementedError

    def show_past(self, sight: Sight) -> None:
        """Shows what the tile says of the weeks before, which may take a moment."""

    def is_news(self, figure: object, part: str = "today") -> bool:
        """Whether that part of the tile shows something else; remembers it then."""
        if part in self._shown and figure == self._shown[part]:
            return False
        self._shown[part] = figure
        return True

    def wait(self) -> None:
        """Says that the numbers are on their way, until there are some."""
        if "past" not in self._shown:
            self.put_note(self.tr("Counting…"))

    def say(self, sentence: str) -> None:
        """Shows a sentence in place of the numbers."""
        self.tell(sentence, None, ((self.accessibleName(), sentence),))
        self.put_note(sentence)

    def fail(self) -> None:
        """Says that the numbers of this tile could not be had."""
        self._shown.clear()
        self.say(self.tr("This could not be counted. The other tiles are right."))

    def tell(self, sentence: str, wish: Wish | None, rows: Rows) -> None:
        """Shows the numbers: a sentence for screen readers, what Enter opens, and the table."""
        self.setAccessibleDescription(sentence)
        self._wish, self.rows = wish, rows
        self.put_note("")

    def show_total(self, text: str, wish: Wish) -> None:
        """Shows beside the title how many are counted, and opens them; nothing for no text."""
        self.total.show_text(text, text, wish)
        self.total.setVisible(bool(text))

    def take(self, *pressables: Pressable) -> None:
        """Lets the keys of the tile reach them."""
        for one in pressables:
            self._pressables.append(one)
            one.wanted.connect(self.wanted)
            one.installEventFilter(self)

    def drop(self, pressable: Pressable) -> None:
        """Lets something go that was taken."""
        self._pressables.remove(pressable)
        pressable.hide()
        pressable.deleteLater()

    def menu(self) -> QMenu:
        """What can be done with it."""
        menu = super().menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._wish is not None:
            menu.addAction(self.tr("Show what this counts"), self.open)
            menu.addSeparator()
        self.add_copies(menu)
        return menu

    def open(self) -> None:
        """Opens what the tile counts."""
        if self._wish is not None:
            self.wanted.emit(self._wish)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, C copies, Left and Right change the scope, Down goes inside."""
        if not self._takes(event, None):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the tile while something inside of it has the focus."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, Pressable)
        ):
            return self._takes(event, watched)
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent, inside: Pressable | None) -> bool:
        """Does what a key asks for; ``inside``: what has the focus, if it is not the tile."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        press = self.open if inside is None else inside.click
        step = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Return: press,
            Qt.Key.Key_Enter: press,
            Qt.Key.Key_C: self.copy_both,
            Qt.Key.Key_Left: lambda: self.stepped.emit(-step),
            Qt.Key.Key_Right: lambda: self.stepped.emit(step),
            Qt.Key.Key_Down: lambda: self._go(inside, 1),
            Qt.Key.Key_Up: lambda: self._go(inside, -1),
        }
        found = keys.get(event.key())
        if found is not None:
            found()
        return found is not None

    def _go(self, inside: Pressable | None, step: int) -> None:
        """Moves the focus among the tile itself and what can be pressed inside of it."""
        stops = [self, *self.openers]
        place = stops.index(self if inside is None else inside) + step
        stops[min(max(place, 0), len(stops) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
