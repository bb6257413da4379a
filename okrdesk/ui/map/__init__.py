"""The alignment map: what supports what, by level."""
