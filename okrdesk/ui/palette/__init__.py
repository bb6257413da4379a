"""The command palette: everything of the plan and of the program, by a few letters (ux.md O1)."""
