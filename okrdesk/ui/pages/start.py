"""The first page: one field for the first objective, and the other ways to begin."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from okrdesk.ui.look import Look, clear, frame
from okrdesk.ui.pages.start_parts import Card, Chip, Mountain, ruled
from okrdesk.ui.pages.start_place import PlaceBar, PlaceProblem
from okrdesk.ui.rule import Rule
from okrdesk.ui.shown_path import shown_path
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import tr
from okrdesk.ui.widgets.arrow_keys import ArrowKeys
from okrdesk.ui.widgets.elided_label import ElidedLabel
from okrdesk.ui.widgets.flow import FlowLayout
from okrdesk.ui.widgets.key_cap import KeyCap
from okrdesk.ui.widgets.scrolled import scrolled

WIDTH, ENTRY_WIDTH = 816, 684
MOST_RECENT = 5


class Way(NamedTuple):
    """A card: what it does, its icon, name and text."""

    action: QAction
    icon: str
    title: str
    text: str


class StartPage(QWidget):
    """Asks what a person wants to achieve.

    ``begun`` carries the first objective's title, ``recent_chosen`` the path of a plan,
    ``place_wanted`` asks for another place of the file.
    """

    begun = Signal(str)
    recent_chosen = Signal(object)
    place_wanted = Signal()

    def __init__(self, look: Look, ways: Sequence[Way]) -> None:
        super().__init__()
        self._look, self._middle = look, QWidget()
        self._rows: list[list[QWidget]] = []
        self._arrows = ArrowKeys(self, self._in_rows)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._add_head()
        self._beginnings = FlowLayout(6)
        self._column.addLayout(self._beginnings)
        self._plans = QWidget()
        self._recent = QVBoxLayout(self._plans)
        self._recent.setContentsMargins(0, 0, 0, 0)
        self._recent.setSpacing(2)
        self._column.addLayout(_centred(self._plans))
        self._column.addSpacing(28)
        self._cards: list[QWidget] = []
        self._column.addWidget(ruled(look, self.tr("or begin another way")))
        self._column.addSpacing(16)
        self._column.addWidget(self._card_row(ways))
        self.place = PlaceBar(look)
        self.place.change_wanted.connect(self.place_wanted)
        self._build()
        look.themes.changed.connect(self._restyle)
        self._restyle()

    def show_place(self, path: str, *, writable: bool) -> None:
        """Says where the file of the first plan will be, or asks for a place that is writable."""
        self.place.show_place(path)
        self.problem.setVisible(not writable)
        self.entry.setAccessibleDescription("" if writable else self.problem.text)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Shows the plans opened last, or examples when there are none."""
        for layout in (self._recent, self._beginnings):
            clear(layout)
        self._rows = []
        if paths:
            self._recent.addWidget(self._look.label(self.tr("Open again"), TextRole.STRONG))
            for path in paths[:MOST_RECENT]:
                self._recent.addWidget(self._recent_row(path))
        else:
            self._add_examples()
        stops = [self.entry, *(widget for row in self._rows for widget in row), *self._cards]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
            self._arrows.follow(before)

    def focus_entry(self) -> None:
        """Puts the caret into the field."""
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_head(self) -> None:
        look, column = self._look, self._column
        column.addStretch(3)
        column.addWidget(Mountain(look.themes))
        column.addSpacing(18)
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
        self.problem = PlaceProblem(look)
        self.problem.choice_wanted.connect(self.place_wanted)
        for widget in (self._entry_row(), self.problem):
            column.addLayout(_centred(widget))
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
        self._arrows.follow(self.entry)
        row = QHBoxLayout(self.entry)
        row.addStretch()
        cap = KeyCap(self._look.themes, self.tr("Enter"))
        cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(cap, 0, Qt.AlignmentFlag.AlignVCenter)
        return self.entry

    def _begin(self) -> None:
        if self.entry.text().strip():
            self.begun.emit(self.entry.text().strip())

    def _add_examples(self) -> None:
        examples = (
            ("users", self.tr("Improve satisfaction"), self.tr("Delight our customers")),
            ("target", self.tr("Open 20 new stores"), self.tr("Bring our stores to new cities")),
            ("users", self.tr("Launch the new product"), self.tr("Make a product people love")),
            ("user", self.tr("Cultivate a growth mindset"), self.tr("Cultivate a growth mindset")),
        )
        chips: list[QWidget] = []
        self._beginnings.addWidget(self._look.label(self.tr("Try"), TextRole.BODY, "3"))
        for icon, name, title in examples:
            chip = Chip(self._look, icon, name)
            chip.clicked.connect(partial(self._try, title))
            self._beginnings.addWidget(chip)
            chips.append(chip)
        self._rows = [chips]

    def _try(self, title: str, _checked: object = None) -> None:
        self.entry.setText(title)
        self.focus_entry()
        self.entry.selectAll()

    def _recent_row(self, path: Path) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        button = self._look.button(path.stem, lambda: self.recent_chosen.emit(path), "link")
        row.addWidget(button)
        self._rows.append([button])
        folder = ElidedLabel(self._look, TextRole.SMALL, "3")
        folder.show_words(shown_path(path.parent))
        folder.setToolTip(str(path.parent))
        row.addWidget(folder, 1)
        return box

    def _in_rows(self) -> list[list[QWidget]]:
        """What the arrow keys move among, from the top."""
        return [[self.entry], *self._rows, self._cards]

    def _card_row(self, ways: Sequence[Way]) -> QWidget:
        """The cards side by side, all as high as the highest."""
        box = QWidget()
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for action, icon, title, text in ways:
            card = Card(self._look, icon, title, text, action.shortcut())
            card.follow(action)
            card.clicked.connect(lambda _=False, way=action: way.trigger())
            row.addWidget(card, 1)
            self._cards.append(card)
            self._arrows.follow(card)
        return box

    def _restyle(self) -> None:
        """Larger text gets more room."""
        factor = max(100, self._look.themes.text_percent) / 100
        self._middle.setMaximumWidth(round(WIDTH * factor))
        for widget in (self.entry, self.problem, self._plans):
            widget.setMaximumWidth(round(ENTRY_WIDTH * factor))

    def _build(self) -> None:
        self._column.addStretch(4)
        middle = self._middle
        self._column.setContentsMargins(8, 8, 8, 8)
        middle.setLayout(self._column)
        ground = frame("surface")
        around = QHBoxLayout(ground)
        around.addStretch(1)
        around.addWidget(middle, 100)
        around.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scrolled(ground), 1)
        layout.addWidget(Rule(self._look.themes))
        layout.addWidget(self.place)


def _centred(widget: QWidget) -> QHBoxLayout:
    """The widget as wide as it may be, in the middle."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row


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
            action("templates"),
            "copy",
            tr("Use a template"),
            tr("Ready OKRs for sales, care, product, people and personal growth."),
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
