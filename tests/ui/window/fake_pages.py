"""A page that tells what was asked of it, and rows of the table for two of them."""

from PySide6.QtWidgets import QLineEdit, QWidget

from okrdesk.text import Message
from okrdesk.ui.desk import Desk
from okrdesk.ui.screens import Screen


class FakePage(QLineEdit):
    """Its state is its text."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    @property
    def widget(self) -> QWidget:
        """Itself."""
        return self

    def refresh(self) -> None:
        """Notes it."""
        self.asked.append("refresh")

    def commit(self) -> None:
        """Notes it."""
        self.asked.append("commit")

    def focus(self) -> None:
        """Takes the focus."""
        self.setFocus()

    def state(self) -> object:
        """The text."""
        return self.text()

    def restore(self, state: object) -> None:
        """Shows the text again."""
        self.setText(str(state))


def fake_page(desk: Desk) -> FakePage:
    """Makes one."""
    del desk
    return FakePage()


WORK = Screen("work", Message("Wor&k"), "list-checks", (), fake_page)
EXTRAS = Screen("extras", Message("E&xtras"), "settings-2", (), fake_page, at_bottom=True)
