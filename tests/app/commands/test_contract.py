"""What holds for every command: a newcomer writes one function, and this test finds it."""

from importlib import import_module
from inspect import Parameter, signature
from pkgutil import iter_modules

import pytest

from okrdesk.app import commands
from okrdesk.app.commands import Command

MODULES = [
    import_module(f"okrdesk.app.commands.{module.name}")
    for module in iter_modules(commands.__path__)
]
FOUND = {
    value.function.__name__: value
    for module in MODULES
    for value in vars(module).values()
    if isinstance(value, Command)
}


@pytest.mark.parametrize("name", sorted(FOUND))
def test_a_command_is_exported_described_and_named_for_undo(name: str) -> None:
    found = FOUND[name]
    assert getattr(commands, name) is found
    assert name in commands.__all__
    assert (found.__doc__ or "").strip().endswith(".")
    label = str(found.label)
    assert 3 <= len(label) <= 40
    assert label[0].isupper()
    assert not label.endswith(".")


@pytest.mark.parametrize("name", sorted(FOUND))
def test_a_command_takes_the_transaction_first_and_flags_by_name(name: str) -> None:
    first, *others = signature(FOUND[name].function).parameters.values()
    assert first.name == "tx"
    bare = [p for p in others if p.kind is not Parameter.KEYWORD_ONLY]
    assert [p.name for p in bare if p.annotation is bool] == []
