"""The kinds of key results: one file or class more and a line in KINDS adds one."""

from okrdesk.domain.key_results.control import AtLeast, AtMost, Control, Range
from okrdesk.domain.key_results.kind import Field, Kind, Place, Ratio, Reading, Reason, Sample
from okrdesk.domain.key_results.numeric import Numeric
from okrdesk.domain.key_results.stepwise import (
    Baseline,
    Milestones,
    Rubric,
    YesNo,
    chosen_zone,
    done_steps,
)

__all__ = [
    "KINDS",
    "Control",
    "Field",
    "Kind",
    "Milestones",
    "Place",
    "Ratio",
    "Reading",
    "Reason",
    "Rubric",
    "Sample",
    "chosen_zone",
    "done_steps",
    "kind",
]

KINDS: tuple[Kind, ...] = (
    Numeric("number"),
    Numeric("percent"),
    Numeric("currency"),
    Numeric("ratio"),
    Numeric("duration"),
    AtLeast(),
    AtMost(),
    Range(),
    Milestones(),
    YesNo(),
    Rubric(),
    Baseline(),
)


_BY_ID = {of_kind.id: of_kind for of_kind in KINDS}


def kind(kind_id: str) -> Kind:
    """The kind with that id; KeyError when there is none."""
    return _BY_ID[kind_id]
