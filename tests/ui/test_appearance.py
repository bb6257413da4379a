import json
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from okrdesk.app import settings as s
from okrdesk.app.settings import Settings
from okrdesk.assets import resource
from okrdesk.ui import theme as themes_module
from okrdesk.ui.accent import contrast, with_accent
from okrdesk.ui.appearance import Appearance, ThemeChoice, appearance
from okrdesk.ui.theme import SMALLEST_TEXT, ThemeController, load_theme, with_high_contrast

PAIRS = json.loads(resource("theme/tokens.json").read_text(encoding="utf-8"))["pairs"]
HUES = [QColor.fromHsl(hue, strength, 128) for hue in range(0, 360, 30) for strength in (80, 255)]
GREYS = [QColor("#000000"), QColor("#808080"), QColor("#FFFFFF")]


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("colour", [*HUES, *GREYS], ids=lambda colour: colour.name())
def test_every_pair_keeps_its_contrast_with_any_accent_of_the_system(
    look: str, colour: QColor
) -> None:
    plain = load_theme(look)
    ours = with_accent(plain.colours, colour)
    strong = with_high_contrast(plain).colours | {
        token: ours[token] for token in ours if "accent" in token or token == "focus"
    }
    for colours in (ours, strong):
        found = {
            (front, back): contrast(QColor(colours[front]), QColor(colours[back]))
            for front, back, _ in PAIRS
        }
        assert [pair for *pair, least in PAIRS if found[pair[0], pair[1]] < least] == []


def test_settings_say_how_the_window_looks(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    assert appearance(settings) == Appearance()
    settings.set(s.THEME, "dark")
    settings.set(s.TEXT_SIZE, 150)
    settings.set(s.REDUCE_MOTION, True)
    wanted = appearance(settings)
    assert wanted == Appearance(ThemeChoice.DARK, text_percent=150, reduce_motion=True)


def test_all_of_it_is_worn_with_one_change(qtbot: QtBot, themes: ThemeController) -> None:
    wanted = Appearance(
        ThemeChoice.DARK,
        "system",
        150,
        "compact",
        high_contrast=True,
        reduce_motion=True,
        show_focus=True,
    )
    changes: list[object] = []
    themes.changed.connect(changes.append)
    themes.wear(wanted)
    assert len(changes) == 1
    theme = themes.theme
    assert (theme.name, theme.high_contrast, theme.row) == ("dark", True, 28)
    assert not theme.moves
    assert theme.show_focus
    assert theme.colours["accent"] != load_theme("dark").colours["accent"]
    assert themes.appearance == wanted
    themes.wear(wanted)
    assert len(changes) == 1


def test_the_accent_of_the_system_is_taken_before_ours(
    qapp: QApplication, themes: ThemeController
) -> None:
    palette = qapp.palette()
    palette.setColor(QPalette.ColorRole.Accent, QColor("#C01C28"))
    qapp.setPalette(palette)
    controller = ThemeController(qapp, ThemeChoice.LIGHT)
    controller.wear(Appearance(ThemeChoice.LIGHT, "system"))
    assert abs(controller.theme.colour("accent").hslHue() - QColor("#C01C28").hslHue()) < 3
    controller.deleteLater()


def test_contrast_asked_for_by_the_system_is_given(
    themes: ThemeController, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setattr(themes_module, "wants_contrast", lambda _hints: True)
    hints = qapp.styleHints().accessibility()
    hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert themes.theme.high_contrast
    assert themes.theme.colours["border"] == themes.theme.colours["border-strong"]


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_fonts_and_paddings_grow_with_the_text(
    themes: ThemeController, qapp: QApplication, percent: int
) -> None:
    themes.set_text_percent(100)
    base = QFontInfo(qapp.font()).pixelSize()
    themes.set_text_percent(percent)
    size = QFontInfo(qapp.font()).pixelSize()
    assert size == max(SMALLEST_TEXT, round(base * percent / 100))
    rule = re.search(r"QPushButton \{[^}]*min-height: (\d+)px", qapp.styleSheet())
    assert rule is not None
    assert int(rule[1]) == round(20 * size / themes_module.DESIGN_PIXELS)
    assert "border: 1px solid" in qapp.styleSheet()


def test_a_dressed_window_wears_the_sheet_in_place_of_the_application(
    qtbot: QtBot, themes: ThemeController, qapp: QApplication
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    themes.dress(window)
    dialog = QDialog(window)
    field = QLineEdit(dialog)
    assert qapp.styleSheet() == ""
    themes.set_choice(ThemeChoice.DARK)
    assert window.styleSheet() == themes.theme.style_sheet()
    window.show()
    dialog.show()
    QCoreApplication.processEvents()
    surface = themes.theme.colour("surface")
    assert field.grab().toImage().pixelColor(field.width() - 12, field.height() // 2) == surface
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    themes.set_choice(ThemeChoice.LIGHT)
    assert qapp.styleSheet() == themes.theme.style_sheet()
