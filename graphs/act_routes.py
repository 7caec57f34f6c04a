"""The conditional edges of `support-v3`: pure functions from the acts and the state to the name of the next node."""

from domain.actions import ACTION_OF_INTENT, SWAP_INTENTS, TAKE_AN_ADDRESS
from domain.acts import Act
from domain.dialogue import NEEDS_ITS_WORDS, SURE
from domain.intents import OUT_OF_SCOPE, TALK_INTENTS, URGENT
from domain.language.options.wants_another_variant import wants_another_variant
from domain.language.orders.order_questions import speaks_of_own
from domain.language.people.asks_about_us import asks_what_we_are
from domain.language.questions.follow_ups import where_told
from domain.language.questions.question_form import asks_about, asks_what_holds, is_put_as_a_question
from domain.language.quotes.quote_questions import asks_of_the_quote
from domain.language.reports.wants_goods import wants_goods
from domain.language.text.statements import introduces
from graphs import routes
from nodes.actions.pipeline.proof_values import brings_a_proof
from nodes.agenda import act_of
from nodes.answering.answer_quote import aspects_asked
from nodes.answering.decline_discount import wants_a_discount
from nodes.answering.decline_extra import wants_an_extra
from nodes.answering.tell_what_was_done import asks_what_was_done
from nodes.reading.after_a_look import is_of_ones_own
from nodes.reading.understand import answers_the_question
from nodes.reading.yes_and_more import asks_again_later, without_lost_yes
from nodes.state import ConversationState, entities_of

_DATA_RIGHTS = frozenset({"request_my_data", "unsubscribe"})
_TAKE_A_REASON = frozenset({"refund_order", "return_items", "exchange_items", "cancel_order"})
_OF_GOODS = frozenset({"damaged", "wrong_item", "missing", "not_as_described"})  # problems that documents tell of
_MAY_HOLD_A_PROOF = frozenset({*ACTION_OF_INTENT.values(), "small_talk", "clarify", "answer_question", "remedy"})


def after_reading(state: ConversationState) -> str:
    """Urgent first; then what was asked is answered by rules; else the agenda is begun."""
    if state.get("intent") == URGENT:
        return "open_handoff"
    if aspects_asked(state):
        return "answer_quote"
    if asks_what_was_done(state):
        return "tell_what_was_done"
    if wants_a_discount(state):
        return "decline_discount"
    if wants_an_extra(state):
        return "decline_extra"
    is_read = state["turn"]["kind"] == "text" and state["turn"].get("may_read", True)
    if is_read and state.get("intent") is None and state.get("agenda"):
        return "take_act"
    return routes.after_understanding(state)


def after_asking_consent(state: ConversationState) -> str:
    """With the yes, what had waited for it is read at once."""
    return "count_progress" if state.get("outcome") is not None else "condole"


def after_taking(state: ConversationState) -> str:
    act = act_of(state)
    if act is None:
        return "clarify"
    if act.act in ("yes", "question") and aspects_asked(state):
        return "answer_quote"
    way = _way_of(act, state)
    is_action = way in ACTION_OF_INTENT.values()
    return "verify" if way in _MAY_HOLD_A_PROOF and brings_a_proof(state, is_action) else way


def _way_of(act: Act, state: ConversationState) -> str:
    intent = state.get("intent") or ""
    if asks_what_we_are(act.text):
        return "small_talk"
    if intent in (URGENT, "human_agent"):
        return "open_handoff"
    if (asked := _asked(act, state)) is not None:
        return asked
    if act.negated or act.act == "no":
        return "leave_it"
    is_in_general = _may_be_of_documents(act, state)
    if act.act == "report" or is_in_general:
        return "answer_question" if is_in_general else "remedy"  # and where none answers it surely, what it else could be
    if intent == OUT_OF_SCOPE:
        return "answer_product" if act.act in ("question", "talk") else "answer_question"
    if act.act in ("value", "correction"):
        return _way_of_a_value(act, state)
    if act.act == "question" or act.modality == "supposed":
        return "answer_product"
    if intent in NEEDS_ITS_WORDS and act.confidence < SURE:
        return "clarify"
    if intent == "order_details" and not (act.orders or speaks_of_own(act.text)):
        return "answer_question"  # "what does the label cost?": where no document says it, the order is looked at
    if intent in _DATA_RIGHTS:
        return "data_rights"
    if intent in ACTION_OF_INTENT and _may_be_a_question(act, state):
        return "answer_question"  # and where no document answers it surely, the action is what was meant
    if intent in ACTION_OF_INTENT:
        return ACTION_OF_INTENT[intent]
    if intent in TALK_INTENTS and not state.get("pending") and is_put_as_a_question(state["turn"].get("text", "")):
        return "answer_question"
    return "small_talk" if intent in TALK_INTENTS or act.act == "yes" else "answer_question"


def _may_be_of_documents(act: Act, state: ConversationState) -> bool:
    """What is asked about how things are in general, although it was read as a wish or a report: what came is a part of the story."""
    if (
        act.act not in ("wish", "report")
        or state.get("pending")
        or (act.problem is not None and act.problem not in _OF_GOODS)
    ):
        return False
    if act.intent in _DATA_RIGHTS or any(ref.number for ref in act.orders):
        return False
    return asks_what_holds(state["turn"].get("text", "") or act.text)


