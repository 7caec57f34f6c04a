"""A real `supportgraph serve` process and a small client of its REST API, for tests that go through the front door."""

import base64
import contextlib
import functools
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self
from uuid import uuid4

import httpx
import jwt
from filelock import FileLock

from records.engine.session import Database
from tests.service_forks import service_forks, shared_folder

AGENT, SECOND_AGENT = "agent-key-ana-0123456789", "agent-key-ben-0123456789"
ADMIN, ENGINEER = "admin-key-ada-0123456789", "engineer-key-eve-0123456"
JWT_SECRET = "a-secret-of-the-tests-0123456789abcdef"
STAFF = f"agent:Ana:{AGENT},agent:Ben:{SECOND_AGENT},admin:Ada:{ADMIN},engineer:Eve:{ENGINEER}"


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def customer_token(customer_id: str, **claims: Any) -> str:
    now = int(time.time())
    return jwt.encode({"sub": customer_id, "iat": now, "exp": now + 3600, **claims}, JWT_SECRET, algorithm="HS256")


# With one of these the demo's data is not in the folder, or is not the same.
_LOADED_ELSEWHERE = {f"SUPPORTGRAPH_{name}" for name in ("DATABASE_URL", "CHROMA_URL", "VAULT_KEY", "BACKOFFICE_URL")}


@functools.cache
def loaded_demo() -> Path:
    """The demo's data folder as its first start leaves it: most of such a start is loading it. One for all workers of a run."""
    data = shared_folder() / "demo" / "data"
    with FileLock(f"{data.parent}.lock"):
        if not data.parent.exists():
            draft = data.parent.with_name("draft") / "data"
            draft.mkdir(mode=0o700, parents=True)
            with Served(draft):
                pass
            draft.parent.rename(data.parent)
    return data


class Process(Protocol):
    """What the tests use of ``subprocess.Popen``."""

    @property
    def pid(self) -> int: ...
    @property
    def returncode(self) -> int | Any: ...
    def poll(self) -> int | None: ...
    def send_signal(self, sig: int) -> None: ...
    def kill(self) -> None: ...
    def wait(self, timeout: float | None = None) -> int: ...


class Served:
    """`supportgraph serve` on a data folder of its own; can be killed and started again.

    ``forked``: from a process that has the imports already, and where it is the demo's first start, on a folder that has its goods,
    orders and articles. Not where a test is of what happens then.
    """

    def __init__(
        self, data: Path, *, demo: bool = True, arguments: tuple[str, ...] = (), forked: bool = True, **env: str
    ) -> None:
        self.data, self.demo, self.arguments, self.port = data, demo, arguments, free_port()
        self.forked = forked
        self.env = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("SUPPORTGRAPH_", "OPENAI_"))},
            "SUPPORTGRAPH_DATA_DIR": str(data),
            "SUPPORTGRAPH_PORT": str(self.port),
            "SUPPORTGRAPH_STAFF_KEYS": STAFF,
            "SUPPORTGRAPH_CUSTOMER_JWT_SECRET": JWT_SECRET,
            **env,
        }
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = data.with_suffix(".log")
        self.process: Process | None = None
        self.http = httpx.Client(base_url=self.url, timeout=30)

    def start(self) -> Self:
        if self.demo and self.forked and not self.data.exists() and not _LOADED_ELSEWHERE & self.env.keys():
            shutil.copytree(loaded_demo(), self.data)
        self.process = self.spawn(["serve", *(["--demo"] if self.demo else []), *self.arguments])
        deadline = time.monotonic() + 90
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise AssertionError(f"serve ended with {self.process.returncode}: {self.log.read_text()[-2000:]}")
            try:
                if self.http.get("/health/ready", timeout=2).status_code == 200:
                    return self
            except httpx.TransportError:
                pass
            time.sleep(0.05)
        raise AssertionError(f"not ready: {self.log.read_text()[-2000:]}")

    def spawn(self, arguments: list[str]) -> Process:
        if self.forked:
            return service_forks().start(arguments, self.env, str(self.log), [])
        with self.log.open("ab") as log:
            command = [sys.executable, "-m", "supportgraph.cli", *arguments]
            return subprocess.Popen(command, env=self.env, stdout=log, stderr=subprocess.STDOUT)

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait(10)

    def restart_after_kill(self) -> None:
        self.kill()
        self.http.close()
        self.http = httpx.Client(base_url=self.url, timeout=30)
        self.start()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(20)
        self.http.close()

    def call(self, method: str, path: str, body: Any = None, key: str | None = None, **headers: str) -> httpx.Response:
        if key:
            headers["Authorization"] = f"Bearer {key}"
        return self.http.request(method, path, json=body, headers=headers)

    def ok(self, method: str, path: str, body: Any = None, key: str = ADMIN) -> Any:  # Any: JSON
        """What is answered, None for nothing; that it is no problem is asserted."""
        answer = self.call(method, path, body, key)
        assert answer.is_success, answer.text
        return answer.json() if answer.content else None

    @contextlib.asynccontextmanager
    async def records(self) -> AsyncIterator[Database]:
        """The service's own database, read and written beside it."""
        database = Database(f"sqlite+aiosqlite:///{self.data / 'supportgraph.db'}")
        try:
            yield database
        finally:
            await database.close()

    def talk(self, **body: Any) -> "Talk":
        return Talk(self, body)

    def signed_in(self, customer_id: str, **body: Any) -> "Talk":
        return self.talk(customer_token=customer_token(customer_id), consent=True, **body)

    def order(self, order_id: str) -> dict[str, Any]:
        return dict(self.call("GET", f"/v1/backoffice/orders/{order_id}", key=ADMIN).json())

    def orders(self, status: str, customer_id: str | None = None) -> list[dict[str, Any]]:
        more = f"&customer_id={customer_id}" if customer_id else ""
        return list(self.call("GET", f"/v1/backoffice/orders?status={status}&limit=200{more}", key=ADMIN).json()["items"])

    def stored_bytes(self) -> dict[str, bytes]:
        """Every byte left behind: the data folder and the log."""
        left = {str(p.relative_to(self.data)): p.read_bytes() for p in self.data.rglob("*") if p.is_file()}
        return {**left, "log": self.log.read_bytes()}


