"""Progress reports of a plan on a day."""

from okrdesk.app.reporting.logo import logo_svg
from okrdesk.app.reporting.report import Own, make_report, report_data

__all__ = ["Own", "logo_svg", "make_report", "report_data"]
