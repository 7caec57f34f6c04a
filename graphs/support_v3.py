"""`support-v3`: what people mean. A message is read into acts; each is served in turn; a report opens its remedy."""

from langgraph.graph import END, START, StateGraph

from graphs import act_routes, routes
from graphs.engine.sync_route import sync_route
from graphs.in_their_language import in_their_language
from graphs.support import ACTIONS, FIRST_STEPS, SupportGraph, add_steps
from nodes.answering.answer_product import answer_product
from nodes.answering.answer_quote import answer_quote
from nodes.answering.data_rights import data_rights
from nodes.answering.decline_discount import decline_discount
from nodes.answering.decline_extra import decline_extra
from nodes.answering.remedy import remedy
from nodes.answering.tell_what_was_done import tell_what_was_done
from nodes.deps import Deps
from nodes.quoting.leave_it import leave_it
from nodes.reading.read_message import read_message
from nodes.reading.take_act import take_act
from nodes.state import ConversationState
from nodes.talking.condole import condole
from nodes.talking.count_progress import count_progress

_ACTION_NAMES = list(ACTIONS)
_GO_ON = ["take_act", "count_progress", "open_handoff"]


def support_graph_v3() -> SupportGraph:
    graph: SupportGraph = StateGraph(ConversationState, context_schema=Deps)
    add_steps(graph, without=("understand", "count_failure"))
    graph.add_node("condole", condole)
    graph.add_node("in_their_language", in_their_language)
    graph.add_node("read_message", read_message)
    graph.add_node("take_act", take_act)
    graph.add_node("remedy", remedy)
    graph.add_node("answer_product", answer_product)
    graph.add_node("answer_quote", answer_quote)
    graph.add_node("decline_discount", decline_discount)
    graph.add_node("decline_extra", decline_extra)
    graph.add_node("tell_what_was_done", tell_what_was_done)
    graph.add_node("data_rights", data_rights)
    graph.add_node("leave_it", leave_it)
    graph.add_node("count_progress", count_progress)

    graph.add_conditional_edges(START, sync_route(routes.from_start), ["disclose", "guard_pii"])
    graph.add_edge("disclose", "guard_output")
    graph.add_edge("guard_pii", "condole")
    graph.add_edge("condole", "in_their_language")
    graph.add_edge("in_their_language", "read_message")
    first = ["take_act", "answer_quote", "decline_discount", "decline_extra", "tell_what_was_done", *FIRST_STEPS]
    graph.add_conditional_edges("read_message", sync_route(act_routes.after_reading), first)
    steps = [*FIRST_STEPS, "remedy", "answer_product", "answer_quote", "data_rights", "leave_it"]
    graph.add_conditional_edges("take_act", sync_route(act_routes.after_taking), steps)
    remedies = ["answer_question", *_ACTION_NAMES, *_GO_ON]
    graph.add_conditional_edges("remedy", sync_route(act_routes.after_remedy), remedies)
    graph.add_conditional_edges(
        "answer_product", sync_route(act_routes.after_asking_catalogue), ["answer_question", *_GO_ON]
    )
    answered = ["small_talk", "remedy", *_ACTION_NAMES, *_GO_ON]
    graph.add_conditional_edges("answer_question", sync_route(act_routes.after_answering), answered)
    graph.add_conditional_edges("confirm", sync_route(act_routes.after_confirming), [*_ACTION_NAMES, *_GO_ON])
    graph.add_conditional_edges("verify", sync_route(act_routes.after_verifying), [*_ACTION_NAMES, *_GO_ON])
    for name in _ACTION_NAMES:
        graph.add_conditional_edges(name, sync_route(act_routes.after_acting), ["answer_product", *_GO_ON])
    for name in (
        "decline",
        "small_talk",
        "clarify",
        "leave_it",
        "data_rights",
        "answer_quote",
        "decline_discount",
        "decline_extra",
        "tell_what_was_done",
    ):
        graph.add_conditional_edges(name, sync_route(act_routes.after_acting), _GO_ON)
    graph.add_conditional_edges("ask_consent", sync_route(act_routes.after_asking_consent), ["condole", "count_progress"])
    graph.add_conditional_edges("count_progress", sync_route(routes.after_counting), ["open_handoff", "guard_output"])
    graph.add_edge("open_handoff", "guard_output")
    graph.add_conditional_edges("guard_output", sync_route(routes.after_guarding), ["hand_off", END])
    graph.add_conditional_edges("hand_off", sync_route(routes.after_handing_off), ["take_back", *_ACTION_NAMES])
    graph.add_edge("take_back", "guard_output")
    return graph
