"""The selected cell: which objective, which KPI, how strongly, and what has happened since."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from okrdesk.domain.entities import KpiLink, Objective
from okrdesk.domain.kpi_overview import KpiLine
from okrdesk.domain.matrix import Movement
from okrdesk.domain.words import KpiStrength
from okrdesk.ui.kpis.words import value_words
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import short_date
from okrdesk.ui.widgets.segments import Segments
from okrdesk.ui.widgets.spark_line import Spark, SparkLine

NONE = "none"


class LinkCard(QFrame):
    """``strength_wanted`` carries a strength, or None for no link."""

    strength_wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._title = look.wrapped("", TextRole.STRONG)
        self.strength = Segments(self.tr("How the objective moves the KPI"))
        self.strength.add(self.tr("● Direct (D)"), KpiStrength.DIRECT)
        self.strength.add(self.tr("○ Influences (I)"), KpiStrength.INFLUENCES)
        self.strength.add(self.tr("None (Del)"), NONE)
        self.strength.chosen.connect(self._choose)
        self._words = look.wrapped("", tone="2")
        self._spark = SparkLine(look.themes)
        self._spark.setMaximumWidth(120)
        self._build(look)

    def show_cell(
        self, objective: Objective, line: KpiLine, link: KpiLink | None, moved: Movement | None
    ) -> None:
        """Shows a cell; ``moved`` is of its link."""
        words = self.tr("{objective} → {kpi}")
        self._title.setText(words.format(objective=objective.title, kpi=line.kpi.name))
        self.strength.show_choice(NONE if link is None else link.strength)
        self._words.setText(self._movement(line, moved))
        target = line.limits.target
        values = () if moved is None else [float(value.value) for value in moved.values]
        self._spark.show_spark(Spark(values, None if target is None else float(target)))
        self._spark.setAccessibleName(self._words.text())
        self._spark.setVisible(len(values) > 1)

    def set_writable(self, *, writable: bool) -> None:
        """Whether the link can be changed."""
        self.strength.setEnabled(writable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the movement below where there is no room beside."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        wide = self.width() >= self.strength.sizeHint().width() * 2
        self._row.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def _movement(self, line: KpiLine, moved: Movement | None) -> str:
        if moved is None:
            return self.tr("No link. D makes a direct one, I one that influences.")
        if moved.now is None or moved.before is None:
            return self.tr("Linked. {kpi} has no value yet.").format(kpi=line.kpi.name)
        before, now = value_words(line.kpi, moved.before), value_words(line.kpi, moved.now)
        if moved.since is None:
            return self.tr("From {before} to {now}").format(before=before, now=now)
        words = self.tr("Since the link was made, {day}: {before} to {now}")
        return words.format(day=short_date(moved.since), before=before, now=now)

    def _choose(self, strength: object) -> None:
        self.strength_wanted.emit(None if strength == NONE else strength)

    def _build(self, look: Look) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(look.icon("grid-3x3"))
        head.addWidget(look.label(self.tr("Selected link"), TextRole.SMALL, "2"))
        head.addStretch(1)
        moved = QHBoxLayout()
        moved.setSpacing(14)
        moved.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        moved.addWidget(self._spark)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(10)
        row.addWidget(self.strength, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(moved, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._title)
        column.addLayout(row)
        column.addStretch(1)
