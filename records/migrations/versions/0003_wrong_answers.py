"""From a flagged answer to its fixed source."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_UNANSWERED = sa.text("outcome IN ('no_answer_found', 'not_understood')")


def upgrade() -> None:
    op.add_column("flag", sa.Column("revisions", sa.JSON(), server_default="{}", nullable=False))
    op.add_column("flag", sa.Column("cause", sa.String(length=12), server_default="document", nullable=False))
    op.add_column("flag", sa.Column("resolved_by", sa.String(length=80), nullable=True))
    op.create_index("ix_flag_status", "flag", ["status", "id"])
    op.create_index("ix_turn_unanswered", "turn", ["id"], sqlite_where=_UNANSWERED, postgresql_where=_UNANSWERED)
    op.create_table(
        "answer_source",
        sa.Column("article_id", sa.String(length=36), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["message.id"], name=op.f("fk_answer_source_message_id_message"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", "revision", "message_id", name=op.f("pk_answer_source")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_answer_source_message_id", "answer_source", ["message_id"])
    op.create_table(
        "eval_case",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("flag_id", sa.String(length=36), nullable=False),
        sa.Column("conversation_id", sa.String(length=36), nullable=False),
        sa.Column("article_id", sa.String(length=36), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["flag_id"], ["flag.id"], name=op.f("fk_eval_case_flag_id_flag"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name=op.f("fk_eval_case_conversation_id_conversation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_eval_case")),
        sa.UniqueConstraint("flag_id", name=op.f("uq_eval_case_flag_id")),
    )
    op.create_index("ix_eval_case_conversation_id", "eval_case", ["conversation_id"])
    op.create_index("ix_eval_case_article_id", "eval_case", ["article_id"])


def downgrade() -> None:
    op.drop_table("eval_case")
    op.drop_table("answer_source")
    op.drop_index("ix_turn_unanswered", "turn")
    op.drop_index("ix_flag_status", "flag")
    for name in ("resolved_by", "cause", "revisions"):
        op.drop_column("flag", name)
