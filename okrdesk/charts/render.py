"""Figures without pyplot, and their bytes."""

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from okrdesk import assets
from okrdesk.charts.chart import Chart, D
from okrdesk.charts.palette import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_POINTS_PER_INCH = 72


def new_figure(width: float, height: float) -> "Figure":
    """An empty figure of that many points, with our font at hand."""
    from matplotlib.figure import Figure

    _load_fonts()
    return Figure(figsize=(width / _POINTS_PER_INCH, height / _POINTS_PER_INCH), facecolor="none")


def to_svg(chart: Chart[D], data: D, palette: Palette, size: tuple[float, float]) -> bytes:
    """The chart as SVG of ``size`` points; the same data gives the same bytes.

    Text stays text in the font Inter, to be set by whatever shows the picture.
    """
    import matplotlib as mpl

    out = BytesIO()
    figure = new_figure(*size)
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": chart.id}):
        chart.draw(figure, data, palette)
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return out.getvalue()


def to_png(
    chart: Chart[D], data: D, palette: Palette, size: tuple[float, float], dpi: float = 144.0
) -> bytes:
    """The chart as PNG of ``size`` points, on the colour of the surface."""
    out = BytesIO()
    figure = new_figure(*size)
    chart.draw(figure, data, palette)
    figure.savefig(
        out, format="png", dpi=dpi, facecolor=palette.surface, metadata={"Software": None}
    )
    return out.getvalue()


def load() -> None:
    """Loads all that drawing for a screen needs, so that the first picture comes at once."""
    from matplotlib.backends import backend_agg  # noqa: F401  # loading it is what is wanted

    new_figure(1, 1)


class Pixels(NamedTuple):
    """A picture as rows of red, green, blue and alpha, a byte each."""

    width: int
    height: int
    data: bytes


def to_pixels(
    chart: Chart[D], data: D, palette: Palette, size: tuple[float, float], scale: float
) -> Pixels:
    """The chart for a screen, on nothing: ``size`` in points, which are its logical pixels.

    ``scale``: device pixels for each of them, so that it is sharp on any screen.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure = new_figure(*size)
    figure.set_dpi(_POINTS_PER_INCH * scale)
    canvas = FigureCanvasAgg(figure)
    chart.draw(figure, data, palette)
    canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib gives no types here
    width, height = canvas.get_width_height()
    return Pixels(width, height, bytes(canvas.buffer_rgba()))  # type: ignore[no-untyped-call]  # nor does it here


@cache
def _load_fonts() -> None:
    """Makes Inter known to matplotlib, once."""
    from matplotlib import font_manager

    for path in sorted(assets.resource("fonts").glob("Inter-*.otf")):
        font_manager.fontManager.addfont(path)
