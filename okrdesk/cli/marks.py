"""The words and marks of the terminal for what a plan holds."""

from collections.abc import Mapping

from okrdesk.domain.words import Status
from okrdesk.text import Message

STATUS: Mapping[Status, tuple[str, Message]] = {
    Status.ON_TRACK: ("●", Message("On track")),
    Status.BEHIND: ("◆", Message("Behind")),
    Status.AT_RISK: ("▲", Message("At risk")),
    Status.ACHIEVED: ("✔", Message("Achieved")),
    Status.NOT_STARTED: ("○", Message("Not started")),
}
"""By status its shape and its words: never a colour alone, and here none at all."""

BAR = 10


def bar(progress: float | None, expected: float | None) -> str:
    """Progress in ten blocks with a mark where it is expected today: ``██████┃░░░``."""
    done = 0 if progress is None else round(max(0.0, min(1.0, progress)) * BAR)
    cells = ["█"] * done + ["░"] * (BAR - done)
    if expected is not None and 0 < expected < 1:
        cells[min(BAR - 1, int(expected * BAR))] = "┃"
    return "".join(cells)
