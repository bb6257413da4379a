"""Painted and composed widgets without knowledge of the plan's file."""
