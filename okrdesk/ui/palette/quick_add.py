"""Quick add: one line from anywhere, and what will become of it (ux.md O2)."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from okrdesk.app import commands
from okrdesk.app.finding import Kind, words_of
from okrdesk.app.quick_add import Line, Where, read_line
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.desk import Desk
from okrdesk.ui.palette import going
from okrdesk.ui.palette.doing import pressed_keys
from okrdesk.ui.palette.finder import finder_of
from okrdesk.ui.palette.foot import Foot, Hint
from okrdesk.ui.palette.head import Head, HeadField
from okrdesk.ui.palette.preview import Preview
from okrdesk.ui.palette.scrim import Scrim
from okrdesk.ui.rule import Rule
from okrdesk.ui.translation import language_code, tr


class QuickAdd(Scrim):
    """Belongs to a window; keeps what was typed when it is left with Esc."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, desk.widget)
        self._desk = desk
        self._as_key_result: bool | None = None
        self.line: Line | None = None
        example = tr("Interview 50 top customers by phone @owner #team")
        self.field = HeadField(desk.look, tr("Quick add"), example)
        self.preview = Preview(desk.look)
        hints = (Hint("Enter", tr("Add")), Hint("Tab", tr("Objective or key result")))
        marks = (("@", tr("owner")), ("#", tr("team")), (">", tr("objective")))
        self._foot = Foot(desk.look, (*hints, Hint("Esc", tr("Close"))), marks)
        self.setAccessibleName(tr("Quick add"))
        self._build()
        self.field.textChanged.connect(self._typed)

    def open(self) -> None:
        """Appears with what was left in it."""
        if self._desk.bridge is not None:
            finder_of(self._desk.bridge).read()
            self.take_keys(self.field, self._key_table())
            self.field.selectAll()
            self._typed()
            self.enter(self.field)

    def add(self) -> None:
        """Writes the line in one step and goes to it; stays where something is in the way."""
        bridge, line = self._desk.bridge, self.line
        if bridge is None or line is None or line.problem is not None:
            return
        added = bridge.attempt(commands.add_line, line)
        if added is None:
            return
        self.field.clear()
        self._as_key_result = None
        self.leave()
        going.go(self._desk, added)
        words = tr("Key result added") if line.as_key_result else tr("Objective added")
        self._desk.toast(words, undo=True)

    def change_kind(self) -> None:
        """Makes an objective of what would be a key result, and back."""
        if self.line is not None:
            self._as_key_result = not self.line.as_key_result
            self._typed()

    def _typed(self) -> None:
        bridge, plan = self._desk.bridge, self._desk.plan
        if bridge is None or plan is None or self._desk.view is None:
            return
        language = language_code()
        cycle = self._desk.view.scope.cycle_of_new
        where = Where(bridge.snapshot, bridge.today, plan.current, cycle, language)
        text, kind = self.field.text(), self._as_key_result
        self.line = read_line(text, where, searcher(bridge), as_key_result=kind)
        self.preview.show_line(bridge.snapshot, self.line, typed=bool(text.strip()))
        self.field.setAccessibleDescription(self.preview.words())
        self.place()

    def _key_table(self) -> dict[str, Callable[[], object]]:
        table: dict[str, Callable[[], object]] = {"Esc": self.leave, "Tab": self.change_kind}
        table |= dict.fromkeys(pressed_keys(self._desk, "quick_add"), self.leave)
        return table | dict.fromkeys(("Return", "Enter", "Num+Enter"), self.add)

    def _build(self) -> None:
        look = self._desk.look
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Head(look, "plus", self.field))
        column.addWidget(Rule(look.themes))
        column.addWidget(self.preview, 1)
        column.addWidget(self._foot)


def searcher(bridge: Bridge) -> Callable[[str], int | None]:
    """Finds the objective that words name best."""

    def search(text: str) -> int | None:
        hits = finder_of(bridge).index.find(words_of(text), (Kind.OBJECTIVE,), 1).hits
        return hits[0].id if hits else None

    return search


def open_quick_add(desk: Desk) -> None:
    """Opens quick add over the window."""
    found = desk.widget.findChild(QuickAdd)
    overlay = found if isinstance(found, QuickAdd) else QuickAdd(desk)
    overlay.open()
