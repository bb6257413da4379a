"""The words, numbers and days of a chart, as the rest of the window writes them."""

from datetime import date

from okrdesk.text import Catalogue, Message
from okrdesk.ui.translation import said, short_date


class ScreenCatalogue(Catalogue):
    """A catalogue in the language of the screen."""

    def text(self, message: Message) -> str:
        return said(message)

    def day(self, day: date) -> str:
        return short_date(day)
