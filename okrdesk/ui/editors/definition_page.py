"""What a key result asks for, as a form that follows from its kind."""

from okrdesk.app import commands
from okrdesk.domain.tables import KEY_RESULT
from okrdesk.ui.editors.delegation_card import DelegationCard
from okrdesk.ui.editors.fields import TextField
from okrdesk.ui.editors.kind_form import KindForm
from okrdesk.ui.editors.page import Page
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.theme import TextRole


class DefinitionPage(Page):
    """The form, made anew when another kind asks for other fields."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__(tools, item)
        self._built_for = ""
        self.form: KindForm
        self._texts = [
            self._text("description", self.tr("Description"), self.tr("What is meant by it")),
            self._text(
                "scoring",
                self.tr("Guidance for the grade"),
                self.tr("What would be a 0.3, a 0.7, a 1.0?"),
            ),
        ]
        self.delegation = DelegationCard(tools, item)
        self.column.addWidget(self.delegation)
        self._rebuild()

    def refresh(self) -> None:
        self._rebuild()
        self.form.refresh()
        row = self.bridge.snapshot.get(KEY_RESULT, self.item)
        for field, text in zip(self._texts, (row.description, row.scoring), strict=True):
            field.show_text(text)
        self.delegation.refresh()

    def commit(self) -> None:
        self.form.commit()
        for field in self._texts:
            field.commit()

    def _text(self, name: str, words: str, hint: str) -> TextField:
        field = TextField(words, 2)
        field.setPlaceholderText(hint)
        field.setReadOnly(self.bridge.read_only)
        field.committed.connect(
            lambda text: self.bridge.attempt(commands.change_key_result, self.item, **{name: text})
        )
        label = self.look.label(words, TextRole.SMALL, "2")
        label.setBuddy(field)
        self.column.addWidget(label)
        self.column.addWidget(field)
        return field

    def _rebuild(self) -> None:
        kind = self.bridge.snapshot.get(KEY_RESULT, self.item).kind
        if kind == self._built_for:
            return
        focused = bool(self._built_for) and self.form.isAncestorOf(self.focusWidget())
        if self._built_for:
            self.form.hide()
            self.form.deleteLater()
        self._built_for = kind
        self.form = KindForm(self.bridge, self.look, self.item)
        self.column.insertWidget(0, self.form)
        if focused:
            self.form.kind.setFocus()
