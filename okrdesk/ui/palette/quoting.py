"""Texts of an entry: quotations cut around what was found, and facts joined to a caption."""

from okrdesk.app.finding import Span

_BEFORE, _QUOTED = 24, 70
"""Letters of a note that are shown before what was found, and in all."""

Spans = tuple[Span, ...]


def joined(*parts: str) -> str:
    """``Key result · Customer Care``, without the parts that are empty."""
    return " · ".join(part for part in parts if part)


def moved(spans: Spans, by: int) -> Spans:
    """The spans in a text that begins so many letters earlier."""
    return tuple(Span(span.start + by, span.end + by) for span in spans)


def clipped(spans: Spans, length: int) -> Spans:
    """The spans inside a text of that length."""
    inside = (Span(max(0, span.start), min(span.end, length)) for span in spans)
    return tuple(span for span in inside if span.start < span.end)


def quoted(text: str, spans: Spans) -> tuple[str, Spans]:
    """A note as ``“…all churn calls…”`` in one line, with what was found in sight."""
    line = "".join(" " if letter.isspace() else letter for letter in text)
    first = spans[0].start if spans else 0
    start = 0 if first <= _BEFORE else line.rfind(" ", 0, first - _BEFORE // 2) + 1
    part = line[start : start + _QUOTED].rstrip()
    before = "“…" if start else "“"
    after = "…”" if start + len(part) < len(line.rstrip()) else "”"
    inside = clipped(moved(spans, -start), len(part))
    return f"{before}{part}{after}", moved(inside, len(before))
