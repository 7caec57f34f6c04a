"""The support conversation as a state graph, in the order in which a conversation goes."""

from collections.abc import Collection

from langgraph.graph import END, START, StateGraph

from graphs import routes
from graphs.engine.sync_route import sync_route
from nodes.actions.account_details import account_details
from nodes.actions.cancel_order import cancel_order
from nodes.actions.change_order_items import change_order_items
from nodes.actions.change_payment_method import change_payment_method
from nodes.actions.change_shipping_address import change_shipping_address
from nodes.actions.delete_account import delete_account
from nodes.actions.exchange_items import exchange_items
from nodes.actions.list_orders import list_orders
from nodes.actions.order_details import order_details
from nodes.actions.product_details import product_details
from nodes.actions.refund_order import refund_order
from nodes.actions.return_items import return_items
from nodes.actions.send_invoice import send_invoice
from nodes.actions.send_password_reset import send_password_reset
from nodes.actions.track_order import track_order
from nodes.actions.track_refund import track_refund
from nodes.actions.update_account import update_account
from nodes.actions.verify import verify
from nodes.answering.answer_question import answer_question
from nodes.deps import Deps, Node
from nodes.guarding.ask_consent import ask_consent
from nodes.guarding.disclose import disclose
from nodes.guarding.guard_output import guard_output
from nodes.guarding.guard_pii import guard_pii
from nodes.handing_off.hand_off import hand_off
from nodes.handing_off.open_handoff import open_handoff
from nodes.handing_off.take_back import take_back
from nodes.quoting.confirm import confirm
from nodes.quoting.decline import decline
from nodes.reading.understand import understand
from nodes.state import ConversationState
from nodes.talking.clarify import clarify
from nodes.talking.count_failure import count_failure
from nodes.talking.small_talk import small_talk

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
    "list_orders": list_orders,
    "order_details": order_details,
    "account_details": account_details,
    "product_details": product_details,
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

    graph.add_conditional_edges(START, sync_route(routes.from_start), ["disclose", "guard_pii"])
    graph.add_edge("disclose", "guard_output")
    graph.add_edge("guard_pii", "understand")
    graph.add_conditional_edges("understand", sync_route(routes.after_understanding), FIRST_STEPS)
    graph.add_conditional_edges(
        "answer_question", sync_route(routes.after_answering), ["count_failure", "small_talk", *_ACTION_NAMES]
    )
    add_way_from_first_steps(graph)
    return graph


_STEPS: dict[str, Node] = {
    "disclose": disclose,
    "guard_pii": guard_pii,
    "understand": understand,
    "ask_consent": ask_consent,
    "confirm": confirm,
    "decline": decline,
    "verify": verify,
    **ACTIONS,
    "answer_question": answer_question,
    "small_talk": small_talk,
    "clarify": clarify,
    "count_failure": count_failure,
    "open_handoff": open_handoff,
    "guard_output": guard_output,
    "hand_off": hand_off,
    "take_back": take_back,
}


def add_steps(graph: SupportGraph, *, without: Collection[str] = ()) -> None:
    """The nodes that every version has, but those that it has in another form."""
    for name, step in _STEPS.items():
        if name not in without:
            graph.add_node(name, step)


def add_way_from_first_steps(graph: SupportGraph) -> None:
    """What follows an action or a question of ours, to the end of the turn or into a person's hands."""
    graph.add_conditional_edges("confirm", sync_route(routes.after_confirming), ["count_failure", *_ACTION_NAMES])
    graph.add_conditional_edges(
        "verify", sync_route(routes.after_verifying), ["open_handoff", "count_failure", *_ACTION_NAMES]
    )
    for name in _ACTION_NAMES:
        graph.add_conditional_edges(name, sync_route(routes.after_acting), ["open_handoff", "count_failure"])
    graph.add_conditional_edges("ask_consent", sync_route(routes.after_asking_consent), ["understand", "count_failure"])
    for name in ("decline", "small_talk", "clarify"):
        graph.add_edge(name, "count_failure")
    graph.add_conditional_edges("count_failure", sync_route(routes.after_counting), ["open_handoff", "guard_output"])
    graph.add_edge("open_handoff", "guard_output")
    graph.add_conditional_edges("guard_output", sync_route(routes.after_guarding), ["hand_off", END])
    graph.add_conditional_edges("hand_off", sync_route(routes.after_handing_off), ["take_back", *_ACTION_NAMES])
    graph.add_edge("take_back", "guard_output")
