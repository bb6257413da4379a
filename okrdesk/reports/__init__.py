"""Reports: what they say (``data``) and one file for each format."""

from okrdesk.reports.format import Format
from okrdesk.reports.pdf import Pdf

FORMATS: tuple[Format, ...] = (Pdf(),)
"""All formats; a new one is a new file and one entry here."""
