"""What is offered to a customer: only what the policy has switched on where they are."""

from domain.conversation import Button
from domain.messages.messages import Say
from domain.messages.values import any_of
from nodes.deps import Deps
from nodes.drafts import OFFERED, button
from nodes.state import ConversationState

LABELS = {
    "track_order": "offer-track-order",
    "return_items": "offer-return",
    "refund_order": "offer-refund",
    "exchange_items": "offer-exchange",
    "cancel_order": "offer-cancel",
    "change_shipping_address": "offer-change-address",
    "send_invoice": "offer-invoice",
    "send_password_reset": "offer-password-reset",
}
_VERBS = {"track_order": "abilities.track", "change_order_items": "abilities.change", "cancel_order": "abilities.cancel"}
_NOUNS = {
    "return_items": "abilities.returns",
    "exchange_items": "abilities.exchanges",
    "refund_order": "abilities.refunds",
}
_ACCOUNT = ("send_password_reset", "update_account", "delete_account")


def is_offered(deps: Deps, state: ConversationState, action: str) -> bool:
    return deps.policy.rule(action, state.get("region")).enabled


def offers(deps: Deps, state: ConversationState, *actions: str) -> list[Button]:
    """A button for each of the actions that the policy enables; the others are left out, and so are those without one."""
    enabled = [action for action in actions if action in LABELS and is_offered(deps, state, action)]
    return [button(deps.say(LABELS[action]), value=OFFERED[action]) for action in enabled]


def labels_offered(say: Say) -> list[tuple[str, str]]:
    """The label of every such button, and what it sends."""
    return [(say(LABELS[action]), OFFERED[action]) for action in LABELS]


def abilities(deps: Deps, state: ConversationState) -> str:
    """What the assistant can do here, in a sentence."""
    say = deps.say
    verbs = [say(key) for action, key in _VERBS.items() if is_offered(deps, state, action)]
    nouns = [say(key) for action, key in _NOUNS.items() if is_offered(deps, state, action)]
    can = [say("abilities.orders", verbs=any_of(verbs))] if verbs else []
    if nouns:
        can.append(say("abilities.goods", nouns=nouns))
    if any(is_offered(deps, state, action) for action in _ACCOUNT):
        can.append(say("abilities.account"))
    return say("abilities", list=[*can, say("abilities.questions")])
