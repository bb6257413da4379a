"""What an item supports and what supports it, and how much of that counts."""

from okrdesk.domain.alignment import links_of, links_to, parent_of
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.ui.editors.link_row import LinkRow
from okrdesk.ui.editors.page import Page
from okrdesk.ui.editors.row_list import ListPage, ListRow
from okrdesk.ui.editors.shares_list import SharesSection
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import tr


class AlignmentPage(Page):
    """Upwards, downwards, and what the number of the item is made of."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__(tools, item)
        self.sections: list[ListPage | SharesSection] = []
        if self.bridge.snapshot.find(OBJECTIVE, item) is not None:
            self._add(self.tr("Supports"), UpLinks(tools, item, primary=True))
            self._offer("link", self.tr("Link to…"))
            self._add(self.tr("Also supports"), UpLinks(tools, item, primary=False))
            self._offer("also_support", self.tr("Also supports…"))
        self._add(self.tr("Supported by"), DownLinks(tools, item))
        if self.bridge.snapshot.find(OBJECTIVE, item) is not None:
            self._add(self.tr("What counts"), SharesSection(tools, item))
        self.refresh()

    def refresh(self) -> None:
        for section in self.sections:
            section.refresh()

    def commit(self) -> None:
        for section in self.sections:
            section.commit()

    def _add(self, heading: str, section: ListPage | SharesSection) -> None:
        section.column.setSpacing(4)
        self.column.setSpacing(6)
        if self.sections:
            self.column.addSpacing(10)
        self.column.addWidget(self.look.label(heading, TextRole.STRONG))
        self.column.addWidget(section)
        self.sections.append(section)

    def _offer(self, action: str, words: str) -> None:
        if not self.bridge.read_only:
            button = self.look.button(
                words, lambda: self.tools.action_wanted.emit(action), "link", "link"
            )
            self.column.addWidget(button)


class UpLinks(ListPage):
    """The place in the tree, or what is supported besides."""

    def __init__(self, tools: Tools, item: int, *, primary: bool) -> None:
        super().__init__(tools, item, tr("Not aligned") if primary else tr("Nothing else."))
        self._place.setSpacing(2)
        self._primary = primary

    def wanted(self) -> list[int]:
        snapshot = self.bridge.snapshot
        primary = parent_of(snapshot, self.item)
        found = links_of(snapshot, self.item)
        return [link.id for link in found if (link == primary) is self._primary]

    def made(self, row_id: int) -> ListRow:
        return LinkRow(self.tools, row_id, upwards=True)


class DownLinks(ListPage):
    """The objectives that support the item, by their place or besides."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__(tools, item, tr("No objective supports this yet."))
        self._place.setSpacing(2)

    def wanted(self) -> list[int]:
        return [link.id for link in links_to(self.bridge.snapshot, self.item)]

    def made(self, row_id: int) -> ListRow:
        return LinkRow(self.tools, row_id, upwards=False)
