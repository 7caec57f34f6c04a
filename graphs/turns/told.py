"""Of which messages a reply was made: what a remedy of wording begins from."""

from collections.abc import Mapping, Sequence


def told_in(replies: Sequence[str], said: Mapping[str, Sequence[str]]) -> list[str]:
    """The ids of ``said`` (each with the words that it was said as) whose words stand in a reply, in its order. What was only put on
    a button, or said and then dropped, is not among them."""
    whole = "\n".join(replies)
    found = {
        key: min((at for text in texts if text and (at := whole.find(text)) >= 0), default=-1) for key, texts in said.items()
    }
    return sorted((key for key, at in found.items() if at >= 0), key=lambda key: found[key])
