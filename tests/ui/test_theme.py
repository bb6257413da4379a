import json
import re

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from okrdesk.assets import resource
from okrdesk.ui.accent import contrast as ratio
from okrdesk.ui.icons import LEVEL_ICONS, IconSet
from okrdesk.ui.theme import (
    SMALLEST_TEXT,
    TextRole,
    Theme,
    ThemeChoice,
    ThemeController,
    load_theme,
    system_look,
    with_high_contrast,
)

LOOKS = ("light", "dark")
PAIRS = json.loads(resource("theme/tokens.json").read_text(encoding="utf-8"))["pairs"]
ITEM_VIEWS = re.compile(r"Q\w*(View|ListWidget|TreeWidget|TableWidget|Header)\b")


def contrast(one: str, other: str) -> float:
    return ratio(QColor(one), QColor(other))


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_pair_keeps_its_contrast(look: str, front: str, back: str, least: float) -> None:
    theme = load_theme(look)
    assert contrast(theme.colours[front], theme.colours[back]) >= least
    strong = with_high_contrast(theme)
    assert contrast(strong.colours[front], strong.colours[back]) >= least


@pytest.mark.parametrize("look", LOOKS)
def test_letters_in_avatars_and_heat_cells_are_readable(look: str) -> None:
    theme = load_theme(look)
    assert all(contrast(*pair) >= 4.5 for pair in (*theme.avatar, *theme.heat))
    assert len(theme.heat) == 6


@pytest.mark.parametrize("look", LOOKS)
def test_no_colour_of_the_palette_is_left_to_the_system(qapp: QApplication, look: str) -> None:
    theme = load_theme(look)
    palette, ours = theme.palette(), {QColor(c).rgba() for c in theme.colours.values()}
    roles = [r for r in QPalette.ColorRole if r.name not in {"NoRole", "NColorRoles"}]
    groups = [
        QPalette.ColorGroup.Active,
        QPalette.ColorGroup.Inactive,
        QPalette.ColorGroup.Disabled,
    ]
    for group in groups:
        foreign = [r.name for r in roles if palette.color(group, r).rgba() not in ours]
        assert foreign == []


@pytest.mark.parametrize("look", LOOKS)
def test_style_sheet_is_filled_in_and_leaves_item_views_alone(
    qapp: QApplication, look: str
) -> None:
    theme = load_theme(look)
    sheet = theme.style_sheet()
    assert "@" not in re.sub(r"/\*.*?\*/", "", sheet)
    assert not ITEM_VIEWS.search(sheet)
    for path in re.findall(r'url\("(.*?)"\)', sheet):
        drawn = resource(path).read_text(encoding="utf-8")
        assert re.search(r'stroke="(#\w+)"', drawn)[1] in theme.colours.values()


def test_look_of_the_system_is_followed_and_unknown_keeps_the_saved_one() -> None:
    assert system_look(Qt.ColorScheme.Dark, "light") == "dark"
    assert system_look(Qt.ColorScheme.Light, "dark") == "light"
    assert system_look(Qt.ColorScheme.Unknown, "dark") == "dark"


def test_choosing_a_look_changes_palette_and_style_and_tells(
    qtbot: QtBot, qapp: QApplication, themes: ThemeController
) -> None:
    with qtbot.waitSignal(themes.changed) as signal:
        themes.set_choice(ThemeChoice.DARK)
    assert signal.args == [themes.theme]
    assert themes.theme.is_dark
    assert themes.choice is ThemeChoice.DARK
    assert qapp.palette().window().color() == themes.theme.colour("window")
    assert qapp.styleSheet() == themes.theme.style_sheet()
    with qtbot.assertNotEmitted(themes.changed):
        themes.set_choice(ThemeChoice.DARK)


