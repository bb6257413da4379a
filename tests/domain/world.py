"""A small plan for tests of the rules, row by row, without commands."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from okrdesk.domain import tables as t
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import Horizon

Q3 = (date(2026, 7, 1), date(2026, 9, 30))
YEAR = (date(2026, 1, 1), date(2026, 12, 31))
TODAY = date(2026, 8, 17)


def amount(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


class World:
    """Collects rows; ``snapshot`` and ``scores`` are made of what is there."""

    def __init__(self, **rules: Any) -> None:
        self.rows: dict[str, list[Any]] = {}
        self._ids = count(1)
        self.organisation = self.add(t.ORGANISATION, name="Test", **rules)
        self.quarter = self.cycle("Q3 2026", Horizon.QUARTER, *Q3)

    def add(self, table: t.Table[Any], **fields: Any) -> int:
        row_id = next(self._ids)
        self.rows.setdefault(table.name, []).append(table.row(id=row_id, **fields))
        return row_id

    def cycle(self, name: str, horizon: Horizon, start: date, end: date, **fields: Any) -> int:
        return self.add(t.CYCLE, name=name, horizon=horizon, start=start, end=end, **fields)

    def objective(self, title: str = "Objective", **fields: Any) -> int:
        return self.add(t.OBJECTIVE, title=title, **{"cycle": self.quarter, **fields})

    def key_result(
        self,
        objective: int,
        kind: str = "number",
        *,
        start: object = 0,
        target: object = 100,
        due: date | None = None,
        values: Iterable[object] = (),
        limits: tuple[object, object] = (None, None),
        warning: object = None,
        **fields: Any,
    ) -> int:
        row = self.add(t.KEY_RESULT, objective=objective, title="Result", kind=kind, **fields)
        self.add(
            t.TERMS,
            key_result=row,
            valid_from=Q3[0],
            start=amount(start),
            target=amount(target),
            low=amount(limits[0]),
            high=amount(limits[1]),
            warning=amount(warning),
            due=due,
        )
        for value in values:
            self.check_in(row, value)
        return row

    def check_in(
        self, key_result: int, value: object = None, on: date = TODAY, **fields: Any
    ) -> int:
        entered = fields.pop("entered", f"{on}T09:00:00.{next(self._ids):03d}+00:00")
        return self.add(
            t.CHECK_IN,
            key_result=key_result,
            date=on,
            entered=entered,
            value=amount(value),
            **fields,
        )

    def link(self, child: int, *, contributes: bool = True, **target: Any) -> int:
        return self.add(t.LINK, child=child, contributes=contributes, **target)

    def step(self, key_result: int, **fields: Any) -> int:
        return self.add(t.STEP, key_result=key_result, title="Step", **fields)

    def change(self, table: t.Table[Any], row_id: int, **fields: Any) -> None:
        rows = self.rows[table.name]
        place = next(n for n, row in enumerate(rows) if row.id == row_id)
        rows[place] = rows[place]._replace(**fields)

    @property
    def snapshot(self) -> Snapshot:
        return Snapshot(self.rows)

    def scores(self, today: date = TODAY) -> Scores:
        return Scores(self.snapshot, today)
