"""`support-v3`: the next act of the agenda is served now. The state becomes that of a message which says only this."""

from domain.actions import INTENT_OF_ACTION, SWAPS, TAKE_AN_ADDRESS
from domain.acts import Act, OrderReference
from domain.conversation import JsonObject
from domain.intents import OUT_OF_SCOPE, QUESTION_INTENTS, REPORT_PROBLEM, SMALL_TALK_INTENTS
from domain.language.account.account_access import wants_another_link, wants_no_reset
from domain.language.account.address_references import changes_the_default, speaks_of_an_account
from domain.language.goods.goods_references import describes, size_wanted
from domain.language.goods.quantities import says_several
from domain.language.money.invoices import asks_for_it_once_more, asks_what_it_shows, is_about_what_it_says
from domain.language.orders.mails_missed import says_no_mail_came
from domain.language.orders.order_questions import order_aspects
from domain.language.reports.wants_goods import is_sent_again
from domain.language.text.entities import Entities, find_entities
from domain.lazy_pattern import lazy_pattern
from nodes.deps import Deps, DepsRuntime
from nodes.reading.after_a_look import as_never_come, of_other_goods, of_the_shown_order
from nodes.reading.several_orders import for_each_order
from nodes.reading.yes_and_more import without_lost_yes
from nodes.state import ConversationState
from nodes.talking.regret import regret

_WORD = lazy_pattern(r"\w+")
_LOOKS_AT_ORDERS = frozenset({"track_order", "order_details", "send_invoice"})
_GUESS = 0.7  # below, what was taken for talk may be anything: "saturday" is no greeting
_BY_RULE = 0.95  # confidence of what was read by rule; less is a guess


