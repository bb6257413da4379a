"""Keeping the plan: what may become of its file, its backups, and the dialogs about them."""
