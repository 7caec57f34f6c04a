"""What is said to who writes on in the queue: what is asked of the wait, what to do meanwhile where something is dangerous, else that it
is read. Never the words that were said last."""

from collections.abc import Callable, Sequence

from domain.language.danger.what_to_do import asks_what_to_do, asks_whether_to_use_it
from domain.language.people.asks_about_us import asked_in_the_queue
from domain.messages.messages import Say
from domain.rules.policy import UrgentRule

_Ways = Callable[[Say], tuple[str, ...]]
# Said in turn, so that nobody reads the same twice in a row.
_OF_THE_WAIT: dict[str, _Ways] = {
    "how-long": lambda say: (say("in-the-queue.how-long"), say("in-the-queue.how-long-still")),
    "cost": lambda say: (say("in-the-queue.cost"), say("in-the-queue.words-noted")),
    "anyone": lambda say: (say("in-the-queue.anyone"), say("in-the-queue.anyone-still")),
}


def in_the_queue(say: Say, numbers: UrgentRule, said: str, known: str | None, before: Sequence[str]) -> str:
    """``known``: the urgency of what waits; ``before``: what we said, the last first."""
    kind = known if known is not None or not asks_whether_to_use_it(said) else "danger"
    if kind is not None and asks_what_to_do(said):
        meanwhile = say("urgent-meanwhile", kind=kind, emergency=numbers.emergency, crisis=numbers.crisis_line)
        if meanwhile not in before:
            return meanwhile
    if (asked := asked_in_the_queue(said)) is not None:
        return not_said_last(before, *_OF_THE_WAIT[asked](say))
    words: tuple[str, ...] = (say("in-the-queue.words"), say("in-the-queue.words-noted"), say("in-the-queue.words-more"))
    if any(text in before for ways in _OF_THE_WAIT.values() for text in ways(say)):
        words = words[1:]  # that one waits was told already
    return not_said_last(before, *words)


def not_said_last(before: Sequence[str], *ways: str) -> str:
    """The first of ``ways`` that was not said, else the one that was said longest ago."""
    return max(ways, key=lambda text: before.index(text) if text in before else len(before))
