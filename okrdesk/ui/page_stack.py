"""Pages of which one is seen, each made when it is first shown."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget

from okrdesk.ui.page import Page


class PageStack(QStackedWidget):
    """Shows a page by its id; ``make`` makes one, and raises KeyError for an unknown id."""

    def __init__(self, make: Callable[[str], Page]) -> None:
        super().__init__()
        self._make = make
        self._made: dict[str, Page] = {}
        self.shown = ""
        """The id of the page that is seen; empty before the first."""

    @property
    def page(self) -> Page | None:
        """The page that is seen."""
        return self._made.get(self.shown)

    def show_page(self, page_id: str) -> Page:
        """Goes to a page; what is being typed on the last one is written."""
        if page_id == self.shown:
            return self._made[page_id]
        self.commit()
        if page_id not in self._made:
            self._made[page_id] = self._make(page_id)
            self.addWidget(self._made[page_id].widget)
        page = self._made[page_id]
        self.shown = page_id
        page.refresh()
        self.setCurrentWidget(page.widget)
        return page

    def forget(self) -> None:
        """Lets every page go, so that it is made anew."""
        for page in self._made.values():
            self.removeWidget(page.widget)
            page.widget.deleteLater()
        self._made.clear()
        self.shown = ""

    def refresh(self) -> None:
        """Brings the page that is seen in line with the plan."""
        if self.page is not None:
            self.page.refresh()

    def commit(self) -> None:
        """Writes what is being typed."""
        if self.page is not None:
            self.page.commit()
