"""The page as plain text, for paper."""

from collections.abc import Mapping, Sequence


def paper_text(parts: Mapping[str, Sequence[str]]) -> str:
    """Each part under its heading, a line for each of its lines."""
    blocks = (
        "\n".join((title, *(f"  {line}" for line in lines or ("—",))))
        for title, lines in parts.items()
    )
    return "\n\n".join(blocks)
