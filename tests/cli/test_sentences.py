"""A key result is read out of its sentence on the command line, too."""

from decimal import Decimal
from pathlib import Path

from okrdesk.domain.tables import KEY_RESULT, TERMS
from tests.cli.conftest import Run
from tests.cli.test_edit import snapshot


def test_a_sentence_is_read_unless_fields_say_how_it_is_measured(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "mine.okrdesk"
    run("new", plan)
    objective = run("add", plan, "objective", "Delight").out.strip()
    run("add", plan, "key-result", objective, "Cut churn from 6 % to 4 %")
    run("add", plan, "key-result", objective, "Reach 50 towns", "start=10", "target=40")
    rows = list(snapshot(plan).rows(KEY_RESULT))
    terms = [snapshot(plan).children(TERMS, "key_result", row.id)[0] for row in rows]
    read = {row.kind: (own.start, own.target) for row, own in zip(rows, terms, strict=True)}
    assert read == {
        "percent": (Decimal(6), Decimal(4)),
        "number": (Decimal(10), Decimal(40)),
    }
