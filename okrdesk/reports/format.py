"""A report format turns the data of a report into the bytes of a file."""

from typing import Protocol

from okrdesk.reports.data import ReportData


class Format(Protocol):
    """One kind of file that a report can be handed out as."""

    @property
    def id(self) -> str:
        """The name on the command line, such as “pdf”."""

    @property
    def suffix(self) -> str:
        """The end of the file's name, with its dot."""

    @property
    def media_type(self) -> str:
        """As in RFC 6838, such as “application/pdf”."""

    def render(self, data: ReportData) -> bytes:
        """The whole file. The same data gives the same bytes on every day and computer."""
