"""Proofs of consent, counts of what was erased, and the audit log; an operation outlives its conversation."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_KEEP = "the audit log is append-only"


def upgrade() -> None:
    op.create_table(
        "consent",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("granted", sa.Boolean(), nullable=False),
        sa.Column("given_by", sa.String(12), nullable=False),
        sa.Column("mode", sa.String(8), nullable=False),
        sa.Column("region", sa.String(10), nullable=True),
        sa.Column("locale", sa.String(35), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("words_version", sa.String(64), nullable=False),
        sa.Column("policy_version", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index(op.f("ix_consent_subject"), "consent", ["subject"])
    op.create_index(op.f("ix_consent_at"), "consent", ["at"])
    op.create_table(
        "erased_conversation",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erased_conversation")),
    )
    op.create_index(op.f("ix_erased_conversation_created_at"), "erased_conversation", ["created_at"])
    op.create_table(
        "audit_entry",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(120), nullable=False),
        sa.Column("role", sa.String(12), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("subject", sa.String(120), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("mark", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit_entry")),
    )
    op.create_index(op.f("ix_audit_entry_at"), "audit_entry", ["at"])
    op.create_index(op.f("ix_audit_entry_kind"), "audit_entry", ["kind"])
    op.add_column("staff_key", sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("operation") as batch:
        batch.alter_column("conversation_id", existing_type=sa.String(36), nullable=True)
        batch.alter_column("turn_id", existing_type=sa.String(36), nullable=True)
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_KEEP}'; END $$"
        )
        op.execute(
            "CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry "
            "FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays()"
        )
        return
    for what in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER audit_entry_no_{what.lower()} BEFORE {what} ON audit_entry "
            f"BEGIN SELECT RAISE(ABORT, '{_KEEP}'); END"
        )


def downgrade() -> None:
    op.execute("DELETE FROM operation WHERE conversation_id IS NULL OR turn_id IS NULL")
    with op.batch_alter_table("operation") as batch:
        batch.alter_column("turn_id", existing_type=sa.String(36), nullable=False)
        batch.alter_column("conversation_id", existing_type=sa.String(36), nullable=False)
    op.drop_column("staff_key", "last_used_at")
    op.drop_table("audit_entry")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_entry_stays()")
    op.drop_table("erased_conversation")
    op.drop_table("consent")
