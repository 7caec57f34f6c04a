"""Word lists as readable text."""


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())
