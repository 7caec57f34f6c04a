"""Suites' results by the files that they were run on, for the history."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "file_result",
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("graph_version", sa.String(80), nullable=False),
        sa.Column("suite", sa.String(80), nullable=False),
        sa.Column("passed", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("ran_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("kind", "fingerprint", "graph_version", "suite", name=op.f("pk_file_result")),
    )


def downgrade() -> None:
    op.drop_table("file_result")
