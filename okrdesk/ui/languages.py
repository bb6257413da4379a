"""The language of the screen: its texts, its direction, and how it writes numbers."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from okrdesk.text import PSEUDO

VARIABLE = "OKRDESK_LANGUAGE"
"""Goes before the setting; ``xx`` shows what is not translated or is cut."""


def chosen_language(environment: Mapping[str, str], setting: str) -> str:
    """The code of the language to speak, such as ``de``: as asked for, else the system's."""
    return environment.get(VARIABLE) or setting or QLocale().name().partition("_")[0]


def speak(application: QApplication, language: str, folder: Path) -> bool:
    """Lets the program speak a language whose compiled texts lie in the folder.

    Tells whether they do; without them it speaks the English of its source. Windows that are
    there already keep their texts.
    """
    translator = QTranslator(application)
    if not translator.load(str(folder / f"okrdesk_{language}.qm")):
        translator.deleteLater()
        return False
    application.installTranslator(translator)
    own = QLocale(language)
    if language != PSEUDO and own.language() != QLocale().language():
        QLocale.setDefault(own)
    leftwards = language != PSEUDO and own.textDirection() == Qt.LayoutDirection.RightToLeft
    direction = Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight
    application.setLayoutDirection(direction)
    return True


def speak_anew(application: QApplication, language: str, folder: Path) -> None:
    """Changes the language in use; windows hear of it by ``QEvent.LanguageChange``."""
    for old in application.findChildren(QTranslator):
        if type(old) is QTranslator:
            application.removeTranslator(old)
            old.deleteLater()
            old.setParent(None)
    if not speak(application, language, folder):
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
