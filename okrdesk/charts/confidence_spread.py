"""How sure are we? How many key results have a confidence of 1, of 2 and so on to 10."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from okrdesk.charts.chart import Table
from okrdesk.charts.counted import CountedData, column_table, counted, draw_columns
from okrdesk.charts.palette import Palette
from okrdesk.text import Catalogue, Message

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LOW = 4
"""Up to this a confidence is low."""


class ConfidenceSpread:
    """A mean hides two camps; the columns show them."""

    id = "confidence_spread"
    question = Message("How sure are we?")

    def data(self, counts: Sequence[int], catalogue: Catalogue) -> CountedData:
        """``counts``: how many gave 1, 2 and so on to 10."""
        labels = [catalogue.number(confidence) for confidence in range(1, len(counts) + 1)]
        head = (catalogue("Confidence"), catalogue("Key results"))
        return counted(counts, labels, head, None, catalogue)

    def example(self) -> CountedData:
        """A team of two minds."""
        return self.data((0, 1, 3, 2, 1, 0, 2, 6, 4, 1), Catalogue())

    def draw(self, figure: "Figure", data: CountedData, palette: Palette) -> None:
        """Draws into an empty figure."""
        draw_columns(figure, data, palette)

    def table(self, data: CountedData) -> Table:
        """A row for each confidence."""
        return column_table(data)

    def describe(self, data: CountedData) -> Message:
        """How many are unsure."""
        if not data.total:
            return Message("No confidence given yet.")
        low = sum(column.count for column in data.columns[:_LOW])
        return Message(
            "Confidence of %n key result(s), {low} of them {most} or lower.",
            {"low": low, "most": _LOW},
            data.total,
        )
