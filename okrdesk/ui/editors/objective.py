"""The inspector's page for an objective."""

from collections.abc import Callable, Iterator

from okrdesk.app import commands
from okrdesk.domain.entities import Objective
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE, ORGANISATION, TEAM
from okrdesk.domain.tree import mission_id
from okrdesk.ui.editors import tab_pages
from okrdesk.ui.editors.counts import check_ins_below, initiatives_of, kpis_of, links_of, notes_of
from okrdesk.ui.editors.details import Details, DetailsPage
from okrdesk.ui.editors.heading import Heading
from okrdesk.ui.editors.headline import Headline
from okrdesk.ui.editors.item_editor import ItemEditor
from okrdesk.ui.editors.key_result_row import KeyResultRow
from okrdesk.ui.editors.key_results_page import KeyResultsPage
from okrdesk.ui.editors.page import Tab
from okrdesk.ui.editors.percent import PercentButton
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.icons import LEVEL_ICONS
from okrdesk.ui.models.row_reader import symbol_of
from okrdesk.ui.moves import parent_item

Count = Callable[[Snapshot, int], int]


class ObjectiveEditor(ItemEditor):
    """Key results first; what is looked at less often behind the other tabs."""

    def __init__(self, tools: Tools, objective: int, first: str = "") -> None:
        super().__init__(tools, objective)
        self.heading = Heading(tools, objective)
        self.heading.renamed.connect(lambda text: self._change(title=text))
        self.heading.owner_chosen.connect(self._give)
        if not self.bridge.read_only:
            self.heading.add_check_in(self._check_in)
        self.headline = Headline(tools, objective)
        self.offer((self.heading, self.headline), list(self._offered()), first)

    @property
    def key_results(self) -> KeyResultsPage:
        """The page of the key results."""
        page = self.page("key_results")
        assert isinstance(page, KeyResultsPage)  # noqa: S101  # that is what its tab makes
        return page

    @property
    def rows(self) -> list[KeyResultRow]:
        """A row for each key result."""
        return self.key_results.rows

    @property
    def details(self) -> Details:
        """Level, cycle, team and description."""
        page = self.page("details")
        assert isinstance(page, DetailsPage)  # noqa: S101  # that is what its tab makes
        return page.details

    def refresh_head(self) -> None:
        """Shows the objective as it stands now."""
        snapshot = self.bridge.snapshot
        row, score = snapshot.get(OBJECTIVE, self.item), self.bridge.scores.objective(self.item)
        self.heading.show_item(row.title, row.owner, score.status, stale=score.stale)
        self.heading.show_path(
            LEVEL_ICONS[symbol_of(row, snapshot.find(CYCLE, row.cycle))],
            place_words(snapshot, row),
            *self._parent_words(snapshot),
        )
        self.headline.show_score(score)

    def commit(self) -> None:
        """Writes what is being typed."""
        self.heading.title.commit()
        super().commit()

    def percent(self) -> PercentButton:
        """The large percent."""
        return self.headline.percent_button

    def focus_value(self) -> None:
        """Puts the focus into the title."""
        self.heading.title.setFocus()

    def _offered(self) -> Iterator[Tab]:
        yield Tab("key_results", self.tr("Key results"), KeyResultsPage, self._count(key_results))
        yield Tab(
            "check_ins",
            self.tr("Check-ins"),
            tab_pages.check_ins,
            self._count(check_ins_below),
        )
        yield Tab(
            "initiatives",
            self.tr("Initiatives"),
            tab_pages.initiatives,
            self._count(initiatives_of),
        )
        yield Tab("notes", self.tr("Notes"), tab_pages.notes, self._count(notes_of))
        yield Tab("alignment", self.tr("Alignment"), tab_pages.alignment, self._count(links_of))
        yield Tab("kpis", self.tr("KPIs"), tab_pages.kpis, self._count(kpis_of))
        yield Tab("details", self.tr("Details"), tab_pages.details)
        yield Tab("history", self.tr("History"), tab_pages.history)

    def _count(self, count: Count) -> Callable[[], int]:
        return lambda: count(self.bridge.snapshot, self.item)

    def _give(self, person: int | str | None) -> None:
        self.bridge.attempt(commands.give_owner, [self.item], person)
        self.refresh_head()

    def _change(self, **fields: object) -> None:
        self.bridge.attempt(commands.change_objective, self.item, **fields)
        self.refresh_head()

    def _check_in(self) -> None:
        """Asks about the key result that is worked on; without one it offers to write one."""
        key_result = self.key_results.current
        if key_result is None:
            self.tools.key_result_wanted.emit(self.item)
        else:
            self.tools.check_in_wanted.emit(key_result)

    def _parent_words(self, snapshot: Snapshot) -> tuple[str, tuple[int, str] | None]:
        parent = parent_item(snapshot, self.item)
        if parent is None:
            return self.tr("Not aligned"), None
        if parent == mission_id(snapshot):
            mission = snapshot.get(ORGANISATION, parent).mission or self.tr("Mission")
            return self.tr("Supports"), (parent, mission)
        row = snapshot.find(OBJECTIVE, parent) or snapshot.get(KEY_RESULT, parent)
        return self.tr("Supports"), (parent, row.title)


def key_results(snapshot: Snapshot, objective: int) -> int:
    """How many key results an objective has."""
    return len(snapshot.child_ids(KEY_RESULT, "objective", objective))


def place_words(snapshot: Snapshot, row: Objective) -> str:
    """Team and cycle, "Customer Care · Q3 2026"."""
    team, cycle = snapshot.find(TEAM, row.team), snapshot.find(CYCLE, row.cycle)
    parts = [team.name if team else "", cycle.name if cycle else ""]
    return " · ".join(part for part in parts if part)
