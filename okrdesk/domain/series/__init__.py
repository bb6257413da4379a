"""How a plan stood week by week, for charts and the dashboard."""
