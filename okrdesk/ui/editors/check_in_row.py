"""One check-in in the inspector: to be read, and corrected in its place."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from okrdesk.domain.entities import CheckIn
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CHECK_IN, KEY_RESULT, ZONE
from okrdesk.ui.editors.byline import Byline, Choice
from okrdesk.ui.editors.check_in_form import CheckInForm
from okrdesk.ui.editors.links import LinkedText
from okrdesk.ui.editors.row_list import ListRow
from okrdesk.ui.editors.status_shape import StatusShape
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.status_words import status_word
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import number, short_date, tr

INDENT = 28


class CheckInRow(ListRow):
    """Author, day, value, status and confidence, and the note below."""

    def __init__(
        self, tools: Tools, check_in: int, delete: Callable[[], object], *, named: bool
    ) -> None:
        """``named``: say which key result it is about."""
        super().__init__(tools, check_in)
        self._named = named
        self._shown: tuple[object, ...] = ()
        self.form: CheckInForm | None = None
        self.byline = Byline(
            tools,
            self.tr("What to do with this check-in"),
            (Choice(self.tr("Edit"), self.edit), Choice(self.tr("Delete"), delete)),
        )
        self._shape = StatusShape(self.look)
        self._about = self.look.wrapped("", TextRole.SMALL, "2")
        self._note = LinkedText(self.look)
        self.setFocusProxy(self.byline.more)
        about = QHBoxLayout()
        about.setContentsMargins(INDENT, 0, 0, 0)
        about.setSpacing(6)
        about.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignVCenter)
        about.addWidget(self._about, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.byline)
        self._column.addLayout(about)
        self._column.addWidget(self._note)
        self._note.setContentsMargins(INDENT, 0, 0, 0)

    def refresh(self) -> None:
        snapshot = self.bridge.snapshot
        row = snapshot.get(CHECK_IN, self.row_id)
        key_result = snapshot.get(KEY_RESULT, row.key_result)
        terms_and_more = (row, key_result, self.bridge.today)
        if terms_and_more != self._shown:
            self._shown = terms_and_more
            self._show(snapshot, row, key_result.title)
        if self.form is not None:
            self.form.refresh()

    def commit(self) -> None:
        if self.form is not None:
            self.form.commit()

    def edit(self) -> None:
        """Opens the fields below what they change."""
        if self.form is None:
            self.form = CheckInForm(self.tools, self.row_id)
            self.form.closed.connect(self.close_form)
            self._column.addWidget(self.form)
        self._note.hide()
        self.form.focus_first()

    def close_form(self) -> None:
        """Writes what is typed and shows it as text again."""
        if self.form is None:
            return
        form, self.form = self.form, None
        form.commit()
        self._column.removeWidget(form)
        form.hide()
        form.deleteLater()
        self._shown = ()
        self.refresh()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the fields."""
        if event.key() == Qt.Key.Key_Escape and self.form is not None:
            self.close_form()
            return
        super().keyPressEvent(event)

    def _show(self, snapshot: Snapshot, row: CheckIn, title: str) -> None:
        status = Scores(snapshot, row.date).key_result(row.key_result).status
        day, value = short_date(row.date), value_words(snapshot, row)
        self.byline.show_author(row.author, day)
        self.byline.value.setText(value)
        self._shape.show_status(status)
        said = [title] if self._named else []
        if status is not None:
            said.append(status_word(status))
        if row.confidence is not None:
            said.append(tr("Confidence {value}").format(value=row.confidence))
        self._about.setText(" · ".join(said))
        self._note.show_text(row.note)
        self._note.setVisible(bool(row.note) and self.form is None)
        self.setAccessibleName(", ".join(filter(None, (day, value, *said, row.note))))


def value_words(snapshot: Snapshot, check_in: CheckIn) -> str:
    """What a check-in says that the key result stands at, "5 interviews"."""
    row = snapshot.get(KEY_RESULT, check_in.key_result)
    zone = snapshot.find(ZONE, check_in.zone)
    if zone is not None:
        return zone.title
    if check_in.value is None:
        return ""
    if row.kind == "yes_no":
        return tr("Yes") if check_in.value else tr("No")
    return f"{number(check_in.value)} {row.unit}".strip()
