"""The window of a presentation: one page fills the screen, and keys do the rest."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from okrdesk.app.settings import PRESENT_TEXT, Settings
from okrdesk.domain.cycles import current_cycle
from okrdesk.domain.entities import Cycle
from okrdesk.domain.overview.sight import sight_of
from okrdesk.domain.tables import KEY_RESULT
from okrdesk.ui.appearance import appearance
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.charts.library import ChartLibrary
from okrdesk.ui.look import Look
from okrdesk.ui.present.displays import chosen_display, next_display
from okrdesk.ui.present.foot import Foot
from okrdesk.ui.present.page import PresentPage
from okrdesk.ui.present.sheets import Sheet, nothing_yet, sheets_of

MARGIN = 40
STEP = 10
_SIZES = {
    "Ctrl++": STEP,
    "Ctrl+=": STEP,
    "Ctrl+-": -STEP,
}


class PresentWindow(QWidget):
    """Read-only, but for a check-in on the result that is being discussed.

    ``cycle`` gives the cycle that is looked at, None for that of today. The text is larger than
    elsewhere while it is open; ``settings`` keep its size and the display.
    """

    def __init__(
        self,
        bridge: Bridge,
        look: Look,
        settings: Settings,
        cycle: Callable[[], Cycle | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # First of all: a label that is not polished yet keeps the size that it was made with.
        look.themes.set_text_percent(settings.get(PRESENT_TEXT))
        self.setWindowTitle(self.tr("Present"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._bridge, self._look, self._settings, self._cycle = bridge, look, settings, cycle
        self._desk_window = parent
        self._sheets: list[Sheet] = []
        self._key, self._chosen = "plan", dict[str, int | None]()
        self.page = PresentPage(look, ChartLibrary())
        self.foot = Foot(look)
        self._build()
        self.dark = _darkness(self)
        bridge.updated.connect(self.refresh)
        self.page.list.doubleClicked.connect(self.check_in)
        self.refresh()

    @property
    def sheet(self) -> Sheet:
        """The page that is seen."""
        return self._sheets[self.place]

    @property
    def place(self) -> int:
        """Its number, from 0."""
        return self.keys.index(self._key) if self._key in self.keys else 0

    @property
    def keys(self) -> list[str]:
        """What tells the pages apart, in their order."""
        return [sheet.key for sheet in self._sheets]

    def begin(self) -> None:
        """Fills the display that was chosen last."""
        self._go_to(chosen_display(self._settings, self._desk_window.screen()))

    def refresh(self) -> None:
        """Counts the pages anew, as after a check-in; page and line stay."""
        self._keep()
        self._count()

    def _keep(self) -> None:
        """Remembers what is being discussed on the page that is seen."""
        if self.page.lists and self._sheets:
            self._chosen[self._key] = self.page.list.current_item

    def _count(self) -> None:
        scores, today = self._bridge.scores, self._bridge.today
        cycle = self._cycle() or current_cycle(scores.snapshot, today)
        self._sheets = (
            [nothing_yet(scores)] if cycle is None else sheets_of(sight_of(scores, cycle))
        )
        self.page.show_sheet(self._bridge, self.sheet, self._chosen.get(self._key))
        self.foot.show_place(self.place, len(self._sheets), cycle, today)
        self._focus()

    def turn(self, by: int) -> None:
        """Turns pages; the first and the last one stay."""
        self.jump(min(max(self.place + by, 0), len(self._sheets) - 1))

    def jump(self, place: int) -> None:
        """Goes to a page by its number from 0, if there is one."""
        if 0 <= place < len(self._sheets):
            self._keep()
            self._key = self._sheets[place].key
            self._count()

    def check_in(self) -> None:
        """Asks for the value of the key result that is being discussed."""
        item = self.page.list.current_item if self.page.lists else None
        if self._bridge.snapshot.find(KEY_RESULT, item) is None or item is None:
            self.foot.say(self.tr("Choose a key result with ↑ and ↓."))
        elif self._bridge.read_only:
            self.foot.say(self.tr("This plan can only be read."))
        else:
            from okrdesk.ui.check_in.dialog import CheckInDialog

            CheckInDialog(self._bridge, self._look, item, self).open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key but those that choose a line; a dark screen lights up with any."""
        if self.dark.isVisible():
            self.dark.hide()
        elif not self._press(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.dark.setGeometry(self.rect())
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Gives the text the size it had."""
        self._look.themes.wear(appearance(self._settings))
        super().closeEvent(event)

    def _press(self, event: QKeyEvent) -> bool:
        sized = _SIZES.get(_name_of(event))
        if sized is not None:
            self._resize_text(sized)
            return True
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self.jump(event.key() - Qt.Key.Key_1)
            return True
        work = self._works().get(Qt.Key(event.key()))
        if work is not None:
            work()
        return work is not None

    def _works(self) -> dict[Qt.Key, Callable[[], object]]:
        """What keys do; what remote controls send turns pages and darkens, too."""
        on = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        keys = Qt.Key
        return {
            keys.Key_Right: lambda: self.turn(on),
            keys.Key_Left: lambda: self.turn(-on),
            keys.Key_PageDown: lambda: self.turn(1),
            keys.Key_PageUp: lambda: self.turn(-1),
            keys.Key_Space: lambda: self.turn(1),
            keys.Key_Up: lambda: self.page.scroll_board(-1),
            keys.Key_Down: lambda: self.page.scroll_board(1),
            keys.Key_C: self.check_in,
            keys.Key_B: self.dark.show,
            keys.Key_Period: self.dark.show,
            keys.Key_D: lambda: self._go_to(next_display(self._settings, self.screen())),
            keys.Key_Escape: self.close,
        }

    def _resize_text(self, by: int) -> None:
        themes = self._look.themes
        themes.set_text_percent(themes.text_percent + by)
        self._settings.set(PRESENT_TEXT, themes.text_percent)

    def _go_to(self, screen: QScreen) -> None:
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()
        self._focus()

    def _focus(self) -> None:
        (self.page.list if self.page.lists else self).setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 28, MARGIN, 14)
        column.setSpacing(14)
        column.addWidget(self.page, 1)
        column.addWidget(self.foot)
        self.foot.turned.connect(self.turn)
        self.foot.check_in_wanted.connect(self.check_in)
        self.foot.left.connect(self.close)


def _darkness(window: QWidget) -> QWidget:
    """What covers everything, above all the others."""
    dark = QWidget(window)
    dark.setStyleSheet("background: black")
    dark.hide()
    return dark


def _name_of(event: QKeyEvent) -> str:
    return QKeySequence(event.keyCombination()).toString()
