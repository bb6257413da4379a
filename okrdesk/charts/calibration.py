"""Does confidence foretell results? Share achieved against confidence, and the Brier score."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from okrdesk.charts.axes import FAMILY, end_label, fitted_box, plain_axes, stroke
from okrdesk.charts.chart import Line, Scale, Table, Tick
from okrdesk.charts.palette import Palette
from okrdesk.domain.calibration import LEAST, Bin, Calibration
from okrdesk.domain.rounding import rounded, whole_percent
from okrdesk.text import Catalogue, Message

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_PLACES = 2
_BELOW_TITLE = 0.86
_LOW = 0.1
"""A share below this has its number above, where the labels of the axis are not."""


class CalibrationSource(NamedTuple):
    """``found``: None until there are twenty graded key results; ``graded``: how many there are."""

    found: Calibration | None
    graded: int


@dataclass(frozen=True, slots=True)
class Mark:
    """One level of confidence: how often it came true, and of how many key results."""

    at: float
    share: float
    number: str


@dataclass(frozen=True, slots=True)
class CalibrationData:
    """Both axes from 0 to 1."""

    marks: tuple[Mark, ...]
    perfect: Line
    across: Scale
    up: Scale
    title: str
    """The score; empty without one."""
    brier: str
    """The score and how to read it."""
    missing: int
    """How many graded key results are still wanted."""
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class CalibrationChart:
    """Points on the dashed line kept their word; below it hope was larger than the result."""

    id = "calibration"
    question = Message("Does confidence foretell results?")

    def data(self, source: CalibrationSource, catalogue: Catalogue) -> CalibrationData:
        """``source`` in the words of ``catalogue``."""
        bins = source.found.bins if source.found else ()
        title = brier = ""
        if source.found:
            score = catalogue.number(rounded(source.found.brier, _PLACES), _PLACES)
            title = catalogue("Brier score {score}", score=score)
            brier = catalogue("Brier score {score} (0 is perfect, 0.25 is guessing)", score=score)
        quarters = (0.0, 0.25, 0.5, 0.75, 1.0)
        up = tuple(Tick(at, catalogue.percent(whole_percent(at))) for at in quarters)
        across = tuple(Tick(at / 10, catalogue.number(at)) for at in range(2, 11, 2))
        return CalibrationData(
            marks=tuple(Mark(b.probability, b.share, catalogue.number(b.results)) for b in bins),
            perfect=Line(catalogue("As foretold"), ((0.0, 0.0), (1.0, 1.0))),
            across=Scale(0.0, 1.0, across),
            up=Scale(0.0, 1.0, up),
            title=title,
            brier=brier,
            missing=0 if source.found else LEAST - source.graded,
            head=(catalogue("Confidence"), catalogue("Achieved"), catalogue("Key results")),
            rows=tuple(
                (
                    catalogue.number(rounded(b.probability * 10)),
                    catalogue.percent(whole_percent(b.share)),
                    catalogue.number(b.results),
                )
                for b in bins
            ),
        )

    def example(self) -> CalibrationData:
        """A hopeful plan."""
        given = ((0.3, 0.0, 3), (0.5, 0.25, 4), (0.6, 0.5, 6), (0.7, 0.6, 10), (0.9, 0.75, 8))
        found = Calibration(0.19, tuple(Bin(*one) for one in given), 31)
        return self.data(CalibrationSource(found, 31), Catalogue())

    def draw(self, figure: "Figure", data: CalibrationData, palette: Palette) -> None:
        """Draws into an empty figure."""
        left, bottom, width, height = fitted_box(figure, palette, data.up, [data.perfect.label])
        box = (left, bottom, width, height * _BELOW_TITLE)
        axes = plain_axes(figure, palette, (data.across, data.up), box)
        stroke(axes, data.perfect.points, palette.text_2, linewidth=1.1, linestyle=(0, (4, 3)))
        end_label(axes, data.perfect, palette)
        for mark in data.marks:
            _mark(axes, mark, palette)
        if data.title:
            _score(axes, data.title, palette)

    def table(self, data: CalibrationData) -> Table:
        """A row for each level of confidence."""
        return Table(data.head, data.rows)

    def describe(self, data: CalibrationData) -> Message:
        """The score, or how many key results it still wants."""
        if data.missing:
            return Message("This takes %n more graded key result(s).", count=data.missing)
        confidence, achieved, results = data.rows[-1]
        return Message(
            "{brier}. Of confidence {confidence}, {achieved} of {results} were achieved.",
            {
                "brier": data.brier,
                "confidence": confidence,
                "achieved": achieved,
                "results": results,
            },
        )


def _mark(axes: "Axes", mark: Mark, palette: Palette) -> None:
    axes.plot(
        mark.at,
        mark.share,
        color=palette.series[0],
        marker="o",
        markersize=0.75 * palette.text_size,
        markeredgecolor=palette.surface,
        clip_on=False,
        zorder=3,
    )
    axes.annotate(
        mark.number,
        (mark.at, mark.share),
        xytext=(0.75 * palette.text_size, 0.0),
        textcoords="offset points",
        va="bottom" if mark.share < _LOW else "top",
        annotation_clip=False,
        color=palette.text_2,
        fontsize=palette.text_size,
        fontfamily=FAMILY,
    )


def _score(axes: "Axes", words: str, palette: Palette) -> None:
    axes.annotate(
        words,
        (0, 1),
        xytext=(0, 0.75 * palette.text_size),
        textcoords="offset points",
        va="bottom",
        annotation_clip=False,
        color=palette.text,
        fontsize=palette.text_size,
        fontweight="bold",
        fontfamily=FAMILY,
    )
