"""Colours, fonts and the style sheet of the light and the dark look, from `theme/tokens.json`."""

import json
import re
from dataclasses import dataclass, replace
from enum import Enum, StrEnum
from functools import cached_property

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from okrdesk.assets import resource

SMALLEST_TEXT = 11
_TABULAR = QFont.Tag("tnum")
_PLACEHOLDER = re.compile(r"@([a-z0-9-]+)@")

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface-alt",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text-3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on-accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border-strong",
    QPalette.ColorRole.Shadow: "border-strong",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on-accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent-hover",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Accent: "accent",
}
_DISABLED = {
    QPalette.ColorRole.WindowText: "text-3",
    QPalette.ColorRole.Text: "text-3",
    QPalette.ColorRole.ButtonText: "text-3",
    QPalette.ColorRole.Highlight: "border-strong",
    QPalette.ColorRole.Accent: "border-strong",
}


class TextRole(Enum):
    """A step of the type scale: factor of the application font and weight (ux.md 8.3)."""

    CAPTION = (0.85, 500)
    CAPTION_STRONG = (0.85, 600)
    BODY = (1.0, 400)
    STRONG = (1.0, 600)
    CHIP = (0.92, 600)
    SMALL = (0.92, 400)
    SECTION = (1.15, 600)
    INSPECTOR_TITLE = (1.4, 600)
    VIEW_TITLE = (1.55, 600)
    BIG_NUMBER = (2.3, 600)
    SESSION_BODY = (1.85, 500)
    SESSION_HEADLINE = (4.0, 600)

    @property
    def factor(self) -> float:
        """Return the size as a multiple of the application font's."""
        return self.value[0]

    @property
    def weight(self) -> QFont.Weight:
        """Return the weight as Qt names it."""
        return QFont.Weight(self.value[1])


class ThemeChoice(StrEnum):
    """What a person may choose in Settings."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


_SCHEMES = {ThemeChoice.LIGHT: Qt.ColorScheme.Light, ThemeChoice.DARK: Qt.ColorScheme.Dark}


@dataclass(frozen=True)
class Theme:
    """One look: every colour by its token, heat steps and avatar tints as (background, text).

    The first five tints go with the category colours 1 to 5 of people.
    """

    name: str
    colours: dict[str, str]
    heat: tuple[tuple[str, str], ...]
    avatar: tuple[tuple[str, str], ...]
    high_contrast: bool = False

    @cached_property
    def _qcolours(self) -> dict[str, QColor]:
        return {token: QColor(value) for token, value in self.colours.items()}

    @property
    def is_dark(self) -> bool:
        """Say whether this is the dark look."""
        return self.name == ThemeChoice.DARK

    def colour(self, token: str) -> QColor:
        """Return the colour of a token such as `accent-soft`; KeyError if there is none."""
        return self._qcolours[token]

    def font(self, role: TextRole) -> QFont:
        """Return the application font at the size and weight of `role`, with tabular figures."""
        return scaled_font(QGuiApplication.font(), role)

    def palette(self) -> QPalette:
        """Return the palette for Fusion; no role keeps a colour of the system."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setBrush(QPalette.ColorGroup.All, role, QBrush(self.colour(token)))
        for role, token in _DISABLED.items():
            palette.setBrush(QPalette.ColorGroup.Disabled, role, QBrush(self.colour(token)))
        return palette

    def style_sheet(self) -> str:
        """Return the short style sheet: frames, buttons, fields, tabs, menus; never item views."""
        source = resource("theme/style.qss").read_text(encoding="utf-8")
        values = {
            **self.colours,
            "images": resource(f"theme/{self.name}").as_posix(),
            "caption": f"{_pixels(QGuiApplication.font(), TextRole.CAPTION.factor):.0f}px",
        }
        return _PLACEHOLDER.sub(lambda match: values[match[1]], source)


def scaled_font(base: QFont, role: TextRole) -> QFont:
    """Return `base` at the size and weight of `role`, never below 11 px, figures tabular."""
    font = QFont(base)
    font.setPixelSize(round(_pixels(base, role.factor)))
    font.setWeight(role.weight)
    font.setFeature(_TABULAR, 1)
    return font


