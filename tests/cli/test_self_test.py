from pathlib import Path

import pytest

from okrdesk.cli import self_test
from okrdesk.text import Message
from tests.cli.conftest import Run


def test_self_test(run: Run) -> None:
    result = run("self-test")
    assert (result.code, result.err) == (0, "")
    assert all(line.startswith("ok      ") for line in result.out.splitlines())
    assert len(result.out.splitlines()) == len(self_test.CHECKS)


def test_what_does_not_work(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_folder: Path) -> None:
        raise FileNotFoundError("fonts")

    checks = (self_test.Check(Message("fonts"), missing), self_test.CHECKS[0])
    monkeypatch.setattr(self_test, "CHECKS", checks)
    result = run("self-test")
    assert result.code == 1
    assert result.out.splitlines()[0] == "FAILED  fonts: FileNotFoundError: fonts"
    assert result.out.splitlines()[1].startswith("ok ")


def test_a_wrong_answer_is_a_failure(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("okrdesk.app.reporting.make_report", lambda *_args, **_words: b"")
    result = run("self-test")
    assert result.code == 1
    assert "FAILED  a report as PDF: RuntimeError: not what was expected" in result.out
