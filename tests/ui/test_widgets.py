from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from okrdesk.ui.icons import IconSet
from okrdesk.ui.theme import TextRole, Theme, ThemeChoice, ThemeController
from okrdesk.ui.widgets.avatar import Avatar
from okrdesk.ui.widgets.banner import Banner
from okrdesk.ui.widgets.paint import (
    STATUS_TOKENS,
    Bar,
    Chip,
    Face,
    avatar_tint,
    initials,
    paint_avatar,
    paint_bar,
    paint_chip,
    paint_shape,
)
from okrdesk.ui.widgets.progress_bar import ProgressBar
from okrdesk.ui.widgets.status_chip import StatusChip
from okrdesk.ui.widgets.toast import SHOWN_FOR, Toast

SCALES = (1.0, 1.25, 1.5, 2.0)


def painted(draw: Callable[[QPainter], None], scale: float = 1.0) -> QImage:
    image = QImage(QSize(round(120 * scale), round(40 * scale)), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def columns_of(image: QImage, colour: QColor, y: int) -> list[int]:
    return [x for x in range(image.width()) if image.pixelColor(x, y) == colour]


def bar_image(theme: Theme, bar: Bar, scale: float = 1.0, *, mirrored: bool = False) -> QImage:
    rect = QRectF(10, 17, 100, 6)
    return painted(lambda p: paint_bar(p, rect, theme, bar, mirrored=mirrored), scale)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("status", [*STATUS_TOKENS, None])
def test_shapes_differ_without_colour(
    themes: ThemeController, status: str | None, scale: float
) -> None:
    def grey(of: str | None) -> bytes:
        image = painted(lambda p: paint_shape(p, QRectF(4, 4, 24, 24), themes.theme, of), scale)
        return bytes(image.convertToFormat(QImage.Format.Format_Mono).constBits())

    others = set(STATUS_TOKENS) - {status or "not_started"}
    assert all(grey(status) != grey(other) for other in others)


@pytest.mark.parametrize("scale", SCALES)
def test_bar_has_sharp_edges_and_the_mark_its_own_width(
    themes: ThemeController, scale: float
) -> None:
    image = bar_image(themes.theme, Bar("behind", 0.4, 0.7), scale)
    above = round(15 * scale)
    tick = columns_of(image, themes.theme.colour("tick"), above)
    assert len(tick) == round(2 * scale)
    assert abs(tick[0] / scale - 79) <= 1
    lines = {image.pixelColor(round(60 * scale), y).name() for y in range(image.height())}
    assert lines == {"#ffffff", themes.theme.colour("track").name()}


def test_bar_ends_at_the_edge(themes: ThemeController) -> None:
    theme = themes.theme
    full, over = (bar_image(theme, Bar("achieved", p, None)) for p in (1.0, 1.25))
    assert full == over
    none, below = (bar_image(theme, Bar("at_risk", p, None)) for p in (None, -0.5))
    assert none == below
    assert columns_of(none, theme.colour("risk-fill"), 20) == []


def test_bar_fills_from_the_right_when_mirrored(themes: ThemeController) -> None:
    bar, fill = Bar("on_track", 0.3, None), themes.theme.colour("ok-fill")
    left = columns_of(bar_image(themes.theme, bar), fill, 20)
    right = columns_of(bar_image(themes.theme, bar, mirrored=True), fill, 20)
    assert [119 - x for x in reversed(right)] == left


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("look", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_chip_and_avatar_paint_at_every_scale(
    themes: ThemeController, look: ThemeChoice, scale: float
) -> None:
    themes.set_choice(look)
    theme, font = themes.theme, themes.theme.font(TextRole.CHIP)
    rect = QRectF(5, 10, 100, 20)
    chip = painted(lambda p: paint_chip(p, rect, theme, Chip("at_risk", "At risk"), font), scale)
    assert columns_of(chip, theme.colour("risk-bg"), round(12 * scale))
    face = painted(lambda p: paint_avatar(p, rect, theme, Face("AD", 2), font, ringed=True), scale)
    assert columns_of(face, QColor(theme.avatar[2][0]), round(12 * scale))


def test_chip_gone_stale_is_neutral_and_outlined_on_demand(themes: ThemeController) -> None:
    rect, font = QRectF(5, 10, 100, 20), themes.theme.font(TextRole.CHIP)

    def chip(*, neutral: bool) -> QImage:
        values = Chip("on_track", "On track", neutral)
        return painted(lambda p: paint_chip(p, rect, themes.theme, values, font, mirrored=True))

    assert columns_of(chip(neutral=True), themes.theme.colour("none-bg"), 12)
    plain = chip(neutral=False)
    themes.set_high_contrast(on=True)
    assert chip(neutral=False) != plain


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Amara Diallo", "AD"), ("Mei", "M"), ("", ""), ("Ana van der Berg", "AB")],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_tint_belongs_to_the_name(themes: ThemeController) -> None:
    assert avatar_tint("Mei", themes.theme) == avatar_tint("Mei", themes.theme)
    assert len({avatar_tint(str(n), themes.theme) for n in range(50)}) == len(themes.theme.avatar)


def test_chip_says_its_word(qtbot: QtBot, themes: ThemeController) -> None:
    chip = StatusChip(themes)
    qtbot.addWidget(chip)
    assert chip.sizeHint() == QSize(0, 0)
    chip.grab()
    chip.set_status("at_risk", stale=True)
    assert chip.accessibleName() == "At risk"
    assert chip.sizeHint().width() > 40
    chip.adjustSize()
    before = chip.grab().toImage()
    themes.set_choice(ThemeChoice.DARK)
    assert chip.grab().toImage() != before


def test_chip_follows_the_language(
    qtbot: QtBot, themes: ThemeController, monkeypatch: pytest.MonkeyPatch
) -> None:
    chip = StatusChip(themes, "behind")
    qtbot.addWidget(chip)
    monkeypatch.setattr("okrdesk.ui.widgets.status_chip.status_word", lambda _status: "Verzögert")
    QApplication.sendEvent(chip, QEvent(QEvent.Type.LanguageChange))
    assert chip.accessibleName() == "Verzögert"


def test_progress_bar_paints_its_values(qtbot: QtBot, themes: ThemeController) -> None:
    bar = ProgressBar(themes, thickness=10)
    qtbot.addWidget(bar)
    bar.resize(bar.sizeHint())
    empty = bar.grab().toImage()
    bar.set_values("on_track", 0.5, 0.52)
    assert bar.grab().toImage() != empty
    assert bar.accessibleName() == "Progress"


def test_avatar_names_the_person(qtbot: QtBot, themes: ThemeController) -> None:
    avatar = Avatar(themes)
    qtbot.addWidget(avatar)
    empty = avatar.grab().toImage()
    avatar.set_person("Amara Diallo")
    assert avatar.accessibleName() == avatar.toolTip() == "Amara Diallo"
    assert avatar.grab().toImage() != empty


def hosted_toast(qtbot: QtBot, themes: ThemeController, *, reduced: bool = True) -> Toast:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(600, 400)
    host.show()
    themes.wear(themes.appearance._replace(reduce_motion=reduced))
    return Toast(themes, host)


def button(widget: QWidget, text: str) -> QPushButton:
    return next(b for b in widget.findChildren(QPushButton) if b.text() == text)


def test_toast_offers_one_way_back(qtbot: QtBot, themes: ThemeController) -> None:
    toast = hosted_toast(qtbot, themes)
    toast.show_message("Objective deleted, with 4 key results", "Undo")
    assert toast.isVisible()
    assert toast.accessibleName() == "Objective deleted, with 4 key results"
    assert toast.geometry().bottom() < 400
    toast.grab()
    with qtbot.waitSignal(toast.triggered):
        qtbot.mouseClick(button(toast, "Undo"), Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_toast_closes_without_the_action(qtbot: QtBot, themes: ThemeController) -> None:
    toast = hosted_toast(qtbot, themes)
    toast.show_message("Saved")
    assert not button(toast, "").isVisible()
    with qtbot.assertNotEmitted(toast.triggered):
        button(toast, "✕").click()
    assert not toast.isVisible()


def test_toast_waits_while_focused_and_counts_on_after(
    qtbot: QtBot, themes: ThemeController
) -> None:
    toast = hosted_toast(qtbot, themes)
    timer = toast.counting
    toast.show_message("Objective deleted", "Undo")
    assert timer.isActive()
    assert timer.interval() == SHOWN_FOR
    toast.window().activateWindow()
    toast.focus_action()
    qtbot.waitUntil(lambda: not timer.isActive())
    button(toast, "Undo").clearFocus()
    qtbot.waitUntil(timer.isActive)
    timer.timeout.emit()
    assert not toast.isVisible()
    assert not timer.isActive()


def test_toast_waits_under_the_pointer(qtbot: QtBot, themes: ThemeController) -> None:
    toast = hosted_toast(qtbot, themes)
    toast.show_message("Objective deleted", "Undo")
    QApplication.sendEvent(toast, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert not toast.counting.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.counting.isActive()


def test_toast_keeps_its_place_and_fades_in(qtbot: QtBot, themes: ThemeController) -> None:
    toast = hosted_toast(qtbot, themes, reduced=False)
    toast.show_message("Saved", "Undo")
    qtbot.waitUntil(lambda: not toast.graphicsEffect().isEnabled())
    toast.window().resize(800, 500)
    qtbot.waitUntil(lambda: toast.geometry().center().x() in range(395, 405))
    assert toast.geometry().bottom() == 500 - 21


def test_toast_is_left_by_escape_and_gives_the_focus_back(
    qtbot: QtBot, themes: ThemeController
) -> None:
    toast = hosted_toast(qtbot, themes)
    host = toast.parentWidget()
    before = QPushButton("before", host)
    before.show()
    before.setFocus()
    toast.focus_action()
    toast.show_message("Saved")
    toast.window().activateWindow()
    qtbot.waitUntil(before.hasFocus)
    toast.focus_action()
    assert button(toast, "✕").hasFocus()
    qtbot.keyClick(toast, Qt.Key.Key_A)
    assert toast.isVisible()
    qtbot.keyClick(button(toast, "✕"), Qt.Key.Key_Escape)
    assert not toast.isVisible()
    assert before.hasFocus()


def test_a_long_toast_has_several_lines(qtbot: QtBot, themes: ThemeController) -> None:
    toast = hosted_toast(qtbot, themes)
    toast.show_message("Saved", "Undo")
    low = toast.height()
    toast.show_message("A very long sentence about what has happened. " * 6, "Undo")
    assert toast.height() > low
    assert toast.geometry().left() >= 0
    assert toast.geometry().right() <= 600


def test_banner_tells_a_state(qtbot: QtBot, themes: ThemeController, icons: IconSet) -> None:
    banner = Banner(themes, icons)
    qtbot.addWidget(banner)
    assert not banner.isVisible()
    banner.show_state("This plan is open elsewhere.", ("Open read-only", "Show"), "lock")
    assert banner.accessibleName() == "This plan is open elsewhere."
    banner.grab()
    with qtbot.waitSignal(banner.triggered) as signal:
        button(banner, "Show").click()
    assert signal.args == [1]
    with pytest.raises(ValueError, match="at most 2"):
        banner.show_state("Too many", ("a", "b", "c"))


def test_banner_follows_the_theme_and_offers_its_buttons_to_the_keyboard(
    qtbot: QtBot, themes: ThemeController, icons: IconSet
) -> None:
    banner = Banner(themes, icons)
    qtbot.addWidget(banner)
    banner.show_state("This plan is open elsewhere.", ("Open read-only", "Show"), "lock")
    light = banner.grab().toImage()
    themes.set_choice(ThemeChoice.DARK)
    assert banner.grab().toImage() != light
    icon = next(label for label in banner.findChildren(QLabel) if not label.pixmap().isNull())
    assert icon.pixmap().toImage() == icons.icon("lock", "accent").pixmap(18, 18).toImage()
    tabs = [button(banner, text).focusPolicy() for text in ("Open read-only", "Show")]
    assert all(policy & Qt.FocusPolicy.TabFocus for policy in tabs)
