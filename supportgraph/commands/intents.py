"""`supportgraph intents`: train, measure and run the intent classifier on CSV files."""

import csv
import json
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import click

from domain.intents import OUT_OF_SCOPE

P = ParamSpec("P")
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


def _plain_errors(command: Callable[P, None]) -> Callable[P, None]:
    """Say what is wrong with a file or folder in one line instead of a traceback."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        from models.intents.intent_model import IntentModelInvalid
        from models.intents.training.examples import RowsInvalid
        from models.pinned_files import ModelFileInvalid

        try:
            command(*args, **kwargs)
        except (ModelFileInvalid, IntentModelInvalid, RowsInvalid, OSError) as error:
            raise click.ClickException(str(error)) from error

    return run


@click.group()
def intents() -> None:
    """Train, evaluate and run the intent classifier."""


@intents.command()
@click.argument("csv_file", metavar="[CSV]", type=FILE, required=False)
@click.option("--out", type=FOLDER, required=True, help="Folder for the trained model.")
@click.option("--out-of-scope", "out_of_scope", type=FILE, help="CSV with a column text: what is nobody's intent.")
@click.option(
    "--keep", type=click.FloatRange(0.5, 1), help="Share of in-scope texts not to turn away; by default what pays off."
)
@_plain_errors
def train(csv_file: Path | None, out: Path, out_of_scope: Path | None, keep: float | None) -> None:
    """Train on CSV (columns text,label), or on the project's own utterances where none is given; prints JSON.

    A fifth of each label is measured on. The project's own model never learns from it; others do once it is measured.
    """
    from models.embeddings import MiniLmEmbedder
    from models.intents.training.examples import SHIPPED_OUT_OF_SCOPE, SHIPPED_UTTERANCES, read_rows
    from models.intents.training.train import train_intents

    outside = out_of_scope or (None if csv_file else SHIPPED_OUT_OF_SCOPE)
    rows = read_rows(csv_file or SHIPPED_UTTERANCES)
    strangers = read_rows(outside, OUT_OF_SCOPE) if outside else []
    out.mkdir(parents=True, exist_ok=True)  # now, not after minutes of work
    embedder = MiniLmEmbedder(cache_size=2 * (len(rows) + len(strangers)) + 2000)
    model = train_intents(rows, strangers, embedder.embed_now, keep_apart=csv_file is None, keep=keep)
    model.save(out)
    measured = (
        "n",
        "accuracy",
        "accuracy_if_none_rejected",
        "in_scope_rejected",
        "out_of_scope_recall",
        "calibration_error",
    )
    made = {key: model.card[key] for key in ("cross_validated", "recipe", "left_out")}
    _show({key: model.card["measured"].get(key) for key in measured} | made)


@intents.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("csv_file", metavar="CSV", type=FILE)
@_plain_errors
def evaluate(folder: Path, csv_file: Path) -> None:
    """Measure the model in DIR on CSV (columns text,label); prints JSON."""
    from models.embeddings import MiniLmEmbedder
    from models.intents.intent_model import IntentModel
    from models.intents.training.evaluate import evaluate_intents
    from models.intents.training.examples import read_rows

    _show(evaluate_intents(IntentModel.load(folder), read_rows(csv_file), MiniLmEmbedder().embed_now))


@intents.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("csv_file", metavar="CSV", type=FILE)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="CSV to write.")
@_plain_errors
def predict(folder: Path, csv_file: Path, out: Path) -> None:
    """Read the column text of CSV and write text,label,confidence in the same order."""
    from models.embeddings import MiniLmEmbedder
    from models.intents.intent_model import IntentModel
    from models.intents.training.examples import read_rows
    from models.intents.training.lexicon import MOST_CHARACTERS

    model = IntentModel.load(folder)
    texts = [row.text for row in read_rows(csv_file, label=OUT_OF_SCOPE)]
    embeddings = MiniLmEmbedder().embed_now([text[:MOST_CHARACTERS] for text in texts])
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["text", "label", "confidence"])
        for text, guess in zip(texts, model.predict_all(texts, embeddings), strict=True):
            writer.writerow([text, guess.intent, f"{guess.confidence:.4f}"])


def _show(figures: dict[str, object]) -> None:
    click.echo(json.dumps(figures, indent=1, ensure_ascii=False))
