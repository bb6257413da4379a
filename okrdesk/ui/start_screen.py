"""The first page as one of the pages of the frame."""

from PySide6.QtWidgets import QWidget

from okrdesk.ui.desk import Desk
from okrdesk.ui.pages.start import StartPage, start_ways
from okrdesk.ui.translation import tr


class StartScreen:
    """The first page, with the plans of this computer and what follows an answer."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.page = StartPage(desk.look, start_ways(desk.action))
        self.page.begun.connect(self._begin)
        self.page.recent_chosen.connect(desk.session.open)

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self.page

    def refresh(self) -> None:
        """Shows the recent plans and where a new one would be."""
        session = self._desk.session
        self.page.show_recent(session.recent())
        self.page.show_place(str(session.free_path(tr("My plan"))))

    def commit(self) -> None:
        """Nothing: what is typed here is no plan yet."""

    def focus(self) -> None:
        """Puts the caret into the field."""
        self.page.focus_entry()

    def state(self) -> None:
        """Nothing."""

    def restore(self, state: object) -> None:
        """Nothing."""

    def _begin(self, title: str) -> None:
        """Makes the plan, and asks at once for the first key result."""
        objective = self._desk.session.begin(title)
        plan = self._desk.plan
        if objective is not None and plan is not None:
            self.page.entry.clear()
            plan.select(objective)
            plan.draft_key_result(objective)