class Talk:
    """One conversation, as a front end has it."""

    def __init__(self, served: Served, body: dict[str, Any]) -> None:
        made = served.call("POST", "/v1/conversations", body)
        assert made.status_code == 201, made.text
        self.served, self.made = served, made.json()
        self.id, self.token = self.made["id"], self.made["token"]

    def post(self, body: dict[str, Any], **headers: str) -> httpx.Response:
        return self.served.call("POST", f"/v1/conversations/{self.id}/messages", body, self.token, **headers)

    def _answer(self, body: dict[str, Any]) -> dict[str, Any]:
        response = self.post({**body, "client_message_id": str(uuid4())})
        assert response.status_code == 200, response.text
        return dict(response.json())

    def say(self, text: str) -> dict[str, Any]:
        return self._answer({"text": text})

    def do(self, name: str, /, **arguments: Any) -> dict[str, Any]:
        return self._answer({"action": {"name": name, "arguments": arguments}})

    def ask_for_person(self) -> dict[str, Any]:
        response = self.served.call("POST", f"/v1/conversations/{self.id}/handoff", {}, self.token)
        assert response.status_code == 202, response.text
        return dict(response.json()["handoff"])

    def state(self) -> dict[str, Any]:
        return dict(self.served.call("GET", f"/v1/conversations/{self.id}", key=self.token).json())

    def transcript(self) -> list[dict[str, Any]]:
        return list(
            self.served.call("GET", f"/v1/conversations/{self.id}/messages?limit=200", key=self.token).json()["items"]
        )


def says_any(answer: Any, *options: str) -> bool:
    """Whether it says one of these: who writes German is answered so."""
    return any(option in text_of(answer) for option in options)


def text_of(answer: dict[str, Any]) -> str:
    return "\n".join(m["text"] for m in answer["messages"])


def forms_of(value: str) -> list[bytes]:
    """How a value may lie in a file: as it is, its digits alone, base64."""
    digits = "".join(c for c in value if c.isdigit())
    forms = [value.encode(), base64.b64encode(value.encode()).rstrip(b"=")[:-1], json.dumps(value)[1:-1].encode()]
    return [*forms, digits.encode()] if len(digits) >= 9 else forms
