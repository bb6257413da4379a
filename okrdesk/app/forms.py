"""What a form needs to know of a setting, so that no form is written by hand."""

from collections.abc import Mapping
from enum import Enum, StrEnum
from typing import Any, NamedTuple

from okrdesk.text import Message


class Section(StrEnum):
    """The pages of the settings, in their order."""

    GENERAL = "general"
    CYCLE = "cycle"
    STATUS = "status"
    PEOPLE = "people"
    FILE = "file"
    SHORTCUTS = "shortcuts"
    ACCESSIBILITY = "accessibility"
    REPORT = "report"


SECTIONS: Mapping[Section, Message] = {
    Section.GENERAL: Message("General"),
    Section.CYCLE: Message("Cycle and levels"),
    Section.STATUS: Message("Status rules"),
    Section.PEOPLE: Message("Teams and people"),
    Section.FILE: Message("File"),
    Section.SHORTCUTS: Message("Shortcuts"),
    Section.ACCESSIBILITY: Message("Accessibility"),
    Section.REPORT: Message("Report"),
}
"""What people read for a section."""


class Kind(Enum):
    """What a value is entered with."""

    CHOICE = "choice"
    SWITCH = "switch"
    NUMBER = "number"
    TEXT = "text"
    PICTURE = "picture"
    """A file, by its path."""


class Form(NamedTuple):
    """How a setting stands in a form: where, with which editor, and a line of help."""

    section: Section
    kind: Kind
    help: Message | None = None
    group: Message | None = None
    """The heading above it; settings in a row with the same one share a card."""
    choices: tuple[tuple[Any, Message], ...] = ()
    """For a choice: the values and what people read for them."""
    low: int = 0
    high: int = 0
    step: int = 1
    unit: str = ""
    """For a number: its range, both ends included, the step of its arrows, and its sign."""
    placeholder: Message | None = None
    """For a text: what an empty one stands for."""
