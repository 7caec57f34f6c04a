"""The processes that the fault tests share: the forks, the recording back office, and services on either database."""

import itertools
import os
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import psycopg
import pytest

from tests.faults.crowd import PARALLEL_TURNS, Crowd
from tests.faults.fault_service import FaultService
from tests.faults.office_process import OfficeProcess
from tests.scripted_openai import ScriptedOpenAI
from tests.service_forks import ServiceForks, service_forks

LONG = os.environ.get("SUPPORTGRAPH_LONG") == "1"  # the long versions: more kills, every step on both databases

NewService = Callable[..., FaultService]
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def forks() -> ServiceForks:
    return service_forks()


@pytest.fixture(scope="session")
def office_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeProcess]:
    with OfficeProcess(tmp_path_factory.mktemp("office") / "ledger.jsonl") as office:
        yield office


@pytest.fixture
def office(office_process: OfficeProcess) -> Iterator[OfficeProcess]:
    """Well-behaved at the beginning of every test."""
    office_process.behave()
    yield office_process
    office_process.behave()


@pytest.fixture(scope="session")
def model_server() -> Iterator[ScriptedOpenAI]:
    with ScriptedOpenAI() as server:
        yield server


@pytest.fixture
def model(model_server: ScriptedOpenAI) -> Iterator[ScriptedOpenAI]:
    """Answering at the beginning of every test."""
    model_server.mode = "ok"
    yield model_server
    model_server.release()


@pytest.fixture(scope="session")
def new_database(postgresql: str) -> Callable[[], str]:
    """Makes an empty PostgreSQL database and gives its URL."""

    def make() -> str:
        name = f"faults_{os.getpid()}_{next(_numbers)}"
        with psycopg.connect(postgresql, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return urlsplit(postgresql)._replace(path=f"/{name}").geturl()

    return make


@pytest.fixture
def new_service(forks: ServiceForks, office: OfficeProcess, tmp_path: Path) -> Iterator[NewService]:
    """Makes services that ask the recording back office; they are not started, and ended with the test."""
    made: list[FaultService] = []

    def make(*variants: str, **given: str) -> FaultService:
        settings = {"backoffice_url": office.url, **given}
        made.append(FaultService(forks, tmp_path / f"data{len(made)}", *variants, **settings))
        return made[-1]

    yield make
    for service in made:
        service.end()


@pytest.fixture(scope="session")
def single_process(
    forks: ServiceForks, office_process: OfficeProcess, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[FaultService]:
    data = tmp_path_factory.mktemp("single") / "data"
    service = FaultService(forks, data, backoffice_url=office_process.url, backoffice_timeout="2")
    yield service
    service.end()


@pytest.fixture
def single(single_process: FaultService, office: OfficeProcess) -> FaultService:
    """A service on SQLite that many tests share, each with customers of its own, whatever they did to the process."""
    return single_process if single_process.is_running else single_process.restart()


@pytest.fixture(scope="session")
def pair_of_processes(
    forks: ServiceForks,
    office_process: OfficeProcess,
    model_server: ScriptedOpenAI,
    new_database: Callable[[], str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[FaultService, FaultService]]:
    folder, url = tmp_path_factory.mktemp("pair"), new_database()
    settings = {"backoffice_url": office_process.url, "database_url": url, "parallel_turns": str(PARALLEL_TURNS)}
    settings["shutdown_seconds"] = "1"
    a, b = (FaultService(forks, folder / name, **settings) for name in ("a", "b"))
    for replica in (a, b):
        replica.ask_model(model_server.base_url)
    yield a, b
    a.end()
    b.end()


@pytest.fixture
def pair(
    pair_of_processes: tuple[FaultService, FaultService], office: OfficeProcess, model: ScriptedOpenAI
) -> tuple[FaultService, FaultService]:
    """Two replicas on one PostgreSQL, with a chat model; shared as ``single`` is."""
    for replica in pair_of_processes:
        if not replica.is_running:
            replica.restart()
    return pair_of_processes


@pytest.fixture
def single_on(request: pytest.FixtureRequest) -> Callable[[str], FaultService]:
    """The shared service on ``sqlite`` or ``postgresql``."""

    def on(database: str) -> FaultService:
        service: FaultService = (
            request.getfixturevalue("single") if database == "sqlite" else request.getfixturevalue("pair")[0]
        )
        return service

    return on


@pytest.fixture
async def crowd_of() -> AsyncIterator[Callable[[FaultService], Crowd]]:
    clients: list[httpx.AsyncClient] = []

    def make(service: FaultService) -> Crowd:
        limits = httpx.Limits(max_connections=200)
        clients.append(httpx.AsyncClient(base_url=service.url, timeout=40, limits=limits))
        return Crowd(service, clients[-1])

    yield make
    for client in clients:
        await client.aclose()
