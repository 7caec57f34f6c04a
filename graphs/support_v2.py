"""`support-v2`: as `support-v1`, but where two or three wishes are about equally likely it asks which, instead of taking one."""

from langgraph.graph import START, StateGraph

from graphs import routes
from graphs.engine.sync_route import sync_route
from graphs.support import ACTIONS, FIRST_STEPS, SupportGraph, add_steps, add_way_from_first_steps
from nodes.deps import Deps
from nodes.reading.ask_which import ask_which
from nodes.reading.read_choice import read_choice
from nodes.reading.weigh_intents import weigh_intents
from nodes.state import ConversationState


def support_graph_v2() -> SupportGraph:
    graph: SupportGraph = StateGraph(ConversationState, context_schema=Deps)
    add_steps(graph)
    graph.add_node("read_choice", read_choice)
    graph.add_node("weigh_intents", weigh_intents)
    graph.add_node("ask_which", ask_which)

    graph.add_conditional_edges(START, sync_route(routes.from_start), ["disclose", "guard_pii"])
    graph.add_edge("disclose", "guard_output")
    graph.add_edge("guard_pii", "read_choice")
    graph.add_conditional_edges("read_choice", sync_route(routes.after_reading_choice), ["understand", "clarify", *ACTIONS])
    graph.add_edge("understand", "weigh_intents")
    graph.add_conditional_edges("weigh_intents", sync_route(routes.after_weighing), ["ask_which", *FIRST_STEPS])
    answered = ["ask_which", "count_failure", "small_talk", *ACTIONS]
    graph.add_conditional_edges("answer_question", sync_route(routes.after_trying_to_answer), answered)
    graph.add_edge("ask_which", "count_failure")
    add_way_from_first_steps(graph)
    return graph
