"""The named steps of a turn, so that a test can end the process at each of them."""

from collections.abc import Callable
from typing import Literal, TypeAlias, get_args

Step = Literal[
    "accept",  # a request has arrived, nothing is stored
    "accepted",  # its message and turn are stored
    "run",  # the lease is held, the graph begins
    "intended",  # an operation stands in the ledger, the back office has not been asked
    "executed",  # the back office has done it, the ledger does not know yet
    "recorded",  # the ledger knows
    "commit",  # the graph has ended, nothing of it is stored
    "committed",  # the turn's answer is stored, the customer has not got it
]
STEPS: tuple[Step, ...] = get_args(Step)

OnStep: TypeAlias = Callable[[Step], None]


def nothing_happens(step: Step) -> None:
    """What a step means outside tests."""
