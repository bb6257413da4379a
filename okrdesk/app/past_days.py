"""The days that a person most often looks back to."""

from datetime import date, timedelta
from typing import NamedTuple

from okrdesk.domain.cycles import current_cycle
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import BOOKMARK
from okrdesk.text import Message

MOST_MEETINGS = 3


class PastDay(NamedTuple):
    """A day and what it was."""

    words: Message
    day: date


def past_days(snapshot: Snapshot, today: date) -> list[PastDay]:
    """A week ago, the last meetings, newest first, and the start of the quarter of today.

    Each day once, and only days before today.
    """
    meetings = reversed(snapshot.sorted_rows(BOOKMARK))
    quarter = current_cycle(snapshot, today)
    found = [
        PastDay(Message("A week ago"), today - timedelta(days=7)),
        *[PastDay(Message("{name}", {"name": m.name}), m.date) for m in meetings if m.date < today][
            :MOST_MEETINGS
        ],
    ]
    if quarter is not None:
        found.append(PastDay(Message("Start of {cycle}", {"cycle": quarter.name}), quarter.start))
    once = {choice.day: choice for choice in reversed(found) if choice.day < today}
    return [choice for choice in found if once.get(choice.day) is choice]