def _pixels(base: QFont, factor: float) -> float:
    return max(SMALLEST_TEXT, QFontInfo(base).pixelSize() * factor)


def with_high_contrast(theme: Theme) -> Theme:
    """Return the look with stronger lines and captions, and outlined chips (ux.md 8.1)."""
    stronger = {
        "border": theme.colours["border-strong"],
        "text-3": theme.colours["text-2"],
    }
    return replace(theme, colours=theme.colours | stronger, high_contrast=True)


def load_theme(name: str) -> Theme:
    """Read the look called `light` or `dark` from the tokens; KeyError for another name."""
    tokens = json.loads(resource("theme/tokens.json").read_text(encoding="utf-8"))[name]
    heat = tuple(zip(tokens["heat"], tokens["heat-text"], strict=True))
    avatar = tuple((background, text) for background, text in tokens["avatar"])
    colours = {token: value for token, value in tokens.items() if isinstance(value, str)}
    return Theme(name, colours, heat, avatar)


class ThemeController(QObject):
    """Applies the chosen look to the application and tells when it changed."""

    changed = Signal(object)

    def __init__(
        self,
        application: QApplication,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        fallback: str = ThemeChoice.LIGHT,
        parent: QObject | None = None,
    ) -> None:
        """Apply `choice`; `fallback` is the look last seen, for systems that name none."""
        super().__init__(parent)
        self._application = application
        self._choice = choice
        self._fallback = fallback
        self._system_font = QFont(application.font())
        self._text_percent = 100
        self._high_contrast = False
        self._looks: dict[str, Theme] = {}
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._tell_system()
        self._theme = self._look(self._wanted())
        self._apply()

    @property
    def theme(self) -> Theme:
        """Return the look in use."""
        return self._theme

    @property
    def choice(self) -> ThemeChoice:
        """Return what the person chose."""
        return self._choice

    @property
    def text_percent(self) -> int:
        """Return the text size in percent of the system's."""
        return self._text_percent

    def set_choice(self, choice: ThemeChoice) -> None:
        """Change to the light, the dark or the system's look."""
        self._choice = choice
        self._tell_system()
        self._show(self._wanted())

    def set_text_percent(self, percent: int) -> None:
        """Set the text size, 80 to 200 percent of the system's; values outside are clamped."""
        self._text_percent = min(max(percent, 80), 200)
        font = QFont(self._system_font)
        size = QFontInfo(font).pixelSize() * self._text_percent / 100
        font.setPixelSize(round(size))
        self._application.setFont(font)
        self._apply()
        self.changed.emit(self._theme)

    def set_high_contrast(self, *, on: bool) -> None:
        """Use stronger lines and captions."""
        self._high_contrast = on
        self._show(self._wanted())

    def _tell_system(self) -> None:
        """Let native title bars and dialogs follow the choice, where the system can."""
        scheme = _SCHEMES.get(self._choice, Qt.ColorScheme.Unknown)
        self._application.styleHints().setColorScheme(scheme)

    def _wanted(self) -> str:
        if self._choice is not ThemeChoice.SYSTEM:
            return self._choice.value
        return system_look(self._application.styleHints().colorScheme(), self._fallback)

    def _look(self, name: str) -> Theme:
        if name not in self._looks:
            self._looks[name] = load_theme(name)
        plain = self._looks[name]
        return with_high_contrast(plain) if self._high_contrast else plain

    def _follow_system(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._show(self._wanted())

    def _show(self, name: str) -> None:
        theme = self._look(name)
        if theme != self._theme:
            self._theme = theme
            self._apply()
            self.changed.emit(self._theme)

    def _apply(self) -> None:
        self._application.setPalette(self._theme.palette())
        self._application.setStyleSheet(self._theme.style_sheet())


def system_look(scheme: Qt.ColorScheme, fallback: str) -> str:
    """Return the look for what the system reports; `fallback` where it reports nothing."""
    known = {scheme: choice.value for choice, scheme in _SCHEMES.items()}
    return known.get(scheme, fallback)
