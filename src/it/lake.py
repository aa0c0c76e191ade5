"""Reads a lake with another Delta reader than Spark."""

from dataclasses import dataclass

from deltalake import DeltaTable


@dataclass(frozen=True)
class Content:
    """Columns with their types, and all rows in an order that depends on nothing but them."""

    columns: list
    rows: list


def release(lake):
    """The newest release: Delta version by table id."""
    rows = DeltaTable(lake / "ops/release").to_pyarrow_table().to_pylist()
    assert rows, f"{lake} has no release"
    newest = max(row["release_no"] for row in rows)
    return {row["table_id"]: row for row in rows if row["release_no"] == newest}


def read(lake, table_id, version, without=frozenset()):
    """One version of a table, without the columns named, as in ops.ingested_file.path."""
    table = DeltaTable(lake / table_id.replace(".", "/"), version=version).to_pyarrow_table()
    table = table.drop_columns(
        [name for name in table.column_names if f"{table_id}.{name}" in without]
    )
    columns = [(field.name, str(field.type)) for field in table.schema]
    rows = [tuple(row.values()) for row in table.to_pylist()]
    return Content(columns, sorted(rows, key=repr))


def released(lake, without=frozenset()):
    """Every table of the newest release, without the columns named."""
    return {
        table_id: read(lake, table_id, row["delta_version"], without)
        for table_id, row in release(lake).items()
    }


def differences(one, other):
    """What two lakes do not share, told by table, column and cell; nothing when they are equal."""
    if sorted(one) != sorted(other):
        return [f"tables {sorted(one)} and {sorted(other)}"]
    return [told for table_id in one for told in _between(table_id, one[table_id], other[table_id])]


def _between(table_id, one, other):
    if one.columns != other.columns:
        return [f"{table_id}: columns {one.columns} and {other.columns}"]
    if len(one.rows) != len(other.rows):
        return [f"{table_id}: {len(one.rows)} and {len(other.rows)} rows"]
    return [
        f"{table_id}.{name}: {left!r} and {right!r}"
        for here, there in zip(one.rows, other.rows)
        for (name, _), left, right in zip(one.columns, here, there)
        if (type(left), left) != (type(right), right)
    ][:5]
