"""An article for staff answers no customer."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("article", sa.Column("audience", sa.String(10), nullable=False, server_default="public"))


def downgrade() -> None:
    op.drop_column("article", "audience")
