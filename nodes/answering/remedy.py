"""`support-v3`: a report of a problem opens the flow that can put it right: money back, a look for the parcel, a person."""

from domain.acts import Act, Problem
from domain.language.orders.about_messages import may_be_a_message
from domain.rules.policy import ActionRule
from nodes.actions.pipeline.identity import PROVEN, identity_of
from nodes.agenda import act_of, said_reason
from nodes.answering.charged_twice import payments_told
from nodes.answering.find_answer import in_our_words, is_sure
from nodes.deps import Deps, DepsRuntime
from nodes.drafts import draft, replying
from nodes.reading.asks_on_after_it import GO_BACK
from nodes.state import ConversationState, Task
from nodes.talking.offers import offers

# What is looked at first; goods that came wrong, broken or not at all are for a refund by the policy's reasons.
_LOOKS: dict[Problem, str] = {
    "late": "track_order",
    "lost": "track_order",
    "cancelled_by_shop": "order_details",
    "refund_overdue": "track_refund",
    "charged_twice": "payment_problem",
    "charged_wrong": "payment_problem",
}

_NOT_HERE = frozenset({"not_received", "late", "missing"})
_SEND = frozenset({"send_invoice", "send_password_reset"})
_LOOKED_BACK = 6  # messages


async def remedy(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Choose the flow, and keep what the words already said: the reason, and with the act the order and the goods."""
    act = act_of(state)
    assert act is not None
    if (sent := mailed(state)) is not None and _is_of_the_mail(act):
        return await _says_where_it_went(runtime.context, state, sent)
    if (
        act.problem in ("charged_twice", "charged_wrong")
        and (told := await payments_told(runtime.context, state, act)) is not None
    ):
        return told
    if act.problem in ("charged_twice", "charged_wrong"):
        # The documents are asked in their own words: the customer's may be mostly anger.
        return await _about_a_charge(runtime.context, state, act.problem)
    if act.problem is None and act.intent == "payment_problem":
        return {"intent": act.intent}  # a payment that fails is for the documents: no goods are for a refund by it
    if act.problem in _LOOKS:
        return {"intent": _LOOKS[act.problem]}
    rule = runtime.context.policy.rule("refund_order", state.get("region"))
    known = state.get("task") or {}
    arguments = dict(known.get("arguments", {})) if known.get("action") == "refund_order" else {}
    if reason := _accepted(act, rule):
        arguments["reason"] = reason
    task: Task = {"action": "refund_order", "arguments": arguments, "asked": None, "times": 0}
    return {"intent": "request_refund", "task": task}


async def _about_a_charge(deps: Deps, state: ConversationState, problem: Problem) -> ConversationState:
    """What the documents say of it; who is known is asked for the order, to look at its payments."""
    which = draft(deps.say("charge-which-order"))
    question, found = await in_our_words(deps, state, lambda say: say("question-about-a-charge", problem=problem))
    if not is_sure(found):
        return {"task": None, "outcome": "answered", "asking": {"kind": "person"}, "reply": replying(state, which)}
    asked: ConversationState = {"intent": _LOOKS[problem], "turn": {**state["turn"], "text": question}}
    if identity_of(state).get("level") not in PROVEN:
        return asked
    return {**asked, "reply": replying(state, {**which, "leads": True})}


def mailed(state: ConversationState) -> str | None:
    """The action that sent a mail last: an invoice, a link, or the label of goods that go back. None where none did, or a quote waits."""
    frame = state.get("frame")
    if not frame or state.get("pending"):
        return None
    is_sent = frame["action"] in _SEND or (frame["action"] in GO_BACK and "done" in frame)
    return frame["action"] if is_sent else None


def _is_of_the_mail(act: Act) -> bool:
    """Whether what did not come is likely that: no parcel, order or goods are named."""
    names_none = not act.goods and all(ref.which == "it" for ref in act.orders)
    return act.problem in _NOT_HERE and names_none and may_be_a_message(act.text)


async def _says_where_it_went(deps: Deps, state: ConversationState, action: str) -> ConversationState:
    """Where the mail goes, when and what then, and the way to have it again; told before, a person is asked about."""
    say, frame = deps.say, state.get("frame")
    text = say("mail-not-here", to="given" if frame and frame.get("email") else "file")
    again = offers(deps, state, action) if action in _SEND else []
    if any(text in said for said in await deps.history(_LOOKED_BACK)):
        said = draft(say("mail-not-here.still"), buttons=again)
    elif again:
        return {"task": None, "outcome": "answered", "reply": replying(state, draft(text, buttons=again))}
    else:
        said = draft(f"{text} {say('person-instead')}")
    return {"task": None, "outcome": "answered", "asking": {"kind": "person"}, "reply": replying(state, said)}


def _accepted(act: Act, rule: ActionRule) -> str | None:
    """The reason, where this company's policy knows it by that name."""
    name = said_reason(act)
    return name if name and rule.reason(name) else None
