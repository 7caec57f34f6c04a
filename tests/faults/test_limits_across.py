"""Limits hold over replicas, restarts and conversations, and a stranger's headers do not get round them."""

import uuid
from collections.abc import Callable

import httpx

from tests.faults.conftest import NewService
from tests.faults.fault_service import FaultService
from tests.service import ADMIN


def opened(service: FaultService, **headers: str) -> httpx.Response:
    return service.call("POST", "/v1/conversations", {"region": "US"}, **headers)


def test_one_address_opens_so_many_conversations_a_minute_over_all_replicas(
    new_service: NewService, new_database: Callable[[], str]
) -> None:
    url = new_database()
    a, b = (new_service(rate_limit="10", database_url=url).start() for _ in range(2))
    answers = [opened((a, b)[n % 2], **{"X-Forwarded-For": f"203.0.113.{n}"}) for n in range(24)]
    made = [r for r in answers if r.status_code == 201]
    held = [r for r in answers if r.status_code == 429]
    assert 10 <= len(made) <= 20, "a minute may have turned between"
    assert len(made) + len(held) == 24
    assert {r.json()["code"] for r in held} == {"rate_limited"}
    assert all(1 <= int(r.headers["Retry-After"]) <= 60 for r in held)


def test_behind_a_trusted_proxy_each_client_counts_for_itself(new_service: NewService) -> None:
    service = new_service(rate_limit="2", trusted_proxies="10.0.0.0/8, 127.0.0.1").start()
    for client in ("203.0.113.1", "203.0.113.2", "2001:db8:1:2::1"):
        # What the client itself wrote stands left of what the proxies added.
        said = {"X-Forwarded-For": f"198.51.100.{uuid.uuid4().int % 250}, {client}, 10.1.2.3"}
        statuses = [opened(service, **said).status_code for _ in range(5)]
        assert statuses.count(201) <= 4, (client, statuses)
        assert 429 in statuses, (client, statuses)
    other_end_of_the_line = {"X-Forwarded-For": "2001:db8:1:2:ffff::9"}
    assert 429 in [opened(service, **other_end_of_the_line).status_code for _ in range(3)]


def test_no_limit_is_set_by_nought(new_service: NewService) -> None:
    service = new_service(rate_limit="0").start()
    assert {opened(service).status_code for _ in range(15)} == {201}


def test_messages_and_calls_of_a_key_are_counted_over_all_replicas(
    new_service: NewService, new_database: Callable[[], str]
) -> None:
    url = new_database()
    limits = {"message_rate_limit": "6", "staff_rate_limit": "8", "database_url": url}
    replicas = [new_service(**limits).start() for _ in range(2)]
    talk = opened(replicas[0]).json()
    path, own = f"/v1/conversations/{talk['id']}", talk["token"]
    said = [
        replicas[n % 2].call("POST", f"{path}/messages", {"text": "hello", "client_message_id": str(uuid.uuid4())}, own)
        for n in range(14)
    ]
    assert 6 <= [r.status_code for r in said].count(200) <= 12, "a minute may have turned between"
    held = [r for r in said if r.status_code == 429]
    assert {r.json()["code"] for r in held} == {"rate_limited"}
    assert all(1 <= int(r.headers["Retry-After"]) <= 60 for r in held)
    assert replicas[0].call("POST", f"{path}/handoff", {}, own).status_code in (200, 202), "the way to a person stays"
    called = [replicas[n % 2].call("GET", "/v1/handoffs", None, ADMIN) for n in range(20)]
    assert 8 <= [r.status_code for r in called].count(200) <= 17
    refused = next(r for r in called if r.status_code == 429)
    assert refused.json()["code"] == "rate_limited"
    assert 1 <= int(refused.headers["Retry-After"]) <= 60
