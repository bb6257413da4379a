"""The first page: one field for the first objective, and the other ways to begin."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from okrdesk.ui.look import Look, clear, frame
from okrdesk.ui.pages.start_parts import Card, KeyCap, Mountain, ruled
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import tr

WIDTH = 800
MOST_RECENT = 5


class Way(NamedTuple):
    """A card: what it does, its icon, name and text."""

    action: QAction
    icon: str
    title: str
    text: str


class StartPage(QWidget):
    """Asks what a person wants to achieve.

    ``begun`` carries the first objective's title, ``recent_chosen`` the path of a plan.
    """

    begun = Signal(str)
    recent_chosen = Signal(object)

    def __init__(self, look: Look, ways: Sequence[Way]) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._add_head()
        self._beginnings = QHBoxLayout()
        self._beginnings.setSpacing(8)
        self._column.addLayout(self._beginnings)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._column.addLayout(self._recent)
        self._column.addSpacing(36)
        self._column.addWidget(ruled(look, self.tr("or begin another way")))
        self._column.addSpacing(20)
        self._column.addLayout(self._cards(ways))
        self._place = look.label("", TextRole.BODY, "2")
        self._build()

    def show_place(self, path: str) -> None:
        """Says where the file of the first plan will be."""
        text = self.tr(
            "Your plan is one file: {path}. No account, and nothing leaves this computer."
        )
        self._place.setText(text.format(path=path))

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Shows the plans opened last, or examples when there are none."""
        for layout in (self._recent, self._beginnings):
            clear(layout)
        if paths:
            self._recent.addWidget(self._look.label(self.tr("Open again"), TextRole.STRONG))
            for path in paths[:MOST_RECENT]:
                self._recent.addWidget(self._recent_row(path))
        else:
            self._add_examples()

    def focus_entry(self) -> None:
        """Puts the caret into the field."""
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_head(self) -> None:
        look, column = self._look, self._column
        column.addStretch(3)
        column.addWidget(Mountain(look.themes))
        column.addSpacing(24)
        title = look.label(self.tr("What do you want to achieve?"), TextRole.BIG_NUMBER)
        below = look.label(
            self.tr("Write one objective in plain words. Mission, years and teams can come later."),
            TextRole.BODY,
            "2",
        )
        for label in (title, below):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
            column.addSpacing(8)
        column.addSpacing(14)
        column.addWidget(self._entry_row())
        column.addSpacing(14)

    def _entry_row(self) -> QWidget:
        self.entry = QLineEdit()
        self.entry.setAccessibleName(self.tr("What do you want to achieve?"))
        self.entry.setPlaceholderText(self.tr("Research and improve customer satisfaction"))
        font = self._look.themes.theme.font(TextRole.INSPECTOR_TITLE)
        font.setWeight(QFont.Weight.Normal)
        self.entry.setFont(font)
        self.entry.setProperty("look", "entry")
        self.entry.setMaxLength(500)
        self.entry.setTextMargins(10, 0, 64, 0)
        self.entry.returnPressed.connect(self._begin)
        row = QHBoxLayout(self.entry)
        row.addStretch()
        cap = KeyCap(self._look, self.tr("Enter"))
        cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(cap, 0, Qt.AlignmentFlag.AlignVCenter)
        return self.entry

    def _begin(self) -> None:
        if self.entry.text().strip():
            self.begun.emit(self.entry.text().strip())

    def _add_examples(self) -> None:
        examples = (
            ("users", self.tr("Improve satisfaction"), self.tr("Delight our customers")),
            ("target", self.tr("Open new stores"), self.tr("Bring our stores to new cities")),
            ("activity", self.tr("Launch a product"), self.tr("Make a product people recommend")),
            ("user", self.tr("Grow"), self.tr("Cultivate a growth mindset")),
        )
        self._beginnings.addStretch()
        self._beginnings.addWidget(self._look.label(self.tr("Try"), TextRole.BODY, "3"))
        for icon, name, title in examples:
            button = self._look.button(name, partial(self._try, title), "pill", icon)
            self._beginnings.addWidget(button)
        self._beginnings.addStretch()

    def _try(self, title: str) -> None:
        self.entry.setText(title)
        self.focus_entry()
        self.entry.selectAll()

    def _recent_row(self, path: Path) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._look.button(path.stem, lambda: self.recent_chosen.emit(path), "link"))
        row.addWidget(self._look.label(str(path.parent), TextRole.SMALL, "3"))
        row.addStretch()
        return box

    def _cards(self, ways: Sequence[Way]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        for action, icon, title, text in ways:
            card = Card(self._look, icon, title, text, action.shortcut())
            card.clicked.connect(lambda _=False, way=action: way.trigger())
            row.addWidget(card, 1)
        return row

    def _build(self) -> None:
        self._column.addStretch(4)
        middle = QWidget()
        middle.setMaximumWidth(WIDTH)
        middle.setLayout(self._column)
        ground = frame("surface")
        around = QHBoxLayout(ground)
        around.addStretch(1)
        around.addWidget(middle, 100)
        around.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(ground)
        foot = frame("panel")
        foot_row = QHBoxLayout(foot)
        foot_row.setContentsMargins(20, 12, 20, 12)
        foot_row.addStretch(1)
        foot_row.addWidget(self._look.icon("lock"))
        foot_row.addWidget(self._place)
        foot_row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addWidget(foot)


def start_ways(action: Callable[[str], QAction]) -> tuple[Way, ...]:
    """The cards of the first page. ``action``: from the id of an action to Qt's."""
    return (
        Way(
            action("new_plan"),
            "file-plus",
            tr("Start an empty plan"),
            tr("Choose a name and a place for the file, then fill it step by step."),
        ),
        Way(
            action("open_plan"),
            "folder-open",
            tr("Open a plan"),
            tr("Pick an .okrdesk file on this computer."),
        ),
        Way(
            action("sample_plan"),
            "eye",
            tr("Look around"),
            tr("Explore a finished sample plan. Nothing you do there is kept."),
        ),
    )
