"""What the hosted model was sent and wrote in a turn, and what that cost."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("turn", sa.Column("tokens_read", sa.Integer(), nullable=True))
    op.add_column("turn", sa.Column("tokens_written", sa.Integer(), nullable=True))
    op.add_column("turn", sa.Column("cost", sa.Float(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("turn") as turn:
        turn.drop_column("cost")
        turn.drop_column("tokens_written")
        turn.drop_column("tokens_read")
