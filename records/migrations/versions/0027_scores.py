"""How good conversations were, by the rules and by people."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "score",
        sa.Column("conversation_id", sa.String(36), nullable=False),
        sa.Column("rules_version", sa.String(20), nullable=False),
        sa.Column("overall", sa.Float(), nullable=True),
        sa.Column("verdicts", sa.JSON(), nullable=False),
        sa.Column("scored_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_score_conversation_id_conversation")
        ),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_score")),
    )
    op.create_table(
        "score_reading",
        sa.Column("conversation_id", sa.String(36), nullable=False),
        sa.Column("dimension", sa.String(20), nullable=False),
        sa.Column("read_by", sa.String(80), nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_score_reading_conversation_id_conversation")
        ),
        sa.PrimaryKeyConstraint("conversation_id", "dimension", "read_by", name=op.f("pk_score_reading")),
    )


def downgrade() -> None:
    op.drop_table("score_reading")
    op.drop_table("score")
