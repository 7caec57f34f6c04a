"""The OpenAPI document says what is truly sent and answered."""

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.service import ADMIN, AGENT, Served

Node = dict[str, Any]

# Objects whose members are not ours to name, with the reason.
FREE_FORM = {
    "ActionRequest.arguments": "each action's own, in docs/api.md; read strictly when the action is known",
    "ToolCall.arguments": "each action's own, masked",
    "ToolCall.result": "each action's own, or what the merchant's back office answered",
    "PendingAction.arguments": "each action's own, masked",
    "Handoff.detail": "the quote of an approval, in the action's own words",
    "HandoffDetail.detail": "as `Handoff.detail`",
    "EvalCase.document": "a case of an eval suite, which has a JSON Schema of its own",
    "CustomerExport.conversations": "rows as they are stored, for a person to read",
    "CustomerExport.backoffice": "what the merchant's back office answered",
    "AuditEntryShown.detail": "ids, counts and reasons, each kind's own",
    "PolicyChange.before": "a rule's value, each field's own",
    "PolicyChange.after": "a rule's value, each field's own",
    "ChangeSet.content": "what was set, each kind's own: files, a revision, shares, an experiment",
}


@pytest.fixture(scope="module")
def document(demo: Served) -> Node:
    spec: Node = demo.http.get("/schema/openapi.json").json()
    return spec


