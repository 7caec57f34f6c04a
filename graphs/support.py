"""The support conversation as a state graph, in the order in which a conversation goes."""

from langgraph.graph import END, START, StateGraph

from graphs import routes
from graphs.at_once import at_once
from nodes.actions.cancel_order import cancel_order
from nodes.actions.change_order_items import change_order_items
from nodes.actions.change_payment_method import change_payment_method
from nodes.actions.change_shipping_address import change_shipping_address
from nodes.actions.delete_account import delete_account
from nodes.actions.exchange_items import exchange_items
from nodes.actions.refund_order import refund_order
from nodes.actions.return_items import return_items
from nodes.actions.send_invoice import send_invoice
from nodes.actions.send_password_reset import send_password_reset
from nodes.actions.track_order import track_order
from nodes.actions.track_refund import track_refund
from nodes.actions.update_account import update_account
from nodes.actions.verify import verify
from nodes.answer_question import answer_question
from nodes.ask_consent import ask_consent
from nodes.clarify import clarify
from nodes.confirm import confirm
from nodes.count_failure import count_failure
from nodes.decline import decline
from nodes.deps import Deps, Node
from nodes.disclose import disclose
from nodes.guard_output import guard_output
from nodes.guard_pii import guard_pii
from nodes.hand_off import hand_off
from nodes.open_handoff import open_handoff
from nodes.small_talk import small_talk
from nodes.state import ConversationState
from nodes.take_back import take_back
from nodes.understand import understand

ACTIONS: dict[str, Node] = {
    "track_order": track_order,
    "track_refund": track_refund,
    "cancel_order": cancel_order,
    "change_shipping_address": change_shipping_address,
    "change_order_items": change_order_items,
    "exchange_items": exchange_items,
    "change_payment_method": change_payment_method,
    "return_items": return_items,
    "refund_order": refund_order,
    "send_invoice": send_invoice,
    "send_password_reset": send_password_reset,
    "update_account": update_account,
    "delete_account": delete_account,
}
_ACTION_NAMES = list(ACTIONS)

SupportGraph = StateGraph[ConversationState, Deps, ConversationState, ConversationState]

# Where the message itself, once understood, may lead.
FIRST_STEPS = [
    "open_handoff",
    "ask_consent",
    "confirm",
    "decline",
    "verify",
    "answer_question",
    "small_talk",
    "clarify",
    *_ACTION_NAMES,
]


def support_graph() -> SupportGraph:
    """`support-v1`: every node, then every edge, from the greeting to the end of a turn."""
    graph: SupportGraph = StateGraph(ConversationState, context_schema=Deps)
    add_steps(graph)

    graph.add_conditional_edges(START, at_once(routes.from_start), ["disclose", "guard_pii"])
    graph.add_edge("disclose", "guard_output")
    graph.add_edge("guard_pii", "understand")
    graph.add_conditional_edges("understand", at_once(routes.after_understanding), FIRST_STEPS)
    graph.add_conditional_edges(
        "answer_question", at_once(routes.after_answering), ["count_failure", "small_talk", *_ACTION_NAMES]
    )
    add_way_from_first_steps(graph)
    return graph


def add_steps(graph: SupportGraph) -> None:
    """The nodes that every version has."""
    graph.add_node("disclose", disclose)
    graph.add_node("guard_pii", guard_pii)
    graph.add_node("understand", understand)
    graph.add_node("ask_consent", ask_consent)
    graph.add_node("confirm", confirm)
    graph.add_node("decline", decline)
    graph.add_node("verify", verify)
    for name, action in ACTIONS.items():
        graph.add_node(name, action)
    graph.add_node("answer_question", answer_question)
    graph.add_node("small_talk", small_talk)
    graph.add_node("clarify", clarify)
    graph.add_node("count_failure", count_failure)
    graph.add_node("open_handoff", open_handoff)
    graph.add_node("guard_output", guard_output)
    graph.add_node("hand_off", hand_off)
    graph.add_node("take_back", take_back)


def add_way_from_first_steps(graph: SupportGraph) -> None:
    """What follows an action or a question of ours, to the end of the turn or into a person's hands."""
    graph.add_conditional_edges("confirm", at_once(routes.after_confirming), ["count_failure", *_ACTION_NAMES])
    graph.add_conditional_edges("verify", at_once(routes.after_verifying), ["open_handoff", "count_failure", *_ACTION_NAMES])
    for name in _ACTION_NAMES:
        graph.add_conditional_edges(name, at_once(routes.after_acting), ["open_handoff", "count_failure"])
    for name in ("ask_consent", "decline", "small_talk", "clarify"):
        graph.add_edge(name, "count_failure")
    graph.add_conditional_edges("count_failure", at_once(routes.after_counting), ["open_handoff", "guard_output"])
    graph.add_edge("open_handoff", "guard_output")
    graph.add_conditional_edges("guard_output", at_once(routes.after_guarding), ["hand_off", END])
    graph.add_conditional_edges("hand_off", at_once(routes.after_handing_off), ["take_back", *_ACTION_NAMES])
    graph.add_edge("take_back", "guard_output")
