"""The matrix of objectives and KPIs: a grid, the same as a table, the selected link, the gaps."""
