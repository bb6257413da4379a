"""How bold were we? Grades in ten columns; most between 0.6 and 0.7 is a good sign."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from okrdesk.charts.chart import Table
from okrdesk.charts.counted import Band, CountedData, column_table, counted, draw_columns
from okrdesk.charts.palette import Palette
from okrdesk.text import Catalogue, Message

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_BOLD = (6, 7)
"""The columns of the grades that say the goals were bold and most of them delivered."""


class GradeHistogram:
    """Grades from 0.0 to 1.0; the last column holds 0.9 and 1.0."""

    id = "grade_histogram"
    question = Message("How bold were we?")

    def data(self, counts: Sequence[int], catalogue: Catalogue) -> CountedData:
        """``counts``: how many have a grade of 0.0, 0.1 and so on; ten of them."""
        labels = [catalogue.number(place / 10, 1) for place in range(9)]
        labels.append(catalogue("{grade}+", grade=catalogue.number(0.9, 1)))
        head = (catalogue("Grade"), catalogue("How many"))
        band = Band(*_BOLD, catalogue("Bold and good"))
        return counted(counts, labels, head, band, catalogue)

    def example(self) -> CountedData:
        """Twenty-one key results of a quarter."""
        return self.data((1, 0, 1, 2, 1, 3, 5, 4, 2, 2), Catalogue())

    def draw(self, figure: "Figure", data: CountedData, palette: Palette) -> None:
        """Draws into an empty figure."""
        draw_columns(figure, data, palette)

    def table(self, data: CountedData) -> Table:
        """A row for each grade."""
        return column_table(data)

    def describe(self, data: CountedData) -> Message:
        """How many are in the band."""
        if not data.total:
            return Message("No grades yet.")
        inside = sum(data.columns[place].count for place in range(_BOLD[0], _BOLD[1] + 1))
        return Message(
            "%n (grade|grades), {inside} of them 0.6 or 0.7.", {"inside": inside}, data.total
        )
