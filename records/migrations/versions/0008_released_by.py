"""Who put a hand-off back into the queue last, so that a repeated release is told from one of what nobody holds."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("handoff", sa.Column("released_by", sa.String(length=80), nullable=True))


def downgrade() -> None:
    op.drop_column("handoff", "released_by")
