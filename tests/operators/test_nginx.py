"""docs/operators/nginx.conf before a real service, run by a real nginx: only names, addresses and certificates are replaced.

One of the two replicas that it names is never there, so that every test also shows that a dead one is passed over."""

import os
import re
import shutil
import ssl
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from tests.self_made_certificate import self_made_certificate
from tests.service import AGENT, Served, free_port

FILE = Path(__file__).parents[2] / "docs" / "operators" / "nginx.conf"
PUBLIC, STAFF = "support.example.com", "staff.support.example.com"
SHOP = "https://www.example.com"
OFFICE = "127.0.0.9"  # the address that stands for staff's network
OPENINGS = 40  # conversations that one address may open a minute


def _certificate(folder: Path) -> None:
    made, private = self_made_certificate(PUBLIC)
    (folder / "site.pem").write_bytes(made)
    (folder / "site.key").write_bytes(private)


def _nginx() -> str:
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    assert found, "no nginx: run `make nginx`"
    return found


class Proxy:
    """nginx with the file of the docs. ``client`` speaks to it from an address of the loopback network."""

    def __init__(self, folder: Path, replica: int) -> None:
        self.port = free_port()
        self._clients: list[httpx.Client] = []
        _certificate(folder)
        text = FILE.read_text(encoding="utf-8")
        for was, now in (
            (r"listen 443 ssl", f"listen 127.0.0.1:{self.port} ssl"),
            (r"/etc/ssl/\S+\.pem", str(folder / "site.pem")),
            (r"/etc/ssl/\S+\.key", str(folder / "site.key")),
            (r"127\.0\.0\.1:8000", f"127.0.0.1:{free_port()}"),
            (r"127\.0\.0\.1:8001", f"127.0.0.1:{replica}"),
            (r"allow 10\.0\.0\.0/8", f"allow {OFFICE}"),
        ):
            text, count = re.subn(was, now, text)
            assert count, f"the file no longer has {was}"
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        paths = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
        user = "user root;" if os.geteuid() == 0 else ""  # else the workers could not enter the test's own folder
        (folder / "nginx.conf").write_text(
            f"{user} daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}} "
            f"http {{ access_log off; {paths} {text} }}"
        )
        command = [_nginx(), "-e", str(folder / "error.log"), "-p", str(folder), "-c", str(folder / "nginx.conf")]
        tested = subprocess.run([*command, "-t"], capture_output=True, text=True)
        assert tested.returncode == 0, tested.stderr
        self.process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            try:
                self.client().get("/")
                return
            except httpx.TransportError:
                time.sleep(0.05)
        raise AssertionError((folder / "error.log").read_text())

    def client(self, host: str = PUBLIC, source: str = "127.0.0.1") -> httpx.Client:
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        transport = httpx.HTTPTransport(verify=context, local_address=source)
        client = httpx.Client(
            base_url=f"https://127.0.0.1:{self.port}", headers={"Host": host}, transport=transport, timeout=30
        )
        self._clients.append(client)
        return client

    def stop(self) -> None:
        for client in self._clients:
            client.close()
        self.process.terminate()
        self.process.wait(10)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    data = tmp_path_factory.mktemp("behind") / "data"
    env = {
        "SUPPORTGRAPH_TRUSTED_PROXIES": "127.0.0.1",
        "SUPPORTGRAPH_RATE_LIMIT": str(OPENINGS),
        "SUPPORTGRAPH_ALLOWED_ORIGINS": SHOP,
    }
    with Served(data, **env) as service:
        yield service


