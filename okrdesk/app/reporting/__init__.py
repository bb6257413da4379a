"""Progress reports of a plan on a day."""

from okrdesk.app.reporting.report import make_report, report_data

__all__ = ["make_report", "report_data"]
