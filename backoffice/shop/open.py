"""Opens the embedded shop where the settings say it lives."""

from pathlib import Path

from backoffice.shop.desk import DemoShop
from domain.clock import Clock, utc_now


def open_shop(data_dir: str | Path, database_url: str | None = None, clock: Clock = utc_now) -> DemoShop:
    """The shop in the service's PostgreSQL where that is set, else in ``shop.db`` of the data folder, which is made.

    Call ``await shop.prepare()`` before use and ``await shop.close()`` at the end."""
    if database_url and not database_url.startswith("sqlite"):
        scheme, rest = database_url.split("://", 1)
        # psycopg 3 everywhere: a bare postgresql:// would pick another driver.
        return DemoShop(f"postgresql+psycopg://{rest}" if scheme in {"postgres", "postgresql"} else database_url, clock)
    folder = Path(data_dir)
    folder.mkdir(parents=True, exist_ok=True)
    return DemoShop(f"sqlite+aiosqlite:///{folder / 'shop.db'}", clock)
