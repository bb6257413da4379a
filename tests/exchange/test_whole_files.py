from pathlib import Path
from typing import BinaryIO

import pytest

from okrdesk.domain.errors import UserError
from okrdesk.exchange.whole_files import make_folder, whole_files


def test_files_are_there_and_nothing_beside_them(tmp_path: Path) -> None:
    with whole_files() as put:
        for name in ("a.csv", "b.csv"):
            put(tmp_path / name, lambda file: file.write(b"new"))
    found = sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir())
    assert found == [("a.csv", b"new"), ("b.csv", b"new")]


@pytest.mark.parametrize("error", [OSError(28, "No space left"), KeyboardInterrupt()])
def test_a_failed_write_leaves_the_old_file(tmp_path: Path, error: BaseException) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")

    def fail(file: BinaryIO) -> None:
        file.write(b"half")
        raise error

    with pytest.raises((UserError, KeyboardInterrupt)), whole_files() as put:
        put(tmp_path / "a.csv", fail)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.csv", b"old")]


def test_a_place_that_cannot_be_taken_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(UserError, match=r"a\.csv"), whole_files() as put:
        put(tmp_path / "a.csv", lambda file: file.write(b"new"))
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    with pytest.raises(UserError, match="Choose another folder"):
        make_folder(tmp_path / "taken")
    with pytest.raises(UserError, match="Your plan is not touched"), whole_files() as put:
        put(tmp_path / "taken" / "a.csv", lambda file: file.write(b""))


def test_a_plan_is_never_replaced(tmp_path: Path) -> None:
    plan = tmp_path / "plan.okrdesk"
    plan.write_bytes(b"SQLite format 3\0 and pages")
    with pytest.raises(UserError, match=r"is a plan\. It was not touched"), whole_files() as put:
        put(plan, lambda file: file.write(b"new"))
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [
        ("plan.okrdesk", b"SQLite format 3\0 and pages")
    ]


def test_a_name_that_no_file_can_have_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be written"), whole_files() as put:
        put(tmp_path / ("x" * 300), lambda file: file.write(b"new"))
