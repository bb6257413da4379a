"""F6: the focus goes from part to part of the window, each time to where it was there last."""

from collections.abc import Iterator, Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def move_focus(regions: Sequence[QWidget], by: int) -> None:
    """Moves the focus to the next region that can take it, or with -1 to the one before."""
    stops = [(region, stop) for region in regions if (stop := stop_in(region)) is not None]
    if not stops:
        return
    focused = QApplication.focusWidget()
    here = [n for n, (region, _) in enumerate(stops) if _is_in(region, focused)]
    place = here[0] + by if here else 0
    stops[place % len(stops)][1].setFocus(Qt.FocusReason.ShortcutFocusReason)


def stop_in(region: QWidget) -> QWidget | None:
    """Where the focus goes in a region: where it was, else the first that Tab comes to."""
    if not region.isVisible():
        return None
    last = cast("QWidget | None", region.focusWidget())
    if last is not None and _can_take(last):
        return last
    return next(filter(_can_take, _chain(region)), None)


def _chain(region: QWidget) -> Iterator[QWidget]:
    """The region and what is in it, in the order of Tab."""
    yield region
    widget = region.nextInFocusChain()
    while widget is not None and widget is not region:
        if region.isAncestorOf(widget):
            yield widget
        widget = widget.nextInFocusChain()


def _can_take(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus.value
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy().value & tab)


def _is_in(region: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (region is widget or region.isAncestorOf(widget))
