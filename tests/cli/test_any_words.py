"""Whatever is typed: an answer, or one line that says what is wrong."""

import contextlib
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okrdesk.app.clock import SystemClock
from okrdesk.app.examples import write_example
from okrdesk.app.workspace import Workspace
from okrdesk.cli.main import main
from okrdesk.domain import tables as t
from okrdesk.domain.ids import id_text

COMMANDS = ("show", "explain", "add", "set", "check-in", "history", "undo", "redo", "fly")
OPTIONS = (
    "--json",
    "--on",
    "--today",
    "--as",
    "--cycle",
    "--list",
    "--since",
    "--confidence",
    "--note",
    "--status",
    "--date",
    "--",
)
WORDS = (
    "2026-08-17",
    "0000-01-01",
    "kpis",
    "Mei",
    "mission",
    "Q3 2026",
    "objective",
    "key-result",
    "cycle",
    "owner=Mei",
    "title=",
    "target=1e308",
    "due=9999-12-31",
    "steps=;",
    "zones=:",
    "zones=a:1;b",
    "phases=x:y",
    "kind=rubric",
    "weight=nan",
    "hidden_levels=boss",
    "fiscal_start=13",
    "-5",
    "+5",
    "=",
    "inf",
    "yes",
    "",
    " ",
    "\x1b[31m",
    "\u202e",
    "🌼",
)
word = st.one_of(st.sampled_from(OPTIONS), st.sampled_from(WORDS), st.text(max_size=8))


@pytest.fixture(scope="module")
def some(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    path = tmp_path_factory.mktemp("any") / "mine.okrdesk"
    write_example(path, "personal", date(2026, 8, 17))
    plan = Workspace.open(path, clock=SystemClock(), write=False)
    plan.close()
    rows = [*plan.snapshot.ids(t.KEY_RESULT), *plan.snapshot.ids(t.OBJECTIVE)]
    return path, [id_text(row) for row in rows]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(command=st.sampled_from(COMMANDS), words=st.lists(word, max_size=5), data=st.data())
def test_any_words(
    command: str, words: list[str], data: st.DataObject, some: tuple[Path, list[str]]
) -> None:
    path, ids = some
    about = [data.draw(st.sampled_from(ids))] if data.draw(st.booleans()) else []
    arguments = [command, str(path), *about, *words]
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(arguments)
    assert code in {0, 1, 2}, (arguments, err.getvalue())
    assert err.getvalue().count("\n") == (code == 2)
