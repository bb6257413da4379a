"""Text as people wrote it, with its links to be followed; nothing else in it is ever markup."""

import re
from html import escape

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSizePolicy

from okrdesk.ui.look import Look, TextLabel
from okrdesk.ui.theme import TextRole

_LINK = re.compile(r"\b(?:https?://|mailto:)[^\s<>\"“”]+", re.IGNORECASE)
_SCHEMES = ("http", "https", "mailto")
_TAIL = ".,;:!?)]}’'"
"""What ends a sentence and not a link."""


class LinkedText(TextLabel):
    """As many lines as the text needs; links take a click, or Tab and Enter."""

    def __init__(self, look: Look) -> None:
        super().__init__(look.themes, "", TextRole.BODY, "")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setOpenExternalLinks(False)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.linkActivated.connect(follow)

    def show_text(self, text: str) -> None:
        """Shows another text."""
        flags = Qt.TextInteractionFlag
        plain, linked = flags.TextSelectableByMouse, flags.TextBrowserInteraction
        rich = with_links(text)
        self.setTextInteractionFlags(linked if "<a " in rich else plain)
        self.setText(rich)
        self.setAccessibleName(text)


def with_links(text: str) -> str:
    """The text as rich text: everything escaped, addresses of the web and of mail as links."""
    parts, end = [], 0
    for found in _LINK.finditer(text):
        address = found[0].rstrip(_TAIL)
        parts.append(_plain(text[end : found.start()]))
        parts.append(f'<a href="{escape(address)}">{escape(address)}</a>')
        end = found.start() + len(address)
    return "".join((*parts, _plain(text[end:])))


def follow(address: str) -> bool:
    """Opens a link with the system's program for it; any other kind of address is left alone."""
    url = QUrl(address)
    return url.scheme().lower() in _SCHEMES and QDesktopServices.openUrl(url)


def _plain(text: str) -> str:
    return escape(text).replace("\n", "<br>")
