"""The dashboard: one look at a cycle, then decide. Every number opens what it counts."""
