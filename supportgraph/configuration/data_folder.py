"""The data folder is its owner's alone, whatever the umask, and also where an older release left it open."""

import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from domain.errors import CannotStart
from supportgraph.configuration.settings import Settings

logger = logging.getLogger(__name__)

_OURS = ("supportgraph.db*", "shop.db*", "vault.key", ".vault.key.*", "chroma.lock")
_OPEN = stat.S_IRWXG | stat.S_IRWXO


def prepare_data_folder(settings: Settings) -> None:
    """Make the folder, close it and what is ours in it to others, and see to it that what this process makes is closed.

    Other files that lie in the folder are left alone. Raises ``CannotStart`` where the folder cannot be used."""
    os.umask(0o077)
    folder = settings.data_dir
    if settings.chroma_url is None or settings.is_embedded:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotStart(f"the data folder {folder} (SUPPORTGRAPH_DATA_DIR) cannot be made: {error.strerror}") from None
        _close(folder)
        for path in _ours(folder):
            _close(path)
    if settings.is_embedded:
        file = Path(settings.records_url.split(":///", 1)[1])
        for path in file.parent.glob(f"{file.name}*"):  # with -wal, -shm, -journal
            _close(path)


def _ours(folder: Path) -> Iterator[Path]:
    for pattern in _OURS:
        yield from folder.glob(pattern)
    chroma = folder / "chroma"
    if chroma.is_dir() and not chroma.is_symlink():
        yield chroma
        yield from chroma.rglob("*")


def _close(path: Path) -> None:
    try:
        mode = path.lstat().st_mode
        if stat.S_IMODE(mode) & _OPEN and not stat.S_ISLNK(mode):
            path.chmod(stat.S_IMODE(mode) & ~_OPEN)
    except FileNotFoundError:
        pass  # a journal that has ended meanwhile
    except OSError as error:
        logger.warning("%s can be read by others, and that cannot be changed: %s", path, error.strerror)
