"""`supportgraph serve`: the HTTP service in one process."""

import asyncio
import contextlib
import errno
import gc
import logging
import math
import signal
import socket
from collections.abc import Callable
from importlib.metadata import version
from types import FrameType

import uvicorn

from api.app import bordered, inner_app
from api.middleware.stopping import AnswerWhileStopping
from api.service import Service
from domain.errors import CannotStart
from domain.lazy_pattern import compile_all
from supportgraph.building.job_kinds import RunsJobs
from supportgraph.configuration.settings import Settings
from supportgraph.demo.filling import demo_jwt_secret, demo_staff
from supportgraph.wiring import assemble

logger = logging.getLogger(__name__)

LAST_READS_SECONDS = 0.1  # for what callers had sent before the signal, and nobody had read yet
LAST_ANSWERS_SECONDS = 2  # for those that are told to ask again


class _Server(uvicorn.Server):
    """Tells open streams to end as soon as a signal comes, and ends without raising the signal again: uvicorn would, and
    the process would be gone before it has handed over what it runs."""

    def __init__(self, config: uvicorn.Config, on_stop: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_stop = on_stop

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002 (uvicorn's signature)
        self._on_stop()
        self.force_exit = self.should_exit and sig == signal.SIGINT  # a second Ctrl-C
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Open connections are read once more before uvicorn closes the idle ones, so that nothing is cut off unanswered."""
        for server in self.servers:
            server.close()
        await asyncio.sleep(LAST_READS_SECONDS)
        await super().shutdown(sockets)


async def run_service(settings: Settings, *, demo: bool, say: Callable[[str], None], jobs: RunsJobs = "all") -> None:
    """Serve until a signal comes. With ``demo``, makes and says staff keys where none are set.

    Raises CannotStart where the address cannot be served at."""
    await _look_at_address(settings.host, settings.port)
    staff, keys = demo_staff() if demo and not settings.staff_keys else ([], [])
    secret = demo_jwt_secret() if demo else None
    async with assemble(settings, demo=demo, staff=staff, jwt_secret=secret, jobs=jobs) as service:
        inner, its_routes = inner_app(service, version("supportgraph"))
        app = AnswerWhileStopping(inner, service.bus.is_closing)
        gc.freeze()
        gc.enable()
        config = uvicorn.Config(
            bordered(app, its_routes, service),
            host=settings.host,
            port=settings.port,
            log_config=None,
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=math.ceil(settings.shutdown_seconds) + 2 * LAST_ANSWERS_SECONDS,
            server_header=False,
            # A stranger's X-Forwarded-For says nothing.
            proxy_headers=bool(settings.trusted_proxies),
            forwarded_allow_ips=settings.trusted_proxies,
        )
        server = _Server(config, service.bus.close)
        started = asyncio.create_task(_announce(server, settings, keys, say, demo))
        handing_over = asyncio.create_task(_hand_over(service, app, settings.shutdown_seconds))
        await server.serve()
        started.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await started
        service.bus.close()
        await handing_over


async def _look_at_address(host: str, port: int) -> None:
    """Before anything is opened: the server itself would find out last, and say it as the system does."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, kind, protocol, _, address in found:
            with socket.socket(family, kind, protocol) as tried:
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                tried.bind(address)
    except OSError as error:
        if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
            why = f"{host} is no address of this machine: set SUPPORTGRAPH_HOST or --host to one"
        elif error.errno == errno.EADDRINUSE:
            why = f"something listens on port {port} of {host} already: stop it, or choose another port with --port"
        elif error.errno == errno.EACCES:
            why = f"this user may not listen on port {port}: choose one above 1023 with --port"
        else:
            why = f"cannot listen on port {port} of {host}: {error.strerror}"
        raise CannotStart(why) from None


async def _hand_over(service: Service, app: AnswerWhileStopping, grace_seconds: float) -> None:
    """Beside the server's own end, so that requests which outlast the grace are answered: ask again."""
    await service.bus.is_closing.wait()
    asyncio.get_running_loop().call_later(grace_seconds + LAST_ANSWERS_SECONDS, app.give_up)
    await service.runner.finish(grace_seconds)
    service.bus.close()  # wakes the streams of turns that were let end first


async def _announce(
    server: uvicorn.Server, settings: Settings, keys: list[tuple[str, str]], say: Callable[[str], None], demo: bool
) -> None:
    while not server.started:  # noqa: ASYNC110 (uvicorn has no event for it)
        await asyncio.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1] if server.servers and server.servers[0].sockets else settings.port
    base = f"http://{settings.host}:{port}"
    shop = f"  Shop with chat   {base}/\n" if demo else ""
    say(f"\nsupportgraph is ready.\n\n{shop}  Agent console    {base}/agent\n  Administration   {base}/admin\n")
    if keys:
        say("  Staff keys of this demo (made anew at each start):")
        for role, key in keys:
            say(f"    {role:<9} {key}")
        say("\n  Stop with Ctrl-C.\n")
    await asyncio.to_thread(compile_all)  # what the first customers would else wait for
