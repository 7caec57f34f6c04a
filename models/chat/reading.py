"""Reads an intent out of whatever a chat model wrote."""

import json
import math
from collections.abc import Iterator, Sequence

from domain.ports.understanding import IntentGuess

_UNSTATED = 0.6  # the confidence of a label that came without a usable number


def read_intent(text: str, intents: Sequence[str]) -> IntentGuess | None:
    """The guess in ``text``: JSON, JSON among other words, or the bare label. None for anything else."""
    allowed = {*intents, "out_of_scope"}
    for found in json_objects(text):
        label = found.get("intent")
        if isinstance(label, str) and _label(label) in allowed:
            return IntentGuess(intent=_label(label), confidence=_confidence(found.get("confidence")))
    if _label(text) in allowed:
        return IntentGuess(intent=_label(text), confidence=_UNSTATED)
    return None


def _label(text: str) -> str:
    return text.strip().strip("\"'`.").lower().replace(" ", "_").replace("-", "_")


def json_objects(text: str) -> Iterator[dict[str, object]]:
    """Every JSON object that begins somewhere in the text."""
    decoder = json.JSONDecoder()
    start = text.find("{")
    while start >= 0:
        try:
            value, _ = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict):
            yield value
        start = text.find("{", start + 1)


def _confidence(value: object) -> float:
    """0..1; models also write "85%" and 85."""
    try:
        number = float(str(value).strip().rstrip("%"))
    except ValueError:
        return _UNSTATED
    if not math.isfinite(number) or number < 0:
        return _UNSTATED
    if number > 1 or str(value).strip().endswith("%"):
        number /= 100
    return min(number, 1.0)
