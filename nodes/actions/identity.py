"""How well the customer is known, and what to ask for to know better. Never says whether an account exists."""

from datetime import timedelta

from domain.policy import IDENTITY_ORDER, IdentityLevel
from domain.shop import Customer, Operation
from nodes.deps import Deps
from nodes.state import ConversationState, Identity


def level_for(identity: Identity, order_id: str | None) -> IdentityLevel:
    """The level reached, for one order if it was proven by its number and e-mail or postcode."""
    level = identity.get("level", "guest")
    if level == "guest" and order_id and order_id in identity.get("orders", []):
        return "order"
    return level


def is_enough(identity: Identity, wanted: IdentityLevel, order_id: str | None) -> bool:
    return IDENTITY_ORDER.index(level_for(identity, order_id)) >= IDENTITY_ORDER.index(wanted)


def question(wanted: IdentityLevel, identity: Identity) -> tuple[str, str]:
    """The slot to ask for and the words to ask with."""
    if wanted == "signed_in":
        return (
            "identity",
            "For this you need to be signed in on our site. Please sign in and open the chat again, or talk to a person.",
        )
    if identity.get("code_digest"):
        return "code", "I sent a six-digit code to the e-mail address on file. Please type it here."
    return (
        "identity",
        "First I need to know that it is you: please give me an order number together with the e-mail address "
        "or the postcode of that order.",
    )


async def send_code(deps: Deps, state: ConversationState, customer: Customer) -> Identity:
    """Have the back office send a one-time code to the address on file; the checkpoint keeps its keyed digest."""
    turn = state["turn"]
    code = deps.one_time_code(turn["id"])
    operation = Operation(
        kind="send_code",
        customer_id=customer.id,
        arguments={"code": code},
        conversation_id=deps.conversation_id,
        turn_id=turn["id"],
    )
    await deps.ledger.execute(f"{deps.conversation_id}.send_code.{turn['seq']}", "verify", operation, [])
    expires = deps.clock() + timedelta(minutes=deps.policy.identity.code_minutes)
    return {
        **state.get("identity", {}),
        "customer_id": customer.id,
        "code_digest": deps.digest(f"code:{code}"),
        "code_expires": expires.isoformat(),
    }
