"""The pass of check-ins: Enter on a card until the next one is painted."""

import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from benchmarks import plans
from benchmarks.measure import Figure, within
from benchmarks.using import Paints, made_app, settle
from okrdesk.ui import application
from okrdesk.ui.check_in.page import CheckInPage

SIZES = (16, 1_000)
"""The first is what a person has in a week."""
ENTER_SECONDS = 0.05
LATER = timedelta(days=8)
"""After the last check-ins of the plan, when all are due again."""


def figures(folder: Path, sizes: Sequence[int] = SIZES) -> Iterator[Figure]:
    """Each size in one window; everything that is due is in the queue."""
    app = made_app(folder)
    for size in sizes:
        window = application.made_window(app, plans.TODAY + LATER)
        window.resize(1440, 900)
        window.session.open(plans.write(folder / f"queue{size}.okrdesk", size), write=True)
        window.show()
        window.show_page("check_in")
        settle()
        page = window.findChild(CheckInPage)
        if page is None:
            raise RuntimeError("the check-in page was not made")
        yield within(
            f"Enter in check-in to next card, {len(page.round.items):,} due",
            partial(_enter, page),
            ENTER_SECONDS,
        )
        window.close()
        window.deleteLater()


def _enter(page: CheckInPage) -> float:
    """Confirms the value on the card; waits until the next card has been painted."""
    card = page.card
    if card is None:
        page.go_through_again()
        settle()
        card = page.card
    if card is None:
        raise RuntimeError("nothing is due")
    start = time.perf_counter()
    card.form.save()
    # The running program does so before it paints; cards that stay would be painted, too.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    following = page.card or page.resting
    Paints(following).after(following.update)()
    return time.perf_counter() - start
