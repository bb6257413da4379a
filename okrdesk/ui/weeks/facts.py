"""Lines of the journal that the plan knows by itself: confidence of key results, state of KPIs."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from okrdesk.domain.kpi_overview import kpi_line
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT
from okrdesk.domain.week_page import Confidence
from okrdesk.ui.editors.status_shape import StatusShape
from okrdesk.ui.kpis.words import STATE_SHAPES, state_word, value_words
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import tr


def confidence_rows(
    look: Look, snapshot: Snapshot, found: Sequence[Confidence]
) -> Iterator[QWidget]:
    """A line for each key result: "6, was 4"."""
    for one in found:
        words = "—" if one.now is None else str(one.now)
        if one.before is not None and one.before != one.now:
            words = tr("{now}, was {before}").format(now=words, before=one.before)
        yield _row(look, snapshot.get(KEY_RESULT, one.key_result).title, words, None)


def kpi_rows(look: Look, snapshot: Snapshot, kpis: Sequence[int], day: date) -> Iterator[QWidget]:
    """A line for each KPI: its value and its state."""
    for kpi in kpis:
        line = kpi_line(snapshot, kpi, day)
        shape = StatusShape(look)
        shape.show_status(None if line.status is None else STATE_SHAPES[line.status])
        said = (value_words(line.kpi, line.value), state_word(line.status))
        yield _row(look, line.kpi.name, " · ".join(filter(None, said)), shape)


def _row(look: Look, title: str, words: str, shape: StatusShape | None) -> QWidget:
    box = QWidget()
    box.setAccessibleName(f"{title}: {words}")
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(8)
    if shape is not None:
        row.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(look.wrapped(title), 1)
    row.addWidget(look.label(words, TextRole.STRONG), 0, Qt.AlignmentFlag.AlignTop)
    return box
