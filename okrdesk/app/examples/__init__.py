"""The sample plans: a company with seven people, and one person's own year."""

from okrdesk.app.examples.build import EXAMPLES, write_example

__all__ = ["EXAMPLES", "write_example"]
