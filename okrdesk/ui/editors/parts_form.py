"""The steps of a milestones key result, or the zones of a rubric, as a list of fields."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.entities import Step, Zone
from okrdesk.domain.tables import STEP, ZONE
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.fields import LineField
from okrdesk.ui.look import Look, clear
from okrdesk.ui.translation import number, said


class PartsForm(QWidget):
    """One line for each part, in order; the last one is empty and adds another."""

    def __init__(self, bridge: Bridge, look: Look, key_result: int, parts: str) -> None:
        super().__init__()
        self._bridge, self._look, self._item, self._parts = bridge, look, key_result, parts
        self._shown: list[Step | Zone] | None = None
        self._lines: list[LineField] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def refresh(self) -> None:
        """Shows what the plan holds."""
        rows = self._rows()
        if rows == self._shown:
            return
        self._shown = rows
        self._lines = []
        clear(self._column)
        for place, row in enumerate(rows):
            self._column.addWidget(self._line(place, row))
        if not self._bridge.read_only:
            self._column.addWidget(self._line(len(rows), None))

    def commit(self) -> None:
        """Writes what is being typed."""
        for line in list(self._lines):
            line.commit()

    def _rows(self) -> list[Step | Zone]:
        snapshot = self._bridge.snapshot
        if self._parts == "steps":
            return [*snapshot.children(STEP, "key_result", self._item)]
        return [*snapshot.children(ZONE, "key_result", self._item)]

    def _line(self, place: int, row: Step | Zone | None) -> QWidget:
        box = QWidget()
        line = LineField(said(Message("Part {number}", {"number": place + 1})))
        line.setReadOnly(self._bridge.read_only)
        line.show_text("" if row is None else row.title)
        line.committed.connect(lambda text: self._write(place, text))
        self._lines.append(line)
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(line, 1)
        if row is None:
            line.setPlaceholderText(self._new_words())
        elif isinstance(row, Zone):
            layout.addWidget(self._look.label(number(row.ratio), tone="2"))
        return box

    def _new_words(self) -> str:
        return self.tr("Add a step") if self._parts == "steps" else self.tr("Add a zone")

    def _write(self, place: int, text: str) -> None:
        """Changes, adds or, when the text is empty, removes the part at a place."""
        parts: list[dict[str, object]] = [row._asdict() for row in self._rows()]
        for part in parts:
            del part["key_result"], part["position"]
        if place < len(parts):
            parts[place]["title"] = text
        else:
            parts.append({"title": text} if self._parts == "steps" else _zone(text))
        kept = [part for part in parts if str(part["title"]).strip()]
        command = commands.set_steps if self._parts == "steps" else commands.set_zones
        self._bridge.attempt(command, self._item, kept)
        self._shown = None
        self.refresh()


def _zone(text: str) -> dict[str, object]:
    return {"title": text, "ratio": 1.0}
