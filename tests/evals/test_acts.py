"""The embedded reader does not read worse than it did: messages that nothing was tuned on, by kind, against what was reached."""

from evals.acts import MOST_FALSE, figures, read_all
from models.acts.training.examples import all_examples

# Shares of messages, three points and more under what was measured. Raise them with the reader; its targets are in `evals.acts`.
FLOORS = {
    False: {
        "acts": 0.86,
        "problem reports": 0.79,
        "several orders, negation, quantity": 0.71,
        "asks for a person": 0.96,
        "urgent": 0.97,
    },
    # By two strangers, and few of each kind.
    True: {
        "acts": 0.68,
        "problem reports": 0.59,
        "several orders, negation, quantity": 0.38,
        "asks for a person": 0.80,
        "urgent": 0.86,
    },
}


async def test_what_was_reached_is_kept() -> None:
    read, _ = await read_all([example for example in all_examples() if example.kept_apart])
    for by_stranger, floors in FLOORS.items():
        reached = figures([item for item in read if item.example.by_stranger == by_stranger])
        shares = {name: share["share"] for name, share in reached.items() if isinstance(share, dict) and "share" in share}
        assert {name: shares[name] for name, least in floors.items() if shares[name] < least} == {}
        assert shares["asks for a person, falsely"] <= MOST_FALSE
        assert shares["urgent, falsely"] <= MOST_FALSE
