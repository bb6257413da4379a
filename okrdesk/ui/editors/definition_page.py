"""What a key result asks for, as a form that follows from its kind."""

from okrdesk.ui.editors.delegation_card import DelegationCard
from okrdesk.ui.editors.kind_form import KindForm
from okrdesk.ui.editors.page import Page
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.editors.value_page import shape_of


class DefinitionPage(Page):
    """The form, made anew when another kind asks for other fields."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__(tools, item)
        self._built_for: tuple[object, ...] = ()
        self.form: KindForm
        self.delegation = DelegationCard(tools, item)
        self.column.addWidget(self.delegation)
        self._rebuild()

    def refresh(self) -> None:
        self._rebuild()
        self.form.refresh()
        self.delegation.refresh()

    def commit(self) -> None:
        self.form.commit()

    def _rebuild(self) -> None:
        needed = shape_of(self)[:2]
        if needed == self._built_for:
            return
        if self._built_for:
            self.form.hide()
            self.form.deleteLater()
        self._built_for = needed
        self.form = KindForm(self.bridge, self.look, self.item)
        self.column.insertWidget(0, self.form)
