"""Larger and smaller text from the View menu."""

from okrdesk.app.settings import TEXT_SIZE
from okrdesk.ui.desk import Desk
from okrdesk.ui.preferences import prefer
from okrdesk.ui.translation import percent, tr

STEP, SMALLEST, LARGEST = 10, 80, 200


def larger(desk: Desk) -> None:
    """Makes the text one step larger."""
    _set(desk, _size(desk) + STEP)


def smaller(desk: Desk) -> None:
    """Makes the text one step smaller."""
    _set(desk, _size(desk) - STEP)


def usual(desk: Desk) -> None:
    """Gives the text the system's size."""
    _set(desk, TEXT_SIZE.default)


def can_grow(desk: Desk) -> bool:
    """Whether there is a larger size."""
    return _size(desk) < LARGEST


def can_shrink(desk: Desk) -> bool:
    """Whether there is a smaller size."""
    return _size(desk) > SMALLEST


def _size(desk: Desk) -> int:
    return desk.session.settings.get(TEXT_SIZE)


def _set(desk: Desk, wanted: int) -> None:
    size = min(max(wanted, SMALLEST), LARGEST)
    prefer(desk, TEXT_SIZE, size)
    desk.toast(tr("Text size {percent}").format(percent=percent(size)))
