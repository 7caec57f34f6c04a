"""Slips of the finger: copies of utterances with a letter dropped, doubled or swapped, so that a model expects them."""

import random


def slip(text: str, chance: random.Random) -> str | None:
    """Return ``text`` with one word of four letters or more mistyped (two in a longer text), None where it has none."""
    words = text.split()
    long = [at for at, word in enumerate(words) if len(word) > 3 and word.isalpha()]
    if not long:
        return None
    for at in chance.sample(long, min(len(long), 1 + (len(long) > 4))):
        words[at] = _mistyped(words[at], chance)
    return " ".join(words)


def _mistyped(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    dropped = word[:at] + word[at + 1 :]
    doubled = word[:at] + word[at] + word[at:]
    return chance.choice((swapped, dropped, doubled))
