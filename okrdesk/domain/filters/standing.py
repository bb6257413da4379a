"""The saved views that every plan has."""

from okrdesk.domain.filters.query import Condition, Query

NEEDS_ATTENTION = Query((Condition("is", ("attention",)),))
"""At risk, stale or without owner."""
MY_OBJECTIVES = Query((Condition("is", ("mine",)),))
"""What the person at this keyboard owns."""
NOT_ALIGNED = Query((Condition("is", ("unaligned",)),))
"""Objectives that support nothing."""
