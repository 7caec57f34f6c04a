"""Idempotency keys are hashed: what a client makes them from may be personal.

Revision ID: 0010
Revises: 0009
"""

import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_KEYS = sa.table("idempotency", sa.column("scope"), sa.column("key"))
_AT_ONCE = 1000


def upgrade() -> None:
    connection = op.get_bind()
    hashed = (
        sa.update(_KEYS)
        .where(_KEYS.c.scope == sa.bindparam("of"), _KEYS.c.key == sa.bindparam("old"))
        .values(key=sa.bindparam("new"))
    )
    rows = connection.execute(sa.select(_KEYS.c.scope, _KEYS.c.key)).all()
    for at in range(0, len(rows), _AT_ONCE):
        connection.execute(
            hashed,
            [
                {"of": scope, "old": key, "new": hashlib.sha256(f"{scope} {key}".encode()).hexdigest()}
                for scope, key in rows[at : at + _AT_ONCE]
            ],
        )


def downgrade() -> None:
    """A hash has no way back: keys that were given before are new ones to an older release."""
