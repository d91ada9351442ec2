"""Reports and their bytes, results, the flat rows of current results, issues, full text."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from onrecord.store.migrations.columns import key, number, refers, row

revision = "0001"
down_revision = None


def upgrade() -> None:
    _reports()
    _results()
    _events()
    _parts_of_events()
    _issues()
    if op.get_bind().dialect.name == "postgresql":
        _words_of_postgresql()
    else:
        _words_of_sqlite()


def _reports() -> None:
    op.create_table(
        "contents",
        sa.Column("text_id", key(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("text_id", name="pk_contents"),
    )
    op.create_table(
        "reports",
        *number("reports"),
        sa.Column("id", key(), nullable=False),
        sa.Column("text_id", key(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("url", key()),
        sa.Column("title", sa.Text()),
        sa.Column("publisher", sa.Text()),
        sa.Column("publisher_key", sa.Text()),
        sa.Column("published", key()),
        sa.Column("published_first", key()),
        sa.Column("published_last", key()),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("language", key()),
        sa.Column("coded", key()),
        sa.Column("fictional", sa.Boolean(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        refers("reports", "text_id", "contents.text_id", cascade=False),
        sa.UniqueConstraint("id", name="uq_reports_id"),
    )
    op.create_index("ix_reports_text_id", "reports", ["text_id"])
    op.create_index("ix_reports_published_first", "reports", ["published_first"])
    op.create_table(
        "found",
        *number("found"),
        sa.Column("report", row(), nullable=False),
        sa.Column("name", key(), nullable=False),
        sa.Column("name_sha256", key(), nullable=False),
        refers("found", "report", "reports.seq"),
        sa.UniqueConstraint("report", "name_sha256", name="uq_found_report_name_sha256"),
    )
    op.create_index("ix_found_name_sha256", "found", ["name_sha256"])
    op.create_table("notes", sa.Column("name", key(), nullable=False), sa.Column("value", sa.Text(), nullable=False), sa.PrimaryKeyConstraint("name", name="pk_notes"))


def _results() -> None:
    op.create_table(
        "coders",
        *number("coders"),
        sa.Column("digest", key(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.UniqueConstraint("digest", name="uq_coders_digest"),
    )
    op.create_table(
        "results",
        *number("results"),
        sa.Column("report", row(), nullable=False),
        sa.Column("coder", row(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        refers("results", "report", "reports.seq"),
        refers("results", "coder", "coders.seq", cascade=False),
        sa.UniqueConstraint("report", "coder", name="uq_results_report_coder"),
    )
    op.create_index("ix_results_coder", "results", ["coder"])
    op.create_index("uq_results_current", "results", ["report"], unique=True, sqlite_where=sa.text("current"), postgresql_where=sa.text("current"))


def _events() -> None:
    op.create_table(
        "events",
        *number("events"),
        sa.Column("report", row(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("type", key(), nullable=False),
        sa.Column("deed_type", key()),
        sa.Column("status", key(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("earliest", key()),
        sa.Column("latest", key()),
        sa.Column("count_min", sa.BigInteger()),
        sa.Column("count_max", sa.BigInteger()),
        sa.Column("confidence", sa.Float(), nullable=False),
        refers("events", "report", "reports.seq"),
    )
    for column in ("report", "id", "type", "status", "earliest"):
        op.create_index(f"ix_events_{column}", "events", [column])
    op.create_table(
        "assertions",
        *number("assertions"),
        sa.Column("event", row(), nullable=False),
        sa.Column("attribution", key()),
        sa.Column("source", sa.Text()),
        sa.Column("source_kind", key()),
        sa.Column("status", key(), nullable=False),
        refers("assertions", "event", "events.seq"),
    )
    op.create_index("ix_assertions_event", "assertions", ["event"])


def _parts_of_events() -> None:
    op.create_table(
        "event_parties",
        *number("event_parties"),
        sa.Column("event", row(), nullable=False),
        sa.Column("role", key(), nullable=False),
        sa.Column("entity", key(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("names_key", sa.Text(), nullable=False),
        sa.Column("kind", key(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("inferred", sa.Boolean(), nullable=False),
        refers("event_parties", "event", "events.seq"),
    )
    op.create_table(
        "event_countries",
        *number("event_countries"),
        sa.Column("event", row(), nullable=False),
        sa.Column("role", key(), nullable=False),
        sa.Column("country", key(), nullable=False),
        refers("event_countries", "event", "events.seq"),
    )
    op.create_index("ix_event_countries_country", "event_countries", ["country"])
    op.create_table(
        "event_places",
        *number("event_places"),
        sa.Column("event", row(), nullable=False),
        sa.Column("role", key(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("names_key", sa.Text(), nullable=False),
        sa.Column("precision", key(), nullable=False),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        refers("event_places", "event", "events.seq"),
    )
    for table in ("event_parties", "event_countries", "event_places"):
        op.create_index(f"ix_{table}_event", table, ["event"])


def _issues() -> None:
    op.create_table(
        "issues",
        *number("issues"),
        sa.Column("report", row()),
        sa.Column("name", key()),
        sa.Column("name_sha256", key()),
        sa.Column("code", key(), nullable=False),
        sa.Column("severity", key(), nullable=False),
        sa.Column("message", key(), nullable=False),
        sa.Column("linked", sa.Boolean(), nullable=False),
        refers("issues", "report", "reports.seq"),
        sa.CheckConstraint("(report IS NULL) <> (name IS NULL)", name="ck_issues_of_one"),
    )
    for column in ("report", "name_sha256", "code"):
        op.create_index(f"ix_issues_{column}", "issues", [column])


def _words_of_sqlite() -> None:
    """FTS5 over the columns of `reports`, which keeps no second copy of the text; triggers keep it in step."""
    op.execute(
        "CREATE VIRTUAL TABLE report_words USING fts5(title, text, content='reports', content_rowid='seq', tokenize='porter unicode61 remove_diacritics 2')"
    )
    drop = "INSERT INTO report_words(report_words, rowid, title, text) VALUES ('delete', old.seq, old.title, old.text);"
    add = "INSERT INTO report_words(rowid, title, text) VALUES (new.seq, new.title, new.text);"
    op.execute(f"CREATE TRIGGER report_words_added AFTER INSERT ON reports BEGIN {add} END")
    op.execute(f"CREATE TRIGGER report_words_gone AFTER DELETE ON reports BEGIN {drop} END")
    op.execute(f"CREATE TRIGGER report_words_changed AFTER UPDATE OF title, text ON reports BEGIN {drop} {add} END")


def _words_of_postgresql() -> None:
    """A tsvector a report, English stems, accents aside; triggers keep it in step. A tsvector holds at most a megabyte of different words."""
    op.execute(
        "CREATE FUNCTION onrecord_unaccented(body text) RETURNS text LANGUAGE sql IMMUTABLE AS "
        "$$ SELECT regexp_replace(normalize(body, NFKD), U&'[\\0300-\\036F]', '', 'g') $$"
    )
    op.execute(
        """CREATE FUNCTION onrecord_words(title text, body text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE AS $$
        DECLARE size integer := length(body);
        BEGIN
            LOOP
                BEGIN
                    RETURN setweight(to_tsvector('pg_catalog.english', onrecord_unaccented(left(coalesce(title, ''), 2000))), 'A')
                        || setweight(to_tsvector('pg_catalog.english', onrecord_unaccented(left(body, size))), 'B');
                EXCEPTION WHEN program_limit_exceeded THEN size := size / 2;
                END;
            END LOOP;
        END $$"""
    )
    op.execute("CREATE TABLE report_words (report bigint PRIMARY KEY REFERENCES reports (seq) ON DELETE CASCADE, words tsvector NOT NULL)")
    op.execute("CREATE INDEX ix_report_words_words ON report_words USING gin (words)")
    op.execute(
        """CREATE FUNCTION onrecord_words_in_step() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO report_words (report, words) VALUES (new.seq, onrecord_words(new.title, new.text))
                ON CONFLICT (report) DO UPDATE SET words = excluded.words;
            RETURN NULL;
        END $$"""
    )
    op.execute("CREATE TRIGGER report_words_in_step AFTER INSERT OR UPDATE OF title, text ON reports FOR EACH ROW EXECUTE FUNCTION onrecord_words_in_step()")
