"""What the frame of the window asks of a page."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from okrdesk.text import Message


class Page(Protocol):
    """One screen of the main area, made when it is first shown and kept until the plan closes."""

    @property
    def widget(self) -> QWidget:
        """What is put into the main area."""

    def refresh(self) -> None:
        """Brings the page in line with the plan: when it is shown, and after each edit then."""

    def commit(self) -> None:
        """Writes what is being typed."""

    def focus(self) -> None:
        """Puts the focus where work goes on."""

    def state(self) -> object:
        """What "back" brings back: the selection, the filters. Compared by ``==``."""

    def restore(self, state: object) -> None:
        """Shows what ``state`` told, as far as it is still there; passes over what it is not."""


@runtime_checkable
class Choosing(Protocol):
    """A page other than the tree on which items are chosen; the actions work on those."""

    def chosen_items(self) -> list[int]:
        """The chosen objectives and key results."""


class Entry(Protocol):
    """What sidebar and menus say of a page; a row of ``screens.PAGES`` is one."""

    @property
    def id(self) -> str:
        """Names the page in code, in the view state and in its action ``page_<id>``."""

    @property
    def title(self) -> Message:
        """What a person calls it, with the letter that chooses it in a menu."""

    @property
    def icon(self) -> str:
        """The name of an icon."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The shortcuts that show it."""

    @property
    def inspector(self) -> bool:
        """Whether the inspector stands beside it."""

    @property
    def at_bottom(self) -> bool:
        """Whether it stands at the bottom of the sidebar and needs no open plan."""