def _contents(document: Node) -> Iterator[tuple[str, str, Node]]:
    """Each content of each call: where it is, its media type, its schema."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            parts = {"request": operation.get("requestBody", {}), **operation["responses"]}
            for name, part in parts.items():
                for media_type, content in (part.get("content") or {}).items():
                    yield f"{method.upper()} {path} {name}", media_type, content["schema"]


def _untyped(where: str, schema: Node) -> Iterator[str]:
    kinds = schema.get("type", [])
    kinds = kinds if isinstance(kinds, list) else [kinds]
    parts = [part for word in ("anyOf", "oneOf", "allOf") for part in schema.get(word, [])]
    if "object" in kinds and not schema.get("properties") and not schema.get("additionalProperties"):
        yield where
    if not kinds and not parts and not {"$ref", "enum", "const"} & set(schema):
        yield where
    for name, part in schema.get("properties", {}).items():
        yield from _untyped(f"{where}.{name}", part)
    for word in ("additionalProperties", "items"):
        if isinstance(schema.get(word), dict) and schema[word]:
            yield from _untyped(where, schema[word])
    for part in parts:
        yield from _untyped(where, part)


def test_no_body_holds_an_object_that_nobody_described(document: Node) -> None:
    contents = list(_contents(document))
    assert len(contents) > 100
    found = {place for where, _, schema in contents for place in _untyped(where, schema)}
    for name, schema in document["components"]["schemas"].items():
        found |= set(_untyped(name, schema))
    assert found - {"NoBody"} == set(FREE_FORM)  # NoBody is `{}`
    assert set(_untyped("here", {"type": "object"})) == set(_untyped("here", {})) == {"here"}


def test_every_refusal_is_a_problem_document(document: Node) -> None:
    refusals = [
        (where, media_type, schema)
        for where, media_type, schema in _contents(document)
        if where.rpartition(" ")[2][0] in "45" and "/health/" not in where
    ]
    assert len(refusals) > 100
    problem = {"$ref": "#/components/schemas/ProblemDocument"}
    assert [where for where, kind, schema in refusals if (kind, schema) != ("application/problem+json", problem)] == []
    under_v1 = {(path, method) for path, item in document["paths"].items() if path.startswith("/v1") for method in item}
    lacking = [
        (path, method)
        for path, method in under_v1
        if not {"400", "401", "403", "503"} <= set(document["paths"][path][method]["responses"])
    ]
    assert lacking == []


def test_answers_are_as_the_document_says(demo: Served, document: Node) -> None:
    """Of a conversation with an action and a hand-off, and of what staff see of it."""
    talk = demo.talk(consent=True, region="US")
    seen: list[str] = []

    def checked(method: str, path: str, template: str, body: object = None, key: str = AGENT) -> Any:
        response = demo.call(method, path, body, key)
        given = document["paths"][template][method.lower()]["responses"][str(response.status_code)]["content"]
        schema = {"$ref": next(iter(given.values()))["schema"]["$ref"], "components": document["components"]}
        errors = [
            f"{'.'.join(map(str, e.absolute_path))}: {e.message}"
            for e in Draft202012Validator(schema).iter_errors(response.json())
        ]
        assert not errors, (method, path, errors)
        seen.append(template)
        return response.json()

    conversation = "/v1/conversations/{conversation_id}"
    mine = f"/v1/conversations/{talk.id}"
    opened = checked("POST", "/v1/conversations", "/v1/conversations", {"consent": True}, "")
    assert opened["messages"]
    answered = checked(
        "POST", f"{mine}/messages", f"{conversation}/messages", {"text": "How long does delivery take?"}, talk.token
    )
    tracked = {"action": {"name": "track_order", "arguments": {"order_id": "HP104233"}}}
    checked("POST", f"{mine}/messages", f"{conversation}/messages", tracked, talk.token)
    handoff = checked("POST", f"{mine}/handoff", f"{conversation}/handoff", {}, talk.token)["handoff"]
    checked("GET", mine, conversation, key=talk.token)
    checked("GET", f"{mine}/messages", f"{conversation}/messages", key=talk.token)
    checked("POST", f"{mine}/csat", f"{conversation}/csat", {"score": 6}, talk.token)
    checked("POST", f"{mine}/csat", f"{conversation}/csat", {"score": 4, "comment": "fine"}, talk.token)
    message = answered["messages"][-1]["id"]
    checked("POST", f"/v1/messages/{message}/feedback", "/v1/messages/{message_id}/feedback", {"helpful": True}, talk.token)
    flagged = checked("POST", f"/v1/messages/{message}/flags", "/v1/messages/{message_id}/flags", {"reason": "outdated"})
    checked("GET", f"/v1/kb/flags/{flagged['flag']['id']}", "/v1/kb/flags/{flag_id}")
    dismissed = {"dismiss": "It is right."}
    checked("POST", f"/v1/kb/flags/{flagged['flag']['id']}/resolve", "/v1/kb/flags/{flag_id}/resolve", dismissed, ADMIN)
    checked("POST", f"/v1/handoffs/{handoff['id']}/claim", "/v1/handoffs/{handoff_id}/claim", {})
    checked("GET", f"/v1/handoffs/{handoff['id']}", "/v1/handoffs/{handoff_id}")
    checked(
        "POST", f"/v1/handoffs/{handoff['id']}/messages", "/v1/handoffs/{handoff_id}/messages", {"text": "Hello, I am Ana."}
    )
    given_back = {"action": "return_to_bot"}
    checked("POST", f"/v1/handoffs/{handoff['id']}/resume", "/v1/handoffs/{handoff_id}/resume", given_back)
    checked("POST", f"/v1/handoffs/{handoff['id']}/resume", "/v1/handoffs/{handoff_id}/resume", {"action": "close"})
    for path in (
        "/v1/conversations",
        "/v1/handoffs",
        "/v1/kb/articles",
        "/v1/kb/flags",
        "/v1/kb/use",
        "/v1/kb/audit",
        "/v1/jobs",
    ):
        checked("GET", path, path)
    for path in (
        "/v1/kpis",
        "/v1/graph-versions",
        "/v1/evals/cases",
        "/v1/kb/gaps",
        "/v1/staff/me",
        "/v1/backoffice/orders",
    ):
        checked("GET", path, path, key=ADMIN)
    checked("GET", "/v1/kb/search?q=delivery", "/v1/kb/search")
    checked("GET", "/v1/kb/search", "/v1/kb/search")
    checked("GET", "/health/ready", "/health/ready")
    checked("GET", "/v1/backoffice/orders/HP104233", "/v1/backoffice/orders/{order_id}")
    article = {"title": "Opening hours", "body": "We open at nine."}
    written = checked("POST", "/v1/kb/articles", "/v1/kb/articles", article, ADMIN)
    checked("GET", f"/v1/kb/articles/{written['id']}/revisions", "/v1/kb/articles/{article_id}/revisions")
    checked("GET", f"/v1/kb/articles/{written['id']}/answers", "/v1/kb/articles/{article_id}/answers")
    checked("POST", "/v1/privacy/mask", "/v1/privacy/mask", {"text": "rosa@example.org"}, ADMIN)
    assert len(set(seen)) > 25
