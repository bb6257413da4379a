"""Where the files that are not code lie: icons, fonts, templates, word lists, translations."""

from pathlib import Path

_BUNDLED = Path(__file__).with_name("_assets")


def root() -> Path:
    """``_assets/`` beside this file in a wheel or a bundle, else the repository itself."""
    return _BUNDLED if _BUNDLED.is_dir() else Path(__file__).parent.parent


def resource(*parts: str) -> Path:
    """The path of a file or folder under ``resources/``.

    Raises FileNotFoundError when it is not there: the program is then packed wrongly.
    """
    return _existing(root().joinpath("resources", *parts))


def translations() -> Path:
    """The folder of the ``.ts`` files and what is compiled from them."""
    return _existing(root() / "translations")


def _existing(path: Path) -> Path:
    if not path.exists():
        raise FileNotFoundError(path)
    return path
