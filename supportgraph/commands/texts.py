"""`supportgraph texts`: a company's own message files, and their mistakes by line."""

from pathlib import Path

import click

from domain.messages.files import read_folder
from domain.messages.messages import Messages


@click.group()
def texts() -> None:
    """Check the sentences that customers read."""


@texts.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def check(folder: Path) -> None:
    """Check a folder of message files: every mistake with its file and line, all at once.

    Exit code 1 where there is one. What a language lacks is a note: it is said in English."""
    files, wrong = read_folder(folder)
    together = Messages.load().beside(files)
    wrong += together.mistakes()
    for mistake in sorted(wrong):
        click.echo(str(mistake), err=True)
    missing = together.missing()
    for tag, keys in missing.items():
        if keys:
            click.echo(f"{folder}: note: {tag} has not these {len(keys)} sentences, which are said in English:")
            click.echo("\n".join(f"  {key}" for key in keys))
    if wrong:
        raise SystemExit(1)
    languages = ", ".join(missing) or "no message files"
    click.echo(f"{folder}: {languages}, {sum(len(file.texts) for file in files)} sentences: valid")
