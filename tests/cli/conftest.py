import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from okrdesk.app.examples import write_example
from okrdesk.cli.main import main

TODAY = "2026-08-17"


class Result(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OKRDESK_HOME", str(tmp_path / "home"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object, today: str | None = TODAY) -> Result:
        clock = [] if today is None else ["--today", today]
        code = main([*clock, *map(str, arguments)])
        shown = capsys.readouterr()
        return Result(code, shown.out, shown.err)

    return call


@pytest.fixture(scope="session")
def _samples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("samples")
    for example in ("marigold", "personal"):
        write_example(folder / f"{example}.okrdesk", example, date.fromisoformat(TODAY))
    return {path.stem: path.read_bytes() for path in folder.glob("*.okrdesk")}


@pytest.fixture
def plan(tmp_path: Path, _samples: dict[str, bytes]) -> Path:
    path = tmp_path / "sample.okrdesk"
    path.write_bytes(_samples["marigold"])
    return path


@pytest.fixture
def mine(tmp_path: Path, _samples: dict[str, bytes]) -> Path:
    path = tmp_path / "mine.okrdesk"
    path.write_bytes(_samples["personal"])
    return path


@pytest.fixture
def find(run: Run) -> Callable[[Path, str], dict[str, Any]]:
    """The item with a title, as `show --json` gives it."""

    def item(path: Path, title: str) -> dict[str, Any]:
        items = run("show", path, "--json").json["items"]
        (found,) = [item for item in items if item["title"] == title]
        return dict(found)

    return item
