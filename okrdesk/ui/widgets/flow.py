"""A layout like a line of text: what does not fit goes to the next line, each line centred."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle

Line = list[QLayoutItem]


class FlowLayout(QLayout):
    """Widgets side by side, in the direction of the language."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Takes an item over; Qt calls this."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:
        """The item there; None behind the last one, as Qt wants it."""
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]  # the stubs leave None out

    def takeAt(self, index: int) -> QLayoutItem:
        """Gives the item back; None behind the last one."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]  # the stubs leave None out

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        heights = [_height(line) for line in self._lines(width)]
        return sum(heights) + self._gap * max(0, len(heights) - 1)

    def sizeHint(self) -> QSize:
        """All in one line."""
        return QSize(self._width(self._items), _height(self._items))

    def minimumSize(self) -> QSize:
        """The widest one."""
        widths = [item.sizeHint().width() for item in self._items]
        return QSize(max(widths, default=0), _height(self._items))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            self._place(line, rect, top)
            top += _height(line) + self._gap

    def _place(self, line: Line, rect: QRect, top: int) -> None:
        parent = self.parentWidget()
        direction = Qt.LayoutDirection.LeftToRight if parent is None else parent.layoutDirection()
        left = rect.left() + max(0, rect.width() - self._width(line)) // 2
        for item in line:
            size = item.sizeHint()
            place = QRect(left, top + (_height(line) - size.height()) // 2, 0, 0)
            place.setSize(QSize(min(size.width(), rect.width()), size.height()))
            item.setGeometry(QStyle.visualRect(direction, rect, place))
            left += size.width() + self._gap

    def _lines(self, width: int) -> Iterator[Line]:
        line: Line = []
        for item in self._items:
            if line and self._width([*line, item]) > width:
                yield line
                line = []
            line.append(item)
        if line:
            yield line

    def _width(self, line: Line) -> int:
        return sum(item.sizeHint().width() for item in line) + self._gap * max(0, len(line) - 1)


def _height(line: Line) -> int:
    return max((item.sizeHint().height() for item in line), default=0)
