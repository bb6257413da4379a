"""What will become of a typed line: what it is, its numbers, whose it is and where it goes."""

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from okrdesk.app.quick_add import Line, parent_title
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, OBJECTIVE, PERSON, TEAM
from okrdesk.ui.editors.details import level_word
from okrdesk.ui.look import Look
from okrdesk.ui.pages.reading_words import reading_words
from okrdesk.ui.palette.quoting import joined
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said, tr

_CAPTION_WIDTH = 84


class Preview(QWidget):
    """A caption and a value in each line; lines without a value are left out."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._problem = look.wrapped("", TextRole.BODY, "risk")
        self._rows: dict[str, tuple[QLabel, QLabel]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 14, 18, 16)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, _CAPTION_WIDTH)
        grid.setColumnStretch(1, 1)
        captions = {
            "kind": tr("Adds"),
            "reading": tr("Reads as"),
            "owner": tr("Owner"),
            "tags": tr("Tags"),
            "place": tr("Goes into"),
        }
        for number, (name, words) in enumerate(captions.items()):
            role = TextRole.STRONG if name == "kind" else TextRole.BODY
            caption, value = look.label(words, TextRole.SMALL, "2"), look.wrapped("", role)
            grid.addWidget(caption, number, 0)
            grid.addWidget(value, number, 1)
            self._rows[name] = (caption, value)
        grid.addWidget(self._problem, len(captions), 0, 1, 2)

    def show_line(self, snapshot: Snapshot, line: Line, *, typed: bool) -> None:
        """Shows a line, and what is in its way once something is ``typed``."""
        values = {
            "kind": _kind(snapshot, line),
            "reading": reading_words(line.reading) if line.as_key_result else "",
            "owner": _owner(snapshot, line),
            "tags": " ".join(f"#{tag}" for tag in line.tags),
            "place": _place(snapshot, line),
        }
        for name, (caption, value) in self._rows.items():
            value.setText(values[name])
            caption.setVisible(bool(values[name]))
            value.setVisible(bool(values[name]))
        problem = said(line.problem) if line.problem is not None and typed else ""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def words(self) -> str:
        """All of it in one sentence, for screen readers."""
        lines = [f"{caption.text()}: {value.text()}" for caption, value in self._rows.values()]
        shown = [line for line in lines if not line.endswith(": ")]
        return ". ".join([*shown, *filter(None, [self._problem.text()])])


def _kind(snapshot: Snapshot, line: Line) -> str:
    if line.as_key_result:
        return tr("Key result")
    cycle = snapshot.find(CYCLE, line.cycle)
    return joined(tr("Objective"), level_word(line.level), "" if cycle is None else cycle.name)


def _owner(snapshot: Snapshot, line: Line) -> str:
    row = snapshot.find(PERSON, line.owner)
    return "" if row is None else row.name


def _place(snapshot: Snapshot, line: Line) -> str:
    title = parent_title(snapshot, line)
    objective = snapshot.find(OBJECTIVE, line.objective)
    team = objective.team if line.as_key_result and objective is not None else line.team
    row = snapshot.find(TEAM, team)
    return joined(title or tr("The top of the plan"), "" if row is None else row.name)
