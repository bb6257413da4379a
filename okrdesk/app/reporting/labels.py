"""The fixed words of a report, in its language."""

from okrdesk.reports.data import Labels
from okrdesk.text import Catalogue


def labels(catalogue: Catalogue) -> Labels:
    """All words of the pages that do not depend on the plan."""
    return Labels(
        in_short=catalogue("In short"),
        progress_chart=catalogue("Progress against expected"),
        objective=catalogue("Objective"),
        progress=catalogue("Progress"),
        status=catalogue("Status"),
        confidence=catalogue("Conf."),
        owner=catalogue("Owner"),
        legend=catalogue("The dark mark on each bar is the progress expected today."),
        key_results=catalogue("Key results"),
        key_result=catalogue("Key result"),
        start=catalogue("Start"),
        now=catalogue("Now"),
        target=catalogue("Target"),
        how_it_moved=catalogue("How it moved"),
        notes=catalogue("Check-in notes"),
        initiatives=catalogue("Initiatives"),
        done=catalogue("Done"),
        open=catalogue("Open"),
        kpis_to_move=catalogue("KPIs it should move"),
        attention=catalogue("Needs attention"),
        nothing_to_attend=catalogue("Nothing needs attention today."),
        why=catalogue("Why"),
        kpis=catalogue("KPIs"),
        kpi=catalogue("KPI"),
        trend=catalogue("Trend"),
        measured=catalogue("Measured"),
        expected=catalogue("Expected"),
        page=catalogue("Page {page} of {pages}", page="{page}", pages="{pages}"),
    )
