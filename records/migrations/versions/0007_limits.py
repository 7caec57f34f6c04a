"""What is limited: tries, mails and openings, counted under keyed digests."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "limited",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("uses", sa.JSON(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_limited")),
    )
    op.create_index("ix_limited_ends_at", "limited", ["ends_at"])
    op.create_table(
        "openings",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("opened", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_openings")),
    )
    op.create_index("ix_openings_minute", "openings", ["minute"])


def downgrade() -> None:
    op.drop_table("openings")
    op.drop_table("limited")
