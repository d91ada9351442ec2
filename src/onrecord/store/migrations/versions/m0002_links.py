"""What links reports: origins, versions under one url, withdrawals, and the sketches that linking keeps."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from onrecord.store.migrations.columns import key, number, refers, row

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _origins()
    op.create_table(
        "versions",
        *number("versions"),
        sa.Column("url", key(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("copy", sa.Boolean(), nullable=False),
        sa.Column("report", row(), nullable=False),
        refers("versions", "report", "reports.seq"),
    )
    op.create_index("ix_versions_report", "versions", ["report"])
    op.create_table(
        "relations",
        *number("relations"),
        sa.Column("by_report", row(), nullable=False),
        sa.Column("report", row(), nullable=False),
        sa.Column("kind", key(), nullable=False),
        sa.Column("rule", key(), nullable=False),
        sa.Column("spans", sa.Text(), nullable=False),
        refers("relations", "by_report", "reports.seq"),
        refers("relations", "report", "reports.seq"),
    )
    op.create_index("ix_relations_by_report", "relations", ["by_report"])
    op.create_index("ix_relations_report", "relations", ["report"])
    op.create_table(
        "withdrawals",
        *number("withdrawals"),
        sa.Column("report", row(), nullable=False),
        sa.Column("by_report", row(), nullable=False),
        sa.Column("kind", key(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("event", key()),
        sa.Column("attribution", key()),
        sa.Column("every_assertion", sa.Boolean(), nullable=False),
        refers("withdrawals", "report", "reports.seq"),
        refers("withdrawals", "by_report", "reports.seq"),
    )
    op.create_index("ix_withdrawals_report", "withdrawals", ["report"])
    op.create_index("ix_withdrawals_by_report", "withdrawals", ["by_report"])
    op.create_table(
        "sketches",
        sa.Column("report", row(), nullable=False),
        sa.Column("kind", key(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        refers("sketches", "report", "reports.seq"),
        sa.PrimaryKeyConstraint("report", "kind", name="pk_sketches"),
    )


def _origins() -> None:
    op.create_table(
        "origins",
        *number("origins"),
        sa.Column("story", key(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("kind", key(), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("interested", sa.Boolean()),
        sa.Column("first_published", key()),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.UniqueConstraint("story", "id", name="uq_origins_story_id"),
    )
    op.create_table(
        "origin_members",
        *number("origin_members"),
        sa.Column("origin", row(), nullable=False),
        sa.Column("report", row(), nullable=False),
        refers("origin_members", "origin", "origins.seq"),
        refers("origin_members", "report", "reports.seq"),
        sa.UniqueConstraint("origin", "report", name="uq_origin_members_origin_report"),
    )
    op.create_index("ix_origin_members_report", "origin_members", ["report"])
