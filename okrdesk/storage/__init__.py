"""The plan's file: SQLite behind one write path, its journal, its backups."""
