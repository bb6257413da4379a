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
