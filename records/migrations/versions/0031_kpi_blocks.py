"""What is counted for the key figures is kept a block a day."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kpi_block",
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("definitions", sa.String(64), nullable=False),
        sa.Column("counted", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_kpi_block")),
    )
    op.drop_table("kpi_summary")
    op.execute("DELETE FROM kpi_mark")


def downgrade() -> None:
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
    op.execute("DELETE FROM kpi_mark")
    op.drop_table("kpi_block")
