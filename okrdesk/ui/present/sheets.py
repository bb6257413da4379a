"""The pages of a presentation: which there are, what each is about, and what it lists."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from okrdesk.domain.groups import Group, Groups, members
from okrdesk.domain.overview.concerns import concerns
from okrdesk.domain.overview.sight import Sight
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CHECK_IN, KEY_RESULT, KPI_VALUE, ORGANISATION, TEAM
from okrdesk.domain.tree import walk
from okrdesk.ui.dashboard.attention_tile import reasons
from okrdesk.ui.translation import percent_text, tr

NO_REASONS: Mapping[int, str] = {}


class Sheet(NamedTuple):
    """One page. With a ``sight`` it shows the dashboard, else it lists ``items``."""

    key: str
    """Tells the page from the others, also after an edit."""
    title: str
    note: str = ""
    items: tuple[int, ...] = ()
    empty: str = ""
    """What stands in the place of no items."""
    aside: Mapping[int, str] = NO_REASONS
    """Words at the end of a line, in the place of its status."""
    sight: Sight | None = None


def sheets_of(sight: Sight) -> list[Sheet]:
    """All pages of a cycle, in order."""
    return [sheet for make in SHEETS for sheet in make(sight)]


def nothing_yet(scores: Scores) -> Sheet:
    """The one page of a plan without a cycle."""
    return Sheet("plan", _mission(scores.snapshot), empty=_nothing())


def _plan(sight: Sight) -> Iterator[Sheet]:
    """The plan on one page: the objectives of the cycle with their key results."""
    note, items = _progress(sight, sight.cycle.name), tuple(_of_cycle(sight))
    yield Sheet("plan", _mission(sight.snapshot), note, items, _nothing())


def _mission(snapshot: Snapshot) -> str:
    return next((row.mission or row.name for row in snapshot.rows(ORGANISATION)), "")


def _nothing() -> str:
    return tr("Nothing to present yet. Esc leads back; Ctrl+N there begins an objective.")


def _of_cycle(sight: Sight) -> Iterator[int]:
    """The objectives of the cycle and their key results, in the order of the tree."""
    snapshot, own = sight.snapshot, set(sight.objectives)
    for item, _parent, _depth in walk(snapshot):
        key_result = snapshot.find(KEY_RESULT, item)
        if (item if key_result is None else key_result.objective) in own:
            yield item


def _dashboard(sight: Sight) -> Iterator[Sheet]:
    """The dashboard, once there is something on it."""
    if sight.snapshot.count(CHECK_IN) + sight.snapshot.count(KPI_VALUE):
        yield Sheet("dashboard", tr("Dashboard"), _progress(sight, sight.cycle.name), sight=sight)


def _teams(sight: Sight) -> Iterator[Sheet]:
    """A page for each team that has an objective in the cycle, or shares one."""
    snapshot, ordered = sight.snapshot, tuple(_of_cycle(sight))
    for team in snapshot.sorted_rows(TEAM):
        shared = members(snapshot, Group(Groups.TEAM, team.id, sight.cycle.id))
        own = set(sight.objectives).intersection(shared)
        items = tuple(item for item in ordered if _objective_of(sight, item) in own)
        if items:
            score = sight.scores.team(team.id, sight.cycle.id)
            note = f"{sight.cycle.name} · {percent_text(score.progress)}"
            yield Sheet(f"team {team.id}", team.name, note, items)


def _attention(sight: Sight) -> Iterator[Sheet]:
    """What needs attention, and why."""
    found = concerns(sight)
    if sight.items:
        yield Sheet(
            "attention",
            tr("Needs attention"),
            sight.cycle.name,
            tuple(concern.item for concern in found),
            tr("Nothing needs attention."),
            {concern.item: reasons(concern._replace(progress=None)) for concern in found},
        )


def _objective_of(sight: Sight, item: int) -> int:
    key_result = sight.snapshot.find(KEY_RESULT, item)
    return item if key_result is None else key_result.objective


def _progress(sight: Sight, name: str) -> str:
    progress = sight.scores.cycle(sight.cycle.id).progress
    return name if progress is None else f"{name} · {percent_text(progress)}"


SHEETS: tuple[Callable[[Sight], Iterator[Sheet]], ...] = (_plan, _dashboard, _teams, _attention)
"""Every kind of page, in order; each gives the pages that there are."""
