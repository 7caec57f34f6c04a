"""What the tokens of quoted addresses stand for: the running service's own vault, opened beside it."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from pydantic import ValidationError

from domain.shop import Address
from privacy.vault import load_keys, vault_with
from records.engine.session import Database


class Originals:
    """``store_dir``: the service's data folder, with its SQLite database and its key."""

    def __init__(self, store_dir: Path) -> None:
        self._database = Database(f"sqlite+aiosqlite:///{(store_dir / 'supportgraph.db').resolve()}")
        self._vault = vault_with(load_keys(None, store_dir))

    async def address(self, conversation_id: str, token: str) -> Address | None:
        """The address of an action's argument; None where the token is of something else, or of words."""
        async with self._database.read_snapshot() as unit:
            box = await unit.vault.box(conversation_id, token, datetime.now(UTC))
        if box is None:
            return None
        try:
            return Address.model_validate(json.loads(self._vault.open(box, conversation_id)))
        except (ValueError, ValidationError):
            return None

    async def close(self) -> None:
        await self._database.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
