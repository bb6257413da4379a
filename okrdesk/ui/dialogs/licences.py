"""The parts of the program and the licences they stand under; their texts ship with it."""

from typing import NamedTuple

from okrdesk.assets import resource


class Ingredient(NamedTuple):
    """A part, the short name of its licence, and the file with the whole text."""

    name: str
    licence: str
    file: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole licence."""
        return resource(*self.file).read_text(encoding="utf-8")


def _licence(name: str, licence: str, file: str) -> Ingredient:
    return Ingredient(name, licence, ("licences", f"{file}.txt"))


INGREDIENTS: tuple[Ingredient, ...] = (
    _licence("OKR Desk", "MIT", "okrdesk"),
    _licence("Qt, Qt for Python", "LGPL 3", "qt"),
    _licence("Python", "PSF", "python"),
    _licence("peewee", "MIT", "peewee"),
    _licence("Typst for Python", "Apache 2.0", "typst"),
    _licence("matplotlib", "PSF-like", "matplotlib"),
    _licence("NumPy", "BSD", "numpy"),
    _licence("Pillow", "MIT-CMU", "pillow"),
    _licence("fontTools", "MIT", "fonttools"),
    _licence("contourpy", "BSD", "contourpy"),
    _licence("cycler", "BSD", "cycler"),
    _licence("kiwisolver", "BSD", "kiwisolver"),
    _licence("packaging", "BSD", "packaging"),
    _licence("pyparsing", "MIT", "pyparsing"),
    _licence("python-dateutil", "Apache 2.0, BSD", "dateutil"),
    _licence("Babel", "BSD", "babel"),
    _licence("platformdirs", "MIT", "platformdirs"),
    Ingredient("Inter", "OFL 1.1", ("fonts", "OFL.txt")),
    Ingredient("Lucide", "ISC", ("icons", "LICENSE-lucide.txt")),
)
