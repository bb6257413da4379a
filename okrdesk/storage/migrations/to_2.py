"""Version 2 adds the weekly journal: plans, progress and problems of people and teams."""

import sqlite3

_TABLE = (
    'CREATE TABLE "week_line" ("id" INTEGER NOT NULL PRIMARY KEY, "week" TEXT NOT NULL,'
    ' "text" TEXT NOT NULL, "part" TEXT NOT NULL, "team" INTEGER, "person" INTEGER,'
    ' "done" TEXT, "dropped" TEXT, "priority" TEXT, "health" TEXT, "position" REAL NOT NULL,'
    ' "author" INTEGER,'
    ' FOREIGN KEY ("team") REFERENCES "team" ("id") ON DELETE RESTRICT,'
    ' FOREIGN KEY ("person") REFERENCES "person" ("id") ON DELETE RESTRICT,'
    ' FOREIGN KEY ("author") REFERENCES "person" ("id") ON DELETE RESTRICT)'
)
_INDEXES = (
    'CREATE INDEX "of_week_line_team" ON "week_line" ("team")',
    'CREATE INDEX "of_week_line_person" ON "week_line" ("person")',
)


def migrate(connection: sqlite3.Connection) -> None:
    """Adds the table, empty."""
    for statement in (_TABLE, *_INDEXES):
        connection.execute(statement)
