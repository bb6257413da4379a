"""How far the tree is scrolled, as the row at its upper edge."""

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QAbstractItemView

from okrdesk.ui.pages.plan import PlanPage


def top_row(page: PlanPage) -> int | None:
    """The item at the upper edge; None where there is none, or where nothing is scrolled."""
    tree = page.tree
    if tree.verticalScrollBar().value() == 0:
        return None
    row = tree.indexAt(QPoint(tree.viewport().width() // 2, tree.viewport().rect().top() + 1))
    return row.internalId() if row.isValid() and not page.model.is_group(row) else None


def scroll_to(page: PlanPage, item: int) -> None:
    """Brings an item to the upper edge, as far as it is there.

    Once more when everything has its size: a page that is just made is higher than it will be.
    """
    _scroll(page, item)
    QTimer.singleShot(0, page, lambda: _scroll(page, item))


def _scroll(page: PlanPage, item: int) -> None:
    row = page.model.index_of(item)
    if row.isValid():
        page.tree.scrollTo(row, QAbstractItemView.ScrollHint.PositionAtTop)
