"""The inspector's page for a key result."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE, STEP, ZONE
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.explanation import show_explanation
from okrdesk.ui.editors.heading import Heading
from okrdesk.ui.editors.headline import Headline
from okrdesk.ui.editors.history import YES_NO, History
from okrdesk.ui.editors.kind_form import KindForm
from okrdesk.ui.editors.value import ValueEditor, value_editor
from okrdesk.ui.look import Look, frame
from okrdesk.ui.theme import TextRole


class KeyResultEditor(QWidget):
    """Value, definition and history.

    ``check_in_wanted`` and ``status_wanted`` carry the key result;
    ``finished`` follows a value committed with Enter.
    """

    chosen = Signal(object)
    key_result_wanted = Signal(object)
    status_wanted = Signal(object)
    check_in_wanted = Signal(object)
    finished = Signal()

    def __init__(self, bridge: Bridge, look: Look, key_result: int) -> None:
        super().__init__()
        self._bridge, self._look, self.item = bridge, look, key_result
        self._built_for: tuple[object, ...] = ()
        self.heading = Heading(bridge, look)
        self.heading.renamed.connect(lambda text: self._change(title=text))
        self.heading.owner_chosen.connect(lambda person: self._change(owner=person))
        self.heading.parent_chosen.connect(self.chosen)
        self.heading.status_wanted.connect(lambda: self.status_wanted.emit(self.item))
        if not bridge.read_only:
            ask = partial(self.check_in_wanted.emit, key_result)
            button = look.button(self.tr("Check in"), ask, "", "circle-check")
            self.heading.buttons.addWidget(button)
        self.headline = Headline(look)
        self.headline.asked.connect(self._explain)
        self.value: ValueEditor | None = None
        self.form: KindForm | None = None
        self._value_place, self._form_place = QVBoxLayout(), QVBoxLayout()
        self._history = History(look)
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Shows the key result as it stands now."""
        snapshot = self._bridge.snapshot
        row = snapshot.get(KEY_RESULT, self.item)
        score = self._bridge.scores.key_result(self.item)
        objective = snapshot.get(OBJECTIVE, row.objective)
        cycle = snapshot.find(CYCLE, objective.cycle)
        self.heading.show_item(row.title, row.owner, score.status, stale=score.stale)
        self.heading.show_path(
            "gauge",
            "" if cycle is None else cycle.name,
            self.tr("Part of"),
            (objective.id, objective.title),
        )
        self.headline.show_score(score)
        self._rebuild()
        if self.value is not None and self.form is not None:
            self.value.refresh()
            self.form.refresh()
        unit = YES_NO if row.kind == "yes_no" else row.unit
        self._history.show_check_ins(snapshot, self.item, unit)

    def commit(self) -> None:
        """Writes what is being typed."""
        self.heading.title.commit()
        for part in (self.value, self.form):
            if part is not None:
                part.commit()

    def focus_value(self) -> None:
        """Puts the focus where the value is set."""
        if self.value is not None:
            self.value.focus_value()

    def _rebuild(self) -> None:
        """Makes value and form anew when another kind, source, step or zone asks for it."""
        snapshot = self._bridge.snapshot
        row = snapshot.get(KEY_RESULT, self.item)
        parts = [snapshot.children(table, "key_result", self.item) for table in (STEP, ZONE)]
        names = tuple((part.id, part.title) for part in (*parts[0], *parts[1]))
        needed = (row.kind, row.source, names)
        if needed == self._built_for:
            return
        self._built_for = needed
        for old in (self.value, self.form):
            if old is not None:
                old.hide()
                old.deleteLater()
        self.value = value_editor(self._bridge, self._look, self.item)
        self.value.finished.connect(self.finished)
        self.form = KindForm(self._bridge, self._look, self.item)
        self._value_place.addWidget(self.value)
        self._form_place.addWidget(self.form)

    def _build(self) -> None:
        look = self._look
        card = frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(14, 10, 14, 12)
        inside.setSpacing(6)
        inside.addWidget(look.label(self.tr("Value"), TextRole.STRONG))
        inside.addLayout(self._value_place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.headline)
        column.addWidget(card)
        column.addLayout(self._form_place)
        column.addWidget(look.label(self.tr("Check-ins"), TextRole.SECTION))
        column.addWidget(self._history)
        column.addStretch(1)

    def _change(self, **fields: object) -> None:
        self._bridge.attempt(commands.change_key_result, self.item, **fields)
        self.refresh()

    def _explain(self) -> None:
        show_explanation(self._bridge, self._look, self.item, self.headline.percent_button)
