"""The configuration's history, and under which configuration each turn ran."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "change_set",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.String(120), nullable=False),
        sa.Column("role", sa.String(12), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("subject", sa.String(36), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("tests", sa.JSON(), nullable=False),
        sa.Column("previous", sa.String(36), nullable=True),
        sa.Column("reverts", sa.String(36), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_set")),
    )
    op.create_index("ix_change_set_subject", "change_set", ["kind", "subject", "id"])
    op.create_table(
        "configuration",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("release", sa.String(40), nullable=False),
        sa.Column("policy", sa.String(36), nullable=False),
        sa.Column("texts", sa.String(36), nullable=False),
        sa.Column("triggers", sa.String(36), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_configuration")),
    )
    op.add_column("turn", sa.Column("configuration", sa.String(16), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("turn") as turn:
        turn.drop_column("configuration")
    op.drop_table("configuration")
    op.drop_table("change_set")
