"""Utterances made from situations: frames filled with goods, orders and times, in the voices of different people, seeded."""

import random
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from models.intents.training.dataset import slip
from models.intents.training.examples import Row

SITUATIONS = Path(__file__).with_name("situations.yaml")
WAYS_TO_SAY = Path(__file__).with_name("ways_to_say.yaml")
SEED = 11
OF_A_LABEL = 120  # at most; a label with fewer ways to say it gets fewer
_TRIES = 12  # of finding another text for a label
_GROUP = re.compile(r"\(([^()]*\|[^()]*)\)")
_SLOT = re.compile(r"\{(\w+)\}")
_OF_SLOT = {"g": "goods", "gs": "several", "o": "orders", "v": "variants", "w": "variants", "d": "times", "n": "numbers"}
_VOICES = ("plain", "plain", "shouting", "no marks", "curt", "slips", "broken grammar", "drawn out")
_LITTLE = re.compile(r"\b(?:the|a|an|is|are|my|please|to|of)\s+", re.IGNORECASE)
_LONG_TALK = (
    "I have been waiting for this for a while and to be honest I am a little confused, but ",
    "I do not know if I am in the right place here, so forgive me, ",
    "My neighbour recommended your shop and I was happy at first. Now ",
    "Not sure how this works, but ",
    "I know you must be busy, still ",
)


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:  # lists of texts, and frames by label
    table: dict[str, Any] = yaml.safe_load(SITUATIONS.read_text(encoding="utf-8"))
    for label, frames in yaml.safe_load(WAYS_TO_SAY.read_text(encoding="utf-8"))["labels"].items():
        table["labels"][label] = [*table["labels"].get(label, []), *frames]
    return table


def goods_of_situations() -> list[str]:
    """The goods that the frames speak of."""
    return [*_table()["goods"], *_table()["several"]]


def generated_rows(of_a_label: int = OF_A_LABEL) -> list[Row]:
    """Labelled clauses, the same for the same seed; no text twice."""
    rows: dict[str, str] = {}
    for label, frames in _table()["labels"].items():
        chance = random.Random(f"{SEED} {label}")
        found: set[str] = set()
        for turn in range(of_a_label * _TRIES):
            text = _said(frames[turn % len(frames)], chance)
            if text not in rows:
                rows[text] = label
                found.add(text)
            if len(found) == of_a_label:
                break
    return [Row(text, label) for text, label in rows.items()]


def _said(frame: str, chance: random.Random) -> str:
    while group := _GROUP.search(frame):
        frame = frame[: group.start()] + chance.choice(group[1].split("|")) + frame[group.end() :]
    table = _table()
    text = _SLOT.sub(lambda slot: str(chance.choice(table[_OF_SLOT[slot[1]]])), frame)
    text = f"{chance.choice(table['openings'])}{text.strip()}{chance.choice(table['closings'])}"
    return " ".join(_in_voice(text, chance.choice(_VOICES), chance).split())


def _in_voice(text: str, voice: str, chance: random.Random) -> str:
    if voice == "shouting" and chance.random() < 0.3:
        return text.upper()
    if voice == "no marks":
        return re.sub(r"[,.!?']", "", text).lower()
    if voice == "curt" or voice == "broken grammar":
        return _LITTLE.sub(lambda word: "" if chance.random() < 0.6 else word[0], text)
    if voice == "slips":
        return slip(text, chance) or text
    if voice == "drawn out" and chance.random() < 0.4:
        return chance.choice(_LONG_TALK) + text
    return text[:1].upper() + text[1:] if chance.random() < 0.5 else text
