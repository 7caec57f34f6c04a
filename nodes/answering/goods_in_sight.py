"""The goods that a question to the documents leaves out: those of the order that is spoken of ("does it come with a bulb?"), or others in
the place of those of the last question ("what about the cast iron pot then?")."""

from domain.language.languages.german_words import with_goods_in_english
from domain.language.questions.follow_ups import in_place_of_its_goods, other_goods_asked, points_at_something
from domain.shop import DeskUnavailable, Refused
from nodes.actions.pipeline.order_lookup import find_order
from nodes.deps import Deps
from nodes.state import ConversationState

_MOST = 3  # kinds of goods that "it" may mean


async def asked_of_other_goods(deps: Deps, state: ConversationState, question: str) -> str | None:
    """The last question, asked of the goods that this one names; None where it names no goods of the shop, or the last named none."""
    topic, goods = state.get("topic"), other_goods_asked(question)
    if not topic or goods is None:
        return None
    try:
        meant = await deps.desk.products_named(with_goods_in_english(goods))
        before = await deps.desk.products_named(with_goods_in_english(topic))
    except DeskUnavailable:
        return None
    if not meant or not before or {one.name for one in meant} == {one.name for one in before}:
        return None
    return in_place_of_its_goods(topic, goods, [one.name for one in before])


async def with_goods_in_sight(deps: Deps, state: ConversationState, question: str) -> list[str]:
    """The question of each of the goods that "it" may mean in it: those that something was done with, else all of the order in sight; none
    where it names goods itself, or there are too many."""
    frame = state.get("frame")
    if not frame or not frame["order_id"] or not points_at_something(question):
        return []
    try:
        if await deps.desk.products_named(with_goods_in_english(question)):
            return []
        order = await find_order(deps, state, frame["order_id"])
    except (DeskUnavailable, Refused):
        return []
    meant = [line.name for line in order.lines if line.line_id in (frame.get("line_ids") or [line.line_id])]
    names = list(dict.fromkeys(meant))
    return [f"{name}: {question}" for name in names] if len(names) <= _MOST else []
