"""What became of offers: those that were made beside those held back, as the arms of an experiment."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from pydantic import BaseModel

from domain.triggers import OfferArm, OfferEnd, label_of
from insights.conversation_summary import Summary
from insights.experiments.results import Compared
from insights.experiments.significance import ALPHA, Count, sequential
from insights.figures import Csat, Rate
from insights.statistics import mean, wilson
from records.offers import OfferCount


class OfferArmShown(BaseModel):
    """``made``: visitors who were offered help, or would have been. ``opened``: those of them who opened a conversation on that
    page; ``taken``: with the offer. Of the conversations, those with a customer's words that have ended are counted."""

    arm: OfferArm
    made: int
    dismissed: int
    opened: int
    taken: int
    conversations: int
    taken_rate: Rate
    opened_rate: Rate
    resolved_per_visitor: Rate  # resolved by AI, of all visitors of the arm
    resolution: Rate  # of the conversations
    handoff_rate: Rate
    gave_up_rate: Rate
    csat: Csat


class OfferResults(BaseModel):
    """``compared``: resolved per visitor, offered less held back; None without a hold-out, or with too few visitors yet."""

    name: str
    arms: list[OfferArmShown]
    compared: Compared | None
    words: str


def offer_results(
    counts: Sequence[OfferCount], summaries: Collection[Summary], came_back: Collection[str], now: datetime
) -> list[OfferResults]:
    by_label: dict[str, list[Summary]] = {}
    for one in summaries:
        label = one.groups["offer"]
        if label and not one.is_open(now):
            by_label.setdefault(label, []).append(one)
    by_name: dict[str, list[OfferCount]] = {}
    for count in counts:
        by_name.setdefault(count.name, []).append(count)
    return [_of_name(name, arms, by_label, came_back, now) for name, arms in by_name.items()]


def _of_name(
    name: str,
    counts: Sequence[OfferCount],
    by_label: Mapping[str, Sequence[Summary]],
    came_back: Collection[str],
    now: datetime,
) -> OfferResults:
    arms = [_arm(count, by_label, came_back, now) for count in counts]
    held = next((a for a in arms if a.arm == "held_out"), None)
    offered = next((a for a in arms if a.arm == "offered"), None)
    compared = None
    if held is not None and offered is not None:
        found = sequential(_count(held.resolved_per_visitor), _count(offered.resolved_per_visitor), ALPHA)
        if found is not None:
            compared = Compared(difference=found.difference, low=found.low, high=found.high, p=found.p, fixed_p=None)
    return OfferResults(name=name, arms=arms, compared=compared, words=_words(offered, held, compared))


def _count(rate: Rate) -> Count:
    return Count(rate.count, rate.n)


_ENDS: dict[OfferArm, tuple[OfferEnd, ...]] = {"offered": ("taken", "dismissed"), "held_out": ("held_out",)}


def _arm(
    count: OfferCount, by_label: Mapping[str, Sequence[Summary]], came_back: Collection[str], now: datetime
) -> OfferArmShown:
    mine = [s for end in _ENDS[count.arm] for s in by_label.get(label_of(count.name, end), ())]
    became = [s.result(now, s.id in came_back) for s in mine]
    resolved = sum(result in ("confirmed", "assumed") for result in became)
    scores = [s.csat for s in mine if s.csat is not None]
    taken = count.taken if count.arm == "offered" else 0
    return OfferArmShown(
        arm=count.arm,
        made=count.made,
        dismissed=count.dismissed,
        opened=count.opened,
        taken=taken,
        conversations=len(mine),
        taken_rate=wilson(taken, count.made),
        opened_rate=wilson(count.opened, count.made),
        # One visitor may open several conversations with one offer: no rate is above one.
        resolved_per_visitor=wilson(min(resolved, count.made), count.made),
        resolution=wilson(resolved, len(mine)),
        handoff_rate=wilson(became.count("handed_off"), len(mine)),
        gave_up_rate=wilson(became.count("gave_up"), len(mine)),
        csat=Csat(
            share_satisfied=wilson(sum(s >= 4 for s in scores), len(scores)),
            mean=mean(scores, 4),
            responses=len(scores),
            response_rate=wilson(len(scores), len(mine)),
        ),
    )


def _words(offered: OfferArmShown | None, held: OfferArmShown | None, compared: Compared | None) -> str:
    told = []
    if offered:
        told.append(f"{offered.taken} of {offered.made} visitors took it, {offered.dismissed} put it away.")
    if held is None:
        told.append("Nobody was held back to compare with.")
    elif compared is None:
        told.append(f"{held.made} were held back: too few to compare yet.")
    elif compared.p > ALPHA:
        told.append("No difference from those held back is proven.")
    else:
        more = "More" if compared.difference > 0 else "Fewer"
        told.append(f"{more} visitors had something resolved than among those held back: {compared.difference:+.1%}.")
    return " ".join(told)