def test_look_changes_with_the_system(
    themes: ThemeController, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("okrdesk.ui.theme.system_look", lambda _scheme, _fallback: "dark")
    themes.set_choice(ThemeChoice.SYSTEM)
    assert themes.theme.name == "dark"
    monkeypatch.setattr("okrdesk.ui.theme.system_look", lambda _scheme, _fallback: "light")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert themes.theme.name == "light"
    monkeypatch.setattr("okrdesk.ui.theme.system_look", lambda _scheme, _fallback: "dark")
    themes.set_choice(ThemeChoice.LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert themes.theme.name == "light", "a choice of one's own stays"


def test_high_contrast_strengthens_lines(themes: ThemeController) -> None:
    plain = themes.theme
    themes.set_high_contrast(on=True)
    assert themes.theme.colours["border"] == plain.colours["border-strong"]
    assert themes.theme.high_contrast
    themes.set_high_contrast(on=False)
    assert themes.theme == plain


def test_text_grows_with_the_application_font(qapp: QApplication, themes: ThemeController) -> None:
    before = QFontInfo(qapp.font()).pixelSize()
    themes.set_text_percent(200)
    assert themes.text_percent == 200
    assert QFontInfo(qapp.font()).pixelSize() == 2 * before
    assert themes.theme.font(TextRole.VIEW_TITLE).pixelSize() == round(2 * before * 1.55)
    themes.set_text_percent(1000)
    assert themes.text_percent == 200


@pytest.mark.parametrize("role", TextRole)
def test_no_text_is_too_small_and_figures_are_tabular(qapp: QApplication, role: TextRole) -> None:
    font = load_theme("light").font(role)
    assert font.pixelSize() >= SMALLEST_TEXT
    assert font.featureValue(QFont.Tag("tnum")) == 1
    assert font.weight() == role.weight


@pytest.mark.parametrize("name", LEVEL_ICONS.values())
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_icon_is_sharp_and_tinted(icons: IconSet, name: str, scale: float) -> None:
    pixmap = icons.pixmap(name, 16, scale, "accent")
    assert pixmap.width() == round(16 * scale)
    image = pixmap.toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colours <= {"#2a5dc4"}
    assert icons.pixmap(name, 16, scale, "accent") is pixmap


def test_icon_follows_the_theme(icons: IconSet, themes: ThemeController) -> None:
    icon = icons.icon("gauge", "text")
    light = icon.pixmap(QSize(24, 24)).toImage()
    themes.set_choice(ThemeChoice.DARK)
    assert icon.pixmap(QSize(24, 24)).toImage() != light


def test_icon_is_dimmed_when_disabled_and_survives_copies(icons: IconSet) -> None:
    icon = icons.icon("gauge", "text")
    normal = icon.pixmap(QSize(24, 24)).toImage()
    assert icon.pixmap(QSize(24, 24), QIcon.Mode.Disabled).toImage() != normal
    copy = QIcon(icon)
    copy.setIsMask(True)
    canvas = QPixmap(24, 24)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    copy.paint(painter, 0, 0, 24, 24)
    painter.end()
    assert canvas.toImage() == normal.convertToFormat(canvas.toImage().format())


def test_application_icon_has_the_sizes_systems_ask_for(icons: IconSet) -> None:
    sizes = {size.width() for size in icons.application_icon().availableSizes()}
    assert {16, 32, 48, 256} <= sizes


def test_every_icon_takes_the_tint(icons: IconSet) -> None:
    drawn = sorted(resource("icons").glob("*.svg"))
    assert len(drawn) > 50
    for path in drawn:
        assert not icons.pixmap(path.stem, 14, 1.0).isNull()
        assert path.stem == "okrdesk" or "currentColor" in path.read_text(encoding="utf-8")


def test_unknown_icon_is_an_error_at_once(icons: IconSet) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("nothing")


def test_theme_is_immutable() -> None:
    theme = load_theme("light")
    assert isinstance(theme, Theme)
    with pytest.raises(AttributeError):
        theme.name = "dark"  # type: ignore[misc]  # that it cannot be set is the point
