"""Collecting the program's texts, and compiling them for Qt."""

import importlib.util
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType

import pytest

from okrdesk.text import Catalogue

ROOT = Path(__file__).parents[2]
SOURCE = """
class Page(QWidget):
    def __init__(self):
        self.setWindowTitle(self.tr("Plan"))
        self.label(self.tr("%n week(s)", "", 3))
        name = QCoreApplication.translate("Menu", "Open")
        self.tr(name)
        self.setToolTip(tr("A tip") + QCoreApplication.translate(MESSAGES, "Elsewhere"))

@command("Rename {title}")
def rename():
    raise UserError(Message("Nothing is called “{name}”.", {"name": 1}))

def late(catalogue):
    return catalogue("%n (person|people) (is|are) late", count=2), print("not shown"), tr("")
"""


@pytest.fixture
def update(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, writing into a folder of its own."""
    spec = importlib.util.spec_from_file_location("update", ROOT / "translations" / "update.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "okrdesk").mkdir()
    (tmp_path / "okrdesk" / "page.py").write_text(SOURCE, encoding="utf-8")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    return module


def test_every_text_is_found_with_its_context(update: ModuleType, tmp_path: Path) -> None:
    assert [tuple(text) for text in update.collect(tmp_path / "okrdesk")] == [
        ("Menu", "Open", False),
        ("Message", "%n (person|people) (is|are) late", True),
        ("Message", "A tip", False),
        ("Message", "Elsewhere", False),
        ("Message", "Nothing is called “{name}”.", False),
        ("Message", "Rename {title}", False),
        ("Page", "%n week(s)", True),
        ("Page", "Plan", False),
    ]


def test_english_and_the_pseudo_language_are_made(update: ModuleType, tmp_path: Path) -> None:
    shipped = {path.name for path in update.update()}
    assert shipped == {f"okrdesk_{name}" for name in ("en.ts", "en.qm", "xx.ts", "xx.qm")}
    assert (tmp_path / "okrdesk_xx.qm").stat().st_size > 0
    assert "⟦Płåñ··⟧" in (tmp_path / "okrdesk_xx.ts").read_text("utf-8")
    english = (tmp_path / "okrdesk_en.ts").read_text("utf-8")
    assert "<numerusform>%n person is late</numerusform>" in english
    assert "Plan" not in english


def test_files_are_exchanged_whole_under_a_program_that_has_them_open(
    update: ModuleType, tmp_path: Path
) -> None:
    before = {path: path.stat().st_ino for path in update.update()}
    with ExitStack() as held:
        for path in before:
            held.enter_context(path.open("rb"))
        assert all(path.stat().st_ino != before[path] for path in update.update())
    left = {path.name for path in tmp_path.iterdir() if path.is_file()}
    assert left == {path.name for path in before}


def test_a_language_keeps_what_was_translated(update: ModuleType, tmp_path: Path) -> None:
    update.update("de")
    path = tmp_path / "okrdesk_de.ts"
    begun = path.read_text("utf-8")
    assert begun.count('type="unfinished"') == 8
    german = begun.replace(
        '<source>Plan</source>\n            <translation type="unfinished" />',
        "<source>Plan</source>\n            <translation>Der Plan</translation>",
    )
    assert german != begun
    path.write_text(german, encoding="utf-8")
    update.update()
    assert path.read_text("utf-8") == german
    assert Catalogue("de", tmp_path)("Plan") == "Der Plan"
