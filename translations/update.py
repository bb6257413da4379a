"""Collects the texts of the program into ``okrdesk_<lang>.ts`` and compiles them for Qt.

    python3 dev.py translate         brings every language up to date
    python3 dev.py translate de      begins one

Qt's lupdate does not know ``Message`` nor ``@command``, so the texts are read from the syntax
tree. English (its plural forms) and the pseudo-language are made, never edited.
"""

import argparse
import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "translations"
sys.path.insert(0, str(ROOT))

from okrdesk.text import PSEUDO, SOURCE, english, pseudo  # noqa: E402  # a script: the path first

PLAIN = "Message"
"""The context of the texts that do not stand in a Qt class."""
MESSAGES = ("Message", "catalogue", "command", "refuse")


class Text(NamedTuple):
    """One text of the program. ``plural``: it has a form for each number."""

    context: str
    source: str
    plural: bool


def collect(folder: Path) -> list[Text]:
    """Every text of the Python files under the folder, once each, in order of context."""
    found: set[Text] = set()
    for path in folder.rglob("*.py"):
        found.update(_texts(ast.parse(path.read_text("utf-8"), str(path)), PLAIN))
    return sorted(found)


def _texts(node: ast.AST, context: str) -> Iterator[Text]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and (text := _text(child, context)):
            yield text
        yield from _texts(child, child.name if isinstance(child, ast.ClassDef) else context)


def _text(call: ast.Call, context: str) -> Text | None:
    name = ast.unparse(call.func).rpartition(".")[2]
    named = {keyword.arg for keyword in call.keywords}
    given = [part.value if isinstance(part, ast.Constant) else None for part in call.args]
    if name in {"translate", "QT_TRANSLATE_NOOP"}:
        context, given = str(given[0] or PLAIN), given[1:]
    elif name in MESSAGES or isinstance(call.func, ast.Name):
        context = PLAIN
    if name not in {"tr", "translate", "QT_TRANSLATE_NOOP", *MESSAGES}:
        return None
    if not given or not isinstance(given[0], str) or not given[0]:
        return None
    return Text(context, given[0], len(given) > 2 or bool(named & {"count", "n"}))


def write(language: str, texts: Iterable[Text]) -> Path:
    """Writes the language's file anew, with what was translated before."""
    path = FOLDER / f"okrdesk_{language}.ts"
    made = language in {SOURCE, PSEUDO}
    known = {} if made else _known(path)
    root = ET.Element("TS", version="2.1", language=SOURCE if made else language)
    contexts: dict[str, ET.Element] = {}
    for text in texts:
        if text.context not in contexts:
            contexts[text.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[text.context], "name").text = text.context
        if text.plural or language != SOURCE:
            _add(contexts[text.context], text, _forms(language, text, known))
    ET.indent(root, "    ")
    body = ET.tostring(root, "unicode")
    fresh = _beside(path)
    fresh.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")
    fresh.replace(path)
    return path


def _beside(path: Path) -> Path:
    """Where a file is made before it takes the place of this one.

    A program that is running has the old file mapped into its memory, and would be killed if that
    became shorter.
    """
    return path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}")


def _forms(language: str, text: Text, known: dict[tuple[str, str], list[str]]) -> list[str]:
    """The translated forms; none when nobody translated it yet."""
    if language not in {SOURCE, PSEUDO}:
        return known.get(text[:2], [])
    counts = (1, 2) if text.plural else (None,)
    forms = [english(text.source, count) for count in counts]
    return [pseudo(form) for form in forms] if language == PSEUDO else forms


def _add(context: ET.Element, text: Text, forms: list[str]) -> None:
    message = ET.SubElement(context, "message", {"numerus": "yes"} if text.plural else {})
    ET.SubElement(message, "source").text = text.source
    state = {} if forms else {"type": "unfinished"}
    translation = ET.SubElement(message, "translation", state)
    if not text.plural:
        translation.text = "".join(forms)
        return
    for form in forms or [""]:
        ET.SubElement(translation, "numerusform").text = form


def _known(path: Path) -> dict[tuple[str, str], list[str]]:
    if not path.exists():
        return {}
    known = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314  # our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") is None:
                forms = translation.findall("numerusform") or [translation]
                key = (context.findtext("name", ""), message.findtext("source", ""))
                known[key] = [form.text or "" for form in forms]
    return known


def compile_for_qt(paths: Iterable[Path]) -> None:
    """Makes the ``.qm`` beside each ``.ts``, by the lrelease of this Python's PySide6."""
    beside = str(Path(sys.executable).parent)
    program = shutil.which("pyside6-lrelease", path=beside) or shutil.which("pyside6-lrelease")
    if not program:
        sys.exit("pyside6-lrelease is missing: install PySide6-Essentials.")
    for path in paths:
        made = path.with_suffix(".qm")
        fresh = _beside(made)
        subprocess.run([program, "-silent", str(path), "-qm", str(fresh)], check=True)
        fresh.replace(made)


def update(*begun: str) -> list[Path]:
    """Writes and compiles every language; returns what the program is shipped with."""
    there = {path.stem.removeprefix("okrdesk_") for path in FOLDER.glob("okrdesk_*.ts")}
    texts = collect(ROOT / "okrdesk")
    paths = [write(language, texts) for language in sorted({SOURCE, PSEUDO, *there, *begun})]
    compile_for_qt(paths)
    return [*paths, *(path.with_suffix(".qm") for path in paths)]


def main() -> None:
    """Runs the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("language", nargs="*", help="a language to begin, such as de")
    update(*parser.parse_args().language)


if __name__ == "__main__":
    main()
