"""What masking costs for messages of about 500 characters: `python -m evals.benchmarks.masking_speed`.

Milliseconds of CPU, median and 95th percentile, for messages in which no name model is needed (no sentence may hold a name) and for
such with a name in one sentence, in two and in most.
"""

import random
import statistics
import time

import click

from models.personal_data import RampartNameFinder
from privacy.masking import TextMasker
from privacy.vault import AesGcmVault

_LENGTH = 500  # characters, about
_ROUNDS = 60
_PLAIN = [
    "the parcel has not come yet and the page still says that it is on its way.", "i have waited for more than two weeks now.",
    "can you please find out where it is and tell me when it will come?", "if it is lost, i would like to have my money back.",
    "the box was open and two of the six glasses were broken.", "order 204411 was paid on the same day.",
    "i work from home, so somebody would have opened the door.", "it should have been here on friday.",
    "please do not send another one before we have talked about it.", "thank you for your help with this.",
]  # fmt: skip
_NAMED = [
    "My neighbour Ottokar Brandstetter did not get it either.", "It was ordered by Marisol Quintero for the office.",
    "I spoke with Bethany Crowe about this on the phone.", "The courier gave it to Tobias Lindqvist at the shop.",
]  # fmt: skip


def _message(rng: random.Random, named: int) -> str:
    sentences = rng.sample(_NAMED, named)
    while sum(map(len, sentences)) < _LENGTH:
        sentences.append(rng.choice(_PLAIN))
    rng.shuffle(sentences)
    return " ".join(sentences)[:_LENGTH]


@click.command()
def main() -> None:
    masker = TextMasker(AesGcmVault(bytes(32)), RampartNameFinder()).within("c")
    rng = random.Random(1)
    for named in (0, 1, 2, 4):
        took = []
        for _ in range(_ROUNDS):
            text = _message(rng, named)
            begun = time.thread_time()
            masker.mask(text, "US")
            took.append(1000 * (time.thread_time() - begun))
        ninety_fifth = statistics.quantiles(took, n=20)[-1]
        click.echo(
            f"names in {named} sentences: median {statistics.median(took):.1f} ms, 95th percentile {ninety_fifth:.1f} ms"
        )


if __name__ == "__main__":
    main()
