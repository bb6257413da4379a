"""Checking in: the form of one key result, and the page with the queue of all that are due."""
