"""A suite whose customers also say who they are: names, e-mail addresses and phone numbers stand in their messages, and nothing else of
the cases changes. What passes without must pass with them.

    python -m evals.privacy.mixed_in core mixed.json && supportgraph evals run mixed.json
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import click

from evals.suite import Case, Step, load_suite

_LEAST_WORDS = 4  # of a message that something is added to: "yes" with a signature is no plain yes
_BEFORE = (
    "Hi, my name is Ottokar Brandstetter. {}",
    "This is Marisol Quintero from Dayton. {}",
    "Hello, I'm Kwame Boateng. {}",
)
_AFTER = (
    "{} Thanks,\nOttokar Brandstetter",
    "{} You can also call me on (312) 555-0148.",
    "{} My mobile is 312-555-0162, my name is Marisol Quintero.",
    "{}\n\nRegards,\nKwame Boateng\nkwame.boateng@mail.example\n+1 312 555 0199",
)


def with_personal_data(cases: Sequence[Case]) -> list[Case]:
    """The cases in English but those that are about personal data themselves; which words are added is told by the message."""
    return [
        case.model_copy(update={"id": f"{case.id}-with-personal-data", "turns": [_step(step) for step in case.turns]})
        for case in cases
        if "privacy" not in case.tags and (case.locale or "en").startswith("en")
    ]


def _step(step: Step) -> Step:
    if step.say is None or len(step.say.split()) < _LEAST_WORDS:
        return step
    ways = (*_BEFORE, *_AFTER)
    way = ways[hashlib.sha256(step.say.encode()).digest()[0] % len(ways)]
    said = step.say if step.say.rstrip()[-1] in ".?!" else f"{step.say}."
    return step.model_copy(update={"say": way.format(said)})


@click.command()
@click.argument("suite")
@click.argument("path", type=click.Path(path_type=Path))
def main(suite: str, path: Path) -> None:
    """Write SUITE, with personal data in its messages, to PATH."""
    cases = with_personal_data(load_suite(suite))
    path.write_text(json.dumps([case.model_dump(mode="json", exclude_defaults=True) for case in cases]), encoding="utf-8")
    click.echo(f"{len(cases)} cases")


if __name__ == "__main__":
    main()
