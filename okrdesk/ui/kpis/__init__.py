"""KPIs: the list, the values by period, and one KPI beside them."""
