"""The accent of a theme in the system's colour, light or dark enough to be read."""

from collections.abc import Mapping

from PySide6.QtGui import QColor

STRONG, READABLE, VISIBLE = 7.0, 4.5, 3.0
"""Ratios of contrast (WCAG 2): long text, text, graphics."""
_STEPS = 100


def luminance(colour: QColor) -> float:
    """WCAG 2 relative luminance, 0–1."""
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2 ratio of contrast, 1–21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def with_accent(colours: Mapping[str, str], accent: QColor) -> dict[str, str]:
    """The colours of a look with another accent, which keeps the contrasts of the own one."""
    surface = QColor(colours["surface"])
    dark = luminance(surface) < VISIBLE / 10
    grounds = [surface, QColor(colours["window"]), QColor(colours["sidebar"])]
    main = _readable(accent, grounds, READABLE + 1, lighter=dark)
    soft = _soft(main, surface, QColor(colours["text"]), 0.25 if dark else 0.12)
    main = _readable(main, [soft], READABLE, lighter=dark)
    words = _readable(main, [soft], READABLE + 1, lighter=dark)
    ink = max((QColor("#FFFFFF"), QColor("#0D1422")), key=lambda ink: contrast(ink, main))
    return {
        **colours,
        "accent": main.name(),
        "accent-hover": _moved(main, 0.05, lighter=dark).name(),
        "accent-soft": soft.name(),
        "accent-soft-text": words.name(),
        "on-accent": ink.name(),
        "focus": main.name(),
    }


def _readable(colour: QColor, grounds: list[QColor], least: float, *, lighter: bool) -> QColor:
    """The colour, as much lighter or darker as it needs to be read on each ground."""
    for step in range(_STEPS + 1):
        tried = _moved(colour, step / _STEPS, lighter=lighter)
        if all(contrast(tried, ground) >= least for ground in grounds):
            return tried
    return tried


def _soft(accent: QColor, ground: QColor, ink: QColor, part: float) -> QColor:
    """The ground with at most a part of the accent in it, so that the ink can be read well."""
    while contrast(ink, tried := _mixed(accent, ground, part)) < STRONG:
        part *= 0.9
    return tried


def _moved(colour: QColor, by: float, *, lighter: bool) -> QColor:
    """The colour with ``by`` (0–1) more or less lightness."""
    lightness = colour.lightnessF() + (by if lighter else -by)
    hue, strength = max(colour.hslHueF(), 0.0), colour.hslSaturationF()
    return QColor.fromHslF(hue, strength, min(max(lightness, 0.0), 1.0))


def _mixed(colour: QColor, ground: QColor, part: float) -> QColor:
    """The ground with a part of the colour in it."""
    red, green, blue = (
        one * part + other * (1 - part)
        for one, other in (
            (colour.redF(), ground.redF()),
            (colour.greenF(), ground.greenF()),
            (colour.blueF(), ground.blueF()),
        )
    )
    return QColor.fromRgbF(red, green, blue)
