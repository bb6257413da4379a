"""Names the editors of a plan, and finds one again by its name.

``row/kind/parent/behind``: an empty row of the tree; ``title/item``: a title of the tree;
``field/item/tab/name``: of the inspector; ``check_in/item/note``: of the check-in.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from okrdesk.domain.tree import row_of
from okrdesk.ui.check_in.dialog import CheckInDialog
from okrdesk.ui.check_in.form import CheckInForm
from okrdesk.ui.desk import Desk
from okrdesk.ui.models.tree_row import RowKind
from okrdesk.ui.pages.drafts import Draft
from okrdesk.ui.pages.row_writer import RowWriter


def place_of(desk: Desk, field: QWidget) -> str:
    """The name of the editor that a field belongs to; empty for one that keeps no draft."""
    view, form = desk.view, _form_of(field)
    if view is None:
        return ""
    draft, editor = view.page.model.draft, view.inspector.editor
    if field.parentWidget() is view.page.tree.viewport():
        if draft is not None:
            return f"row/{draft.kind.value}/{draft.parent}/{draft.behind or ''}"
        return f"title/{view.page.current}"
    if editor is not None and editor.isAncestorOf(field):
        return f"field/{editor.item}/{editor.strip.current}/{field.accessibleName()}"
    if form is not None and field is form.note:
        return f"check_in/{form.item}/note"
    return ""


def area_of(field: QWidget) -> QWidget:
    """As long as the focus is in here, what stands in the field is not written yet."""
    form = _form_of(field)
    if form is None:
        return field
    return form.window() if isinstance(form.window(), QDialog) else form


def put_back(desk: Desk, place: str, text: str) -> bool:
    """Opens the editor of that name with the text; False when it is not there any more."""
    kind, _, rest = place.partition("/")
    way = _WAYS.get(kind)
    return way is not None and way(desk, rest.split("/"), text)


def _put_row(desk: Desk, parts: list[str], text: str) -> bool:
    plan = desk.plan
    if plan is None:
        return False
    kind, parent, behind = parts
    draft = Draft(RowKind(kind), int(parent), int(behind) if behind else None)
    writer = plan.tree.findChild(RowWriter)
    if writer is None or not plan.model.index_of(draft.parent).isValid():
        return False
    writer.open(draft, text)
    return True


def _put_title(desk: Desk, parts: list[str], text: str) -> bool:
    plan = desk.plan
    if plan is None or not _go(desk, parts[0]):
        return False
    plan.rename()
    return _fill(QApplication.focusWidget(), text)


def _put_field(desk: Desk, parts: list[str], text: str) -> bool:
    if desk.view is None or not _go(desk, parts[0]):
        return False
    desk.view.inspector.show_item(int(parts[0]))
    desk.view.show_inspector(shown=True)
    editor = desk.view.inspector.editor
    if editor is None:
        return False
    editor.show_tab(parts[1])
    return _fill(_named(editor, parts[2]), text)


def _put_check_in(desk: Desk, parts: list[str], text: str) -> bool:
    if not _go(desk, parts[0]):
        return False
    desk.action("check_in").trigger()
    dialog = desk.widget.findChild(CheckInDialog)
    return dialog is not None and _fill(dialog.form.note, text)


_WAYS: dict[str, Callable[[Desk, list[str], str], bool]] = {
    "row": _put_row,
    "title": _put_title,
    "field": _put_field,
    "check_in": _put_check_in,
}


def _go(desk: Desk, item: str) -> bool:
    """Goes to an item; False when it is gone."""
    bridge, plan = desk.bridge, desk.plan
    if bridge is None or plan is None or row_of(bridge.snapshot, int(item)) is None:
        return False
    plan.select(int(item))
    return True


def _form_of(field: QWidget) -> CheckInForm | None:
    """The check-in that a field stands in."""
    above: QWidget | None = field
    while above is not None and not isinstance(above, CheckInForm):
        above = above.parentWidget()
    return above


def _named(around: QWidget, name: str) -> QWidget | None:
    fields = [*around.findChildren(QLineEdit), *around.findChildren(QPlainTextEdit)]
    return next((field for field in fields if field.accessibleName() == name), None)


def _fill(field: QWidget | None, text: str) -> bool:
    """Lets the field hold the text as if it had been typed just now."""
    if isinstance(field, QLineEdit):
        field.setText(text)
        field.setModified(True)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
        field.document().setModified(True)
    else:
        return False
    field.setFocus()
    return True
