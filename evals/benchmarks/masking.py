"""What masking costs for hostile texts: `python -m evals.benchmarks.masking`.

Seconds of CPU for 4,000 and 8,000 characters of each shape, by the rules alone, with the name model, and to look for pieces of
a number after six such messages. Slowest first.
"""

import time
from collections.abc import Callable

import click

from models.personal_data import RampartNameFinder
from privacy.masking import TextMasker
from privacy.vault import AesGcmVault

_SHAPES = [
    "1.",
    "1 ",
    "1/",
    "1, ",
    "٣.",
    "one ",
    "€1 ",
    "+1 ",
    "12-34-",
    "a ",
    "Aa ",
    "a@b.",
    "x@y.com ",
    "://a:",
    "12 Oak ",
    "漢",
]
_LENGTHS = (4000, 8000)


def _seconds(work: Callable[[], object]) -> float:
    begun = time.thread_time()
    work()
    return time.thread_time() - begun


@click.command()
def main() -> None:
    vault = AesGcmVault(bytes(32))
    rules, whole = TextMasker(vault).within("c"), TextMasker(vault, RampartNameFinder()).within("c")
    rows = []
    for shape in _SHAPES:
        texts = [(shape * max(_LENGTHS))[:length] for length in _LENGTHS]
        row = [
            [_seconds(lambda: work(text)) for text in texts]  # noqa: B023 (called at once)
            for work in (
                lambda text: rules.mask(text, "US"),
                lambda text: whole.mask(text, "US"),
                lambda text: rules.completes_split_number([text] * 6, text),
            )
        ]
        rows.append((row[0][-1], shape, row))
    click.echo(f"{'shape':<12}{'rules':>16}{'with names':>16}{'six before':>16}")
    for _, shape, row in sorted(rows, reverse=True):
        click.echo(f"{shape!r:<12}" + "".join(f"{first:>8.2f}{second:>8.2f}" for first, second in row))


if __name__ == "__main__":
    main()
