"""The banner over a plan that is not an ordinary one: which of its states is shown."""

from collections.abc import Callable
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QObject

from okrdesk.ui.bridge import Bridge
from okrdesk.ui.session import Session
from okrdesk.ui.translation import said, tr
from okrdesk.ui.widgets.banner import Banner


class Rank(IntEnum):
    """The states that last; of several the first is shown."""

    PAST = 0
    FILE = 1
    READ_ONLY = 2
    SAMPLE = 3
    SHARED = 4
    ME = 5
    CHECK_IN = 6


class State(NamedTuple):
    """A sentence, its icon, and at most two buttons with what they do."""

    sentence: str
    icon: str
    ways: tuple[tuple[str, Callable[[], object]], ...] = ()


class Banners(QObject):
    """Shows the most urgent state of a plan in its banner."""

    def __init__(self, banner: Banner) -> None:
        super().__init__(banner)
        self._banner = banner
        self._states: dict[Rank, State] = {}
        banner.triggered.connect(self._go)

    def show(self, rank: Rank, state: State) -> None:
        """Adds a state, or says another thing of it."""
        self._states[rank] = state
        self._refresh()

    def end(self, rank: Rank) -> None:
        """Takes a state away, if it is there."""
        self._states.pop(rank, None)
        self._refresh()

    def _refresh(self) -> None:
        if not self._states:
            self._banner.hide()
            return
        state = self._states[min(self._states)]
        self._banner.show_state(state.sentence, tuple(text for text, _ in state.ways), state.icon)

    def _go(self, number: int) -> None:
        _, way = self._states[min(self._states)].ways[number]
        way()


def show_kind(banners: Banners, bridge: Bridge, session: Session) -> None:
    """Says what is special about the plan, for as long as it is open."""
    if session.places.cache in bridge.path.parents:
        words = tr("This is a sample plan. Change what you like; nothing here is kept.")
        ways = ((tr("Start your own plan"), session.close),)
        banners.show(Rank.SAMPLE, State(words, "eye", ways))
    elif bridge.read_only:
        notice = bridge.workspace.notice
        words = tr("This plan can be read but not changed here.")
        banners.show(Rank.READ_ONLY, State(words if notice is None else said(notice), "lock"))
