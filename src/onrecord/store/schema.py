"""Which schema a record has, and the way from an older one to ours. Alembic is loaded only where there is something to do."""

from __future__ import annotations

from importlib.resources import files

from sqlalchemy import Connection, inspect, text

from onrecord.errors import StoreError

# Every step there is, in order; a record names the last one it went through. A test holds this to the folder of steps.
STEPS = ("0001", "0002", "0003")
# The table that makes a database a record of ours.
VERSION_TABLE = "onrecord_schema"


def step_of(connection: Connection) -> str | None:
    """The last step a database went through; None where it is no record."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(text("SELECT version_num FROM onrecord_schema")).scalar()


def is_empty(connection: Connection) -> bool:
    """Whether a database (PostgreSQL: the schema that a connection makes tables in) holds nothing at all."""
    return not inspect(connection).get_table_names()


def check_step(name: str, step: str | None) -> bool:
    """Whether a record is up to date; False where steps are missing. Raises StoreError where it is no record, or a newer one."""
    if step is None:
        raise StoreError(name, "is no record of OnRecord", "no_record")
    if step not in STEPS:
        raise StoreError(name, f"was written by a newer version of OnRecord (schema {step}; this version knows {STEPS[-1]}); install that version to open it", "newer")
    return step == STEPS[-1]


def migrate(connection: Connection, to: str = STEPS[-1]) -> None:
    """Take the missing steps on a connection, inside its transaction: all of them or, where it ends otherwise, none."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("onrecord.store") / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    config.attributes["version_table"] = VERSION_TABLE
    command.upgrade(config, to)
