"""The recipes of CONTRIBUTING.md: one new file and one edited line."""

import re
from importlib import import_module

import pytest

from tests.architecture.source import ROOT, files, text

TUPLES = [
    ("okrdesk.domain.key_results", "KINDS"),
    ("okrdesk.reports", "FORMATS"),
    ("okrdesk.charts", "CHARTS"),
]


@pytest.mark.parametrize(("package", "name"), TUPLES)
def test_a_member_is_a_file_of_its_package_and_a_line_of_its_tuple(package: str, name: str) -> None:
    members = getattr(import_module(package), name)
    assert isinstance(members, tuple)
    homes = {type(member).__module__ for member in members}
    assert {home.rpartition(".")[0] for home in homes} == {package}
    assert len({member.id for member in members}) == len(members), "each has an id of its own"


def test_the_recipes_name_what_there_is() -> None:
    table = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Recipes")[2]
    places = re.findall(r"`(okrdesk/[\w/]+?)(?:/\w+\.py)?/?`", table.partition("\n## ")[0])
    assert len(places) >= 5
    assert [place for place in places if not (ROOT / place).is_dir()] == []
    assert "`okrdesk/ui/actions/`" in table


def test_commands_stand_in_the_folder_of_commands() -> None:
    exported = import_module("okrdesk.app.commands").__all__
    defined = "\n".join(text(path) for path in files("okrdesk/app/commands"))
    assert [name for name in exported if f"def {name}(" not in defined and name[0].islower()] == []
