"""What an objective's number is made of: weights, or shares of which some are fixed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.entities import KeyResult, Objective
from okrdesk.domain.errors import UserError
from okrdesk.domain.shares import Part, normalised
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE
from okrdesk.domain.words import Drivers
from okrdesk.ui.editors.amounts import plain_number
from okrdesk.ui.editors.fields import ChoiceField, LineField
from okrdesk.ui.editors.row_list import ListPage, ListRow
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.look import ElidedButton
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import number, percent, said, tr

WHOLE = 100.0
COUNTED = 48


class SharesSection(ListPage):
    """What drives the objective, and a row for each part with its weight and its share."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__(tools, item, tr("Nothing counts yet."))
        self._place.setSpacing(2)
        self.drivers = ChoiceField(self.tr("Its progress is the mean of"))
        for value, words in (
            (Drivers.KEY_RESULTS, self.tr("Its key results")),
            (Drivers.CHILDREN, self.tr("Contributing objectives")),
            (Drivers.BOTH, self.tr("Both")),
        ):
            self.drivers.addItem(words, value)
        self.drivers.setEnabled(not self.bridge.read_only)
        self.drivers.chosen.connect(self._drive)
        self._sum = self.look.wrapped("", TextRole.SMALL, "2")
        self.column.insertWidget(0, self.drivers)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(6)
        head.addStretch(1)
        for words, width in (
            (self.tr("Weight"), field_width(self)),
            (self.tr("Share in %"), field_width(self)),
            (self.tr("Counts"), COUNTED),
        ):
            label = self.look.label(words, TextRole.SMALL, "3")
            label.setMinimumWidth(width)
            head.addWidget(label)
        self.column.insertWidget(1, self._head)
        self.column.addWidget(self._sum)

    def wanted(self) -> list[int]:
        return [driver.id for driver in self.bridge.scores.objective(self.item).drivers]

    def made(self, row_id: int) -> ListRow:
        return ShareRow(self.tools, row_id, self)

    def refresh(self) -> None:
        super().refresh()
        self._head.setVisible(bool(self.rows))
        self.drivers.show_choice(self.bridge.snapshot.get(OBJECTIVE, self.item).drivers)
        self._sum.setText(self._sum_words())

    def counted(self, item: int) -> float:
        """How much of the number comes from a part, in percent."""
        drivers = self.bridge.scores.objective(self.item).drivers
        total = sum(driver.weight for driver in drivers)
        own = sum(driver.weight for driver in drivers if driver.id == item)
        return WHOLE * own / total if total else 0.0

    def _parts(self) -> list[Part]:
        rows = [part_of(self.tools, row_id) for row_id in self.wanted()]
        return [Part(max(0.0, row.weight), row.share) for row in rows]

    def _sum_words(self) -> str:
        """How much is fixed, and whether that adds up."""
        parts = self._parts()
        fixed = sum(part.share for part in parts if part.share is not None)
        if all(part.share is None for part in parts):
            return ""
        if normalised(parts):
            words = self.tr("The fixed shares are {fixed} together, so they are adjusted to 100%.")
        else:
            words = self.tr("{fixed} is fixed. {left} is shared by weight.")
        return words.format(fixed=percent(fixed), left=percent(max(0.0, WHOLE - fixed)))

    def _drive(self, drivers: object) -> None:
        self.bridge.attempt(commands.change_objective, self.item, drivers=drivers)
        self.refresh()


class ShareRow(ListRow):
    """A part: its title, weight, fixed share, and how much it counts."""

    def __init__(self, tools: Tools, item: int, section: SharesSection) -> None:
        super().__init__(tools, item)
        self._section = section
        self._title = ElidedButton("text")
        self._title.clicked.connect(lambda: tools.chosen.emit(item))
        self.weight = self._field(self.tr("Weight"), self._write_weight)
        self.share = self._field(self.tr("Share in %"), self._write_share)
        self._counted = self.look.label("", TextRole.STRONG)
        self._counted.setFixedWidth(COUNTED)
        self._counted.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.weight)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._title, 1)
        for part in (self.weight, self.share, self._counted):
            row.addWidget(part)

    def refresh(self) -> None:
        row = part_of(self.tools, self.row_id)
        self._title.show_text(row.title)
        self.weight.show_text(number(row.weight))
        self.weight.setEnabled(row.share is None)
        self.share.show_text("" if row.share is None else number(row.share))
        counted = percent(round(self._section.counted(self.row_id), 1))
        self._counted.setText(counted)
        words = self.tr("{title} counts {share}").format(title=row.title, share=counted)
        self._counted.setAccessibleName(words)
        self.setAccessibleName(words)

    def commit(self) -> None:
        self.weight.commit()
        self.share.commit()

    def _field(self, name: str, write: Callable[[str], None]) -> LineField:
        field = LineField(name)
        field.setProperty("look", "cell")
        field.setReadOnly(self.bridge.read_only)
        field.setFixedWidth(field_width(self._section))
        field.committed.connect(write)
        return field

    def _write_weight(self, text: str) -> None:
        self._write(self.weight, text, fixed=False)

    def _write_share(self, text: str) -> None:
        self._write(self.share, text, fixed=True)

    def _write(self, field: LineField, text: str, *, fixed: bool) -> None:
        try:
            if fixed:
                share = plain_number(text) if text.strip() else None
                self.bridge.run(commands.set_share, self.row_id, share)
            else:
                self.bridge.run(commands.set_weight, self.row_id, plain_number(text))
        except UserError as error:
            field.setModified(True)
            field.show_error(said(error.message))
            self.tools.noted.emit(said(error.message))
            return
        field.show_error("")
        self._section.refresh()


def field_width(widget: QWidget) -> int:
    """Room for a number, and for the heading above it."""
    return widget.fontMetrics().horizontalAdvance("Share in %") + 4


def part_of(tools: Tools, item: int) -> KeyResult | Objective:
    """The key result or objective that counts."""
    snapshot = tools.bridge.snapshot
    return snapshot.find(KEY_RESULT, item) or snapshot.get(OBJECTIVE, item)
