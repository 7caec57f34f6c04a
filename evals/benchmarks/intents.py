"""What it costs to train an intent model: `python -m evals.benchmarks.intents`, or with files of your own.

Runs `supportgraph intents train` and `evaluate` in processes of their own, as anybody would, on made-up questions of the two shapes that
are asked for: 10,003 rows of 77 labels, and 18,100 of 150. Seconds are those of the clock, which other work on the machine makes more
of, and of CPU, all threads together, which it does not.
"""

import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import click

from evals.benchmarks.questions import bank_questions
from models.intents.training.examples import Row, read_rows

SHAPES = ((10_003, 77), (18_100, 150))
_TESTED = 3_080


@click.command()
@click.argument("train", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("test", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(train: Path | None, test: Path | None) -> None:
    """TRAIN and TEST: CSV files with the columns text,label, instead of the made-up questions."""
    if train and test:
        _measure(read_rows(train), read_rows(test))
        return
    for rows, labels in SHAPES:
        asked = bank_questions(rows + _TESTED, labels=labels)
        _measure(asked[:rows], asked[rows:])


def _measure(learn: Sequence[Row], test: Sequence[Row]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        _write(here / "train.csv", learn)
        _write(here / "test.csv", test)
        begun, before = time.perf_counter(), _cpu_seconds()
        _run("train", str(here / "train.csv"), "--out", str(here / "model"))
        took, cpu = time.perf_counter() - begun, _cpu_seconds() - before
        reached = json.loads(_run("evaluate", str(here / "model"), str(here / "test.csv")))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 2**20
    click.echo(
        f"{len(learn)} rows, {len({row.label for row in learn})} labels: {took:.0f} s, {cpu:.0f} s of CPU on {os.cpu_count()} cores "
        f"(load {os.getloadavg()[0]:.1f}), {memory:.1f} GB at most; accuracy {reached['accuracy']} on {len(test)}, "
        f"{reached['accuracy_if_none_rejected']} if none were turned away, calibration error {reached['calibration_error']}"
    )


def _write(path: Path, rows: Sequence[Row]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Row._fields)
        writer.writerows(rows)


def _run(*arguments: str) -> str:
    command = [sys.executable, "-m", "supportgraph.cli", "intents", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def _cpu_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
