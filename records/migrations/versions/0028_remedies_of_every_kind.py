"""Remedies that change a rule or keep conversations as cases; which remedy a case was kept by."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("remedy", sa.Column("policy", sa.JSON(), nullable=True))
    op.add_column("remedy", sa.Column("wanted", sa.JSON(), nullable=True))
    op.add_column("remedy", sa.Column("live_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("eval_case", sa.Column("remedy_id", sa.String(36), nullable=True))
    op.create_index(op.f("ix_eval_case_remedy_id"), "eval_case", ["remedy_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_eval_case_remedy_id"), "eval_case")
    op.drop_column("eval_case", "remedy_id")
    for column in ("live_at", "wanted", "policy"):
        op.drop_column("remedy", column)
