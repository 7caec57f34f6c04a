"""`supportgraph vault`: the keys that seal personal data."""

import asyncio

import click
from filelock import FileLock, Timeout

from domain.errors import CannotStart
from privacy.vault import load_keys, new_key, replace_key_file, vault_with
from records.engine.cleaning import clean
from records.vault_key import key_mark, mark_anew, reseal
from supportgraph.building.rights import Opened, opened_for_operator


@click.group()
def vault() -> None:
    """The keys that seal personal data."""


@vault.command()
@click.option("--forget-old", is_flag=True, help="Then drop the older keys from the key file, for good.")
def rotate(forget_old: bool) -> None:
    """Seal everything anew, under a new key (of the key file) or the first one (of SUPPORTGRAPH_VAULT_KEY).

    With a key file, stop the service first. With the variable, give every replica the new key behind the old one, then before it, then
    run this (docs/privacy.md, the vault)."""
    click.echo(asyncio.run(_rotate(forget_old)))


async def _rotate(forget_old: bool) -> str:
    async with opened_for_operator() as opened:
        settings = opened.settings
        given = settings.vault_key.get_secret_value() if settings.vault_key else None
        keys = load_keys(given, settings.data_dir)
        if given is not None and forget_old:
            raise CannotStart("The keys are in SUPPORTGRAPH_VAULT_KEY: take the old ones out of it there, after this")
        if given is not None and len(keys) < 2:
            raise CannotStart("SUPPORTGRAPH_VAULT_KEY: put the new key before the old one, with a comma")
        if given is not None:
            return await _reseal(opened, keys)
        lock = FileLock(settings.data_dir / "chroma.lock")
        try:
            with lock.acquire(timeout=0):
                keys = [new_key(), *keys]
                replace_key_file(settings.data_dir, keys)  # first: what is sealed from now on can be opened
                said = await _reseal(opened, keys)
                if forget_old:
                    await mark_anew(opened.database, key_mark(vault_with(keys[:1])))
                    replace_key_file(settings.data_dir, keys[:1])
                    said += "\nthe old keys are gone"
                return said
        except Timeout:
            raise CannotStart(f"{settings.data_dir} is in use: stop the service first") from None


async def _reseal(opened: Opened, keys: list[bytes]) -> str:
    holder = vault_with(keys)

    def resealed(box: bytes, conversation_id: str) -> bytes | None:
        value = holder.open(box, conversation_id)
        return None if holder.is_current(box, conversation_id) else holder.seal(value, conversation_id)

    anew, current = await reseal(opened.database, resealed)
    await opened.audit.told(opened.actor, "vault_rotated", None, sealed_anew=anew, keys=len(keys))
    await clean(opened.database)
    return f"{anew} values sealed anew, {current} were current; {len(keys)} keys are held"