async def take_act(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    turn, agenda = state["turn"], without_lost_yes(state.get("agenda", []), state.get("pending"))
    if not agenda:
        return {}
    act, *others = await for_each_order(runtime.context, state, Act.model_validate(agenda.pop(0)))
    agenda = _with_the_reason(act, agenda, state)
    agenda = [*(other.model_dump(mode="json", exclude_defaults=True) for other in others), *agenda]
    whole = turn.get("whole") or (turn.get("text", "") if turn["kind"] == "text" else "")
    act = _of_the_charge(runtime.context, act, state)
    act = _of_the_sent(_of_other_orders(as_never_come(act, state), state), state)
    act = await of_other_goods(runtime.context, act, state)
    act = _of_the_link(_of_the_swap(of_the_shown_order(act, state), state), state)
    act = _of_the_address(act, state, find_entities(whole))
    text = whole if _is_all(act, state) and (act.act != "question" or _stands_in(act.text, whole)) else act.text
    found = find_entities(text)
    if numbers := [ref.number for ref in act.orders if ref.number]:
        named = [n for n in numbers if not n.isdigit()]
        found["order_ids"] = named
        found["numbers"] = [n for n in numbers if n.isdigit()]
    elif act.act not in ("value", "correction"):
        found["order_ids"] = []
    if not found.get("addresses") and act.intent in TAKE_AN_ADDRESS:
        found["addresses"] = find_entities(whole).get("addresses", [])  # "I moved. It is 9 Lake Road …"
    intent = _intent(act, state, found)
    if intent in ("policy_question", OUT_OF_SCOPE):
        whole_intent = await _as_a_whole(runtime.context, text)
        if whole_intent == OUT_OF_SCOPE or (intent == OUT_OF_SCOPE and whole_intent in QUESTION_INTENTS):
            intent = whole_intent  # what is of no question to the shop needs a document that is sure of it
    taken: ConversationState = {
        "turn": {**turn, "kind": "text", "text": text, "whole": whole, "meant": turn.get("meant") or intent},
        "act": act.model_dump(mode="json", exclude_defaults=True),
        "agenda": agenda,
        "intent": intent,
        "confidence": round(act.confidence, 4),
        "entities": dict(found),
        "stage": "start",
        "outcome": None,
        "asking": None,
        # What was taken back is said once, with the first act.
        "withdrawn": None if state.get("act") else state.get("withdrawn"),
    }
    sorry = await regret(runtime.context, state, act)
    return {**taken, "reply": sorry} if sorry else taken


def _with_the_reason(act: Act, agenda: list[JsonObject], state: ConversationState) -> list[JsonObject]:
    """A reason that was asked for is that of the same wish for other orders too, which wait."""
    task = state.get("task") or {}
    if task.get("asked") != "reason" or act.act != "value":
        return agenda
    intent = INTENT_OF_ACTION.get(task["action"], task["action"])
    return [{**w, "text": f"{w.get('text', '')}. {act.text}"} if w.get("intent") == intent else w for w in agenda]


def _of_other_orders(act: Act, state: ConversationState) -> Act:
    """ "And the other ones?" after an order was looked at: of the other orders, not of other goods."""
    frame = state.get("frame")
    others = [ref for ref in act.goods if ref.which in ("other", "rest")]
    if act.act != "value" or not others or not frame or frame["action"] not in _LOOKS_AT_ORDERS or state.get("task"):
        return act
    if says_several(act.text):
        return act.model_copy(update={"act": "wish", "intent": "list_orders", "goods": []})
    wish = {"act": "wish", "intent": INTENT_OF_ACTION.get(frame["action"], frame["action"]), "goods": []}
    return act.model_copy(update={**wish, "orders": [OrderReference(which="other")]})


def _of_the_charge(deps: Deps, act: Act, state: ConversationState) -> Act:
    """The number of an order after a charge that is there twice was spoken of: whose payments are looked at."""
    asked = [say("question-about-a-charge", problem="charged_twice") for say in (deps.say, deps.say.in_reference)]
    spoken_of = state.get("topic") in asked
    is_number = act.act == "value" and any(ref.number for ref in act.orders)
    if not spoken_of or not is_number or state.get("task") or state.get("pending"):
        return act
    return act.model_copy(update={"act": "report", "intent": REPORT_PROBLEM, "problem": "charged_twice"})


def _of_the_sent(act: Act, state: ConversationState) -> Act:
    """ "Send it again" after an invoice: that; and what is to stand on it, where it is told that this cannot be done."""
    frame = state.get("frame")
    if not frame or frame["action"] != "send_invoice" or state.get("pending"):
        return act
    if act.act != "question" and is_about_what_it_says(act.text, spoken_of=True):
        return act.model_copy(
            update={"act": "wish", "intent": "send_invoice", "confidence": _BY_RULE, "negated": False, "problem": None}
        )
    if any(ref.text for ref in act.goods) or not (is_sent_again(act.text) and asks_for_it_once_more(act.text)):
        return act
    return act.model_copy(update={"act": "wish", "intent": "send_invoice", "confidence": _BY_RULE})


def _of_the_swap(act: Act, state: ConversationState) -> Act:
    """ "Gloves, size L please" after an exchange was spoken of is one, and no question about sizes."""
    frame, text = state.get("frame"), state["turn"].get("text", "")
    if (
        not frame
        or frame["action"] not in SWAPS
        or state.get("pending")
        or (state.get("task") or {}).get("asked")
        or "?" in text
    ):
        return act
    is_named = act.intent == "product_question" or (act.act == "value" and act.goods)
    if not is_named or act.negated or not (describes(act.text) or size_wanted(f"want {act.text}")):
        return act
    intent = "exchange_items" if frame["action"] == "exchange_items" else "change_order"
    return act.model_copy(update={"act": "wish", "intent": intent, "confidence": _BY_RULE, "modality": "asked"})


def _of_the_address(act: Act, state: ConversationState, found: Entities) -> Act:
    """ "Oh no, I did want it changed: 14 Abbey Walk, Leeds …" after such a change was spoken of and left: that change, of that order."""
    frame, task = state.get("frame"), state.get("task") or {}
    doing = frame["action"] if frame and not state.get("pending") and not task.get("asked") else None
    if doing not in TAKE_AN_ADDRESS or not found.get("addresses") or act.negated or act.act in ("urgent", "no", "question"):
        return act
    intent = INTENT_OF_ACTION.get(doing, doing)
    if act.intent not in (None, OUT_OF_SCOPE, "order_details", "update_account", intent) or speaks_of_an_account(act.text):
        return act
    number = frame["order_id"] if frame and doing != "update_account" else None
    orders = act.orders or ([OrderReference(number=number)] if number else [])
    return act.model_copy(
        update={"act": "wish", "intent": intent, "orders": orders, "confidence": _BY_RULE, "modality": "asked"}
    )


def _of_the_link(act: Act, state: ConversationState) -> Act:
    """ "It says expired, can you send another?" after a link for a new password: that, and no goods."""
    doing = (state.get("task") or state.get("frame") or {}).get("action")
    if doing != "send_password_reset" or state.get("pending") or act.act in ("urgent", "yes"):
        return act
    if says_no_mail_came(act.text):
        return act  # where it may be is told first
    is_of_it = not act.negated and act.act != "no" and wants_another_link(act.text)
    if (
        any(ref.text for ref in act.goods)
        or any(ref.which != "it" for ref in act.orders)
        or not (is_of_it or wants_no_reset(act.text))
    ):
        return act
    # That none is wanted is told by the action too.
    is_it: dict[str, object] = {
        "act": "wish",
        "intent": "reset_password",
        "problem": None,
        "negated": False,
        "goods": [],
        "orders": [],
    }
    return act.model_copy(update={**is_it, "confidence": _BY_RULE, "modality": "asked"})


def _is_all(act: Act, state: ConversationState) -> bool:
    """Whether this act is all that the message wants, so that its words can be read as a whole."""
    if act.act == "question" and all(a.get("act") in ("question", "talk") for a in state.get("acts", [])):
        return True  # the search for answers parts a question better than its clauses do
    others = [
        a for a in state.get("acts", []) if a.get("act") not in ("talk", "yes", "no", "report", "value") or a.get("negated")
    ]
    own = any(a.get("text") and str(a["text"]) in act.text for a in state.get("acts", []))
    return own and len(others) <= 1 and len(act.orders) <= 1


def _stands_in(said: str, whole: str) -> bool:
    """Whether words are of the part of the message that is served: each of them, as clauses are put together again for a search."""
    return set(_WORD.findall(said.casefold())) <= {*_WORD.findall(whole.casefold()), "and"}


async def _as_a_whole(deps: Deps, text: str) -> str:
    """What the classifier of whole messages takes it for."""
    vector = (await deps.embedder.embed([text]))[0]  # the search for an answer needs it too: the embedder remembers it
    return deps.intents.predict(text, vector).intent


def _intent(act: Act, state: ConversationState, found: Entities) -> str:
    if act.intent == "change_shipping_address" and changes_the_default(act.text) and not any(r.number for r in act.orders):
        return "update_account"
    frame = state.get("frame")
    spoken_of = frame is not None and frame["action"] == "send_invoice"
    if asks_what_it_shows(act.text, spoken_of=spoken_of):
        return "policy_question"
    if act.act in ("wish", "value") and not act.negated and is_about_what_it_says(act.text, spoken_of=spoken_of):
        return "send_invoice"  # where it is told that this cannot be done
    if act.problem in ("charged_twice", "charged_wrong"):
        return "payment_problem"
    if act.intent == "order_details" and order_aspects(act.text) == ["status"]:
        return "track_order"
    if (
        act.act == "talk"
        and act.intent in SMALL_TALK_INTENTS
        and act.confidence < _BY_RULE
        and ("?" in state["turn"].get("text", "") or act.confidence < _GUESS)
    ):
        return OUT_OF_SCOPE
    if act.intent in ("track_order", "order_details") and any(ref.which == "all" for ref in act.orders):
        return "list_orders"
    if act.intent:
        return act.intent
    if act.act == "value" and not _gives_something(act, state, found):
        return OUT_OF_SCOPE
    return {"yes": "affirm", "no": "deny", "value": "provide_information", "correction": "provide_information"}.get(
        act.act, OUT_OF_SCOPE
    )


def _gives_something(act: Act, state: ConversationState, found: Entities) -> bool:
    """Whether a value is one: it was asked for, or it names what there is something to do with."""
    if (state.get("task") or {}).get("asked"):
        return True
    if "?" in act.text or "?" in state["turn"].get("text", ""):
        return any(ref.number or ref.which not in (None, "it") for ref in act.orders)
    named = any(ref.which != "it" for ref in act.orders) or any(v for k, v in found.items() if k != "loose_postcodes")
    return named or bool(act.goods and state.get("frame"))
