"""The kinds of key result: what each declares, and how its progress is counted."""
