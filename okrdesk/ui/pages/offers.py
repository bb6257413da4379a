"""What the menus of the view bar have to choose from, read from the plan."""

from collections.abc import Iterator

from okrdesk.app.plan_settings import LEVEL_WORDS, word_of
from okrdesk.domain.filters import NONE
from okrdesk.domain.people import is_solo
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import OBJECTIVE_TAG, ORGANISATION, PERSON, TEAM
from okrdesk.domain.words import Level, Status
from okrdesk.ui.pages.choices import Choice
from okrdesk.ui.status_words import status_word
from okrdesk.ui.translation import said, tr


def levels(snapshot: Snapshot) -> Iterator[Choice]:
    """The levels in use, by the organisation's own names."""
    organisation = next(snapshot.rows(ORGANISATION), None)
    hidden = () if organisation is None else organisation.hidden_levels
    for level in Level:
        if level not in hidden:
            yield Choice(level.value, word_of(snapshot, level) or said(LEVEL_WORDS[level]))


def statuses(_snapshot: Snapshot) -> Iterator[Choice]:
    """Every status."""
    for status in Status:
        yield Choice(status.value.replace("_", "-"), status_word(status))


def owners(snapshot: Snapshot) -> Iterator[Choice]:
    """The people of the plan, and nobody."""
    for person in snapshot.sorted_rows(PERSON):
        if person.active:
            yield Choice(person.name, person.name)
    yield Choice(NONE, tr("No owner"))


def teams(snapshot: Snapshot) -> Iterator[Choice]:
    """The teams of the plan, and none."""
    for team in snapshot.sorted_rows(TEAM):
        if team.active:
            yield Choice(team.name, team.name)
    yield Choice(NONE, tr("No team"))


def tags(snapshot: Snapshot) -> Iterator[Choice]:
    """The tags in use, and none."""
    known = {row.tag for row in snapshot.rows(OBJECTIVE_TAG)}
    for tag in sorted(known, key=str.casefold):
        yield Choice(tag, f"#{tag}")
    yield Choice(NONE, tr("No tag"))


def has_teams(snapshot: Snapshot) -> bool:
    """Whether there is a team to choose."""
    return not is_solo(snapshot) and any(team.active for team in snapshot.rows(TEAM))


def has_tags(snapshot: Snapshot) -> bool:
    """Whether anything is tagged."""
    return snapshot.count(OBJECTIVE_TAG) > 0
