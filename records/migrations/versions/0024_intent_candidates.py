"""Models that were learned again, whose words they learned from, and what they read beside the model that answers."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "intent_candidate",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("proposed_by", sa.String(80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("based_on", sa.String(36), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.Column("learned_turns", sa.Integer(), nullable=False),
        sa.Column("share", sa.Float(), nullable=True),
        sa.Column("changed_by", sa.String(80), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intent_candidate")),
    )
    op.create_index(op.f("ix_intent_candidate_status"), "intent_candidate", ["status"])
    of_candidate = "fk_intent_candidate_{}_candidate_id_intent_candidate"
    op.create_table(
        "intent_candidate_file",
        sa.Column("candidate_id", sa.String(36), nullable=False),
        sa.Column("path", sa.String(80), nullable=False),
        sa.Column("part", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["intent_candidate.id"], name=op.f(of_candidate.format("file")), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("candidate_id", "path", "part", name=op.f("pk_intent_candidate_file")),
    )
    op.create_table(
        "intent_candidate_turn",
        sa.Column("candidate_id", sa.String(36), nullable=False),
        sa.Column("turn_id", sa.String(36), nullable=False),
        sa.Column("conversation_id", sa.String(36), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["intent_candidate.id"], name=op.f(of_candidate.format("turn")), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_intent_candidate_turn_conversation_id_conversation")
        ),
        sa.PrimaryKeyConstraint("candidate_id", "turn_id", name=op.f("pk_intent_candidate_turn")),
    )
    op.create_index(op.f("ix_intent_candidate_turn_conversation_id"), "intent_candidate_turn", ["conversation_id"])
    op.create_table(
        "shadow_reading",
        sa.Column("turn_id", sa.String(36), nullable=False),
        sa.Column("candidate_id", sa.String(36), nullable=False),
        sa.Column("conversation_id", sa.String(36), nullable=False),
        sa.Column("now", sa.String(200), nullable=False),
        sa.Column("candidate", sa.String(200), nullable=False),
        sa.Column("is_same", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["turn_id"], ["turn.id"], name=op.f("fk_shadow_reading_turn_id_turn")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_shadow_reading_conversation_id_conversation")
        ),
        sa.PrimaryKeyConstraint("turn_id", "candidate_id", name=op.f("pk_shadow_reading")),
    )
    op.create_index(op.f("ix_shadow_reading_conversation_id"), "shadow_reading", ["conversation_id"])


def downgrade() -> None:
    for table in ("shadow_reading", "intent_candidate_turn", "intent_candidate_file", "intent_candidate"):
        op.drop_table(table)
