"""The tree of the plan: rows with selection, focus and hover of our own, and guide lines."""

from collections import deque
from collections.abc import Container, Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QHoverEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyleOptionViewItem,
    QWidget,
)

from okrdesk.ui.icons import LEVEL_ICONS, IconSet
from okrdesk.ui.models.group_rows import GROUP_SYMBOL
from okrdesk.ui.models.group_structure import Arrangement
from okrdesk.ui.models.tree_model import TITLE, TreeModel
from okrdesk.ui.theme import ThemeController
from okrdesk.ui.widgets.dragging_tree import DraggingTree
from okrdesk.ui.widgets.paint import antialiased
from okrdesk.ui.widgets.plan_columns import INSETS, PlanColumns
from okrdesk.ui.widgets.plan_header import PlanHeader
from okrdesk.ui.widgets.tree_delegate import TreeDelegate
from okrdesk.ui.widgets.tree_look import INDENT

Index = QModelIndex | QPersistentModelIndex

EVERY_LEVEL = frozenset({*LEVEL_ICONS, GROUP_SYMBOL})
MOST_OPENED = 200
"""How many rows are opened at once; nobody sees more."""

_CHEVRON, _CHEVRON_LEFT, _GUIDE_LEFT, _HIT_WIDTH = 13, 17, 17, 34
_ROW_MARGIN, _RADIUS, _BAR_WIDTH, _BAR_INSET, _FOCUS = 4, 6, 3, 6, 2


