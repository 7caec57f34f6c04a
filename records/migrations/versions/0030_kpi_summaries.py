"""Summaries for the key figures, kept between starts."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kpi_summary",
        sa.Column("conversation_id", sa.String(36), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("counted", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name=op.f("fk_kpi_summary_conversation_id_conversation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_kpi_summary")),
    )
    op.create_table(
        "kpi_mark",
        sa.Column("definitions", sa.String(64), nullable=False),
        sa.Column("read_until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("definitions", name=op.f("pk_kpi_mark")),
    )


def downgrade() -> None:
    op.drop_table("kpi_mark")
    op.drop_table("kpi_summary")
