"""`supportgraph triggers`: the file of page triggers, its schema, and its mistakes by line."""

import json
from pathlib import Path

import click

from domain.messages.messages import Messages
from domain.triggers import Triggers
from supportgraph.configuration.rule_files import TriggersFileInvalid, load_triggers
from supportgraph.configuration.settings import Settings


@click.group()
def triggers() -> None:
    """Check when pages offer help."""


@triggers.command()
def schema() -> None:
    """Print the JSON Schema of a file of page triggers."""
    click.echo(json.dumps(Triggers.model_json_schema(), indent=2))


@triggers.command()
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Validate a file of page triggers; every mistake with its line, all at once. Exit code 1 where there is one.

    What each offer says is shown, by the texts in force (SUPPORTGRAPH_TEXTS_DIR)."""
    try:
        found = load_triggers(file)
    except TriggersFileInvalid as error:
        for mistake in error.mistakes:
            click.echo(f"{file}:{mistake.line}: {mistake.path + ': ' if mistake.path else ''}{mistake.message}", err=True)
        raise SystemExit(1) from None
    say = Messages.load(Settings.load().texts_dir).speaking("en")
    general = say("page-offer", offer="")
    click.echo(f"{file}: version {found.version}, {len(found.offers)} offers: valid")
    for rule in found.offers:
        text = say("page-offer", offer=rule.name)
        note = "  (the general words: give it its own in the message page-offer)" if text == general else ""
        click.echo(f"  {rule.name}: {text}{note}")
