"""Colours, fonts and the style sheet of the light and the dark look, from `theme/tokens.json`."""

import json
import re
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QFontInfo, QGuiApplication, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QWidget

from okrdesk.assets import resource
from okrdesk.ui.accent import with_accent
from okrdesk.ui.appearance import Appearance, ThemeChoice

__all__ = ["Appearance", "TextRole", "Theme", "ThemeChoice", "ThemeController"]

SMALLEST_TEXT = 11
_TABULAR = QFont.Tag("tnum")
_PLACEHOLDER = re.compile(r"@([a-z0-9-]+)@")
_LENGTH = re.compile(r"\b(\d+)px")
_LINE = 2
"""Pixels up to which a length is a line, which does not grow with the text."""
ROWS = {"compact": 28, "normal": 33, "comfortable": 40}
"""Height of a row of the tree at the text size of the design, in pixels (ux.md 8.2)."""
DESIGN_PIXELS = 13
"""The application font's size for which the lengths of the design were drawn."""

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
    row: int = ROWS["normal"]
    """Height of a row at the text size of the design, in pixels."""
    moves: bool = True
    """Whether anything may fade or slide."""
    show_focus: bool = False
    """Whether what has the keyboard is framed even where it shows it by itself."""

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

    def length(self, design: float) -> int:
        """Return a length of the design at the text size in use, in whole pixels."""
        return round(design * text_factor())

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
        factor = text_factor()
        grown = _LENGTH.sub(lambda match: f"{_grown(int(match[1]), factor)}px", source)
        return _PLACEHOLDER.sub(lambda match: values[match[1]], grown)


def scaled_font(base: QFont, role: TextRole) -> QFont:
    """Return `base` at the size and weight of `role`, never below 11 px, figures tabular."""
    font = QFont(base)
    font.setPixelSize(round(_pixels(base, role.factor)))
    font.setWeight(role.weight)
    font.setFeature(_TABULAR, 1)
    return font


def text_factor() -> float:
    """Return how much larger the text is than in the design."""
    return QFontInfo(QGuiApplication.font()).pixelSize() / DESIGN_PIXELS


def _grown(pixels: int, factor: float) -> int:
    return pixels if pixels <= _LINE else round(pixels * factor)


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
        self._appearance = Appearance(choice)
        self._fallback = fallback
        self._system_font = QFont(application.font())
        self._system_accent = application.palette().color(QPalette.ColorRole.Accent)
        self._looks: dict[str, Theme] = {}
        self._windows: list[QWidget] = []
        application.setStyle("Fusion")
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)
        self._tell_system()
        self._theme = self._wanted()
        self._apply()

    @property
    def theme(self) -> Theme:
        """Return the look in use."""
        return self._theme

    @property
    def appearance(self) -> Appearance:
        """Return what the person chose."""
        return self._appearance

    @property
    def choice(self) -> ThemeChoice:
        """Return the choice between light, dark and the system's look."""
        return self._appearance.choice

    @property
    def text_percent(self) -> int:
        """Return the text size in percent of the system's."""
        return self._appearance.text_percent

    def wear(self, wanted: Appearance) -> None:
        """Change to what the person wants, with one repaint; a text size outside is clamped."""
        wanted = wanted._replace(text_percent=min(max(wanted.text_percent, 80), 200))
        before, self._appearance = self._appearance, wanted
        if wanted.choice is not before.choice:
            self._tell_system()
        if wanted.text_percent == before.text_percent:
            self._show(self._wanted())
            return
        font = QFont(self._system_font)
        size = QFontInfo(font).pixelSize() * wanted.text_percent / 100
        font.setPixelSize(max(SMALLEST_TEXT, round(size)))
        self._application.setFont(font)
        self._theme = self._wanted()
        self._apply()
        self.changed.emit(self._theme)

    def dress(self, window: QWidget) -> None:
        """Let a window wear the style sheet, and with it its dialogs and menus.

        A sheet of the whole application is polished once for each level of nesting: for 600
        widgets a change of theme then takes a second instead of a tenth of one.
        """
        self._application.setStyleSheet("")
        window.setStyleSheet(self._theme.style_sheet())
        self._windows.append(window)
        window.destroyed.connect(lambda: self._windows.remove(window))

    def set_choice(self, choice: ThemeChoice) -> None:
        """Change to the light, the dark or the system's look."""
        self.wear(self._appearance._replace(choice=choice))

    def set_text_percent(self, percent: int) -> None:
        """Set the text size, 80 to 200 percent of the system's; values outside are clamped."""
        self.wear(self._appearance._replace(text_percent=percent))

    def set_high_contrast(self, *, on: bool) -> None:
        """Use stronger lines and captions."""
        self.wear(self._appearance._replace(high_contrast=on))

    def _tell_system(self) -> None:
        """Let native title bars and dialogs follow the choice, where the system can."""
        scheme = _SCHEMES.get(self.choice, Qt.ColorScheme.Unknown)
        self._application.styleHints().setColorScheme(scheme)

    def _wanted(self) -> Theme:
        """Return the look that the person and the system together ask for."""
        wanted, hints = self._appearance, self._application.styleHints()
        name: str = wanted.choice
        if wanted.choice is ThemeChoice.SYSTEM:
            name = system_look(hints.colorScheme(), self._fallback)
        theme = self._look(name)
        if wanted.accent == "system":
            theme = replace(theme, colours=with_accent(theme.colours, self._system_accent))
        if wanted.high_contrast or wants_contrast(hints):
            theme = with_high_contrast(theme)
        return replace(
            theme,
            row=ROWS[wanted.row_height],
            moves=not wanted.reduce_motion,
            show_focus=wanted.show_focus,
        )

    def _look(self, name: str) -> Theme:
        if name not in self._looks:
            self._looks[name] = load_theme(name)
        return self._looks[name]

    def _follow_system(self) -> None:
        self._show(self._wanted())

    def _show(self, theme: Theme) -> None:
        if theme != self._theme:
            self._theme = theme
            self._apply()
            self.changed.emit(self._theme)

    def _apply(self) -> None:
        self._application.setPalette(self._theme.palette())
        sheet = self._theme.style_sheet()
        for window in self._windows:
            # Before it is polished Qt keeps the sheet that it read first.
            window.ensurePolished()
            window.setStyleSheet(sheet)
        if not self._windows:
            self._application.setStyleSheet(sheet)


def wants_contrast(hints: QStyleHints) -> bool:
    """Say whether the system asks for more contrast."""
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def system_look(scheme: Qt.ColorScheme, fallback: str) -> str:
    """Return the look for what the system reports; `fallback` where it reports nothing."""
    known = {scheme: choice.value for choice, scheme in _SCHEMES.items()}
    return known.get(scheme, fallback)
