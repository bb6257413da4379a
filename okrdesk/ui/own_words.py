"""The window speaks with the words of its plan: "goal" wherever the program says objective."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from okrdesk.app.workspace import Update
from okrdesk.domain.tables import WORD
from okrdesk.text import english
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.desk import Desk
from okrdesk.ui.translation import said

if TYPE_CHECKING:
    from okrdesk.app.vocabulary import Vocabulary

_WHERE_WORDS_ARE_CHANGED = "settings"


class OwnWordsTranslator(QTranslator):
    """Asked before every other translator; changes what they say, or stays out of it."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self.words: Vocabulary | None = None

    def speak(self, words: "Vocabulary") -> None:
        """Puts the words of a plan in place of ours from now on."""
        self.hush()
        self.words = words
        self._application.installTranslator(self)

    def hush(self) -> None:
        """Speaks with our own words again."""
        self._application.removeTranslator(self)
        self.words = None

    def isEmpty(self) -> bool:
        """Qt passes over an empty translator."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """The text in the words of the plan; None where it says none of them."""
        if self.words is None:
            return None
        plain = self._under(context, sourceText, disambiguation or "", n)
        text = self.words(plain)
        return None if text == plain else text

    def _under(self, context: str, source: str, disambiguation: str, n: int) -> str:
        """What the program says without this translator."""
        for other in self._application.findChildren(QTranslator):
            if other is not self and (found := other.translate(context, source, disambiguation, n)):
                return found
        return english(source, None if n < 0 else n)


def translator(application: QApplication) -> OwnWordsTranslator:
    """The one of the application, made when it is first needed."""
    found = application.findChild(OwnWordsTranslator)
    return found or OwnWordsTranslator(application)


class OwnWords(QObject):
    """Follows the plan of one window, and lets its words be heard while it is the active one.

    Texts that are on screen already are made anew by opening the plan again, once the page on
    which words are changed is left.
    """

    def __init__(self, desk: Desk, rename: Callable[[], None], anew: Callable[[], None]) -> None:
        """``rename`` gives actions and menus their texts anew.

        ``anew`` makes the pages again that need no plan.
        """
        super().__init__(desk.widget)
        self._desk, self._rename, self._anew = desk, rename, anew
        self._words: Vocabulary | None = None
        self._stale = False
        self._languages = _languages()
        desk.session.opened.connect(self._begin)
        desk.session.closed.connect(self._end)
        desk.widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Speaks for the window that comes to the front."""
        if event.type() == QEvent.Type.WindowActivate:
            self._speak()
        elif event.type() == QEvent.Type.LanguageChange:
            self._hear_language()
        return super().eventFilter(watched, event)

    def turned(self) -> None:
        """Another page is seen: makes the texts anew if words were changed."""
        if self._stale and self._desk.page_id != _WHERE_WORDS_ARE_CHANGED:
            QTimer.singleShot(0, self, self._open_again)

    def _hear_language(self) -> None:
        """Another language, not other words of a plan: everything is said anew at once."""
        if self._languages != _languages():
            self._languages = _languages()
            self._rename()
            self._stale = True
            QTimer.singleShot(0, self, self._anew)
            QTimer.singleShot(0, self, self._open_again)

    def _begin(self, bridge: Bridge) -> None:
        self._stale = False
        bridge.updated.connect(self._follow)
        self._take(bridge)

    def _end(self) -> None:
        if self._words:
            self._words = None
            self._speak()
            self._rename()

    def _follow(self, update: Update) -> None:
        bridge, before = self._desk.bridge, self._words
        if bridge is not None and update.changeset.ids(WORD):
            self._take(bridge)
            self._stale = self._stale or self._words is not before

    def _take(self, bridge: Bridge) -> None:
        """Reads the words of the plan and says them in menus at once."""
        self._hush()
        found = _words_of(bridge)
        changed = found != self._words
        self._words = found if changed else self._words
        self._speak()
        if changed:
            self._rename()

    def _speak(self) -> None:
        application = _application()
        if application is None or (self._words is None and not _is_speaking(application)):
            return
        speaker = translator(application)
        if self._words is None:
            speaker.hush()
        elif speaker.words is not self._words:
            speaker.speak(self._words)

    def _hush(self) -> None:
        application = _application()
        if application is not None and _is_speaking(application):
            translator(application).hush()

    def _open_again(self) -> None:
        bridge, page = self._desk.session.bridge, self._desk.page_id
        if bridge is not None and self._stale:
            self._stale = False
            self._desk.session.open(bridge.path, write=not bridge.read_only)
            self._desk.show_page(page)


def _words_of(bridge: Bridge) -> "Vocabulary | None":
    """The words of a plan; None where it says everything as we do."""
    if not any(bridge.snapshot.ids(WORD)):
        return None
    from okrdesk.app.vocabulary import vocabulary

    return vocabulary(bridge.snapshot, said) or None


def _application() -> QApplication | None:
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else None


def _languages() -> list[int]:
    """Which translators there are besides our own."""
    application = _application()
    found = [] if application is None else application.findChildren(QTranslator)
    return [id(one) for one in found if not isinstance(one, OwnWordsTranslator)]


def _is_speaking(application: QApplication) -> bool:
    return application.findChild(OwnWordsTranslator) is not None
