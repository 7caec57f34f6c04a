"""One checkpoint a conversation, stored with its turn; merged and stopped turns."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "checkpoint",
        sa.Column("conversation_id", sa.String(36), nullable=False),
        sa.Column("checkpoint_id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_checkpoint_conversation_id_conversation")
        ),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_checkpoint")),
    )
    op.drop_column("conversation", "checkpoint_id")
    op.add_column("turn", sa.Column("merged_into", sa.String(36), nullable=True))
    op.add_column("turn", sa.Column("stopped_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(op.f("ix_operation_turn_id"), "operation", ["turn_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_operation_turn_id"), table_name="operation")
    op.drop_column("turn", "stopped_at")
    op.drop_column("turn", "merged_into")
    op.add_column("conversation", sa.Column("checkpoint_id", sa.String(64), nullable=True))
    op.drop_table("checkpoint")
