"""The tables of the file as peewee models, made from the declaration of the rows.

The models write the schema and single rows; whole tables are read and written as plain tuples.
"""

from collections.abc import Callable, Mapping
from typing import Any

import peewee

from okrdesk.domain.tables import TABLES, OnDelete, Ref, Table
from okrdesk.storage.rows import COLUMNS, Column, SqlValue


class _TextField(peewee.Field):
    """Text as it is: a decimal in it keeps every digit."""

    field_type = "TEXT"


class _AnyField(peewee.Field):
    """A value of any type, which SQLite keeps as it came."""

    field_type = ""


_FIELDS: Mapping[str, type[peewee.Field]] = {
    "INTEGER": peewee.IntegerField,
    "REAL": peewee.FloatField,
    "TEXT": _TextField,
}


def _model(name: str, fields: Mapping[str, object], **meta: object) -> type[peewee.Model]:
    options = type("Meta", (), {"table_name": name, "legacy_table_names": False, **meta})
    made: type[peewee.Model] = type(name, (peewee.Model,), {**fields, "Meta": options})
    return made


def _table_model(table: Table[Any], known: Mapping[str, type[peewee.Model]]) -> type[peewee.Model]:
    targets = {ref.field: ref for ref in table.refs}
    fields = {
        column.name: _field(table, column, targets.get(column.name), known)
        for column in COLUMNS[table.name]
    }
    model = _model(table.name, fields)
    for ref in filter(_serves, table.refs):
        name = f"of_{table.name}_{ref.field}"
        model.add_index(peewee.ModelIndex(model, [fields[ref.field]], name=name))
    return model


def _field(
    table: Table[Any], column: Column, ref: Ref | None, known: Mapping[str, type[peewee.Model]]
) -> peewee.Field:
    if column.name == "id":
        return peewee.IntegerField(primary_key=True)
    if ref is None:
        return _FIELDS[column.sql_type](null=column.nullable)
    target: Any = "self" if ref.target == table.name else known[ref.target]
    field: peewee.Field = peewee.ForeignKeyField(
        target,
        column_name=column.name,
        null=column.nullable,
        on_delete="RESTRICT",
        backref="+",
        index=False,
    )
    return field


def _serves(ref: Ref) -> bool:
    """Deleting looks for what refers to a row; people are deleted too rarely to pay for it."""
    return ref.target != "person" or ref.on_delete is not OnDelete.CLEAR


def _models() -> dict[str, type[peewee.Model]]:
    made: dict[str, type[peewee.Model]] = {}
    for table in TABLES:
        made[table.name] = _table_model(table, made)
    return made


MODELS: dict[str, type[peewee.Model]] = _models()
"""The model of each table of the plan, by name."""

TXN = _model(
    "txn",
    {
        "id": peewee.IntegerField(primary_key=True),
        "device": _TextField(),
        "seq": peewee.IntegerField(),
        "hlc": peewee.IntegerField(),
        "at": _TextField(),
        "day": _TextField(),
        "author": peewee.IntegerField(null=True),
        "label": _TextField(),
        "seen": _TextField(),
        "undoes": peewee.IntegerField(null=True),
        "redoes": peewee.IntegerField(null=True),
    },
)
OP = _model(
    "op",
    {
        "txn": peewee.ForeignKeyField(
            TXN, column_name="txn", on_delete="RESTRICT", backref="+", index=False
        ),
        "n": peewee.IntegerField(),
        "tbl": _TextField(),
        "row": peewee.IntegerField(),
        "field": _TextField(),
        "old": _AnyField(null=True),
        "new": _AnyField(null=True),
    },
    primary_key=peewee.CompositeKey("txn", "n"),
    without_rowid=True,
)
META = _model("meta", {"name": _TextField(primary_key=True), "value": _TextField()})


def statements() -> list[str]:
    """The SQL that makes an empty plan."""
    database = peewee.SqliteDatabase(None)
    made = [*MODELS.values(), TXN, OP, META]
    with database.bind_ctx(made, bind_refs=False, bind_backrefs=False):
        return [sql for model in made for sql in _statements(model)]


def _statements(model: type[peewee.Model]) -> list[str]:
    schema: Any = peewee.SchemaManager(model)
    contexts = [
        schema._create_table(safe=False),  # noqa: SLF001  # the only way to the SQL unrun
        *schema._create_indexes(safe=False),  # noqa: SLF001  # the only way to the SQL unrun
    ]
    return [str(context.query()[0]) for context in contexts]


Execute = Callable[[str, tuple[SqlValue, ...]], object]


def insert(execute: Execute, name: str, values: Mapping[str, SqlValue]) -> None:
    """Adds one row."""
    _run(execute, MODELS[name].insert(values))


def update(execute: Execute, name: str, row_id: int, values: Mapping[str, SqlValue]) -> None:
    """Sets fields of one row."""
    model = MODELS[name]
    _run(execute, model.update(values).where(_id(model) == row_id))


def delete(execute: Execute, name: str, row_id: int) -> None:
    """Removes one row."""
    model = MODELS[name]
    _run(execute, model.delete().where(_id(model) == row_id))


def _id(model: type[peewee.Model]) -> Any:
    return getattr(model, "id")  # noqa: B009  # the models are made, so no type knows their fields


def _run(execute: Execute, query: Any) -> None:
    sql, values = query.sql()
    execute(sql, tuple(values))
