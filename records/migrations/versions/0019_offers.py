"""Offers that pages made, and with which of them a conversation was opened."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "offer",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("arm", sa.String(10), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dismissed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer")),
    )
    op.create_index(op.f("ix_offer_created_at"), "offer", ["created_at"])
    op.add_column("conversation", sa.Column("offer", sa.String(60), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("conversation") as conversation:
        conversation.drop_column("offer")
    op.drop_table("offer")
