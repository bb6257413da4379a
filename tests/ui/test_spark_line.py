from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from okrdesk.ui.theme import ThemeController
from okrdesk.ui.widgets.spark_line import Spark, SparkLine, paint_spark


def painted(themes: ThemeController, spark: Spark, *, mirrored: bool = False) -> QImage:
    image = QImage(QSize(100, 40), QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_spark(painter, QRectF(0, 0, 100, 40), themes.theme, spark, mirrored=mirrored)
    painter.end()
    return image


def dots_of(image: QImage, colour: QColor) -> tuple[int, int, int, int]:
    """The box around the pixels of a colour: left, right, top, bottom."""
    found = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) == colour
    ]
    xs, ys = [x for x, _ in found], [y for _, y in found]
    return min(xs), max(xs), min(ys), max(ys)


def test_ends_in_a_dot_at_the_newest_value(themes: ThemeController) -> None:
    ink = themes.theme.colour("accent")
    rising = painted(themes, Spark((1.0, 2.0, 3.0)))
    assert rising.pixelColor(97, 2) == ink != rising.pixelColor(3, 2)
    assert painted(themes, Spark((1.0, 2.0, 3.0)), mirrored=True).pixelColor(2, 2) == ink


def test_a_gap_stays_open_and_a_lone_value_is_a_dot(themes: ThemeController) -> None:
    gap = painted(themes, Spark((0.0, 0.0, None, 0.0, 0.0)))
    columns = [gap.pixelColor(x, 20) != QColor("white") for x in (12, 50, 88)]
    assert columns == [True, False, True]
    left, right, *_ = dots_of(painted(themes, Spark((5.0,))), themes.theme.colour("accent"))
    assert 90 < left <= right


def test_what_never_moves_runs_along_the_middle(themes: ThemeController) -> None:
    *_, top, bottom = dots_of(painted(themes, Spark((7.0, 7.0))), themes.theme.colour("accent"))
    assert 16 < top <= bottom < 24


def test_target_and_limits_stretch_the_scale(themes: ThemeController) -> None:
    ink = themes.theme.colour("accent")
    line = painted(themes, Spark((1.0, 1.2), target=9.0, limits=(5.0,)))
    *_, top, _bottom = dots_of(line, ink)
    assert top > 30
    assert any(line.pixelColor(x, 2) != QColor("white") for x in range(20, 60))
    assert any(line.pixelColor(x, 20) != QColor("white") for x in range(20, 60))


def test_nothing_is_drawn_without_a_value(themes: ThemeController) -> None:
    assert painted(themes, Spark((None, None), target=3.0)) == painted(themes, Spark())


def test_the_widget_paints_and_grows_with_the_text(
    themes: ThemeController, qapp: QApplication
) -> None:
    line = SparkLine(themes)
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    line.show_spark(Spark((1.0, 2.0)))
    line.show_spark(Spark((1.0, 2.0)))
    line.resize(line.sizeHint())
    small = line.sizeHint().width()
    ink = themes.theme.colour("accent")
    left, *_ = dots_of(line.grab().toImage(), ink)
    assert left < 8
    themes.set_text_percent(200)
    assert line.sizeHint().width() > small
    assert line.minimumSizeHint().width() <= line.sizeHint().width()
    line.deleteLater()
    qapp.processEvents()
