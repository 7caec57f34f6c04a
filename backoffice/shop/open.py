"""Opens the embedded shop where the settings say it lives."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine

from backoffice.shop.desk import DemoShop
from domain.clock import Clock, utc_now
from domain.ports.privacy import Vault


def open_shop(
    data_dir: str | Path,
    database_url: str | None = None,
    clock: Clock = utc_now,
    engine_of: Callable[[Path], AsyncEngine] | None = None,
    vault: Vault | None = None,
) -> DemoShop:
    """The shop in the service's PostgreSQL where that is set, else in ``shop.db`` of the data folder, which is made.

    ``vault`` seals the codes that it sends; without one they are not kept at all.

    ``engine_of`` makes the engine of that file, where the caller has a better one than aiosqlite's.

    Call ``await shop.prepare()`` before use and ``await shop.close()`` at the end."""
    if database_url and not database_url.startswith("sqlite"):
        scheme, rest = database_url.split("://", 1)
        # psycopg 3 everywhere: a bare postgresql:// would pick another driver.
        return DemoShop(
            f"postgresql+psycopg://{rest}" if scheme in {"postgres", "postgresql"} else database_url, clock, vault
        )
    folder = Path(data_dir)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "shop.db"
    return DemoShop(engine_of(file) if engine_of else f"sqlite+aiosqlite:///{file}", clock, vault)
