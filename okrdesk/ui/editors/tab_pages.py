"""The pages of the tabs, each loaded when it is first shown."""

from okrdesk.ui.editors.page import Page
from okrdesk.ui.editors.tools import Tools


def check_ins(tools: Tools, item: int) -> Page:
    """What was reported, newest first."""
    from okrdesk.ui.editors.check_ins_page import CheckInsPage

    return CheckInsPage(tools, item)


def details(tools: Tools, item: int) -> Page:
    """Level, cycle, team and description of an objective."""
    from okrdesk.ui.editors.details import DetailsPage

    return DetailsPage(tools, item)


def value(tools: Tools, item: int) -> Page:
    """What a key result stands at, and how it moved."""
    from okrdesk.ui.editors.value_page import ValuePage

    return ValuePage(tools, item)


def definition(tools: Tools, item: int) -> Page:
    """What a key result asks for."""
    from okrdesk.ui.editors.definition_page import DefinitionPage

    return DefinitionPage(tools, item)


def initiatives(tools: Tools, item: int) -> Page:
    """What is done to move an item."""
    from okrdesk.ui.editors.initiatives_page import InitiativesPage

    return InitiativesPage(tools, item)


def notes(tools: Tools, item: int) -> Page:
    """What people say about an item."""
    from okrdesk.ui.editors.notes_page import NotesPage

    return NotesPage(tools, item)


def alignment(tools: Tools, item: int) -> Page:
    """What an item supports and what supports it."""
    from okrdesk.ui.editors.alignment_page import AlignmentPage

    return AlignmentPage(tools, item)


def kpis(tools: Tools, item: int) -> Page:
    """The KPIs that an objective should move."""
    from okrdesk.ui.editors.kpis_page import KpisPage

    return KpisPage(tools, item)


def learning(tools: Tools, item: int) -> Page:
    """What the plan can learn from itself."""
    from okrdesk.ui.editors.learning_page import LearningPage

    return LearningPage(tools, item)


def history(tools: Tools, item: int) -> Page:
    """What was done to an item."""
    from okrdesk.ui.editors.history_page import HistoryPage

    return HistoryPage(tools, item)
