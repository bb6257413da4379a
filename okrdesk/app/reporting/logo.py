"""A picture of an organisation for its reports: checked when it is chosen, embedded when used."""

from base64 import b64encode
from pathlib import Path

from okrdesk.domain.errors import UserError
from okrdesk.text import Message

LARGEST = 1_000_000
"""In bytes; a logo is small in print."""
_KINDS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def logo_svg(path: Path) -> str:
    """The picture as SVG, with what is no SVG embedded in one.

    Raises UserError for a file that cannot be read, is too large, or is no PNG, JPEG or SVG.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise UserError(Message("A logo may have at most 1 MB. Choose a smaller picture."))
        content = path.read_bytes()
    except OSError:
        text = "The logo {name} cannot be read. Choose a picture in the settings, under Report."
        raise UserError(Message(text, {"name": path.name})) from None
    kind = next((kind for head, kind in _KINDS.items() if content.startswith(head)), None)
    if kind is None:
        return _drawn(content, path)
    data = b64encode(content).decode()
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'<image width="100" height="100" href="data:{kind};base64,{data}"/></svg>'
    )


def _drawn(content: bytes, path: Path) -> str:
    text = content.decode("utf-8", errors="replace")
    if "<svg" not in text[:2000]:
        words = "{name} is no picture that can be used. Choose a PNG, JPEG or SVG file."
        raise UserError(Message(words, {"name": path.name}))
    return text
