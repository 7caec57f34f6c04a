"""Of which messages a turn's reply was made; remedies that word one of them otherwise."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("turn", sa.Column("told", sa.JSON(), nullable=True))
    op.add_column("remedy", sa.Column("text", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("remedy", "text")
    op.drop_column("turn", "told")
