"""The marks of the terminal for what a plan holds."""

from collections.abc import Mapping

from okrdesk.domain.words import Status

STATUS_MARKS: Mapping[Status, str] = {
    Status.ON_TRACK: "●",
    Status.BEHIND: "◆",
    Status.AT_RISK: "▲",
    Status.ACHIEVED: "✔",
    Status.NOT_STARTED: "○",
}
"""By status its shape: never a colour alone, and here none at all."""

BAR = 10


def bar(progress: float | None, expected: float | None) -> str:
    """Progress in ten blocks with a mark where it is expected today: ``██████┃░░░``."""
    done = 0 if progress is None else round(max(0.0, min(1.0, progress)) * BAR)
    cells = ["█"] * done + ["░"] * (BAR - done)
    if expected is not None and 0 < expected < 1:
        cells[min(BAR - 1, int(expected * BAR))] = "┃"
    return "".join(cells)
