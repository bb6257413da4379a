"""Lines that say where something is and lead to it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.ui.desk import Desk
from okrdesk.ui.look import frame
from okrdesk.ui.rule import Rule
from okrdesk.ui.settings.form import Part, group_column
from okrdesk.ui.status_bar import clock_time
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import short_date, tr


class Link(NamedTuple):
    """One line: its name, what it says now, and its buttons as (text, what it does)."""

    name: str
    tells: Callable[[], str]
    buttons: Sequence[tuple[str, Callable[[], object]]]
    works: Callable[[], bool]
    """Whether the buttons can be used now."""


class Links(Part):
    """A card of such lines."""

    def __init__(self, desk: Desk, title: str, links: Sequence[Link]) -> None:
        super().__init__()
        self._look, self._title, self.links = desk.look, title, links
        self._told = [desk.look.wrapped("", TextRole.SMALL, "2") for _ in links]
        self._buttons: list[tuple[Link, QWidget]] = []
        card = frame("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 2, 1, 2)
        column.setSpacing(0)
        for place, link in enumerate(links):
            if place:
                column.addWidget(Rule(desk.look.themes))
            column.addWidget(self._line(place, link))
        group_column(self, desk.look, title).addWidget(card)
        self.refresh()

    def filter(self, words: str) -> bool:
        """Shows the card when it holds the words."""
        texts = [self._title, *(link.name for link in self.links)]
        found = any(words in text.casefold() for text in texts)
        self.setVisible(found)
        return found

    def refresh(self) -> None:
        """Says what holds now."""
        for link, told in zip(self.links, self._told, strict=True):
            told.setText(link.tells())
        for link, button in self._buttons:
            button.setEnabled(link.works())

    def _line(self, place: int, link: Link) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._look.label(link.name))
        words.addWidget(self._told[place])
        row.addLayout(words, 1)
        for text, act in link.buttons:
            button = self._look.button(text, act)
            self._buttons.append((link, button))
            row.addWidget(button)
        return line


def file_parts(desk: Desk) -> list[Part]:
    """Where the plan and its backups are."""

    def is_open() -> bool:
        return desk.bridge is not None

    def place() -> str:
        return tr("No plan is open.") if desk.bridge is None else str(desk.bridge.path)

    def show_plan() -> None:
        if desk.bridge is not None:
            show_folder(str(desk.bridge.path.parent))

    def show_backups() -> None:
        if desk.bridge is not None:
            show_folder(str(desk.bridge.workspace.backups.folder))

    plan = Link(tr("This plan"), place, [(tr("Show in folder"), show_plan)], is_open)
    buttons = [
        (tr("Back up now"), desk.action("back_up").trigger),
        (tr("Backups…"), desk.action("backups").trigger),
        (tr("Show folder"), show_backups),
    ]
    backups = Link(tr("Backups"), lambda: backup_words(desk), buttons, is_open)
    return [Links(desk, tr("File"), [plan, backups])]


def shortcut_parts(desk: Desk) -> list[Part]:
    """The way to the page of shortcuts."""
    link = Link(
        tr("All shortcuts"),
        lambda: tr("Search, change or print the keys of every action."),
        [(tr("Open"), desk.action("page_shortcuts").trigger)],
        lambda: True,
    )
    return [Links(desk, tr("Shortcuts"), [link])]


def backup_words(desk: Desk) -> str:
    """When the newest backup was made, and that backups are made without asking."""
    if desk.bridge is None:
        return tr("No plan is open.")
    newest = desk.bridge.workspace.backups.newest
    if newest is None:
        return tr("No backup yet. The first one is made with your next change.")
    made = newest.astimezone()
    day, time = short_date(made.date(), year=True), clock_time(made)
    return tr("The newest is from {day}, {time}.").format(day=day, time=time)


def show_folder(path: str) -> None:
    """Opens a folder in the file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
