"""What the OpenAPI document says beyond the handlers' types: streams, uploads, and which fields an answer always has."""

from dataclasses import dataclass
from typing import Any

from litestar import Request
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIResponse, Operation, RequestBody, Schema
from litestar.openapi.spec.enums import OpenAPIType

from domain.conversation import JsonObject

_STREAM = OpenAPIMediaType(schema=Schema(type=OpenAPIType.STRING, description="Server-sent events"))
_CSV = OpenAPIMediaType(schema=Schema(type=OpenAPIType.STRING))


def _answered(operation: Operation, media_type: str, content: OpenAPIMediaType, *, only: bool) -> None:
    given = (operation.responses or {}).get("200")
    if isinstance(given, OpenAPIResponse):
        given.content = {**({} if only else given.content or {}), media_type: content}


@dataclass
class EventStream(Operation):
    """Answers with server-sent events and nothing else."""

    def __post_init__(self) -> None:
        _answered(self, "text/event-stream", _STREAM, only=True)


@dataclass
class AlsoEventStream(Operation):
    """Answers with server-sent events where `Accept` asks for them."""

    def __post_init__(self) -> None:
        _answered(self, "text/event-stream", _STREAM, only=False)


@dataclass
class AlsoCsv(Operation):
    """Answers with a table where `format` asks for it."""

    def __post_init__(self) -> None:
        _answered(self, "text/csv", _CSV, only=False)


@dataclass
class Upload(Operation):
    """Says what the handler reads by itself, so that broken forms are answered in our own words."""

    def __post_init__(self) -> None:
        file = Schema(type=OpenAPIType.STRING, content_media_type="application/octet-stream")
        form = Schema(type=OpenAPIType.OBJECT, properties={"file": file}, required=["file"])
        self.request_body = RequestBody(content={"multipart/form-data": OpenAPIMediaType(schema=form)}, required=True)


class WholeAnswers(JsonRenderPlugin):
    """The document at /schema/openapi.json."""

    def render(self, request: Request[Any, Any, Any], openapi_schema: JsonObject) -> bytes:
        return super().render(request, whole_answers(openapi_schema))


def whole_answers(document: JsonObject) -> JsonObject:
    """The document with every field of an answer required, as it is: a default only tells what a sender may leave out."""
    schemas = document["components"]["schemas"]
    sent, answered = set[str](), set[str]()
    for item in document["paths"].values():
        for operation in item.values():
            _reach(operation.get("requestBody"), schemas, sent)
            for status, response in operation["responses"].items():
                if status.startswith("2"):
                    _reach(response, schemas, answered)
    for name in answered - sent:
        if "properties" in schemas[name]:
            schemas[name]["required"] = sorted(schemas[name]["properties"])
    return document


def _reach(node: object, schemas: JsonObject, seen: set[str]) -> None:
    """The names of all schemas that a part of the document leads to."""
    if isinstance(node, dict):
        name = str(node.get("$ref", "")).rpartition("/")[2]
        if name and name not in seen:
            seen.add(name)
            _reach(schemas[name], schemas, seen)
        for value in node.values():
            _reach(value, schemas, seen)
    elif isinstance(node, list):
        for value in node:
            _reach(value, schemas, seen)
