"""What a template holds: objective, why, and its key results with what is read out of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from okrdesk.app.okr_templates import Template, TemplateKeyResult
from okrdesk.domain.sentences import Form, Reading, Sureness
from okrdesk.ui.look import Look, clear
from okrdesk.ui.pages.reading_words import reading_words
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import tr


class TemplatePreview(QScrollArea):
    """Plain text, so that a screen reader reads it from top to bottom."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(tr("Preview"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._title = look.wrapped("", TextRole.INSPECTOR_TITLE)
        self._why = look.wrapped("", tone="2")
        self._head = look.label(tr("Key results"), TextRole.CAPTION_STRONG, "2")
        self._results = QGridLayout()
        self._results.setHorizontalSpacing(10)
        self._results.setVerticalSpacing(3)
        self._results.setColumnStretch(1, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 6, 6, 6)
        column.setSpacing(10)
        for label in (self._title, self._why, self._head):
            column.addWidget(label)
        column.addLayout(self._results)
        column.addStretch(1)
        self.setWidget(inside)
        for ground in (inside, self.viewport()):
            ground.setAutoFillBackground(False)

    def show_template(self, template: Template | None) -> None:
        """Shows a template; nothing where there is none."""
        clear(self._results)
        self._title.setText("" if template is None else template.objective)
        self._why.setText("" if template is None else template.why)
        self._head.setVisible(template is not None)
        for number, result in enumerate(() if template is None else template.key_results):
            self._add(2 * number, result)
        self.verticalScrollBar().setValue(0)

    def _add(self, row: int, result: TemplateKeyResult) -> None:
        words = self._look.wrapped(read(result), TextRole.SMALL, "2")
        words.setContentsMargins(0, 0, 0, 8)
        icon = self._look.icon("gauge", 16)
        self._results.addWidget(icon, row, 0, Qt.AlignmentFlag.AlignTop)
        self._results.addWidget(self._look.wrapped(result.title, TextRole.BODY), row, 1)
        self._results.addWidget(words, row + 1, 1)


def read(result: TemplateKeyResult) -> str:
    """Its numbers in words, as the tree shows them while a sentence is typed."""
    limit = str(result.fields["kind"]).startswith("at_")
    form = Form.LIMIT if limit else Form.FROM_TO
    return reading_words(Reading(form, Sureness.WRITTEN, **result.fields))
