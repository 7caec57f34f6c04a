"""How well the embedded reader reads, by kind of message: `python -m evals.acts [--learned]`.

Hand-written messages that were only measured on, and of these apart the ones by writers who had seen nothing of the reader; with
``--learned`` those that it learned from, too. Exits 1 where either of the first miss a target."""

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from domain.acts import Act
from domain.intents import REPORT_PROBLEM
from models.acts.embedded_reader import EmbeddedReader
from models.acts.pieces import HUMAN_AGENT
from models.acts.scoring import parts_right
from models.acts.training.examples import Example, all_examples

# What those kept apart have to reach: shares of messages.
TARGETS = {
    "acts": 0.90,
    "problem reports": 0.90,
    "several orders, negation, quantity": 0.95,
    "asks for a person": 0.97,
    "urgent": 0.97,
}
MOST_FALSE = 0.02


@dataclass(frozen=True)
class Read:
    """A message with what was read in it."""

    example: Example
    acts: list[Act]
    parts: dict[str, bool]

    @property
    def is_urgent(self) -> bool:
        return any(act.act == "urgent" for act in self.example.acts)

    @property
    def wants_person(self) -> bool:
        return any(act.intent == HUMAN_AGENT for act in self.example.acts)


async def read_all(examples: Sequence[Example]) -> tuple[list[Read], float]:
    """Every message read, and the milliseconds that one took in the middle."""
    reader = EmbeddedReader.shipped()
    await reader.read("hello, where is it and why", examples[0].context)  # loads the model's files
    found, took = [], []
    for example in examples:
        began = time.perf_counter()
        acts = (await reader.read(example.text, example.context)).acts
        took.append(1000 * (time.perf_counter() - began))
        found.append(Read(example, acts, parts_right(acts, example.acts)))
    return found, sorted(took)[len(took) // 2]


def figures(read: Sequence[Read]) -> dict[str, object]:
    """Shares of right messages by part and by kind, each with its number of messages, and the shares of false alarms."""
    calm = [item for item in read if not item.is_urgent]
    content = [item for item in read if not item.wants_person and not item.is_urgent]
    return {
        "messages": len(read),
        "parts": {part: round(sum(item.parts[part] for item in read) / len(read), 4) for part in read[0].parts},
        "acts": _share(read, _all),
        "problem reports": _share([r for r in read if _reports(r)], _all),
        "several orders, negation, quantity": _share([r for r in read if _is_hard(r)], _all),
        "asks for a person": _share([r for r in read if r.wants_person], _reads_person),
        "asks for a person, falsely": _share(content, _reads_person),
        "urgent": _share([r for r in read if r.is_urgent], _reads_urgent),
        "urgent, falsely": _share(calm, _reads_urgent),
    }


def _all(item: Read) -> bool:
    return item.parts["all"]


def _reports(item: Read) -> bool:
    return any(act.intent == REPORT_PROBLEM for act in item.example.acts)


def _is_hard(item: Read) -> bool:
    acts = item.example.acts
    orders = [ref for act in acts for ref in act.orders]
    counted = any(act.quantity or any(ref.quantity for ref in act.goods) for act in acts)
    return len(orders) > 1 or counted or any(act.negated for act in acts)


def _reads_person(item: Read) -> bool:
    return any(act.intent == HUMAN_AGENT for act in item.acts)


def _reads_urgent(item: Read) -> bool:
    return any(act.act == "urgent" for act in item.acts)


def _share(read: Sequence[Read], is_so: Callable[[Read], bool]) -> dict[str, float | int]:
    return {"share": round(sum(map(is_so, read)) / len(read), 4) if read else 0.0, "n": len(read)}


def missed(kept: dict[str, object]) -> list[str]:
    """The targets that the figures of those kept apart do not reach."""
    return [
        *(name for name, least in TARGETS.items() if _of(kept, name) < least),
        *(name for name in ("asks for a person, falsely", "urgent, falsely") if _of(kept, name) > MOST_FALSE),
    ]


def _of(kept: dict[str, object], name: str) -> float:
    share = kept[name]
    return float(share["share"]) if isinstance(share, dict) else 0.0


def main() -> int:
    """Measure, print JSON, and say which targets are missed."""
    parser = argparse.ArgumentParser(description="How well the embedded reader reads.")
    parser.add_argument("--learned", action="store_true", help="read what it learned from, too: some thousands of messages")
    with_learned = parser.parse_args().learned
    examples = [one for one in all_examples() if one.kept_apart or with_learned]
    read, milliseconds = asyncio.run(read_all(examples))
    kept = figures([item for item in read if item.example.kept_apart and not item.example.by_stranger])
    strangers = figures([item for item in read if item.example.by_stranger])
    learned = [item for item in read if not item.example.kept_apart]
    told = {"kept apart, by strangers": strangers, "kept apart": kept}
    if learned:
        told["learned from"] = figures(learned)
    print(json.dumps(told | {"milliseconds, median": round(milliseconds, 1)}, indent=1))
    short = {"strangers": missed(strangers), "kept apart": missed(kept)}
    for name, parts in short.items():
        if parts:
            print(f"missed ({name}): {', '.join(parts)}", file=sys.stderr)
    return 1 if any(short.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
