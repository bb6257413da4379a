"""Keys that mean the same in every program, or belong to one place, and so are not changed."""

from typing import NamedTuple

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from okrdesk.text import Message


class FixedKey(NamedTuple):
    """One line of the page of shortcuts: where, which keys, and what they do there."""

    place: Message
    keys: tuple[str, ...]
    text: Message


WINDOW, TREE = Message("The window"), Message("In the tree")
FIELDS, CHECK_IN = Message("While you type"), Message("In a check-in")
DASHBOARD = Message("On the dashboard")
INITIATIVES, MAP = Message("In the initiatives"), Message("On the alignment map")
KPIS, MATRIX = Message("In the KPIs"), Message("In the OKR–KPI matrix")

PRESENTING = Message("While presenting")

FIXED_KEYS: tuple[FixedKey, ...] = (
    FixedKey(WINDOW, ("Alt+F4",), Message("Close the window")),
    FixedKey(WINDOW, ("F10",), Message("Go to the menus")),
    FixedKey(WINDOW, ("Tab", "Shift+Tab"), Message("Go to the next or the last field")),
    FixedKey(TREE, ("Up", "Down"), Message("Go to the row above or below")),
    FixedKey(TREE, ("Right", "Left"), Message("Open or close a branch")),
    FixedKey(TREE, ("*",), Message("Open everything below")),
    FixedKey(TREE, ("Home", "End"), Message("Go to the first or the last row")),
    FixedKey(TREE, ("Return",), Message("Change the value, or open the inspector")),
    FixedKey(TREE, ("Esc",), Message("Clear the filter")),
    FixedKey(FIELDS, ("Return",), Message("Keep what is typed")),
    FixedKey(FIELDS, ("Esc",), Message("Take back what is typed")),
    FixedKey(FIELDS, ("Ctrl+C", "Ctrl+X", "Ctrl+V"), Message("Copy, cut and paste")),
    FixedKey(FIELDS, ("Ctrl+Left", "Ctrl+Right"), Message("Go a word back or on")),
    FixedKey(FIELDS, ("Ctrl+Backspace", "Ctrl+Del"), Message("Delete a word")),
    FixedKey(CHECK_IN, ("Return",), Message("Save")),
    FixedKey(CHECK_IN, ("Alt+1", "Alt+2", "Alt+3"), Message("Choose a status")),
    FixedKey(CHECK_IN, ("Alt+Up", "Alt+Down"), Message("More or less confidence")),
    FixedKey(CHECK_IN, ("Alt+N",), Message("Write a note")),
    FixedKey(CHECK_IN, ("Shift+Return",), Message("Begin a new line in the note")),
    FixedKey(PRESENTING, ("Right", "Left"), Message("Go to the next page or the one before")),
    FixedKey(PRESENTING, ("1", "9"), Message("Go to a page by its number")),
    FixedKey(PRESENTING, ("Up", "Down"), Message("Choose the key result to talk about")),
    FixedKey(PRESENTING, ("C",), Message("Check in")),
    FixedKey(PRESENTING, ("B",), Message("Make the screen black, or light it up")),
    FixedKey(PRESENTING, ("D",), Message("Go to another display")),
    FixedKey(PRESENTING, ("Ctrl++", "Ctrl+-"), Message("Make the text larger or smaller")),
    FixedKey(PRESENTING, ("Esc",), Message("Leave")),
    FixedKey(DASHBOARD, ("Left", "Right"), Message("Everyone, or one team after the other")),
    FixedKey(DASHBOARD, ("Down", "Up"), Message("Go through what a tile holds")),
    FixedKey(DASHBOARD, ("Return",), Message("Open what is counted")),
    FixedKey(DASHBOARD, ("C",), Message("Copy the tile as picture and table")),
    FixedKey(INITIATIVES, ("Up", "Down"), Message("Go to the row above or below")),
    FixedKey(INITIATIVES, ("Space",), Message("Done, or open again")),
    FixedKey(INITIATIVES, ("Return",), Message("Write another one")),
    FixedKey(INITIATIVES, ("Del",), Message("Delete")),
    FixedKey(INITIATIVES, ("Ctrl+L",), Message("Choose what it should move")),
    FixedKey(KPIS, ("Return",), Message("Enter a value")),
    FixedKey(KPIS, ("F2",), Message("Change the KPI")),
    FixedKey(KPIS, ("Del",), Message("Delete")),
    FixedKey(KPIS, ("Ctrl+V",), Message("Paste a column of days and values")),
    FixedKey(KPIS, ("Ctrl+L",), Message("Link an objective")),
    FixedKey(MATRIX, ("D",), Message("The objective moves the KPI directly")),
    FixedKey(MATRIX, ("I",), Message("The objective influences the KPI")),
    FixedKey(MATRIX, ("Del",), Message("No link")),
    FixedKey(MATRIX, ("Return",), Message("Open the objective in the plan")),
    FixedKey(MATRIX, ("Ctrl+E",), Message("Export as CSV")),
    FixedKey(MAP, ("Left", "Right"), Message("Go along a line")),
    FixedKey(MAP, ("Up", "Down"), Message("Go up or down in the column")),
    FixedKey(MAP, ("Shift+Left",), Message("Choose the line of a card, then its next one")),
    FixedKey(MAP, ("Del",), Message("Unlink the chosen line")),
    FixedKey(MAP, ("Return",), Message("Open it in the plan")),
    FixedKey(MAP, ("L",), Message("Link to…")),
    FixedKey(MAP, ("T",), Message("Go to what is not aligned")),
    FixedKey(MAP, ("Space",), Message("Fold away what is below, or show it")),
    FixedKey(MAP, ("+", "-", "0"), Message("Larger, smaller, the usual size")),
    FixedKey(MAP, ("F",), Message("Show all of the map")),
)

_PLAIN = {Qt.Key.Key_Delete, Qt.Key.Key_Insert}
"""Keys that may be used alone, as the function keys may."""
_STANDARD = QKeySequence.StandardKey
_TYPING = (
    _STANDARD.Copy,
    _STANDARD.Cut,
    _STANDARD.Paste,
    _STANDARD.SelectAll,
    _STANDARD.MoveToNextWord,
    _STANDARD.MoveToPreviousWord,
    _STANDARD.SelectNextWord,
    _STANDARD.SelectPreviousWord,
    _STANDARD.DeleteStartOfWord,
    _STANDARD.DeleteEndOfWord,
    _STANDARD.MoveToStartOfDocument,
    _STANDARD.MoveToEndOfDocument,
    _STANDARD.SelectStartOfDocument,
    _STANDARD.SelectEndOfDocument,
)
_TAKEN = ("Alt+F4", "F10", "Shift+F10", "Ctrl+Tab", "Ctrl+Shift+Tab")


def why_not(keys: QKeySequence) -> Message | None:
    """Why no action can have these keys; None when one can."""
    chord: QKeyCombination = keys[0]  # type: ignore[index]  # the stub lacks it
    if not _is_free(chord):
        return Message("Keys without Ctrl or Alt are for typing. Press them together with one.")
    if any(keys in QKeySequence.keyBindings(standard) for standard in _TYPING):
        return Message("These keys are for text in fields, so they stay as they are.")
    if any(keys == QKeySequence(taken) for taken in _TAKEN):
        return Message("These keys belong to every window, so they stay as they are.")
    return None


def _is_free(chord: QKeyCombination) -> bool:
    """Whether the keys can be told from typing."""
    strong = (
        Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.MetaModifier
    )
    key = chord.key()
    function = Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35
    return bool(chord.keyboardModifiers() & strong) or function or key in _PLAIN
