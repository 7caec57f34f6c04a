"""What `supportgraph evals from-conversation` does: a stored conversation as a case of a suite file."""

import asyncio
import json
from pathlib import Path

import click
import yaml

from domain.conversation import JsonObject
from domain.errors import NotFound, ValidationFailed
from evals.suite import Case, SuiteInvalid, load_suite
from insights.conversation_case import stored_case
from supportgraph.served_database import NoDatabase, served_database
from supportgraph.settings import Settings, SettingsInvalid


def add_case(conversation_id: str, suite: Path, turn: str | None, should: JsonObject) -> str:
    """Add the case and say so. Raises ``ClickException`` where the conversation cannot be one, or the file is no suite."""
    try:
        case = asyncio.run(_read(conversation_id, turn, should))
        given = Case.model_validate(case).model_dump(mode="json", exclude_defaults=True)
        known = {one.id for one in load_suite(str(suite))} if suite.exists() and suite.stat().st_size else set()
    except NotFound:
        raise click.ClickException(f"there is no conversation {conversation_id} in this data folder") from None
    except ValidationFailed as error:
        raise click.ClickException("; ".join(one["message"] for one in error.errors)) from None
    except (SuiteInvalid, NoDatabase, SettingsInvalid, ValueError) as error:
        raise click.ClickException(str(error)) from None
    if case["id"] in known:
        raise click.ClickException(f"{suite} has a case {case['id']} already")
    given = {"id": given.pop("id"), **given}
    with suite.open("a", encoding="utf-8") as file:
        if suite.suffix == ".jsonl":
            file.write(json.dumps(given, ensure_ascii=False) + "\n")
        else:
            file.write(yaml.safe_dump([given], allow_unicode=True, sort_keys=False))
    return f"{case['id']} was added to {suite}: read what it expects before you rely on it"


async def _read(conversation_id: str, turn: str | None, should: JsonObject) -> JsonObject:
    async with served_database(Settings.load()) as database, database.read() as unit:
        return await stored_case(unit, conversation_id, until=turn, should=should)
