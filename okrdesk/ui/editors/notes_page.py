"""Words about an item: thanks, questions, answers; links in them can be followed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QDateTime, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from okrdesk.app import commands
from okrdesk.domain.tables import COMMENT
from okrdesk.ui.editors.byline import Byline, Choice
from okrdesk.ui.editors.counts import comments
from okrdesk.ui.editors.fields import TextField
from okrdesk.ui.editors.links import LinkedText
from okrdesk.ui.editors.row_list import ListPage, ListRow
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.translation import short_date, tr

INDENT = 28
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NewNote(TextField):
    """Ctrl+Enter, or leaving it, adds what was written."""

    def event(self, event: QEvent) -> bool:
        """Keeps Ctrl+Enter, which writes a key result elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and _adds(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _adds(event):
            self.commit()
            return
        if event.key() == Qt.Key.Key_Escape and self.document().isModified():
            self.restore()
            return
        super().keyPressEvent(event)


def _adds(event: QEvent) -> bool:
    """Whether it is Ctrl+Enter."""
    if not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
        return False
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class NotesPage(ListPage):
    """A field for a new one; below it what was said, newest first."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__(tools, item, tr("Questions, answers and words of thanks stand here."))
        self.entry = NewNote(self.tr("New note"), 2)
        self.entry.setPlaceholderText(self.tr("Write a note"))
        self.entry.committed.connect(self._add)
        if not self.bridge.read_only:
            self.column.insertWidget(0, self.entry)

    def wanted(self) -> list[int]:
        return [row.id for row in comments(self.bridge.snapshot, self.item)]

    def made(self, row_id: int) -> ListRow:
        delete = partial(self.delete, COMMENT, row_id, self.tr("Note deleted"))
        return NoteRow(self.tools, row_id, delete)

    def commit(self) -> None:
        super().commit()
        self.entry.commit()

    def focus_first(self) -> None:
        self.entry.setFocus()

    def _add(self, text: str) -> None:
        if text.strip():
            self.bridge.attempt(commands.add_comment, self.item, text.strip())
        self.entry.clear()
        self.entry.show_text("")
        self.refresh()


class NoteRow(ListRow):
    """Who said it, when, and the words; to be changed in their place."""

    def __init__(self, tools: Tools, comment: int, delete: Callable[[], object]) -> None:
        super().__init__(tools, comment)
        self.byline = Byline(
            tools,
            self.tr("What to do with this note"),
            (Choice(self.tr("Edit"), self.edit), Choice(self.tr("Delete"), delete)),
        )
        self.setFocusProxy(self.byline.more)
        self.words = LinkedText(self.look)
        self.field = TextField(self.tr("Note"), 2)
        self.field.hide()
        self.field.committed.connect(self._write)
        inside = QHBoxLayout()
        inside.setContentsMargins(INDENT, 0, 0, 0)
        inside.addWidget(self.words, 1)
        inside.addWidget(self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.byline)
        column.addLayout(inside)

    def refresh(self) -> None:
        row = self.bridge.snapshot.get(COMMENT, self.row_id)
        moment = local_moment(row.entered)
        self.byline.show_author(row.author, moment)
        self.words.show_text(row.text)
        self.field.show_text(row.text)
        self.setAccessibleName(self.tr("{day}: {text}").format(day=moment, text=row.text))
        if not self.field.hasFocus():
            self.field.hide()
            self.words.show()

    def commit(self) -> None:
        self.field.commit()

    def edit(self) -> None:
        """Opens the words where they stand; leaving them writes them."""
        self.words.hide()
        self.field.show()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts back what was there."""
        if event.key() == Qt.Key.Key_Escape and self.field.isVisible():
            self.field.restore()
            self.setFocus()
            self.refresh()
            return
        super().keyPressEvent(event)

    def _write(self, text: str) -> None:
        self.bridge.attempt(commands.change_comment, self.row_id, text)
        self.refresh()


def local_moment(entered: str) -> str:
    """A moment of the plan, which is UTC, as day and time of this place."""
    moment = QDateTime.fromString(entered, Qt.DateFormat.ISODateWithMs).toLocalTime()
    if not moment.isValid():
        return entered
    day = short_date(moment.date().toPython())  # type: ignore[arg-type]  # the stub says object
    return f"{day}, {moment.toString('HH:mm')}"
