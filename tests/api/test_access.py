"""Every endpoint of the OpenAPI document against every role, a stranger and a foreign customer. Who may do what stands here a second
time, on purpose: a new endpoint has to be put down, and a guard that is changed by mistake is seen."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.service import ADMIN, AGENT, ENGINEER, Served

EVERYBODY = {"POST /v1/conversations", "POST /v1/offers"}
CUSTOMER = {
    "GET /v1/conversations/{conversation_id}/messages/{message_id}/values",
    "GET /v1/conversations/{conversation_id}/pending-action",
    "POST /v1/conversations/{conversation_id}/close",
    "POST /v1/conversations/{conversation_id}/csat",
    "POST /v1/conversations/{conversation_id}/handoff",
    "POST /v1/conversations/{conversation_id}/handoff/withdraw",
    "POST /v1/conversations/{conversation_id}/messages",
    "POST /v1/conversations/{conversation_id}/turns/{turn_id}/stop",
    "POST /v1/messages/{message_id}/feedback",
    "PUT /v1/conversations/{conversation_id}/consent",
}
CUSTOMER_OR_AGENT = {
    "GET /v1/conversations/{conversation_id}",
    "GET /v1/conversations/{conversation_id}/events",
    "GET /v1/conversations/{conversation_id}/messages",
}
AGENTS = {
    "GET /v1/backoffice/customers/{customer_id}",
    "GET /v1/backoffice/orders",
    "GET /v1/backoffice/orders/{order_id}",
    "GET /v1/backoffice/products/{product_id}",
    "GET /v1/conversations",
    "GET /v1/conversations/{conversation_id}/score",
    "GET /v1/handoffs",
    "GET /v1/handoffs/events",
    "GET /v1/handoffs/{handoff_id}",
    "GET /v1/insights/comments",
    "GET /v1/kb/articles",
    "GET /v1/kb/articles/{article_id}",
    "GET /v1/kb/articles/{article_id}/answers",
    "GET /v1/kb/articles/{article_id}/revisions",
    "GET /v1/kb/audit",
    "GET /v1/kb/flags",
    "GET /v1/kb/flags/{flag_id}",
    "GET /v1/kb/gaps",
    "GET /v1/kb/search",
    "GET /v1/kb/use",
    "POST /v1/conversations/{conversation_id}/eval-case",
    "POST /v1/conversations/{conversation_id}/score/review",
    "POST /v1/handoffs/{handoff_id}/claim",
    "POST /v1/handoffs/{handoff_id}/messages",
    "POST /v1/handoffs/{handoff_id}/release",
    "POST /v1/handoffs/{handoff_id}/resume",
    "POST /v1/handoffs/{handoff_id}/unseal",
    "POST /v1/messages/{message_id}/flags",
}
ADMINS = {
    "DELETE /v1/conversations/{conversation_id}",
    "DELETE /v1/customers/{customer_id}",
    "DELETE /v1/kb/articles/{article_id}",
    "DELETE /v1/staff/keys/{key_id}",
    "DELETE /v1/staff/sessions/{session_id}",
    "GET /v1/audit-log",
    "GET /v1/customers/{customer_id}/export",
    "GET /v1/privacy/processing",
    "GET /v1/staff/keys",
    "GET /v1/staff/sessions",
    "POST /v1/insights/remedies/{remedy_id}/approve",
    "POST /v1/insights/remedies/{remedy_id}/rollback",
    "POST /v1/retraining/candidates/{candidate_id}/promote",
    "POST /v1/retraining/rollback",
    "POST /v1/kb/articles",
    "POST /v1/kb/flags/{flag_id}/resolve",
    "POST /v1/kb/import",
    "POST /v1/privacy/mask",
    "POST /v1/staff/keys",
    "PUT /v1/kb/articles/{article_id}",
}
ENGINEERS = {
    "GET /v1/evals/cases",
    "GET /v1/graph-versions",
    "GET /v1/experiments",
    "GET /v1/experiments/{experiment_id}/results",
    "GET /v1/history",
    "GET /v1/history/turns/{turn_id}",
    "GET /v1/history/{change_id}",
    "GET /v1/insights/remedies",
    "GET /v1/insights/remedies/{remedy_id}",
    "GET /v1/insights/scores",
    "GET /v1/insights/scores/conversations",
    "GET /v1/insights/struggles",
    "GET /v1/insights/trends",
    "GET /v1/kpis",
    "GET /v1/kpis/conversations",
    "GET /v1/kpis/export",
    "GET /v1/offers/results",
    "POST /v1/experiments",
    "POST /v1/experiments/{experiment_id}/stop",
    "POST /v1/graph-versions/{name}/eval-results",
    "POST /v1/history/{change_id}/revert",
    "POST /v1/insights/remedies/{remedy_id}/test",
    "POST /v1/insights/struggles/{struggle_id}/accept",
    "POST /v1/insights/struggles/{struggle_id}/dismiss",
    "GET /v1/retraining/candidates",
    "GET /v1/retraining/candidates/{candidate_id}",
    "POST /v1/retraining/candidates",
    "PUT /v1/graph-versions/rollout",
}
STAFF = {
    "GET /v1/jobs",
    "GET /v1/jobs/{job_id}",
    "GET /v1/staff/me",
    "POST /v1/staff/sign-out",
}
MAY = {
    "customer": CUSTOMER | CUSTOMER_OR_AGENT,
    "agent": CUSTOMER_OR_AGENT | AGENTS | STAFF,
    "admin": CUSTOMER_OR_AGENT | AGENTS | ADMINS | ENGINEERS | STAFF,
    "engineer": ENGINEERS | STAFF,
}
NOBODYS = "01890000-0000-7000-8000-000000000000"


@pytest.fixture(scope="module")
def endpoints(demo: Served) -> list[str]:
    paths = demo.http.get("/schema/openapi.json").json()["paths"]
    return [f"{method.upper()} {path}" for path, item in paths.items() if path.startswith("/v1/") for method in item]


def _ask(served: Served, endpoint: str, key: str | None, **ids: str) -> tuple[int, Any]:
    """Status and problem of a call with an empty body; streams are left as soon as they begin."""
    method, path = endpoint.split()
    for name in ("conversation_id", "message_id", "turn_id", "handoff_id", "article_id", "customer_id", "order_id", "product_id",
                 "flag_id", "job_id", "key_id", "session_id", "experiment_id", "name"):  # fmt: skip
        path = path.replace(f"{{{name}}}", ids.get(name, NOBODYS))
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    request = served.http.build_request(method, path, json=None if method == "GET" else {}, headers=headers)
    response: httpx.Response = served.http.send(request, stream=True)
    try:
        is_stream = response.headers.get("content-type", "").startswith(("text/event-stream", "text/csv"))
        return response.status_code, None if is_stream else response.read() and response.json()
    finally:
        response.close()


def test_every_endpoint_is_put_down_here(endpoints: list[str]) -> None:
    assert set(endpoints) == EVERYBODY | CUSTOMER | CUSTOMER_OR_AGENT | AGENTS | ADMINS | ENGINEERS | STAFF


def test_strangers_are_told_nothing(demo: Served, endpoints: list[str]) -> None:
    """The same answer whatever the path: there is none, or there is."""
    token = demo.talk().token
    half, other = token[:-2], f"{NOBODYS}.{token.partition('.')[2]}"  # cut short; another's signature
    answers = []
    for endpoint in (set(endpoints) - EVERYBODY) | {"GET /v1/nowhere", "POST /v1/conversations/x/y/z"}:
        answers += [(endpoint, _ask(demo, endpoint, key)) for key in (None, "sg-a-key-that-nobody-made-0123", half, other)]
    told = {str(answer) for _, answer in answers}
    assert len(told) == 1, told
    assert answers[0][1][0] == 401
    for key in ("sg-a-key-that-nobody-made-0123", half, other):
        assert _ask(demo, "POST /v1/conversations", key)[0] == 401  # who shows a credential must have one


def _roles(demo: Served) -> Iterator[tuple[str, str]]:
    yield from {"agent": AGENT, "admin": ADMIN, "engineer": ENGINEER, "customer": demo.talk().token}.items()


def test_each_role_may_what_it_may_and_no_more(demo: Served, endpoints: list[str]) -> None:
    for role, key in _roles(demo):
        for endpoint in set(endpoints) - EVERYBODY:
            status, body = _ask(demo, endpoint, key)
            if endpoint in MAY[role]:
                assert status not in (401, 403), (role, endpoint, body)
                assert status < 500, (role, endpoint, body)
            else:
                assert (status, body["code"]) == (403, "forbidden"), (role, endpoint, body)


def test_a_foreign_conversation_is_as_one_that_does_not_exist(demo: Served) -> None:
    mine, other = demo.talk(consent=True), demo.talk(consent=True)
    asked = other.say("How long does delivery take?")
    turn, message = asked["turn"]["id"], asked["messages"][-1]["id"]
    before = other.transcript(), other.state()
    for endpoint in CUSTOMER | CUSTOMER_OR_AGENT:
        unknown = _ask(demo, endpoint, mine.token, turn_id=turn)
        foreign = _ask(demo, endpoint, mine.token, conversation_id=other.id, turn_id=turn, message_id=message)
        assert foreign == unknown, endpoint
        assert foreign[0] in (404, 400), (
            endpoint,
            foreign,
        )  # 400: what is wrong with the body is told first, in either case
    # With a right body, so that nothing else is wrong with it.
    for path, body in {
        "/v1/conversations/{}/messages": {"text": "hello"},
        "/v1/conversations/{}/csat": {"score": 1},
        "/v1/conversations/{}/close": {},
        "/v1/conversations/{}/handoff": {},
    }.items():
        answers = [demo.call("POST", path.format(one), body, mine.token) for one in (other.id, NOBODYS)]
        assert answers[0].status_code == answers[1].status_code == 404
        assert answers[0].json() == answers[1].json()
    answers = [
        demo.call("POST", f"/v1/messages/{one}/feedback", {"helpful": True}, mine.token) for one in (message, NOBODYS)
    ]
    assert [a.status_code for a in answers] == [404, 404]
    assert answers[0].json() == answers[1].json()
    assert demo.call("PUT", f"/v1/conversations/{other.id}/consent", {"granted": False}, mine.token).status_code == 404
    assert (other.transcript(), other.state()) == before
