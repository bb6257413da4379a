"""How many of each? One stacked bar, and a list with shape, word, count and share."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from okrdesk.charts.chart import Table
from okrdesk.charts.palette import Palette
from okrdesk.charts.plate import Plate
from okrdesk.domain.rounding import whole_percent
from okrdesk.domain.words import STATUS_WORDS, Status
from okrdesk.text import Catalogue, Message

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_HATCHES = {"behind": "////", "at_risk": "xxxx", "not_started": "....", "achieved": "----"}
"""What tells the parts apart where colour does not; what is on track stays plain."""
_BAR = 1.9
_LINE = 2.1
"""Height of the bar and of a line of the list, in sizes of text."""


@dataclass(frozen=True, slots=True)
class StatusPart:
    """One status: its id, its word, and how many have it."""

    status: str
    word: str
    count: int
    number: str
    share: str


@dataclass(frozen=True, slots=True)
class StatusBarData:
    """The parts that are there, in the order of the statuses."""

    parts: tuple[StatusPart, ...]
    total: int
    head: tuple[str, ...]
    summary: str
    """All parts in a row of words."""


class StatusBar:
    """Where status comes from rules, so that the bar can be trusted at a glance."""

    id = "status_bar"
    question = Message("Status of key results")

    def data(self, counts: Mapping[Status, int], catalogue: Catalogue) -> StatusBarData:
        """``counts`` by status, in the order in which they are shown; empty ones are left out."""
        total = sum(counts.values())
        parts = tuple(
            StatusPart(
                status.value,
                catalogue.text(STATUS_WORDS[status]),
                count,
                catalogue.number(count),
                catalogue.percent(whole_percent(count / total)),
            )
            for status, count in counts.items()
            if count
        )
        words = [
            catalogue("{status}: {number} ({share})", status=p.word, number=p.number, share=p.share)
            for p in parts
        ]
        head = (catalogue("Status"), catalogue("Key results"), catalogue("Share"))
        return StatusBarData(parts, total, head, ", ".join(words))

    def example(self) -> StatusBarData:
        """A quarter with three results at risk."""
        counts = {
            Status.ON_TRACK: 13,
            Status.BEHIND: 3,
            Status.AT_RISK: 3,
            Status.NOT_STARTED: 1,
            Status.ACHIEVED: 1,
        }
        return self.data(counts, Catalogue())

    def draw(self, figure: "Figure", data: StatusBarData, palette: Palette) -> None:
        """Draws into an empty figure."""
        plate, size = Plate(figure, palette), palette.text_size
        if not data.total:
            plate.box((0, 0), (plate.width, _BAR * size), palette.track)
            return
        _bar(plate, data)
        y = (_BAR + 1.6) * size
        for part in data.parts:
            _line(plate, part, y)
            y += _LINE * size

    def table(self, data: StatusBarData) -> Table:
        """A row for each status."""
        return Table(data.head, tuple((p.word, p.number, p.share) for p in data.parts))

    def describe(self, data: StatusBarData) -> Message:
        """All of them in one sentence."""
        if not data.total:
            return Message("No key results yet.")
        return Message("%n key result(s). {parts}.", {"parts": data.summary}, data.total)


def _bar(plate: Plate, data: StatusBarData) -> None:
    palette, gap = plate.palette, 1.5
    room = plate.width - gap * (len(data.parts) - 1)
    x = 0.0
    for part in data.parts:
        width = room * part.count / data.total
        hatch = _HATCHES.get(part.status) if palette.distinct else None
        fill = palette.statuses[part.status]
        plate.box((x, 0), (width, _BAR * palette.text_size), fill, hatch=hatch)
        x += width + gap


def _line(plate: Plate, part: StatusPart, y: float) -> None:
    palette, size = plate.palette, plate.palette.text_size
    share, count = plate.width, plate.width - 4.2 * size
    plate.mark(0.9 * size, y, part.status)
    plate.write(part.word, 2.2 * size, y, palette.text, room=count - 5 * size)
    plate.write(part.number, count, y, palette.text, side="right", bold=True)
    plate.write(part.share, share, y, palette.text_2, side="right")
