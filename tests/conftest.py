"""Fixtures that many rooms share."""

import gc
import logging
import os
import sys
import threading
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.service_forks import ForkingProcess

# What imports the product is imported by those who use it: the process that only hands out the tests does not.
if TYPE_CHECKING:
    from tests.service import Served

# Rooms of few and long tests.
LONG_ROOMS = ("faults", "web", "journeys", "operators", "evals", "graphs")


_FORKING = pytest.StashKey[ForkingProcess]()


def pytest_configure(config: pytest.Config) -> None:
    """One process forks the services of all workers."""
    if getattr(config.option, "numprocesses", None) and not hasattr(config, "workerinput") and not config.option.collectonly:
        config.stash[_FORKING] = ForkingProcess()


def pytest_unconfigure(config: pytest.Config) -> None:
    if _FORKING in config.stash:
        config.stash[_FORKING].close()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is imported and collected stays: looking through it for garbage is half of what that costs, and a part of every
    later look."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def place(item: pytest.Item) -> int:
        room = item.path.relative_to(Path(__file__).parent).parts[0]
        return LONG_ROOMS.index(room) if room in LONG_ROOMS else len(LONG_ROOMS)

    items.sort(key=place)


@pytest.fixture(scope="session", autouse=True)
def _read_once() -> Iterator[None]:
    """However many services a test process has inside."""
    from tests.read_once import read_once

    with pytest.MonkeyPatch.context() as patch:
        read_once(patch)
        yield


@pytest.fixture(autouse=True)
def _process_as_it_was() -> Iterator[None]:
    """A command that is run in this process sets its log and its umask for good."""
    root, mask = logging.getLogger(), os.umask(0o022)
    os.umask(mask)
    level, handlers, hooks = root.level, list(root.handlers), (sys.excepthook, threading.excepthook)
    yield
    os.umask(mask)
    root.setLevel(level)
    root.handlers[:] = handlers
    sys.excepthook, threading.excepthook = hooks
    logging.captureWarnings(False)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Served]":
    """A file's own demo service, for tests that do not stop it; each test takes customers and orders of its own. Not shared between
    files: which files share a process depends on how fast the others are."""
    from tests.service import Served

    with Served(tmp_path_factory.mktemp("demo") / "data") as served:
        yield served


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL of the tests' own; a test that shares its database with others empties it first."""
    from tests.postgresql import running_postgresql

    with running_postgresql() as url:
        yield url
