"""What was decided about struggles."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "remedy",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("article", sa.JSON(), nullable=True),
        sa.Column("intent", sa.String(80), nullable=True),
        sa.Column("refusal", sa.String(80), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("evaluation", sa.JSON(), nullable=True),
        sa.Column("job_id", sa.String(36), nullable=True),
        sa.Column("decided_by", sa.String(80), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approved_by", sa.String(80), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rolled_back_by", sa.String(80), nullable=True),
        sa.Column("rolled_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("article_id", sa.String(36), nullable=True),
        sa.Column("replaced", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remedy")),
    )
    op.create_table(
        "remedy_turn",
        sa.Column("remedy_id", sa.String(36), nullable=False),
        sa.Column("turn_id", sa.String(36), nullable=False),
        sa.Column("conversation_id", sa.String(36), nullable=False),
        sa.ForeignKeyConstraint(
            ["remedy_id"], ["remedy.id"], name=op.f("fk_remedy_turn_remedy_id_remedy"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_remedy_turn_conversation_id_conversation")
        ),
        sa.PrimaryKeyConstraint("remedy_id", "turn_id", name=op.f("pk_remedy_turn")),
    )
    op.create_index(op.f("ix_remedy_turn_conversation_id"), "remedy_turn", ["conversation_id"])


def downgrade() -> None:
    op.drop_table("remedy_turn")
    op.drop_table("remedy")
