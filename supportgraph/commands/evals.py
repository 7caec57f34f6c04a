"""`supportgraph evals`: run a suite against a graph version, on a store of its own."""

import json
from datetime import datetime
from pathlib import Path

import click


@click.group()
def evals() -> None:
    """Measure graph versions on suites of conversations."""


@evals.command()
def schema() -> None:
    """Print the JSON Schema of a suite."""
    from pydantic import TypeAdapter

    from evals.suite import Case, CaseTable

    click.echo(json.dumps(TypeAdapter(list[Case | CaseTable]).json_schema(), indent=2))


@evals.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--least-held", default=0.85, show_default=True, type=click.FloatRange(0, 1), help="Recall that is wanted.")
@click.option("--least-right", default=1.0, show_default=True, type=click.FloatRange(0, 1), help="Precision that is wanted.")
@click.option("--wrong", is_flag=True, help="Print the sentences that were judged wrongly.")
def grounding(file: Path | None, least_held: float, least_right: float, wrong: bool) -> None:
    """How many labelled sentences of a model reach a customer, by kind: those of FILE, or those that are shipped.

    Exits 1 under a target, 2 where the file holds no labelled sentences."""
    from evals.grounding.measure import SHIPPED, LabelsInvalid, measure, read_labelled

    try:
        measured = measure(read_labelled(file or SHIPPED))
    except LabelsInvalid as error:
        click.echo(str(error), err=True)
        raise SystemExit(2) from None
    for kind, count in measured.kinds.items():
        click.echo(f"{kind:<12} {count.through:>4} of {count.all:>4} reach the customer")
    if wrong:
        click.echo("\n".join(f"{one.kind}: {one.text}" for one in measured.wrong))
    click.echo(
        f"precision {measured.precision:.3f} (wanted {least_right}), recall {measured.recall:.3f} (wanted {least_held})"
    )
    raise SystemExit(measured.precision < least_right or measured.recall < least_held)


@evals.command()
@click.argument("suite")
@click.option("--graph", help="The graph version to run. [default: the service's]")
@click.option("--baseline", help="A graph version to compare with, case by case.")
@click.option("--report", type=click.Path(path_type=Path), help="Folder for report.json, junit.xml and report.html.")
@click.option("--repeat", default=1, show_default=True, type=click.IntRange(1, 100), help="Attempts at each case: pass^k.")
@click.option("--rerun-failed", is_flag=True, help="Only the cases that did not pass in the report of --report.")
@click.option("--seed", default=0, show_default=True, type=int, help="Of the cases' order and of the intervals.")
@click.option("--jobs", type=click.IntRange(1, 64), help="Processes, each with a service of its own. [default: by size]")
@click.option(
    "--with-model", is_flag=True, help="Ask the chat model that SUPPORTGRAPH_MODEL names; else the embedded ones answer."
)
def run(
    suite: str,
    graph: str | None,
    baseline: str | None,
    report: Path | None,
    repeat: int,
    rerun_failed: bool,
    seed: int,
    jobs: int | None,
    with_model: bool,
) -> None:
    """Run SUITE: a shipped name, a path, or `flags`, the conversations whose answers were flagged and fixed in this data
    folder. Exits 0 where the gate lets the version pass, 1 on a regression, 2 where the run is invalid."""
    from supportgraph.measuring.eval_run import Asked, run_suite  # seconds of imports, which no `--help` has to wait for

    raise SystemExit(run_suite(Asked(suite, graph, baseline, report, repeat, rerun_failed, seed, jobs, with_model)))


_DAY = click.DateTime(["%Y-%m-%d"])


@evals.command()
@click.option("--from", "since", required=True, type=_DAY, help="The first day on which conversations began, in UTC.")
@click.option("--to", "until", type=_DAY, help="The last day. [default: today]")
@click.option("--graph", help="The graph version to run them on. [default: each on its own]")
@click.option("--report", type=click.Path(path_type=Path), help="Folder for replay.json and replay.html.")
def replay(since: datetime, until: datetime | None, graph: str | None, report: Path | None) -> None:
    """Run recorded conversations of this data folder again, with what the back office answered then; nothing is written
    anywhere. Exits 0 where all went as they did, 1 where one went another way, 2 where nothing could be replayed."""
    from supportgraph.measuring.recorded_conversations import Asked
    from supportgraph.measuring.recorded_conversations import replay as run_again

    raise SystemExit(run_again(Asked(since.date(), until.date() if until else None, graph, report)))


@evals.command("from-conversation")
@click.argument("conversation_id")
@click.option(
    "--suite", required=True, type=click.Path(path_type=Path, dir_okay=False), help="Its case is added to this file."
)
@click.option("--turn", help="The id of the last turn of the case. [default: the conversation's]")
@click.option("--intent", help="What that turn should have been read as, where it was read wrongly.")
@click.option("--outcome", help="What it should have come to, where it came to something else.")
def from_conversation(conversation_id: str, suite: Path, turn: str | None, intent: str | None, outcome: str | None) -> None:
    """Add a stored conversation to SUITE as a case (YAML or JSON Lines), masked, with what its turns came to."""
    from supportgraph.measuring.recorded_conversations import add_case

    should = {name: value for name, value in (("intent", intent), ("outcome", outcome)) if value}
    click.echo(add_case(conversation_id, suite, turn, should))
