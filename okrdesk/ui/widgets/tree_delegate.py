"""Paints every column of the tree and edits titles in place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from okrdesk.ui.icons import IconSet
from okrdesk.ui.models.tree_model import (
    CONFIDENCE,
    CYCLE,
    DUE,
    GRADE,
    OWNER,
    PROGRESS,
    STATUS,
    TEAM,
    TITLE,
    UPDATED,
    TreeModel,
)
from okrdesk.ui.models.tree_row import RowKind, TreeRow
from okrdesk.ui.theme import ThemeController
from okrdesk.ui.widgets.paint import BAR_HEIGHT, Bar, Face, initials, paint_bar
from okrdesk.ui.widgets.tree_look import BOX, TreeLook

Index = QModelIndex | QPersistentModelIndex

BOX_LEFT, TEXT_GAP, CAPTION_GAP, AMOUNT_GAP = 20, 7, 8, 12
BAR_LEFT, BAR_WIDTH, PERCENT_WIDTH, CHIP_LEFT, OWNER_RIGHT = 12, 80, 48, 12, 14
LEAST_TITLE, LONGEST_TITLE = 40, 500

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | _MIDDLE
_RIGHT = Qt.AlignmentFlag.AlignRight | _MIDDLE
_SELECTED = QStyle.StateFlag.State_Selected
_COMMIT_KEYS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TreeDelegate(QStyledItemDelegate):
    """One delegate for all columns of a `TreeModel`."""

    def __init__(
        self, themes: ThemeController, icons: IconSet, parent: QObject | None = None
    ) -> None:
        """Paint with the theme in use."""
        super().__init__(parent)
        self._themes, self._icons = themes, icons
        self.look = TreeLook(themes.theme, icons)
        self._columns: dict[int, Callable[[QPainter, _Cell, TreeRow], None]] = {
            TITLE: self._paint_title,
            PROGRESS: self._paint_progress,
            STATUS: self._paint_status,
            CONFIDENCE: self._paint_confidence,
            OWNER: self._paint_owner,
            UPDATED: lambda painter, cell, row: self._paint_text(painter, cell, row.updated),
            DUE: lambda painter, cell, row: self._paint_text(painter, cell, row.due),
            TEAM: lambda painter, cell, row: self._paint_text(painter, cell, row.team),
            GRADE: lambda painter, cell, row: self._paint_number(painter, cell, row.grade),
            CYCLE: lambda painter, cell, row: self._paint_text(painter, cell, row.cycle),
        }

    def restyle(self) -> None:
        """Measure anew after the theme or the text size changed."""
        self.look = TreeLook(self._themes.theme, self._icons)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if isinstance(model, TreeModel):
            self._columns[index.column()](painter, _Cell(painter, option), model.row_at(index))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, self.look.row_height)

    def _paint_title(self, painter: QPainter, cell: "_Cell", row: TreeRow) -> None:
        look, strong = self.look, row.kind is not RowKind.KEY_RESULT
        x = look.length(BOX_LEFT)
        if row.kind is not RowKind.GROUP:
            picture = look.symbol(row.symbol, cell.scale, selected=cell.selected)
            cell.draw(painter, picture, x)
            x += look.length(BOX + TEXT_GAP)
        room = cell.rect.width() - x - 2
        if row.amount:
            room -= self._paint_amount(painter, cell, x, room, row.amount)
        caption = look.small_metrics.horizontalAdvance(row.caption)
        room -= caption + look.length(CAPTION_GAP) if caption else 0
        title = look.elided(row.title, max(room, look.length(LEAST_TITLE)), strong=strong)
        painter.setFont(look.strong if strong else look.body)
        painter.setPen(look.theme.colour("text-2" if row.kind is RowKind.GROUP else "text"))
        painter.drawText(cell.area(x, room + 2), cell.leading, title)
        if caption:
            x += look.width(title, strong=strong) + look.length(CAPTION_GAP)
            painter.setFont(look.small)
            painter.setPen(look.theme.colour("text-3"))
            painter.drawText(cell.area(x, caption + 2), cell.leading, row.caption)

    def _paint_amount(
        self, painter: QPainter, cell: "_Cell", x: float, room: float, amount: str
    ) -> float:
        """Draw current and target at the far edge; return the width that they take."""
        painter.setFont(self.look.small)
        painter.setPen(self.look.theme.colour("text-2"))
        painter.drawText(cell.area(x, room), cell.trailing, amount)
        width = self.look.small_metrics.horizontalAdvance(amount)
        return width + self.look.length(AMOUNT_GAP)

    def _paint_progress(self, painter: QPainter, cell: "_Cell", row: TreeRow) -> None:
        if not row.percent:
            return
        look, status = self.look, "not_started" if row.is_neutral else row.status
        bar = cell.area(look.length(BAR_LEFT), look.length(BAR_WIDTH))
        middle, half = bar.center().y(), BAR_HEIGHT / 2
        bar.setTop(middle - half)
        bar.setBottom(middle + half)
        values = Bar(status, row.progress, row.expected)
        paint_bar(painter, bar, look.theme, values, mirrored=cell.mirrored)
        painter.setFont(look.strong)
        painter.setPen(look.theme.colour("text"))
        number = cell.area(look.length(BAR_LEFT + BAR_WIDTH), look.length(PERCENT_WIDTH))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, row.percent)

    def _paint_status(self, painter: QPainter, cell: "_Cell", row: TreeRow) -> None:
        if row.status is None:
            return
        look, x = self.look, self.look.length(CHIP_LEFT) - 1
        chip = look.status_chip(row.status, cell.scale, stale=row.stale, mirrored=cell.mirrored)
        cell.draw(painter, chip, x)
        if row.stale:
            x += chip.width() / cell.scale + 3
            cell.draw(painter, look.icon("clock", 12, cell.scale, "text-3"), x)

    def _paint_confidence(self, painter: QPainter, cell: "_Cell", row: TreeRow) -> None:
        self._paint_number(painter, cell, row.confidence)

    def _paint_number(self, painter: QPainter, cell: "_Cell", text: str) -> None:
        if text:
            painter.setFont(self.look.body)
            painter.setPen(self.look.theme.colour("text-2"))
            painter.drawText(cell.rect, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_text(self, painter: QPainter, cell: "_Cell", text: str) -> None:
        if text:
            left = self.look.length(BAR_LEFT)
            room = cell.rect.width() - left - 4
            painter.setFont(self.look.small)
            painter.setPen(self.look.theme.colour("text-2"))
            shown = self.look.small_metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(cell.area(left, room), cell.leading, shown)

    def _paint_owner(self, painter: QPainter, cell: "_Cell", row: TreeRow) -> None:
        if row.owner:
            face = Face(row.letters or initials(row.owner), row.tint)
            picture = self.look.avatar(face, cell.scale, ringed=cell.selected)
            right = self.look.length(OWNER_RIGHT) - 2
            cell.draw(painter, picture, cell.rect.width() - picture.width() / cell.scale - right)

    # Renaming in place

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent, maxLength=LONGEST_TITLE)
        editor.setProperty("look", "cell")
        editor.setFont(self.look.body)
        editor.setAccessibleName(self.tr("Title"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # An update of the plan must not take away what is being typed.
        if isinstance(editor, QLineEdit) and not editor.isModified():
            super().setEditorData(editor, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        left = round(self.look.length(BOX_LEFT + BOX + TEXT_GAP)) - 7
        rect = option.rect.adjusted(left, 2, -4, -2)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            rect = option.rect.adjusted(4, 2, -left, -2)
        editor.setGeometry(rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Tab commit like Enter; otherwise the next row would open its editor."""
        if isinstance(event, QKeyEvent) and isinstance(watched, QLineEdit):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() in _COMMIT_KEYS:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
                return True
        return super().eventFilter(watched, event)


class _Cell:
    """The place of a cell, measured from its leading edge."""

    __slots__ = ("leading", "mirrored", "rect", "scale", "selected", "trailing")

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        self.rect = QRectF(option.rect)
        self.scale: float = painter.device().devicePixelRatioF()
        self.selected = bool(option.state & _SELECTED)
        self.mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        self.leading, self.trailing = (_RIGHT, _LEFT) if self.mirrored else (_LEFT, _RIGHT)

    def area(self, x: float, width: float) -> QRectF:
        """Return the full height of the cell from `x` on."""
        rect = self.rect
        left = rect.right() - x - width if self.mirrored else rect.left() + x
        return QRectF(left, rect.top(), width, rect.height())

    def draw(self, painter: QPainter, picture: QPixmap, x: float) -> None:
        """Draw a picture in the middle of the height, on whole device pixels."""
        width, height = picture.width() / self.scale, picture.height() / self.scale
        left = self.area(x, width).left()
        top = self.rect.top() + (self.rect.height() - height) / 2
        left, top = (round(at * self.scale) / self.scale for at in (left, top))
        painter.drawPixmap(QRectF(left, top, width, height), picture, QRectF(picture.rect()))
