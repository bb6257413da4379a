"""What dev.py does, in the standard library alone: it runs before anything is installed."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
"""The repository."""
OLDEST = (3, 11)
NEWEST = (3, 13)


class Trouble(Exception):
    """Something that stops a command; its text says what to do about it."""