class PlanTree(DraggingTree):
    """Shows a `TreeModel`; renaming starts with F2 or a double click."""

    def __init__(
        self,
        model: TreeModel,
        themes: ThemeController,
        icons: IconSet,
        parent: QWidget | None = None,
    ) -> None:
        """Show `model` in the theme in use; the model stays the caller's."""
        super().__init__(model, themes, parent)
        self._plan, self._themes = model, themes
        self._opened: set[int] = set()
        self._kept: dict[Arrangement, set[int]] = {}
        self._selected = 0
        self._hovered = 0
        self._delegate = TreeDelegate(themes, icons, self)
        header = PlanHeader(themes, INSETS, self)
        self.setHeader(header)
        self.setModel(model)
        self.columns = PlanColumns(header)
        self.setItemDelegate(self._delegate)
        self._configure()
        self.expanded.connect(lambda index: self._opened.add(index.internalId()))
        self.collapsed.connect(lambda index: self._opened.discard(index.internalId()))
        model.modelAboutToBeReset.connect(self._before_reset)
        model.modelReset.connect(self._after_reset)
        themes.changed.connect(self._restyle)
        self._restyle()

    def _configure(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setAccessibleName(self.tr("Plan"))

    # Opening branches

    def opened(self) -> frozenset[int]:
        """Return the ids of the open branches, to be kept for the next time."""
        return frozenset(self._opened)

    def open_branches(self, nodes: Iterable[int]) -> None:
        """Open the branches with these ids, as far as they are there."""
        for node in nodes:
            index = self._plan.index_of(node)
            if index.isValid():
                self.expand(index)

    def open_levels(self, symbols: Container[str]) -> None:
        """Open the branches of these levels from the top, until enough rows show."""
        waiting, shown = deque([QModelIndex()]), 0
        while waiting and shown < MOST_OPENED:
            above = waiting.popleft()
            # Only here: each open branch costs the layout all its rows.
            self.expand(above)
            count = self._plan.rowCount(above)
            shown += count
            for row in range(min(count, MOST_OPENED)):
                index = self._plan.index(row, TITLE, above)
                if self._plan.row_at(index).symbol in symbols and self._plan.hasChildren(index):
                    waiting.append(index)

    def current_node(self) -> int:
        """Return the id of the current row, 0 if there is none."""
        index = self.currentIndex()
        return index.internalId() if index.isValid() else 0

    def go_to(self, node: int) -> None:
        """Select the row of `node`, open what stands above it, and bring it into view."""
        index = self._plan.index_of(node)
        if index.isValid():
            # Not by the view's own way, for which a Ctrl key held down means to add to what is
            # selected: most of what calls this is a shortcut.
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def _before_reset(self) -> None:
        if not self._plan.filter:
            kept = self._kept.get(self._plan.arrangement, set())
            hidden = {node for node in kept if not self._plan.shows(node)}
            self._kept[self._plan.arrangement] = self._opened | hidden
        self._selected = self.current_node()

    def _after_reset(self) -> None:
        self._opened.clear()
        if self._plan.filter:
            self.open_levels(EVERY_LEVEL)
        elif self._plan.arrangement in self._kept:
            self.open_branches(self._kept[self._plan.arrangement])
        else:
            self.open_levels(frozenset({GROUP_SYMBOL}))
        if self._selected:
            self.go_to(self._selected)

    # Painting

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        theme = self._themes.theme
        row = QRectF(0, options.rect.top(), self.viewport().width(), options.rect.height())
        row.adjust(_ROW_MARGIN, 0, -_ROW_MARGIN, 0)
        selected = self.selectionModel().isRowSelected(index.row(), index.parent())
        if selected:
            _paint_round(painter, row, theme.colour("accent-soft"))
            _paint_round(
                painter, _bar(row, mirrored=self.isRightToLeft()), theme.colour("accent"), 1.5
            )
        elif index.internalId() == self._hovered:
            _paint_round(painter, row, theme.colour("hover"))
        super().drawRow(painter, options, index)
        if self.hasFocus() and index.internalId() == self.current_node():
            with antialiased(painter):
                painter.setPen(QPen(theme.colour("focus"), _FOCUS))
                painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw a guide line for each level above, and the chevron of a branch."""
        depth, indent = self._plan.depth(index), self.indentation()
        line = self._themes.theme.colour("border")
        for level in range(depth):
            x = round(_GUIDE_LEFT * self._delegate.look.factor) + level * indent
            painter.fillRect(self._across(x, 1, rect), line)
        if self._plan.hasChildren(index):
            self._draw_chevron(painter, self._chevron(depth, rect), index)

    def _draw_chevron(self, painter: QPainter, place: QRect, index: Index) -> None:
        folded = "chevron-left" if self.isRightToLeft() else "chevron-right"
        name = "chevron-down" if self.isExpanded(index) else folded
        scale = painter.device().devicePixelRatioF()
        picture = self._delegate.look.icon(name, _CHEVRON, scale, "text-2")
        painter.drawPixmap(place, picture)

    def _chevron(self, depth: int, row: QRect) -> QRect:
        side = round(self._delegate.look.length(_CHEVRON))
        left = round(_CHEVRON_LEFT * self._delegate.look.factor) + depth * self.indentation()
        place = self._across(left, side, row)
        place.setTop(row.top() + (row.height() - side) // 2)
        place.setHeight(side)
        return place

    def _across(self, x: int, width: int, row: QRect) -> QRect:
        """Return the part of a row from `x` on, counted from the leading edge."""
        start = self.header().sectionViewportPosition(TITLE)
        if self.isRightToLeft():
            end = start + self.header().sectionSize(TITLE)
            return QRect(end - x - width, row.top(), width, row.height())
        return QRect(start + x, row.top(), width, row.height())

    # The pointer

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.HoverMove and isinstance(event, QHoverEvent):
            self._hover(event.position().toPoint())
        elif event.type() in {QEvent.Type.HoverLeave, QEvent.Type.Leave}:
            self._hover(QPoint(-1, -1))
        return super().viewportEvent(event)

    def _hover(self, at: QPoint) -> None:
        index = self.indexAt(at)
        node = index.internalId() if index.isValid() else 0
        if node != self._hovered:
            self._hovered = node
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        branch = self._branch_at(event.position().toPoint())
        if branch.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.setExpanded(branch, not self.isExpanded(branch))
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._branch_at(event.position().toPoint()).isValid():
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def _branch_at(self, at: QPoint) -> QModelIndex:
        """Return the branch whose chevron is at the point, with room around it."""
        index = self.indexAt(at).siblingAtColumn(TITLE)
        if not index.isValid() or not self._plan.hasChildren(index):
            return QModelIndex()
        left = self._plan.depth(index) * self.indentation()
        width = round(self._delegate.look.length(_HIT_WIDTH))
        hit = self._across(left, width, self.visualRect(index))
        return index if hit.contains(at) else QModelIndex()

    def _restyle(self) -> None:
        self._delegate.restyle()
        look, theme = self._delegate.look, self._themes.theme
        palette = theme.palette()
        # Fusion would paint a gradient below the rounded row.
        palette.setColor(QPalette.ColorRole.Highlight, QColor(Qt.GlobalColor.transparent))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.colour("text"))
        self.setPalette(palette)
        # A style sheet of the application keeps the viewport from inheriting a later palette.
        self.viewport().setPalette(palette)
        self.setIndentation(round(look.length(INDENT)))
        self.columns.fit(look.length)
        self.scheduleDelayedItemsLayout()


def _bar(row: QRectF, *, mirrored: bool) -> QRectF:
    """Return the place of the bar at the leading edge of a selected row."""
    left = row.right() - _BAR_WIDTH if mirrored else row.left()
    return QRectF(left, row.top() + _BAR_INSET, _BAR_WIDTH, row.height() - 2 * _BAR_INSET)


def _paint_round(painter: QPainter, rect: QRectF, colour: QColor, radius: float = _RADIUS) -> None:
    with antialiased(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(rect, radius, radius)