def _may_be_a_question(act: Act, state: ConversationState) -> bool:
    """ "Can I return them?" names nothing of the customer's own."""
    known = state.get("identity", {}).get("level", "guest") != "guest"
    if known and act.intent in ("account_details", "list_orders"):
        return False  # "which e-mail do you have for me?" is of one's own, and no document knows it
    if known and (is_of_ones_own(act, state) or (act.intent in SWAP_INTENTS and _wants_goods(act))):
        return False
    names_nothing = not any(ref.which != "it" for ref in act.orders) and not act.goods and act.problem is None
    return names_nothing and asks_about(act.text + ("?" if "?" in state["turn"].get("text", "") else ""), known, False)


def _wants_goods(act: Act) -> bool:
    """Another variant, or the very goods: "Could I have the mat sent on?"."""
    return bool(wants_another_variant(act.text)) or wants_goods(act.text) is not None


def _asked(act: Act, state: ConversationState) -> str | None:
    """The action that asked for something, where the act is the answer: a value, or words that are no clear wish."""
    task = state.get("task")
    if not task or not task.get("asked"):
        return None
    if act.act == "no":
        return "decline"
    found = entities_of(state)
    wished = ACTION_OF_INTENT.get(act.intent or "")
    # "Change it to 9 Lake Road", while an address is being changed, is of that one, whatever else takes an address.
    takes_it = {wished, task["action"]} <= TAKE_AN_ADDRESS and all(ref.which == "it" for ref in act.orders)
    same = (wished == task["action"] or (takes_it and bool(found.get("addresses")))) and not act.negated
    holds_it = answers_the_question(task, found) and (act.intent not in ACTION_OF_INTENT or same)
    is_free = act.intent in (None, OUT_OF_SCOPE) and act.act != "question"
    is_answer = (
        holds_it
        or is_free
        or act.act in ("value", "correction")
        or same
        or (act.act == "report" and task["action"] in _TAKE_A_REASON)
    )
    is_unclear = act.confidence < SURE and act.intent not in TALK_INTENTS
    if not (is_answer or is_unclear):
        return None
    return "verify" if task["asked"] in ("identity", "code") and (holds_it or act.act == "value") else task["action"]


def _way_of_a_value(act: Act, state: ConversationState) -> str:
    task, frame = state.get("task"), state.get("frame")
    if act.act == "correction" and task:
        return task["action"]
    if act.orders:
        return frame["action"] if frame else "track_order"
    if act.goods and frame and not introduces(entities_of(state), act.text) and where_told(act.text) is None:
        # "The navy one", of goods that were asked about.
        return "answer_product" if frame["action"] == "product_details" else frame["action"]
    return routes.unasked(state)


def after_remedy(state: ConversationState) -> str:
    if state.get("outcome") is not None:
        return after_acting(state)
    return ACTION_OF_INTENT.get(state.get("intent") or "", "answer_question")


def after_asking_catalogue(state: ConversationState) -> str:
    return after_acting(state) if state.get("outcome") is not None else "answer_question"


def after_answering(state: ConversationState) -> str:
    if state.get("outcome") is not None:
        return after_acting(state)
    act = act_of(state)
    return "remedy" if act is not None and act.act == "report" else routes.after_answering(state)


def after_confirming(state: ConversationState) -> str:
    way = routes.after_confirming(state)
    return after_acting(state) if way == "count_failure" else way


def after_verifying(state: ConversationState) -> str:
    way = routes.after_verifying(state)
    return after_acting(state) if way == "count_failure" else way


def _asks(state: ConversationState) -> bool:
    """Whether something was asked; that a quote which was dropped can be had again is no question."""
    asking = state.get("asking")
    return asking is not None and asking["kind"] != "nothing"


def _next_is_a_question(state: ConversationState) -> bool:
    """That was asked now, or before, of what waits now for a yes."""
    agenda, said = state.get("agenda", []), [act.get("text") for act in state.get("acts", [])]
    if not agenda or agenda[0].get("act") != "question":
        return False
    text, quoted = str(agenda[0].get("text", "")), (state.get("pending") or {}).get("name")
    return text in said or asks_of_the_quote(text, quoted) is not None


def only_asks(state: ConversationState) -> bool:
    """Whether an action found that its words only ask: they are answered as a question."""
    act = act_of(state)
    return act is not None and act.act == "question" and state.get("outcome") is None


def after_acting(state: ConversationState) -> str:
    """The next wish is taken up at once, unless this one waits for the customer or for a person."""
    if routes.wants_a_person(state):
        return "open_handoff"
    if only_asks(state):
        return "answer_product"
    if any(act.get("intent") == "human_agent" for act in state.get("agenda", [])):
        return "take_act"  # who takes a person has them, whatever is asked for what was wanted beside it
    task = state.get("task")
    # A question of ours outside an act (a quote put aside, consent) is to be answered first.
    waits = state.get("pending") or (task and task.get("asked")) or (_asks(state) and state.get("act") is None)
    if state.get("pending") and not (task and task.get("asked")):
        # "yes, and where is it?": looked up, and then the yes is asked for; and a question changes nothing of the quote.
        waits = not (asks_again_later(state) or _next_is_a_question(state))
    goes_on = (
        without_lost_yes(state.get("agenda", []), state.get("pending")) and not waits and state.get("outcome") != "error"
    )
    return "take_act" if goes_on and state["turn"].get("may_read", True) else "count_progress"
