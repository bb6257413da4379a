"""PDF by Typst. The only file that knows the typesetter."""

import json
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path

from okrdesk import assets
from okrdesk.reports.data import ReportData

_AGES = 11
"""Compilations after which Typst lets go of what it has not used again: more than ten."""


class Pdf:
    """A tagged PDF with its fonts inside, an outline, and text that can be searched."""

    id = "pdf"
    suffix = ".pdf"
    media_type = "application/pdf"

    def render(self, data: ReportData) -> bytes:
        """The whole file; see ``Format.render``."""
        import typst

        resources = assets.resource()
        # What people wrote travels as JSON, so that it can never act as markup. System fonts
        # stay available: Inter has no CJK, Arabic or Hebrew.
        file = typst.compile(
            resources / "templates" / "progress_report.typ",
            root=resources,
            format="pdf",
            font_paths=[resources / "fonts"],
            sys_inputs={
                "data": json.dumps(data, default=_plain),
                "chart": _chart(data),
                "logo": data.logo,
            },
            timestamp=_midnight(data.day),
        )
        _forget(resources)
        return file


def _forget(root: Path) -> None:
    """Lets Typst forget the report, of which it would keep some 20 MB ten times over.

    It counts the age of what it remembers in compilations, and those of nothing are quick.
    """
    import typst

    empty = typst.Compiler(root=root, ignore_system_fonts=True)
    for _ in range(_AGES):
        empty.compile(b" ", format="pdf")


def _chart(data: ReportData) -> str:
    return data.cover.chart.svg.decode() if data.cover.chart else ""


def _plain(value: object) -> object:
    """JSON's form of what it does not know itself."""
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return [value.year, value.month, value.day]
    return None


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
