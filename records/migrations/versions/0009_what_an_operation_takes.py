"""The ledger knows how many pieces and how much money each operation takes, so that limits count over an order."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("operation", sa.Column("quantities", sa.JSON(), nullable=True))
    op.add_column("operation", sa.Column("amount", sa.String(length=40), nullable=True))
    op.add_column("operation", sa.Column("currency", sa.String(length=3), nullable=True))


def downgrade() -> None:
    op.drop_column("operation", "currency")
    op.drop_column("operation", "amount")
    op.drop_column("operation", "quantities")
