"""The gallery of templates (ux.md D5): themes, OKRs, and what the chosen one holds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from okrdesk.app.finding import words_of
from okrdesk.app.okr_templates import Template, Theme, holds
from okrdesk.text import Message
from okrdesk.ui.desk import Desk
from okrdesk.ui.dialogs.template_preview import TemplatePreview
from okrdesk.ui.editors.search_field import SearchField
from okrdesk.ui.look import frame
from okrdesk.ui.translation import said
from okrdesk.ui.widgets.soft_list import soft_list

SIZE = (960, 580)
_TEMPLATE = Qt.ItemDataRole.UserRole


class TemplateGallery(QDialog):
    """``added`` carries the templates that are ticked, or the current one where none is."""

    added = Signal(object)

    def __init__(self, desk: Desk, themes: tuple[Theme, ...]) -> None:
        super().__init__(desk.widget)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Templates"))
        self.resize(*SIZE)
        self._themes = themes
        self._ticked: dict[str, Template] = {}
        self.search = SearchField(self.tr("Search templates"))
        self.themes = soft_list(desk.look, self.tr("Themes"))
        self.list = soft_list(desk.look, self.tr("Objectives"))
        self.preview = TemplatePreview(desk.look)
        self._nothing = desk.look.wrapped(self.tr("No template holds these words."), tone="2")
        self.count = desk.look.label("", tone="2")
        self._build()
        for name in (self.tr("All themes"), *(theme.title for theme in themes)):
            self.themes.addItem(name)
        self.search.textChanged.connect(self._search)
        self.themes.currentRowChanged.connect(lambda _row: self._list())
        self.list.currentItemChanged.connect(lambda _new, _old: self._preview())
        self.list.itemChanged.connect(self._tick)
        self.themes.setCurrentRow(0)
        self._count()
        self.search.setFocus()

    def chosen(self) -> list[Template]:
        """What is ticked, in the order of the themes; the current one where nothing is."""
        every = [template for theme in self._themes for template in theme.templates]
        ticked = [template for template in every if template.objective in self._ticked]
        current = self._current()
        return ticked or ([] if current is None else [current])

    def accept(self) -> None:
        """Hands out what was chosen."""
        chosen = self.chosen()
        if chosen:
            super().accept()
            self.added.emit(chosen)

    def _search(self, text: str) -> None:
        """A search is in all themes, until one is chosen."""
        if text and self.themes.currentRow() > 0:
            self.themes.setCurrentRow(0)
        else:
            self._list()

    def _list(self) -> None:
        theme, words = self.themes.currentRow(), words_of(self.search.text())
        shown = self._themes if theme <= 0 else self._themes[theme - 1 : theme]
        self.list.blockSignals(True)
        self.list.clear()
        for template in (template for each in shown for template in each.templates):
            if holds(template, words):
                self.list.addItem(self._item(template))
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        self._nothing.setVisible(self.list.count() == 0)
        self._preview()

    def _item(self, template: Template) -> QListWidgetItem:
        item = QListWidgetItem(template.objective)
        item.setData(_TEMPLATE, template)
        item.setToolTip(template.objective)
        ticked = template.objective in self._ticked
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        return item

    def _tick(self, item: QListWidgetItem) -> None:
        template = item.data(_TEMPLATE)
        if item.checkState() is Qt.CheckState.Checked:
            self._ticked[template.objective] = template
        else:
            self._ticked.pop(template.objective, None)
        self._count()

    def _count(self) -> None:
        words = said(Message("%n chosen", count=len(self._ticked)))
        self.count.setText(words if self._ticked else self.tr("Space chooses several"))

    def _current(self) -> Template | None:
        items = self.list.selectedItems()
        found: Template | None = items[0].data(_TEMPLATE) if items else None
        return found

    def _preview(self) -> None:
        current = self._current()
        self.preview.show_template(current)
        self.add_button.setEnabled(current is not None or bool(self._ticked))

    def _build(self) -> None:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        add = self.tr("Add as draft")
        self.add_button = box.addButton(add, QDialogButtonBox.ButtonRole.AcceptRole)
        self.add_button.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        parts = QHBoxLayout()
        parts.setSpacing(12)
        middle = (self.list, self._nothing)
        for widgets, stretch in (((self.themes,), 20), (middle, 40), ((self.preview,), 42)):
            parts.addWidget(_card(*widgets), stretch)
        foot = QHBoxLayout()
        foot.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addLayout(parts, 1)
        column.addLayout(foot)


def _card(*widgets: QWidget) -> QFrame:
    """A frame around widgets, one below the other."""
    card = frame("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(5, 5, 5, 5)
    for widget in widgets:
        column.addWidget(widget)
    return card
