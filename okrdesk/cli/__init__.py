"""The command line; it never loads Qt."""
