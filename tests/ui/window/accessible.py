"""What a screen reader is told of the widgets that are on the screen, by Qt's own interfaces."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QPlainTextEdit, QWidget

NAMED = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Slider,
    QAccessible.Role.Tree,
    QAccessible.Role.List,
    QAccessible.Role.Table,
    QAccessible.Role.ProgressBar,
    QAccessible.Role.Chart,
}
"""Roles whose name a reader speaks first; without one a person hears only "button"."""
INNER = {"qt_spinbox_lineedit"}
"""Parts of Qt's own making, for which their owner speaks."""


def shown_widgets(window: QWidget) -> Iterator[QWidget]:
    """Every widget of a window that can be seen."""
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisibleTo(window) and not widget.visibleRegion().isEmpty():
            yield widget


def texts(shown: QWidget) -> Iterator[str]:
    """Every text of a window: labels, buttons, hints, tooltips, names for screen readers."""
    for widget in [shown, *shown.findChildren(QWidget)]:
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        yield widget.windowTitle()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        if isinstance(widget, QMenu):
            yield widget.title()
    for action in shown.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def interface(widget: QWidget) -> QAccessibleInterface:
    """What Qt tells of the widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def nameless(window: QWidget) -> list[str]:
    """Widgets that a person meets with the keyboard or the reader and that have no name."""
    return [
        f"{type(widget).__name__} {role.name} in {type(widget.parentWidget()).__name__}"
        for widget in shown_widgets(window)
        if widget.objectName() not in INNER
        and (role := interface(widget).role()) in NAMED
        and not interface(widget).text(QAccessible.Text.Name).strip()
    ]
