"""The weekly journal: plans, progress and problems, or four squares."""
