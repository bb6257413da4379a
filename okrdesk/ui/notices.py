"""What has just happened, over the view: the newest notice, with at most one way on (ux.md O3)."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from okrdesk.ui.look import Look

if TYPE_CHECKING:
    from okrdesk.ui.widgets.toast import Toast


class Way(NamedTuple):
    """A button of a notice: its text and what it does."""

    text: str
    run: Callable[[], object]


class Notices(QObject):
    """Says one thing at a time over a host. ``turned`` tells that a notice came or went."""

    turned = Signal()

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(host)
        self._look, self._host = look, host
        self._way: Way | None = None
        self._of_step = False

    @property
    def shown(self) -> bool:
        """Whether a notice is to be seen."""
        return "_toast" in self.__dict__ and self._toast.isVisible()

    def say(self, text: str, way: Way | None = None, *, of_step: bool = False) -> None:
        """Says something in the place of what was said before.

        ``of_step``: the way takes back or makes again the newest step, so that it is not
        offered any more once there is a newer one.
        """
        self._way, self._of_step = way, of_step
        self._toast.show_message(text, "" if way is None else way.text)

    def step_made(self) -> None:
        """Takes a notice away whose way is about an older step."""
        if self._of_step:
            self.end()

    def end(self) -> None:
        """Takes away what was said."""
        if self.shown:
            self._toast.leave()

    def focus(self) -> None:
        """Moves the focus to the way, or to the button that closes."""
        if self.shown:
            self._toast.focus_action()

    @cached_property
    def _toast(self) -> "Toast":
        from okrdesk.ui.widgets.toast import Toast

        toast = Toast(self._look.themes, self._host)
        toast.triggered.connect(self._go)
        toast.turned.connect(self.turned)
        return toast

    def _go(self) -> None:
        if self._way is not None:
            self._way.run()
