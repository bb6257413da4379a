"""What a report says, ready to be typeset: words in the report's language and plain ratios.

Every string is final: numbers, dates and sentences are already in the language of the report,
which may differ from that of the screen. Ratios are 0.0 at the start and 1.0 at the target.
``status`` ids are those of the command line (``on_track`` …) and, for KPIs, ``on_target``,
``near`` and ``off``.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Paper(Enum):
    """The sheet."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words of the pages, in the report's language."""

    in_short: str
    progress_chart: str
    objective: str
    progress: str
    status: str
    confidence: str
    owner: str
    legend: str
    key_results: str
    key_result: str
    start: str
    now: str
    target: str
    how_it_moved: str
    notes: str
    initiatives: str
    done: str
    open: str
    kpis_to_move: str
    attention: str
    nothing_to_attend: str
    why: str
    kpis: str
    kpi: str
    trend: str
    measured: str
    expected: str
    page: str
    """With ``{page}`` and ``{pages}``, which the typesetter fills in."""


@dataclass(frozen=True, slots=True)
class Status:
    """A status: its id gives shape and colour, the word is printed beside it."""

    id: str
    word: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A progress bar; ``ratio`` None draws an empty track, ``expected`` None no mark."""

    ratio: float | None
    expected: float | None
    text: str
    """The printed number, such as “64%”, or “—”."""
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the cover's numbers."""

    value: str
    name: str
    note: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A line of “In short”: a bold beginning and the rest."""

    lead: str
    rest: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A vector picture and what it says in words."""

    svg: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """An objective in a table. ``icon``: mountain, target, users or user."""

    icon: str
    title: str
    subtitle: str
    bar: Bar
    confidence: str
    owner: str


@dataclass(frozen=True, slots=True)
class ObjectiveTable:
    """Objectives under a heading."""

    title: str
    rows: tuple[ObjectiveRow, ...]


@dataclass(frozen=True, slots=True)
class KeyResultRow:
    """A key result in a table."""

    title: str
    start: str
    now: str
    target: str
    bar: Bar
    confidence: str
    owner: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on an axis; ``at`` is 0.0 at the axis' beginning and 1.0 at its end."""

    at: float
    text: str


Point = tuple[float, float]
"""x and y, both in the axes' 0.0 to 1.0; upwards is better."""


@dataclass(frozen=True, slots=True)
class Trend:
    """The small chart of one key result."""

    title: str
    alt: str
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    actual: tuple[Point, ...]
    expected: tuple[Point, ...]
    status: Status | None = None
    outlook: str = ""
    """Where it is heading, in a sentence; empty where there is no forecast."""


@dataclass(frozen=True, slots=True)
class Note:
    """A check-in that said something."""

    day: str
    title: str
    author: str
    text: str
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Initiative:
    """Something that is done to move a key result."""

    text: str
    done: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class KpiMove:
    """A KPI that an objective should move."""

    name: str
    text: str
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class ObjectivePage:
    """Everything about one objective."""

    breadcrumb: tuple[str, ...]
    title: str
    subtitle: str
    bar: Bar
    expected: str
    confidence: str
    key_results: tuple[KeyResultRow, ...] = ()
    trends: tuple[Trend, ...] = ()
    notes: tuple[Note, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    kpis: tuple[KpiMove, ...] = ()


@dataclass(frozen=True, slots=True)
class HigherObjective:
    """A long-term or yearly objective with its key results."""

    objective: ObjectiveRow
    key_results: tuple[KeyResultRow, ...]


@dataclass(frozen=True, slots=True)
class HigherLevel:
    """The objectives of a longer cycle and how it looks when it went well."""

    title: str
    narrative: str
    objectives: tuple[HigherObjective, ...]


@dataclass(frozen=True, slots=True)
class AttentionRow:
    """A result that wants a look, and why."""

    title: str
    subtitle: str
    why: str
    owner: str
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class KpiRow:
    """A KPI; ``points`` draw its trend, ``level`` is the height of its target there."""

    name: str
    subtitle: str
    now: str
    target: str
    measured: str
    owner: str
    points: tuple[Point, ...] = ()
    level: float | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class KpiTable:
    """KPIs under a heading."""

    title: str
    rows: tuple[KpiRow, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page."""

    organisation: str
    initial: str
    mission: str
    title: str
    subtitle: str
    figures: tuple[Figure, ...]
    sentences: tuple[Sentence, ...]
    chart: Picture | None
    tables: tuple[ObjectiveTable, ...]


@dataclass(frozen=True, slots=True)
class ReportData:
    """A progress report."""

    language: str
    """ISO 639 code, such as “en”."""
    right_to_left: bool
    paper: Paper
    grey: bool
    """Without colours, for a printer that has none."""
    day: date
    """The day of the report; the file carries it instead of a clock's time."""
    day_text: str
    author: str
    running_title: str
    """At the foot of each page."""
    labels: Labels
    cover: Cover
    higher_title: str
    higher: tuple[HigherLevel, ...]
    pages: tuple[ObjectivePage, ...]
    attention: tuple[AttentionRow, ...]
    kpis: tuple[KpiTable, ...]
    logo: str = ""
    """A picture as SVG in the place of the initial on the first page."""
