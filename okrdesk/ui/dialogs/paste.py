"""What is asked before pasting: whether lines are objectives or key results; what is left over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from okrdesk.domain.tables import OBJECTIVE
from okrdesk.exchange.rows import ItemRow, RowsRead, as_key_results, counted
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.dialogs.answers import answers
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said
from okrdesk.ui.what_was_done import items_message

SIZE = (520, 220)
SHOWN = 200


class PasteDialog(QDialog):
    """Enter adds. ``chosen`` carries the rows as they were decided."""

    chosen = Signal(object)

    def __init__(
        self, bridge: Bridge, look: Look, read: RowsRead, holder: int | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Paste"))
        self._look, self._read = look, read
        self.objectives = QRadioButton(self.tr("As &objectives"))
        self.key_results = QRadioButton(self.tr("As &key results"))
        above = bridge.snapshot.find(OBJECTIVE, holder)
        if above is not None:
            words = self.tr("As &key results of “{title}”")
            self.key_results.setText(words.format(title=above.title.replace("&", "&&")))
        self.asks = read.unclear and above is not None
        self.objectives.setChecked(True)
        self.rows = QTreeWidget()
        self._build()
        (self.objectives if self.asks else self.rows).setFocus()

    def accept(self) -> None:
        """Gives the rows to whoever asked."""
        super().accept()
        self.chosen.emit(self.decided)

    @property
    def decided(self) -> tuple[ItemRow, ...]:
        """The rows as they are to be added."""
        if self.asks and self.key_results.isChecked():
            return as_key_results(self._read.rows)
        return self._read.rows

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._look.wrapped(self._question(), TextRole.STRONG))
        for option in (self.objectives, self.key_results) if self.asks else ():
            column.addWidget(option)
        self._fill()
        column.addWidget(self.rows, 1)
        if self._read.left_over:
            count = len(self._read.left_over)
            words = said(Message("%n line(s) found no place and will be left out:", count=count))
            column.addWidget(self._look.wrapped(words, TextRole.SMALL, "2"))
            column.addWidget(self._look.wrapped("\n".join(self._read.left_over[:5])))
        column.addWidget(
            answers(self, self.tr("Cancel"), self.tr("Add"), ready=bool(self._read.rows))
        )

    def _question(self) -> str:
        if self.asks:
            return self.tr("Are these lines objectives or key results?")
        return said(items_message(*counted(self._read.rows)))

    def _fill(self) -> None:
        self.rows.setMinimumSize(*SIZE)
        self.rows.setHeaderHidden(True)
        self.rows.setAccessibleName(self.tr("Rows"))
        self.rows.setTabKeyNavigation(False)
        for row in self._read.rows[:SHOWN]:
            self.rows.addTopLevelItem(_line(row))
        self.rows.expandAll()


def _line(row: ItemRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem([row.title])
    for below in row.below:
        item.addChild(_line(below))
    return item
