"""`supportgraph policy`: the policy file's schema, and its mistakes by line."""

import json
from pathlib import Path

import click

from domain.rules.policy import Policy
from supportgraph.configuration.rule_files import PolicyFileInvalid, load_policy


@click.group()
def policy() -> None:
    """Check the rules of refunds, returns, identity and regions."""


@policy.command()
def schema() -> None:
    """Print the JSON Schema of a policy file."""
    click.echo(json.dumps(Policy.model_json_schema(), indent=2))


@policy.command()
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Validate a policy file; every mistake with its line, all at once. Exit code 1 where there is one."""
    try:
        found = load_policy(file)
    except PolicyFileInvalid as error:
        for mistake in error.mistakes:
            click.echo(f"{file}:{mistake.line}: {mistake.path + ': ' if mistake.path else ''}{mistake.message}", err=True)
        raise SystemExit(1) from None
    click.echo(f"{file}: version {found.version}, {len(found.actions)} actions, {len(found.regions)} regions: valid")
