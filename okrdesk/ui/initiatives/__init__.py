"""The initiatives: the few things that are done to move key results."""