@pytest.fixture(scope="module")
def proxy(served: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    proxy = Proxy(tmp_path_factory.mktemp("nginx"), served.port)
    yield proxy
    proxy.stop()


def _open(client: httpx.Client, **headers: str) -> httpx.Response:
    return client.post("/v1/conversations", json={"consent": True}, headers={"Idempotency-Key": str(uuid4()), **headers})


def test_a_customer_gets_through_whole(proxy: Proxy) -> None:
    client = proxy.client(source="127.0.0.21")
    made = _open(client)
    assert made.status_code == 201
    at, key = f"/v1/conversations/{made.json()['id']}", {"Authorization": f"Bearer {made.json()['token']}"}
    said = client.post(f"{at}/messages", json={"text": "How long does delivery take?"}, headers=key)
    assert said.status_code == 200
    told = said.json()["messages"][-1]["id"]
    assert client.post(f"/v1/messages/{told}/feedback", json={"helpful": True}, headers=key).status_code == 201
    assert client.put(f"{at}/consent", json={"granted": True}, headers=key).status_code == 200
    for path in ("/help/returns", "/static/widget.js", "/static/help.css", "/static/icon.svg"):
        assert client.get(path).status_code == 200, path


def test_nothing_that_is_not_the_customers_is_public_whatever_the_key(proxy: Proxy, served: Served) -> None:
    client = proxy.client()
    open_to_customers = re.compile(r"/v1/(conversations/[^/]+(/.*)?|messages/[^/]+/feedback)$|/v1/conversations$")
    documented = served.http.get("/schema/openapi.json").json()["paths"]
    hidden = [p.format_map(_Ids()) for p in documented if not open_to_customers.match(p)]
    assert len(hidden) > 20
    for path in [
        *hidden,
        "/",
        "/agent",
        "/admin",
        "/metrics",
        "/health/ready",
        "/schema",
        "/demo/customers",
        "/static/agent.js",
    ]:
        assert client.get(path, headers={"Authorization": f"Bearer {AGENT}"}).status_code == 404, path
    assert client.get("/v1/conversations", headers={"Authorization": f"Bearer {AGENT}"}).status_code == 403
    for path in ("//agent", "/help/../agent", "/static/widget.js/../agent.js", "/%61gent", "/v1/conversations/../handoffs"):
        assert client.get(path, headers={"Authorization": f"Bearer {AGENT}"}).status_code in (400, 404), path


class _Ids(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "1"


def test_staff_get_in_from_their_network_only_and_nobody_reads_metrics(proxy: Proxy) -> None:
    office, street = proxy.client(STAFF, OFFICE), proxy.client(STAFF)
    assert office.get("/agent").status_code == 200
    assert office.get("/v1/handoffs", headers={"Authorization": f"Bearer {AGENT}"}).status_code == 200
    assert office.get("/v1/handoffs").status_code == 401
    assert office.get("/metrics").status_code == 404
    for path in ("/agent", "/v1/handoffs", "/v1/conversations", "/metrics"):
        assert street.get(path).status_code in (403, 404), path
    assert street.get("/agent").status_code == 403


def test_each_customer_is_an_address_of_their_own_and_cannot_say_another(proxy: Proxy) -> None:
    many = proxy.client(source="127.0.0.31")
    codes = []
    while 429 not in codes and len(codes) < 5 * OPENINGS:  # a minute may end meanwhile, and begin a new count
        codes.append(_open(many, **{"X-Forwarded-For": f"198.51.100.{len(codes)}"}).status_code)
    assert codes[-1] == 429
    assert set(codes[:-1]) == {201}
    assert len(codes) > OPENINGS
    assert _open(proxy.client(source="127.0.0.32")).status_code == 201


def test_events_arrive_as_they_are_made(proxy: Proxy) -> None:
    client = proxy.client(source="127.0.0.41")
    made = _open(client).json()
    at, key = f"/v1/conversations/{made['id']}", {"Authorization": f"Bearer {made['token']}"}
    with client.stream("GET", f"{at}/events?after=0", headers={**key, "Accept": "text/event-stream"}) as stream:
        assert stream.status_code == 200
        lines = stream.iter_lines()
        assert any("message.completed" in line for line in lines)  # the greeting; the stream is open
        proxy.client(source="127.0.0.41").post(f"{at}/messages", json={"text": "hello"}, headers=key).raise_for_status()
        began = time.monotonic()
        assert any("turn.completed" in line for line in lines)
        assert time.monotonic() - began < 10  # less than a heartbeat: nothing waits for more to come


def test_a_stream_goes_on_through_quiet_times(proxy: Proxy) -> None:
    text = FILE.read_text(encoding="utf-8")
    from api.streams import HEARTBEAT_SECONDS
    from supportgraph.configuration.settings import Settings

    waits = [float(s) for s in re.findall(r"proxy_read_timeout (\d+)s", text)]
    assert min(waits) >= 2 * HEARTBEAT_SECONDS
    assert min(waits) > Settings.model_fields["turn_timeout"].default + Settings.model_fields["backoffice_timeout"].default


def test_the_chat_works_on_the_pages_that_are_named_and_on_no_other(proxy: Proxy) -> None:
    client = proxy.client(source="127.0.0.51")
    asked = {"Origin": SHOP, "Access-Control-Request-Method": "POST"}
    for path in ("/v1/conversations", "/v1/conversations/1/messages", "/v1/messages/1/feedback"):
        answer = client.options(path, headers=asked)
        assert answer.status_code == 204, path
        assert answer.headers["Access-Control-Allow-Origin"] == SHOP
        assert {"authorization", "content-type", "idempotency-key", "last-event-id"} <= {
            name.strip().lower() for name in answer.headers["Access-Control-Allow-Headers"].split(",")
        }
    assert client.options("/v1/handoffs", headers=asked).status_code == 404
    made = _open(client, Origin=SHOP)
    assert made.headers.get_list("Access-Control-Allow-Origin") == [SHOP]
    assert client.get("/v1/conversations/1", headers={"Origin": SHOP}).headers["Access-Control-Allow-Origin"] == SHOP
    assert "Access-Control-Allow-Origin" not in _open(client, Origin="https://evil.example").headers


def test_a_long_message_is_refused_before_it_reaches_the_service(proxy: Proxy) -> None:
    client = proxy.client(source="127.0.0.61")
    assert client.post("/v1/conversations", content=b"x" * (65 << 10)).status_code == 413
