"""The inspector's page for a key result."""

from collections.abc import Callable, Iterator
from functools import partial

from okrdesk.app import commands
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE
from okrdesk.ui.editors import tab_pages
from okrdesk.ui.editors.counts import check_ins_below, initiatives_of, links_of, notes_of
from okrdesk.ui.editors.definition_page import DefinitionPage
from okrdesk.ui.editors.heading import Heading
from okrdesk.ui.editors.headline import Headline
from okrdesk.ui.editors.item_editor import ItemEditor
from okrdesk.ui.editors.kind_form import KindForm
from okrdesk.ui.editors.page import Tab
from okrdesk.ui.editors.percent import PercentButton
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.editors.value import ValueEditor
from okrdesk.ui.editors.value_page import ValuePage


class KeyResultEditor(ItemEditor):
    """The value first; what it asks for and what was said about it behind the other tabs."""

    def __init__(self, tools: Tools, key_result: int, first: str = "") -> None:
        super().__init__(tools, key_result)
        self.heading = Heading(tools, key_result)
        self.heading.renamed.connect(lambda text: self._change(title=text))
        self.heading.owner_chosen.connect(self._give)
        if not self.bridge.read_only:
            self.heading.add_check_in(partial(tools.check_in_wanted.emit, key_result))
        self.headline = Headline(tools, key_result)
        self.offer((self.heading, self.headline), list(self._offered()), first)

    @property
    def value(self) -> ValueEditor:
        """The editor of its value."""
        page = self.page("value")
        assert isinstance(page, ValuePage)  # noqa: S101  # that is what its tab makes
        return page.value

    @property
    def form(self) -> KindForm:
        """The form of its definition."""
        page = self.page("definition")
        assert isinstance(page, DefinitionPage)  # noqa: S101  # that is what its tab makes
        return page.form

    def refresh_head(self) -> None:
        """Shows the key result as it stands now."""
        snapshot = self.bridge.snapshot
        row = snapshot.get(KEY_RESULT, self.item)
        score = self.bridge.scores.key_result(self.item)
        objective = snapshot.get(OBJECTIVE, row.objective)
        cycle = snapshot.find(CYCLE, objective.cycle)
        self.heading.show_item(row.title, row.owner, score.status, stale=score.stale)
        self.heading.show_path(
            "gauge",
            "" if cycle is None else cycle.name,
            self.tr("Part of"),
            (objective.id, objective.title),
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
        """Puts the focus where the value is set."""
        self.show_tab("value")
        self.value.focus_value()

    def _offered(self) -> Iterator[Tab]:
        yield Tab("value", self.tr("Value"), tab_pages.value)
        yield Tab(
            "check_ins",
            self.tr("Check-ins"),
            tab_pages.check_ins,
            self._count(check_ins_below),
        )
        yield Tab("definition", self.tr("Definition"), tab_pages.definition)
        yield Tab(
            "initiatives",
            self.tr("Initiatives"),
            tab_pages.initiatives,
            self._count(initiatives_of),
        )
        yield Tab("notes", self.tr("Notes"), tab_pages.notes, self._count(notes_of))
        yield Tab("alignment", self.tr("Alignment"), tab_pages.alignment, self._count(links_of))
        yield Tab("history", self.tr("History"), tab_pages.history)

    def _count(self, count: Callable[[Snapshot, int], int]) -> Callable[[], int]:
        return lambda: count(self.bridge.snapshot, self.item)

    def _give(self, person: int | str | None) -> None:
        self.bridge.attempt(commands.give_owner, [self.item], person)
        self.refresh_head()

    def _change(self, **fields: object) -> None:
        self.bridge.attempt(commands.change_key_result, self.item, **fields)
        self.refresh_head()
