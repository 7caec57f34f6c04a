"""Recall of the mask by kind, and its false alarms.

    python -m evals.privacy                    # the hand-written texts that are open, and as many generated ones
    python -m evals.privacy --held-out         # the third of the hand-written ones that nobody looks at: figures only
    python -m evals.privacy --late             # those written after the rules
    python -m evals.privacy --misses           # also each miss and false alarm (never of the held-out)
    python -m evals.privacy --generated 12000  # that many generated messages, half of them clean

Exit 1 where a target is missed (`evals/privacy/measure.py`).
"""

import random

import click

from demo.shop.catalogue import catalogue
from domain.goods_names import GoodsNames
from evals.privacy.generated.messages import generated
from evals.privacy.measure import Figures, clean_texts, hard_texts, late_texts, measure, shortfalls
from models.personal_data import RampartNameFinder
from privacy.masking import TextMasker
from privacy.vault import AesGcmVault


def the_masker() -> TextMasker:
    """As the demo's service has it."""
    return TextMasker(
        AesGcmVault(bytes(32)),
        RampartNameFinder(),
        ["Harbour & Pine"],
        GoodsNames(product.name for product in catalogue(random.Random(1))),
    )


@click.command()
@click.option("--held-out", is_flag=True, help="The hand-written texts that are kept unseen.")
@click.option("--late", is_flag=True, help="The hand-written texts that came after the rules.")
@click.option("--misses", is_flag=True, help="Print what was missed and what was masked wrongly.")
@click.option("--generated", "count", default=0, help="Measure on so many generated messages instead.")
@click.option("--seed", default=1, help="Of the generated messages.")
def main(held_out: bool, late: bool, misses: bool, count: int, seed: int) -> None:
    by_hand = [one for one in [*hard_texts(), *clean_texts()] if one.is_held_out == held_out]
    texts = late_texts() if late else list(generated(count, seed)) if count else by_hand
    figures = measure(the_masker().find, texts)
    print_figures(figures)
    if misses and not held_out:
        click.echo("\n".join([*figures.missed, *figures.false_alarms]))
    short = shortfalls(figures)
    click.echo("\n".join(["falls short:", *short] if short else ["every target is met"]))
    raise SystemExit(1 if short else 0)


def print_figures(figures: Figures) -> None:
    for kind, marked in sorted(figures.marked.items()):
        click.echo(f"{kind:<16}{marked:>6}  recall {figures.recall(kind):.3f}  as another kind {figures.misread[kind]}")
    click.echo(
        f"clean texts {figures.clean_texts}, masked {figures.alarm_share:.3f}; "
        f"clean letters and digits {figures.clean_characters}, masked {figures.hidden_share:.4f}"
    )


if __name__ == "__main__":
    main()
