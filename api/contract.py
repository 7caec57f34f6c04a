"""The OpenAPI document, printed without a service: `python -m api.contract`. The pages' types are made from it."""

import json
import sys
from importlib.metadata import version

from api.app import routes
from api.openapi import whole_answers
from api.service import Service
from domain.conversation import JsonObject


def openapi_document() -> JsonObject:
    """As `GET /schema/openapi.json` answers it."""
    return whole_answers(routes(_no_service, version("supportgraph")).openapi_schema.to_schema())


def _no_service() -> Service:
    raise RuntimeError("nothing is served here")


if __name__ == "__main__":
    json.dump(openapi_document(), sys.stdout, indent=1)
