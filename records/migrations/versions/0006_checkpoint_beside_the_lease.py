"""The checkpoint and the number of open turns stand in the conversation's row: read and written with its lease."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_OPEN = sa.text("finished_at IS NULL")


def upgrade() -> None:
    op.add_column("conversation", sa.Column("open_turns", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("conversation", sa.Column("checkpoint_id", sa.String(64), nullable=True))
    op.add_column("conversation", sa.Column("checkpoint_kind", sa.String(20), nullable=True))
    op.add_column("conversation", sa.Column("checkpoint_data", sa.LargeBinary(), nullable=True))
    op.execute(
        "UPDATE conversation SET open_turns = "
        "(SELECT count(*) FROM turn WHERE turn.conversation_id = conversation.id AND turn.finished_at IS NULL)"
    )
    op.execute(
        "UPDATE conversation SET "
        "checkpoint_id = (SELECT checkpoint_id FROM checkpoint WHERE conversation_id = conversation.id), "
        "checkpoint_kind = (SELECT kind FROM checkpoint WHERE conversation_id = conversation.id), "
        "checkpoint_data = (SELECT data FROM checkpoint WHERE conversation_id = conversation.id)"
    )
    op.drop_table("checkpoint")
    op.drop_index("ix_turn_unfinished", table_name="turn")
    op.create_index(
        "ix_turn_unfinished",
        "turn",
        ["conversation_id", "finished_at", "seq"],
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )


def downgrade() -> None:
    op.drop_index("ix_turn_unfinished", table_name="turn")
    op.create_index("ix_turn_unfinished", "turn", ["conversation_id"], sqlite_where=_OPEN, postgresql_where=_OPEN)
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
    op.execute(
        "INSERT INTO checkpoint (conversation_id, checkpoint_id, kind, data) "
        "SELECT id, checkpoint_id, checkpoint_kind, checkpoint_data FROM conversation WHERE checkpoint_id IS NOT NULL"
    )
    for column in ("checkpoint_data", "checkpoint_kind", "checkpoint_id", "open_turns"):
        op.drop_column("conversation", column)
