"""The system's own dialogs for files and folders."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from okrdesk.ui.translation import tr

SUFFIX = ".okrdesk"


def ask_open(parent: QWidget, folder: Path) -> Path | None:
    """Asks for a plan to open."""
    title = tr("Open a plan")
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), _plans())
    return Path(name) if name else None


def ask_save(parent: QWidget, title: str, proposal: Path) -> Path | None:
    """Asks where to write a plan; the name always ends in ``.okrdesk``."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposal), _plans())
    if not name:
        return None
    path = Path(name)
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def ask_copy(parent: QWidget, plan: Path) -> Path | None:
    """Asks where to write a copy of a plan."""
    proposal = plan.with_name(tr("{name} copy").format(name=plan.stem) + plan.suffix)
    return ask_save(parent, tr("Save a copy"), proposal)


def ask_pdf(parent: QWidget, proposal: Path) -> Path | None:
    """Asks where to write a report."""
    title = tr("Export a PDF report")
    kinds = tr("PDF documents (*.pdf)")
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposal), kinds)
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")


def ask_csv(parent: QWidget, proposal: Path) -> Path | None:
    """Asks where to write a table."""
    kinds = tr("CSV files (*.csv)")
    name, _ = QFileDialog.getSaveFileName(parent, tr("Export as CSV"), str(proposal), kinds)
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == ".csv" else path.with_name(path.name + ".csv")


def ask_picture(parent: QWidget, title: str) -> Path | None:
    """Asks for a picture."""
    kinds = tr("Pictures (*.png *.jpg *.jpeg *.svg)")
    name, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), kinds)
    return Path(name) if name else None


def ask_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Asks for a folder."""
    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(name) if name else None


def _plans() -> str:
    return tr("OKR Desk plans (*.okrdesk)")
