"""Hosts of the matplotlib canvas."""
