"""The words for the kinds of key results and for the fields that they declare."""

from okrdesk.text import Message

KIND_WORDS: dict[str, Message] = {
    "number": Message("Number"),
    "percent": Message("Percent"),
    "currency": Message("Money"),
    "ratio": Message("Ratio, such as 4:1"),
    "duration": Message("Duration"),
    "at_least": Message("At least (keep above)"),
    "at_most": Message("At most (keep below)"),
    "range": Message("Range (keep inside)"),
    "milestones": Message("Milestones"),
    "yes_no": Message("Yes or no"),
    "rubric": Message("Rubric"),
    "baseline": Message("Baseline (find out)"),
}

FIELD_WORDS: dict[str, Message] = {
    "start": Message("Start"),
    "target": Message("Target"),
    "low": Message("Lower limit"),
    "high": Message("Upper limit"),
    "warning": Message("Warning limit"),
    "unit": Message("Unit"),
    "decimals": Message("Decimals"),
    "method": Message("Counted as"),
    "empty_counts_as_missed": Message("A period without a value counts as missed"),
    "empty_counts": Message("A period without a value counts as missed"),
    "steps": Message("Steps"),
    "zones": Message("Zones"),
    "phases": Message("Expected on the way, if not evenly"),
    "start_date": Message("First day"),
    "due": Message("Due"),
    "weight": Message("Weight"),
}

CHOICE_WORDS: dict[str, Message] = {
    "binary": Message("Inside or not"),
    "hit_rate": Message("Share of periods inside"),
    "distance": Message("Distance to the limit"),
}

LIMIT_WORD = Message("Limit")
"""What the target is called where it is a limit."""
