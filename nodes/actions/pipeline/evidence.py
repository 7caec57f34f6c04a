"""The gate before a first quote that was derived from words: money and goods are quoted only where the customer's words want it."""

from domain.acts import Act
from domain.language.goods.quantities import says_all
from domain.language.orders.order_lines import lines_in
from domain.language.quotes.evidence import GATED, Evidence, evidence_for
from domain.language.reports.problems import is_own_fault
from nodes.actions.pipeline.chosen_goods import goods_words
from nodes.actions.pipeline.request import Action, Plan, Request
from nodes.agenda import act_of, held
from nodes.drafts import NOT_THAT, WISHES_FOR, button, draft, replying
from nodes.state import ConversationState

_SURE = 0.9  # confidence
_OF_LINES = frozenset({"refund_order", "return_items", "exchange_items", "change_order_items"})  # not of an order as a whole
_GOES_ON = frozenset({"value", "correction", "yes", "no"})  # with what was spoken of


def _words(action: Action, request: Request) -> tuple[str, Act | None] | None:
    """The message and what began the task, where words begin something of their own: no form, no correction of a quote, and no answer
    to what we offered or asked after something that was no wish in words. Which variant it should be is said by who wants it."""
    state, act = request.state, act_of(request.state)
    quoted = (state.get("pending") or state.get("withdrawn") or {}).get("name")
    if action.name not in GATED or not request.text or act is None or quoted == action.name:
        return None
    task = state.get("task") or {}
    asked_for = task.get("asked") if task.get("action") == action.name else None
    began = Act.model_validate(task["act"]) if task.get("act") and asked_for else None
    goes_on = began is None and (act.act in _GOES_ON or asked_for)
    offer = state.get("open_question") or {}
    is_offered = offer.get("kind") == "quote_again" or bool(offer.get("about"))
    if goes_on or is_offered or asked_for == "reason" or (asked_for == "changes" and act.act == "value"):
        return None
    return state["turn"].get("whole") or request.text, began


def evidence_of(action: Action, request: Request) -> Evidence:
    """What the words are evidence of; what they did not begin needs none."""
    words, act = _words(action, request), act_of(request.state)
    if words is None or act is None:
        return "given"
    whole, began = words
    if action.name == "refund_order" and is_own_fault(whole):
        return "given"  # nothing is quoted for it: the action leaves it to a person
    names = [line.name for line in request.order.lines] if request.order else []
    is_sure = act.confidence >= _SURE and (began is None or began.confidence >= _SURE)
    texts = [request.text, *([began.text] if began else [])]
    if evidence_for(action.name, texts, names) == "given":
        return "given"
    return evidence_for(action.name, [whole, *texts], names, is_sure=is_sure)


def evidence_of_plan(action: Action, request: Request, plan: Plan) -> Evidence:
    """The same of a plan: where words name goods, they name all that it takes."""
    words, act, order = _words(action, request), act_of(request.state), request.order
    found = evidence_of(action, request)
    if found != "given" or words is None or act is None or order is None or action.name not in _OF_LINES:
        return found
    whole, began = words
    refs = [ref for one in (act, began) if one for ref in one.goods]
    # What waited from an earlier message is named by its own words, and not by those of this one.
    text = f"{request.text}. {whole}. {began.text if began else ''}"
    # Of goods that are alike any name is that of all: which of them is meant was told apart before.
    named = {line.product_id for line in lines_in(text, order)}
    taken = {line.product_id for line in order.lines if line.line_id in plan.quantities}
    is_all = not named or says_all(text) or any(ref.which or ref.ordinal for ref in refs) or taken <= named
    return "given" if is_all else "none"


def only_asks(action: Action, request: Request) -> bool:
    """Whether these words begin nothing and only ask: found before an order is looked for or anything else is asked."""
    waits = (request.state.get("task") or {}).get("asked")
    return not waits and evidence_of(action, request) == "asked"


def to_the_documents(request: Request) -> ConversationState:
    """What only asks is answered like any question: from the catalogue, the documents, or by saying that they do not know it."""
    state, act = request.state, act_of(request.state)
    question = act.model_copy(update={"act": "question", "intent": "policy_question", "problem": None}) if act else None
    return {
        "act": held(question) if question else None,
        "intent": "policy_question",
        "task": None,
        "reply": [said for said in state.get("reply", []) if not said.get("leads")],  # regret for what did not happen
    }


def asks_what_is_meant(action: Action, request: Request, plan: Plan, found: Evidence) -> ConversationState:
    """One question instead of the quote: a yes or its button makes the quote, a part that is not there is for a person."""
    state, say = request.state, request.say
    order = request.the_order
    goods = goods_words(plan.quantities, order)
    whole = button(say("is-it-meant.yes", action=action.name), value=WISHES_FOR[action.name].format(goods, order.id))
    reply = [said for said in state.get("reply", []) if not said.get("leads")]
    asking: ConversationState = {
        "outcome": "asked_for_input",
        "pending": None,
        "handoff": None,
        "shown_order": order.id,
    }
    if found == "part":
        question = draft(say("part-of-goods", goods=goods, order=order.id), buttons=[whole])
        wanted = f"{goods} of order {order.id}: {state['turn'].get('whole') or request.text}"
        return {
            **asking,
            "task": None,
            "outcome": "answered",
            "asking": {"kind": "person", "about": wanted},
            "reply": replying({**state, "reply": reply}, question),
        }
    other = button(say("is-it-meant.no"), value=NOT_THAT)
    question = draft(say("is-it-meant", action=action.name, goods=goods, order=order.id), buttons=[whole, other])
    return {
        **asking,
        "task": {"action": action.name, "arguments": request.arguments, "asked": None, "times": 0},
        "asking": {"kind": "quote_again"},
        "reply": replying({**state, "reply": reply}, question),
    }
