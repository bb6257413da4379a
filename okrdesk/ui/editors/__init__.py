"""Where a person edits one row of the plan."""
