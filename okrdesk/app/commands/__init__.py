"""Every change to a plan: plain typed functions on a transaction."""
