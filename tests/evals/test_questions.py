"""Questions to the documents, as people put them, are not answered worse than they were: shares, a few points under what was measured."""

from typing import Any

from evals.questions.measure import Asked, Judged, Outcome, measure, read_asked
from tests.service import Served

# (kept apart, an article answers it) → at least so much right, at most so much answered by another passage
FLOORS = {(False, True): (0.6, 0.2), (False, False): (0.6, 0.3), (True, True): (0.4, 0.2), (True, False): (0.75, 0.25)}


async def test_what_was_reached_is_kept(demo: Served) -> None:
    async def ask(asked: Asked) -> dict[str, Any]:  # Any: the contract's JSON
        opened = {"region": asked.region, "locale": asked.locale}
        talk = demo.signed_in(asked.customer, **opened) if asked.customer else demo.talk(**opened, consent=True)
        return talk.say(asked.says)

    judged = await measure(read_asked(), ask)
    for (apart, answered), (right, other) in FLOORS.items():
        of_kind = [one for one in judged if one.asked.apart is apart and bool(one.asked.holds) is answered]
        assert _share(of_kind, Outcome.RIGHT) >= right, (apart, answered)
        assert _share(of_kind, Outcome.OTHER) <= other, (apart, answered)


def _share(judged: list[Judged], outcome: Outcome) -> float:
    return sum(one.outcome is outcome for one in judged) / len(judged)
