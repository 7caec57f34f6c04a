"""Shares of new conversations, and the eval results of graph versions."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rollout",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("weights", sa.JSON(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_by", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rollout")),
    )
    op.create_table(
        "eval_result",
        sa.Column("graph_version", sa.String(length=80), nullable=False),
        sa.Column("suite", sa.String(length=80), nullable=False),
        sa.Column("passed", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("ran_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reported_by", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("graph_version", "suite", name=op.f("pk_eval_result")),
    )
    op.create_index("ix_conversation_graph_version_status", "conversation", ["graph_version", "status"])


def downgrade() -> None:
    op.drop_index("ix_conversation_graph_version_status", "conversation")
    op.drop_table("eval_result")
    op.drop_table("rollout")
