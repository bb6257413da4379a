"""The columns of the tree: which are shown, in which order, and the menu that changes it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu

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
)
from okrdesk.ui.widgets.plan_header import Inset, PlanHeader

LEAST_TITLE = 260
"""Pixels of the design that a title has at least."""
_LEFT, _CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter


class Column(NamedTuple):
    """A column besides the title: its name in the settings, its width in pixels of the design."""

    name: str
    width: int
    inset: Inset
    usual: bool = True
    """Whether it is shown until a person changes that."""


COLUMNS: Mapping[int, Column] = {
    PROGRESS: Column("progress", 132, Inset(_LEFT, 12, 0)),
    STATUS: Column("status", 108, Inset(_LEFT, 12, 0)),
    CONFIDENCE: Column("confidence", 46, Inset(_CENTRE, 0, 0)),
    OWNER: Column("owner", 48, Inset(_CENTRE, 0, 0)),
    UPDATED: Column("updated", 98, Inset(_LEFT, 12, 0), usual=False),
    DUE: Column("due", 98, Inset(_LEFT, 12, 0), usual=False),
    TEAM: Column("team", 120, Inset(_LEFT, 12, 0), usual=False),
    GRADE: Column("grade", 58, Inset(_CENTRE, 0, 0), usual=False),
    CYCLE: Column("cycle", 100, Inset(_LEFT, 12, 0), usual=False),
}
INSETS = {TITLE: Inset(_LEFT, 20, 0)} | {place: column.inset for place, column in COLUMNS.items()}
_BY_NAME = {column.name: place for place, column in COLUMNS.items()}


class PlanColumns(QObject):
    """The title stays first and takes what is left; the others are chosen and moved by drag."""

    def __init__(self, header: PlanHeader) -> None:
        """Begin with the usual columns; the header has its model already."""
        super().__init__(header)
        self._header = header
        header.setStretchLastSection(False)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for place in COLUMNS:
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_at)
        self._least = LEAST_TITLE
        header.geometriesChanged.connect(self._share)
        self.reset()

    def fit(self, length: Callable[[float], float]) -> None:
        """Give the columns their widths at the text size in use."""
        self._least = round(length(LEAST_TITLE))
        for place, column in COLUMNS.items():
            self._header.resizeSection(place, round(length(column.width)))
        self._share()

    def shown(self) -> list[str]:
        """Return the names of the columns behind the title, from left to right."""
        order = sorted(COLUMNS, key=self._header.visualIndex)
        return [COLUMNS[place].name for place in order if not self._header.isSectionHidden(place)]

    def show_only(self, names: Sequence[str]) -> None:
        """Show these columns in this order; names that nobody knows are passed over."""
        wanted = [_BY_NAME[name] for name in dict.fromkeys(names) if name in _BY_NAME]
        for target, place in enumerate(wanted, start=1):
            self._header.moveSection(self._header.visualIndex(place), target)
        for place in COLUMNS:
            self._header.setSectionHidden(place, place not in wanted)
        self._share()

    def reset(self) -> None:
        """Show the usual columns in their usual order."""
        self.show_only([column.name for column in COLUMNS.values() if column.usual])

    def open_menu(self) -> None:
        """Open the menu of columns below the head of the tree."""
        self._open_at(QPoint(self._header.sectionSize(TITLE) // 2, self._header.height()))

    def _open_at(self, at: QPoint) -> None:
        menu = QMenu(self._header)
        menu.aboutToHide.connect(menu.deleteLater)
        for place in COLUMNS:
            head = self._header.model().headerData(place, Qt.Orientation.Horizontal)
            action = menu.addAction(str(head))
            action.setCheckable(True)
            action.setChecked(not self._header.isSectionHidden(place))
            action.toggled.connect(partial(self._show, place))
        menu.addSeparator()
        menu.addAction(self.tr("Usual columns")).triggered.connect(self.reset)
        menu.popup(self._header.mapToGlobal(at))

    def _show(self, place: int, shown: bool) -> None:
        self._header.setSectionHidden(place, not shown)
        self._share()

    def _share(self) -> None:
        """Let the title take what is left; where that is too little, the columns scroll."""
        others = sum(map(self._header.sectionSize, COLUMNS))
        fits = self._header.viewport().width() - others >= self._least
        mode = QHeaderView.ResizeMode
        if self._header.sectionResizeMode(TITLE) != (mode.Stretch if fits else mode.Fixed):
            self._header.setSectionResizeMode(TITLE, mode.Stretch if fits else mode.Fixed)
        if not fits and self._header.sectionSize(TITLE) != self._least:
            self._header.resizeSection(TITLE, self._least)
