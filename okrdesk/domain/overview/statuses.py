"""How many key results have which status."""

from typing import NamedTuple

from okrdesk.domain.overview.concerns import Gathered, gathered
from okrdesk.domain.overview.sight import Sight
from okrdesk.domain.words import Status

ORDER = (
    Status.ACHIEVED,
    Status.ON_TRACK,
    Status.BEHIND,
    Status.AT_RISK,
    Status.NOT_STARTED,
)


class Statuses(NamedTuple):
    """The count of each status that occurs, best first."""

    counts: tuple[tuple[Status, int], ...]
    unknown: int
    """Key results without a status, such as those that have no target yet."""
    at_risk: Gathered | None
    """The team that most of those at risk belong to."""

    @property
    def known(self) -> int:
        """How many have a status."""
        return sum(count for _, count in self.counts)


def statuses(sight: Sight) -> Statuses:
    """Of the key results of a sight."""
    found = {item: sight.scores.key_result(item).status for item in sight.key_results}
    given = list(found.values())
    at_risk = [item for item, status in found.items() if status is Status.AT_RISK]
    return Statuses(
        tuple((status, given.count(status)) for status in ORDER if status in given),
        given.count(None),
        gathered(sight, at_risk),
    )
