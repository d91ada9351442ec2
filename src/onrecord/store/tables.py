"""The tables, the same on SQLite and PostgreSQL. Full text is beside them, made by the migrations (`fulltext.py` asks it).

Rows refer to each other by row numbers, which never leave the store; ids of the record stand in columns of their own. Text columns that other rows or
exports are sorted by compare code points on both databases. Urls and names can be longer than an index entry of PostgreSQL, so names are looked up by their
sha256 and urls are not indexed. docs/record.md explains each table; a test holds the migrations to this module.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "pk": "pk_%(table_name)s",
    }
)
# Row numbers: SQLite's own are 64 bits wide under the name of INTEGER.
Row = BigInteger().with_variant(Integer(), "sqlite")
# Compared code point by code point, whatever the database's language.
Key = Text().with_variant(Text(collation="C"), "postgresql")

contents = Table(
    "contents",
    metadata,
    Column("text_id", Key, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
reports = Table(
    "reports",
    metadata,
    Column("seq", Row, primary_key=True),
    Column("id", Key, nullable=False, unique=True),
    Column("text_id", ForeignKey("contents.text_id"), nullable=False, index=True),
    Column("told", Text, nullable=False),
    Column("url", Key),
    Column("title", Text),
    Column("publisher", Text),
    Column("publisher_key", Text),
    Column("published", Key),
    Column("published_first", Key, index=True),
    Column("published_last", Key),
    Column("reader", Text, nullable=False),
    Column("language", Key),
    Column("coded", Key),
    Column("fictional", Boolean, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("text", Text, nullable=False),
)
found = Table(
    "found",
    metadata,
    Column("seq", Row, primary_key=True),
    Column("report", ForeignKey("reports.seq", ondelete="CASCADE"), nullable=False),
    Column("name", Key, nullable=False),
    Column("name_sha256", Key, nullable=False, index=True),
    UniqueConstraint("report", "name_sha256"),
)
coders = Table(
    "coders",
    metadata,
    Column("seq", Row, primary_key=True),
    Column("digest", Key, nullable=False, unique=True),
    Column("version", Text, nullable=False),
)
results = Table(
    "results",
    metadata,
    Column("seq", Row, primary_key=True),
    Column("report", ForeignKey("reports.seq", ondelete="CASCADE"), nullable=False),
    Column("coder", ForeignKey("coders.seq"), nullable=False),
    Column("current", Boolean, nullable=False),
    Column("record", LargeBinary, nullable=False),
    UniqueConstraint("report", "coder"),
    Index("ix_results_coder", "coder"),
)
Index("uq_results_current", results.c.report, unique=True, sqlite_where=results.c.current, postgresql_where=results.c.current)
events = Table(
    "events",
    metadata,
    Column("seq", Row, primary_key=True),
    Column("report", ForeignKey("reports.seq", ondelete="CASCADE"), nullable=False, index=True),
    Column("id", Key, nullable=False, index=True),
    Column("type", Key, nullable=False, index=True),
    Column("deed_type", Key),
    Column("status", Key, nullable=False, index=True),
    Column("background", Boolean, nullable=False),
    Column("earliest", Key, index=True),
    Column("latest", Key),
    Column("count_min", BigInteger),
    Column("count_max", BigInteger),
    Column("may_repeat", Key),
    Column("confidence", Float, nullable=False),
)
event_parties = Table(
    "event_parties",
    metadata,
    Column("seq", Row, primary_key=True),
    Column("event", ForeignKey("events.seq", ondelete="CASCADE"), nullable=False, index=True),
    Column("role", Key, nullable=False),
    Column("entity", Key, nullable=False),
    Column("name", Text, nullable=False),
    Column("names_key", Text, nullable=False),
    Column("kind", Key, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("inferred", Boolean, nullable=False),
)
event_countries = Table(
    "event_countries",
    metadata,
    Column("seq", Row, primary_key=True),
    Column("event", ForeignKey("events.seq", ondelete="CASCADE"), nullable=False, index=True),
    Column("role", Key, nullable=False),
    Column("country", Key, nullable=False, index=True),
)
event_places = Table(
    "event_places",
    metadata,
    Column("seq", Row, primary_key=True),
    Column("event", ForeignKey("events.seq", ondelete="CASCADE"), nullable=False, index=True),
    Column("role", Key, nullable=False),
    Column("name", Text, nullable=False),
    Column("names_key", Text, nullable=False),
    Column("precision", Key, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
)
assertions = Table(
    "assertions",
    metadata,
    Column("seq", Row, primary_key=True),
    Column("event", ForeignKey("events.seq", ondelete="CASCADE"), nullable=False, index=True),
    Column("attribution", Key),
    Column("source", Text),
    Column("source_kind", Key),
    Column("status", Key, nullable=False),
)
issues = Table(
    "issues",
    metadata,
    Column("seq", Row, primary_key=True),
    Column("report", ForeignKey("reports.seq", ondelete="CASCADE"), index=True),
    Column("name", Key),
    Column("name_sha256", Key, index=True),
    Column("code", Key, nullable=False, index=True),
    Column("severity", Key, nullable=False),
    Column("message", Key, nullable=False),
    Column("linked", Boolean, nullable=False),
    # A report's issue is shown under the report's names, a trouble under its own.
    CheckConstraint("(report IS NULL) <> (name IS NULL)", name="of_one"),
)
origins = Table(
    "origins",
    metadata,
    Column("seq", Row, primary_key=True),
    Column("story", Key, nullable=False),
    Column("id", Key, nullable=False),
    Column("kind", Key, nullable=False),
    Column("name", Text),
    Column("interested", Boolean),
    Column("first_published", Key),
    Column("reasons", Text, nullable=False),
    UniqueConstraint("story", "id"),
)
origin_members = Table(
    "origin_members",
    metadata,
    Column("seq", Row, primary_key=True),
    Column("origin", ForeignKey("origins.seq", ondelete="CASCADE"), nullable=False),
    Column("report", ForeignKey("reports.seq", ondelete="CASCADE"), nullable=False, index=True),
    UniqueConstraint("origin", "report"),
)
versions = Table(
    "versions",
    metadata,
    Column("seq", Row, primary_key=True),
    Column("url", Key, nullable=False),
    Column("position", Integer, nullable=False),
    Column("copy", Boolean, nullable=False),
    Column("report", ForeignKey("reports.seq", ondelete="CASCADE"), nullable=False, index=True),
)
relations = Table(
    "relations",
    metadata,
    Column("seq", Row, primary_key=True),
    Column("by_report", ForeignKey("reports.seq", ondelete="CASCADE"), nullable=False, index=True),
    Column("report", ForeignKey("reports.seq", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", Key, nullable=False),
    Column("rule", Key, nullable=False),
    Column("spans", Text, nullable=False),
)
withdrawals = Table(
    "withdrawals",
    metadata,
    Column("seq", Row, primary_key=True),
    Column("report", ForeignKey("reports.seq", ondelete="CASCADE"), nullable=False, index=True),
    Column("by_report", ForeignKey("reports.seq", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", Key, nullable=False),
    Column("reason", Text, nullable=False),
    Column("event", Key),
    Column("attribution", Key),
    Column("every_assertion", Boolean, nullable=False),
)
sketches = Table(
    "sketches",
    metadata,
    Column("report", ForeignKey("reports.seq", ondelete="CASCADE"), primary_key=True),
    Column("kind", Key, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
notes = Table(
    "notes",
    metadata,
    Column("name", Key, primary_key=True),
    Column("value", Text, nullable=False),
)
