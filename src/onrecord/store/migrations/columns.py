"""Short forms for columns of the steps. Steps that exist rely on them: a new kind of column gets a new function, none of these changes."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa


def key() -> Any:
    """Text compared code point by code point."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def row() -> Any:
    """A row number, 64 bits wide on both databases."""
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def number(table: str) -> tuple[sa.Column[Any], sa.PrimaryKeyConstraint]:
    """The row number that is a table's primary key."""
    return sa.Column("seq", row(), nullable=False), sa.PrimaryKeyConstraint("seq", name=f"pk_{table}")


def refers(table: str, column: str, to: str, cascade: bool = True) -> sa.ForeignKeyConstraint:
    """A reference to another table's row, which takes this row with it when it goes."""
    return sa.ForeignKeyConstraint([column], [to], name=f"fk_{table}_{column}", ondelete="CASCADE" if cascade else None)
