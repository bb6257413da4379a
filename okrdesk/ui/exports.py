"""Jobs that write the plan, as it stands when they begin, to other files."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from okrdesk.app.settings import PAPER, REPORT_FOOTER, REPORT_LOGO, Settings
from okrdesk.domain.entities import Cycle
from okrdesk.domain.errors import UserError
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.text import Catalogue, Message
from okrdesk.ui.bridge import Bridge


class PlanJob:
    """Writes to a target; the file is there whole or not at all, so it cannot be stopped."""

    def __init__(self, bridge: Bridge, target: Path) -> None:
        self.snapshot, self.today, self.target = bridge.snapshot, bridge.today, target

    def run(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Path:
        """Does the work on the job's own scores; returns what was written."""
        progress(0, 1)
        if not cancelled():
            # Scores remember what they have counted, so a thread needs its own.
            self.write(self.snapshot, Scores(self.snapshot, self.today))
        return self.target

    def write(self, snapshot: Snapshot, scores: Scores) -> None:
        """Writes the target."""
        raise NotImplementedError


class ReportJob(PlanJob):
    """The progress report of a cycle as PDF."""

    def __init__(
        self, bridge: Bridge, target: Path, settings: Settings, cycle: Cycle | None
    ) -> None:
        super().__init__(bridge, target)
        self._cycle = cycle
        self._paper, self._logo, self._footer = (
            settings.get(setting) for setting in (PAPER, REPORT_LOGO, REPORT_FOOTER)
        )

    def write(self, snapshot: Snapshot, scores: Scores) -> None:
        from okrdesk.app.reporting import Own, logo_svg, make_report
        from okrdesk.exchange.whole_files import whole_files
        from okrdesk.reports.data import Paper

        if self._cycle is None:
            raise UserError(Message("A report needs one objective in a cycle."))
        report = make_report(
            snapshot,
            scores,
            cycle=self._cycle.id,
            day=self.today,
            catalogue=Catalogue(),
            paper=Paper(self._paper),
            own=Own(logo_svg(Path(self._logo)) if self._logo else "", self._footer),
        )
        with whole_files() as put:
            put(self.target, lambda file: file.write(report))


class CsvJob(PlanJob):
    """One CSV file for each table, in a folder."""

    def write(self, snapshot: Snapshot, scores: Scores) -> None:
        from okrdesk.app.exporting import export_csv

        self.target.mkdir(parents=True, exist_ok=True)
        export_csv(snapshot, scores, self.target)


def report_name(name: str, cycle: Cycle | None, today: date) -> str:
    """A name for the report: the plan's, the cycle's and the day's."""
    parts = (name, "" if cycle is None else cycle.name, today.isoformat())
    return " ".join(part for part in parts if part) + ".pdf"
