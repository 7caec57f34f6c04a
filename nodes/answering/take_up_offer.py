"""What follows the greeting where a page's offer was taken: what was offered, answered from the documents."""

from nodes.answering.find_answer import find_answer
from nodes.deps import Deps
from nodes.drafts import draft
from nodes.state import ConversationState, Draft, OfferTaken


async def take_up_offer(deps: Deps, state: ConversationState, offer: OfferTaken) -> Draft:
    """Quoted and never reworded: nobody has said anything yet, so no model is asked and no consent is wanted."""
    asks = offer["asks"]
    if not asks:
        return draft(offer["text"])
    found = (await find_answer(deps, state, asks))[0]
    if not found.result.answerable:
        return draft(offer["text"])
    quote = await deps.knowledge.quote(asks, found.result.hits, region=state.get("region"), locale=state.get("locale"))
    return draft(f"{offer['text']}\n\n{quote.text}", cited=quote.segments)
