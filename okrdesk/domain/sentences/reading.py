"""What a sentence says about a key result, how sure that is, and where in the text it stands."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple


class Form(StrEnum):
    """What was recognised."""

    NOTHING = "nothing"
    """No number yet."""
    FROM_TO = "from_to"
    TARGET = "target"
    """A count or an amount that begins at 0."""
    LEVEL = "level"
    """A target without a start: it is not guessed."""
    LIMIT = "limit"
    RANGE = "range"
    RELATIVE = "relative"
    """A change without either end, as in "by 20 %": nothing to measure from."""
    DONE_OR_NOT = "done_or_not"


class Sureness(StrEnum):
    """How much of a reading stands in the sentence."""

    WRITTEN = "written"
    """Every part of it is written there."""
    LIKELY = "likely"
    """A part was filled in: the start of a count, or that something is done or not."""
    DOUBTFUL = "doubtful"
    """It can be read in another way, too."""
    NONE = "none"


class Role(StrEnum):
    """What a piece of the text stands for."""

    START = "start"
    TARGET = "target"
    LOW = "low"
    HIGH = "high"
    CHANGE = "change"
    DUE = "due"


class Span(NamedTuple):
    """A piece of the text, ``text[start:end]``."""

    role: Role
    start: int
    end: int


class Reading(NamedTuple):
    """The fields of a key result that a sentence gives; None where it says nothing."""

    form: Form = Form.NOTHING
    sureness: Sureness = Sureness.NONE
    kind: str | None = None
    """The id of a member of ``key_results.KINDS``; None: no number yet."""
    start: Decimal | None = None
    target: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    change: Decimal | None = None
    """By how much, where only that is written; never an end."""
    unit: str = ""
    """A unit, "%", or an ISO 4217 code for a currency."""
    decimals: int = 0
    due: date | None = None
    spans: tuple[Span, ...] = ()
    """In the order of the text; they do not overlap."""

    @property
    def fields(self) -> dict[str, Any]:
        """What ``create_key_result`` gets: nothing that the sentence does not say."""
        fields: dict[str, Any] = {}
        if self.kind is not None:
            given = {
                name: getattr(self, name)
                for name in ("kind", "start", "target", "low", "high")
                if getattr(self, name) is not None
            }
            fields = {**given, "unit": self.unit, "decimals": self.decimals}
        return fields if self.due is None else {**fields, "due": self.due}
