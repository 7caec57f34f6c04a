"""What the outside told each turn; and eval cases of conversations that somebody keeps, which have no flag and no article."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("eval_case") as case:
        case.alter_column("flag_id", existing_type=sa.String(36), nullable=True)
        case.alter_column("article_id", existing_type=sa.String(36), nullable=True)
    op.create_table(
        "recording",
        sa.Column("turn_id", sa.String(36), nullable=False),
        sa.Column("conversation_id", sa.String(36), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["turn_id"], ["turn.id"], name=op.f("fk_recording_turn_id_turn")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_recording_conversation_id_conversation")
        ),
        sa.PrimaryKeyConstraint("turn_id", name=op.f("pk_recording")),
    )
    op.create_index(op.f("ix_recording_conversation_id"), "recording", ["conversation_id"])
    op.create_index(op.f("ix_recording_created_at"), "recording", ["created_at"])


def downgrade() -> None:
    op.drop_table("recording")
    op.execute("DELETE FROM eval_case WHERE flag_id IS NULL OR article_id IS NULL")
    with op.batch_alter_table("eval_case") as case:
        case.alter_column("flag_id", existing_type=sa.String(36), nullable=False)
        case.alter_column("article_id", existing_type=sa.String(36), nullable=False)
