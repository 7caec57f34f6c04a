"""The documentation is held to the code: settings, commands, endpoints, events and metrics."""

import re
from pathlib import Path

import click

from domain.actions import ARGUMENTS
from domain.conversation import EventName
from domain.rules.policy import ActionRule, Policy
from supportgraph.cli import main
from supportgraph.configuration.settings import Settings
from tests.service import Served

DOCS = Path(__file__).parents[2] / "docs"


def text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_every_setting_is_documented_and_nothing_else() -> None:
    written = set(re.findall(r"^\| `([A-Z_]+)`", text("settings.md"), re.MULTILINE))
    known = {str(f.validation_alias or f"SUPPORTGRAPH_{name.upper()}") for name, f in Settings.model_fields.items()}
    assert written == known


def test_every_command_is_documented() -> None:
    page = text("operations.md")
    context = click.Context(main)
    missing = []
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        if isinstance(command, click.Group):
            missing += [
                f"{name} {sub}" for sub in command.list_commands(context) if f"supportgraph {name} {sub}" not in page
            ]
        elif f"supportgraph {name}" not in page:
            missing.append(name)
    assert not missing


def test_every_event_is_documented() -> None:
    page = text("operations.md")
    assert not [e for e in EventName.__args__ if f"`{e}`" not in page]


def test_every_policy_field_is_documented() -> None:
    page = text("policy.md")
    fields = [*Policy.model_fields, *ActionRule.model_fields]
    assert not [
        f for f in fields if f"`{f}" not in page and f not in ("failures", "identity", "quote", "shipping", "consent")
    ]


def test_every_endpoint_and_action_is_documented(demo: Served) -> None:
    page = text("api.md")
    spec = demo.http.get("/schema/openapi.json").json()
    assert spec["openapi"].startswith("3.1")
    missing = [
        f"{method.upper()} {path}"
        for path, item in spec["paths"].items()
        for method in item
        if path.startswith("/v1/") and f"`{method.upper()} {path}`" not in page
    ]
    assert not missing
    assert not [a for a in ARGUMENTS if f"`{a}`" not in page]


def test_the_graph_in_the_docs_is_the_graph_in_the_code() -> None:
    from graphs.draw import page

    assert text("graph.md") == page(), "run: python -m graphs.draw > docs/graph.md"


def test_the_glossary_names_places_that_exist() -> None:
    places = re.findall(r"`([\w/]+(?:\.py|/))`", text("glossary.md"))
    assert len(places) > 30
    assert [place for place in places if not (DOCS.parent / place).exists()] == []
