"""Rows of the plan as entries of the palette, and what choosing them does."""

from collections.abc import Callable
from functools import partial

from okrdesk.app.finding import Hit, Kind
from okrdesk.domain.filters import Condition, Query, query_text
from okrdesk.domain.kpi_overview import kpi_line
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import (
    CHECK_IN,
    COMMENT,
    CYCLE,
    INITIATIVE,
    KEY_RESULT,
    OBJECTIVE,
    PERSON,
    TEAM,
)
from okrdesk.domain.tree import row_of
from okrdesk.domain.words import Source
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.desk import Desk
from okrdesk.ui.editors.amounts import current_text
from okrdesk.ui.icons import LEVEL_ICONS
from okrdesk.ui.kpis.words import value_words
from okrdesk.ui.models.row_reader import symbol_of
from okrdesk.ui.palette import going
from okrdesk.ui.palette.entries import Entry
from okrdesk.ui.palette.quoting import Spans, joined, moved, quoted
from okrdesk.ui.status_words import status_word
from okrdesk.ui.translation import said, short_date, tr


class FoundEntries:
    """Makes entries of what the index found in the open plan of a desk."""

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        self._desk, self._bridge = desk, bridge
        self._makers: dict[Kind, Callable[[int, Spans], Entry]] = {
            Kind.OBJECTIVE: self._objective,
            Kind.KEY_RESULT: self._key_result,
            Kind.NOTE: self._note,
            Kind.COMMENT: self._comment,
            Kind.PERSON: self._person,
            Kind.TEAM: self._team,
            Kind.CYCLE: self._cycle,
            Kind.KPI: self._kpi,
        }

    def entry(self, hit: Hit) -> Entry:
        """The entry of something found."""
        return self.of(hit.kind, hit.id, hit.spans)

    def of(self, kind: Kind, row_id: int, spans: Spans = ()) -> Entry:
        """The entry of a row of the plan."""
        return self._makers[kind](row_id, spans)._replace(key=(kind, row_id))

    def check_in(self, key_result: int, spans: Spans = ()) -> Entry | None:
        """The entry "Check in: …"; None where the value does not come from check-ins."""
        row = self._snapshot.get(KEY_RESULT, key_result)
        if row.source is not Source.CHECK_INS or self._bridge.read_only:
            return None
        before = tr("Check in: {title}").partition("{title}")[0]
        return Entry(
            "circle-check",
            before + row.title,
            partial(going.open_check_in, self._desk, key_result),
            moved(spans, len(before)),
            self._last_value(key_result),
            tint="accent",
        )

    @property
    def _snapshot(self) -> Snapshot:
        return self._bridge.snapshot

    def _objective(self, item: int, spans: Spans) -> Entry:
        row = self._snapshot.get(OBJECTIVE, item)
        icon = LEVEL_ICONS[symbol_of(row, self._snapshot.find(CYCLE, row.cycle))]
        whose = _name(self._snapshot, row.owner) or _team_name(self._snapshot, row.team)
        detail = joined(tr("Objective"), whose)
        entry = Entry(icon, row.title, self._going(item), spans, detail)
        return entry.scored(self._bridge.scores.item(item))

    def _key_result(self, item: int, spans: Spans) -> Entry:
        row = self._snapshot.get(KEY_RESULT, item)
        objective = self._snapshot.get(OBJECTIVE, row.objective)
        owner = _name(self._snapshot, row.owner or objective.owner)
        whose = _team_name(self._snapshot, objective.team) or owner
        detail = joined(tr("Key result"), whose)
        entry = Entry("gauge", row.title, self._going(item), spans, detail)
        return entry.scored(self._bridge.scores.item(item))

    def _note(self, check_in: int, spans: Spans) -> Entry:
        row = self._snapshot.get(CHECK_IN, check_in)
        text, spans = quoted(row.note, spans)
        who = _first_name(self._snapshot, row.author)
        when = ", ".join(part for part in (short_date(row.date), who) if part)
        go = self._going(row.key_result)
        return Entry("message-square", text, go, spans, joined(tr("Note"), when))

    def _comment(self, comment: int, spans: Spans) -> Entry:
        row = self._snapshot.get(COMMENT, comment)
        text, spans = quoted(row.text, spans)
        initiative = self._snapshot.find(INITIATIVE, row.initiative)
        above = (row,) if initiative is None else (row, initiative)
        items = (item for place in above for item in (place.objective, place.key_result))
        go = self._going(next((item for item in items if item is not None), None))
        detail = joined(tr("Comment"), _first_name(self._snapshot, row.author))
        return Entry("message-square", text, go, spans, detail)

    def _person(self, person: int, spans: Spans) -> Entry:
        row = self._snapshot.get(PERSON, person)
        count = len(self._snapshot.child_ids(OBJECTIVE, "owner", person))
        detail = joined(tr("Person"), said(Message("%n objective(s)", count=count)))
        go = partial(going.filter_tree, self._desk, asking("owner", row.name))
        return Entry("circle-user", row.name, go, spans, detail)

    def _team(self, team: int, spans: Spans) -> Entry:
        row = self._snapshot.get(TEAM, team)
        count = len(self._snapshot.child_ids(OBJECTIVE, "team", team))
        detail = joined(tr("Team"), said(Message("%n objective(s)", count=count)))
        go = partial(going.filter_tree, self._desk, asking("team", row.name))
        return Entry("users", row.name, go, spans, detail)

    def _cycle(self, cycle: int, spans: Spans) -> Entry:
        row = self._snapshot.get(CYCLE, cycle)
        days = f"{short_date(row.start)} – {short_date(row.end, year=True)}"
        go = partial(going.choose_cycle, self._desk, cycle)
        return Entry("calendar", row.name, go, spans, joined(tr("Cycle"), days))

    def _kpi(self, kpi: int, spans: Spans) -> Entry:
        line = kpi_line(self._snapshot, kpi, self._bridge.today)
        detail = joined(tr("KPI"), value_words(line.kpi, line.value))
        go = partial(going.go_to_kpi, self._desk, kpi)
        return Entry("activity", line.kpi.name, go, spans, detail)

    def _going(self, item: int | None) -> Callable[[], None]:
        return partial(going.go, self._desk, item)

    def _last_value(self, key_result: int) -> str:
        score = self._bridge.scores.key_result(key_result)
        value = current_text(self._bridge, key_result)
        if score.last_check_in is None or not value:
            return tr("First check-in")
        words = tr("Last value {value}, {status}")
        return words.format(value=value, status=status_word(score.status or "not_started"))


def title_of(snapshot: Snapshot, item: int) -> str:
    """The title of an objective or key result."""
    row = row_of(snapshot, item)
    return "" if row is None else row.title


def asking(word: str, name: str) -> str:
    """The query for items of a person or a team, as text."""
    return query_text(Query((Condition(word, (name,)),)))


def _name(snapshot: Snapshot, person: int | None) -> str:
    row = snapshot.find(PERSON, person)
    return "" if row is None else row.name


def _first_name(snapshot: Snapshot, person: int | None) -> str:
    return _name(snapshot, person).partition(" ")[0]


def _team_name(snapshot: Snapshot, team: int | None) -> str:
    row = snapshot.find(TEAM, team)
    return "" if row is None else row.name
