"""Reports from ReportData, one file a format."""
