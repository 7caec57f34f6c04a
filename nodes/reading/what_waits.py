"""`support-v3`: what a message means to the quote that waits: a correction, a no with more beside it, or that it leans away."""

from collections.abc import Sequence
from decimal import Decimal

from domain.actions import SWAPS
from domain.acts import Act, OrderReference, Reading, ReadingContext
from domain.dialogue import SURE, is_a_look, tasks_of
from domain.intents import OUT_OF_SCOPE
from domain.language.acts.wishes import is_question, wish_in
from domain.language.danger.hard_times import tells_of_a_death
from domain.language.goods.goods_references import names_an_option
from domain.language.goods.quantities import says_how_many
from domain.language.goods.turned_round import turns_round
from domain.language.money.amounts import amount_asked, amounts_paid, wants_the_whole
from domain.language.orders.order_questions import asks_when_it_comes
from domain.language.orders.parts_of_orders import takes_the_whole
from domain.language.questions.common_questions import asks_how_to
from domain.language.quotes.beside_a_no import beside_a_no
from domain.language.quotes.content_of_a_no import content_of_a_no, question_of_a_no
from domain.language.quotes.refusal import Refusal, restates
from domain.language.quotes.stance import still_wants
from domain.language.reports.reasons import may_be_a_reason, reason_in
from domain.language.reports.wants_goods import wants_goods
from domain.language.text.polarity import only_keeps
from domain.language.text.sentences import sentences
from domain.language.text.statements import asks_about_it, asks_or_wants
from domain.money import Money
from domain.ports.understanding import IntentGuess
from nodes.agenda import agenda_with, all_held
from nodes.deps import Deps
from nodes.drafts import draft, replying
from nodes.reading.beside_a_swap import is_of
from nodes.reading.given_up import of_the_left_order
from nodes.reading.read_acts import read_acts
from nodes.reading.read_reply import Reply, leans_away, withdrawing
from nodes.state import ConversationState, Pending, Task, TurnInput

_FEWEST_WORDS = 2
_SURELY = 0.9  # confidence from which something else is begun in the place of a quote
_TOLD_ONCE_MORE = frozenset({"ordered_by_mistake", "too_slow"})  # a change of mind may be one about the quote
_MAY_BE_ASKED = frozenset(
    {"request_refund", "return_items", "exchange_items", "cancel_order", "change_order", "change_payment_method"}
)
# What stays of a quote when other goods, or another order, are meant.
_OF_THE_ORDER = frozenset({"order_id", "reason", "refund_to", "payment_method_id"})
_OF_THE_WISH = frozenset({"reason"})
_OF_THE_GOODS = frozenset({"order_id", "line_ids", "reason", "payment_method_id"})


def asked_beside(reading: Reading, pending: Pending) -> Reading:
    """What is asked about the quote is a question, though its words may be those of a wish: "do I have to send it back?"."""
    acts = [
        act.model_copy(update={"act": "question", "intent": "policy_question"})
        if act.act == "wish" and act.intent in _MAY_BE_ASKED and asks_about_it(act.text) and not _names_another(act, pending)
        else act
        for act in reading.acts
    ]
    return reading.model_copy(update={"acts": acts})


def _names_another(act: Act, pending: Pending) -> bool:
    return any(ref.number and ref.number != pending["arguments"].get("order_id") for ref in act.orders)


def correction_in(reading: Reading) -> Act | None:
    return next((act for act in reading.acts if act.act == "correction"), None)


def corrects(state: ConversationState, pending: Pending, act: Act, reading: Reading) -> ConversationState:
    """The quote is withdrawn, and its action begins again with what is meant instead."""
    kept = _OF_THE_GOODS
    if pending["name"] in SWAPS:  # "I need L, not S" names no other goods
        goods = [ref.model_copy(update={"wanted": ref.wanted or names_an_option(ref.text or "")}) for ref in act.goods]
        act = act.model_copy(update={"goods": goods})
    if any(ref.number or ref.ordinal or ref.which or ref.goods for ref in act.orders):
        kept = _OF_THE_WISH
    elif any(not ref.wanted for ref in act.goods):
        kept = _OF_THE_ORDER
    arguments = {k: v for k, v in pending["arguments"].items() if k in kept}
    if kept is _OF_THE_GOODS and (changes := pending["arguments"].get("changes")):
        arguments["quoted_changes"] = changes
    task: Task = {"action": pending["name"], "arguments": arguments, "asked": None, "times": 0}
    acts = [act.model_copy(update={"intent": None})]
    return {**withdrawing(state), "task": task, **agenda_with(state, acts), "acts": all_held(reading.acts)}


def fewer_than_quoted(state: ConversationState, text: str) -> ConversationState | None:
    """ "Not both, one I want to keep", while the cancellation of an order is quoted: no yes to it, and told that this cannot be."""
    pending = state.get("pending")
    if (
        not pending
        or pending["name"] != "cancel_order"
        or not state["turn"].get("may_read", True)
        or not says_how_many(text)
        or _wants_another_thing(text)
    ):
        return None
    act = Act(act="correction", text=text, end=len(text))
    return corrects(state, pending, act, Reading(acts=[act]))


def _wants_another_thing(text: str) -> bool:
    """ "No thanks, I only need an invoice": of no number of goods."""
    content = content_of_a_no(text)
    wish = wish_in(content) if content else None
    return bool(content and question_of_a_no(content)) or wish not in (None, "cancel_order")


def turned_round(state: ConversationState) -> ConversationState | None:
    """ "Other way round!!", to a quote for some goods of an order: which, or what instead, is asked, and nothing is guessed."""
    pending, turn = state.get("pending"), state["turn"]
    text = turn.get("text", "")
    if not pending or not turn.get("may_read", True) or not turns_round(text):
        return None
    arguments = {k: v for k, v in pending["arguments"].items() if k in _OF_THE_ORDER}
    if changes := pending["arguments"].get("changes"):
        arguments["line_ids"] = [change["line_id"] for change in changes]
    elif not pending["arguments"].get("line_ids"):
        return None
    task: Task = {"action": pending["name"], "arguments": arguments, "asked": None, "times": 0}
    act = Act(act="correction", text=text, end=len(text))
    return {
        **withdrawing(state),
        "task": task,
        "turn": {**turn, "text": "", "whole": text},  # they name no goods, and no variant
        "intent": "provide_information",
        "confidence": 1.0,
        "entities": {"leans": "corrects"},
        "acts": all_held([act]),
    }


def another_amount(state: ConversationState) -> ConversationState | None:
    """ "No, 80 dollars", "I paid 289.50, refund me the full amount": of a refund that waits another part, or all, is quoted anew."""
    pending, text = state.get("pending"), state["turn"].get("text", "")
    if not pending or pending["name"] != "refund_order" or not state["turn"].get("may_read", True):
        return None
    quoted, is_a_part = Money.model_validate(pending["amount"]).amount, bool(pending["arguments"].get("amount"))
    asked = amount_asked(text)
    is_another = asked is not None and Decimal(asked) != quoted
    is_all = wants_the_whole(text) or any(Decimal(paid) > quoted for paid in amounts_paid(text))
    if not is_another and not (is_a_part and is_all):
        return None
    act = Act(act="correction", text=text, end=len(text), amount=asked)
    return corrects(state, pending, act, Reading(acts=[act]))


def with_what_stands_beside(state: ConversationState, reply: Reply) -> Reply:
    """ "No, don't cancel, I only want to know when it comes": a no to the quote, and no bare one."""
    text = state["turn"].get("text", "")
    is_bare = bool(state.get("pending")) and reply.found.get("bare") == "no" and state["turn"].get("may_read", True)
    if not is_bare or (rest := beside_a_no(text) or content_of_a_no(text)) is None:
        return reply
    found = reply.found.copy()
    found.pop("bare", None)
    return Reply(found, None, Refusal(rest=rest, corrects=False, is_condition=False))


async def takes_back(deps: Deps, state: ConversationState, reply: Reply, reading: Reading) -> ConversationState:
    """The quote is withdrawn; what else the words want is taken up."""
    assert reply.refusal is not None
    no: ConversationState = {
        "intent": "deny",
        "confidence": 1.0,
        "entities": dict(reply.found),
        "acts": all_held(reading.acts),
    }
    pending, text = state.get("pending"), state["turn"].get("text", "")
    beside = beside_a_no(text)
    asks = beside is not None and is_question(beside, asks="?" in beside)
    content = content_of_a_no(text) if pending else None
    asked = [act for act in tasks_of(reading.acts) if act.act == "question" and _wants_something(act)]
    names_goods = any(ref.text for act in reading.acts if act.act != "question" for ref in act.goods)
    if pending and asked and not names_goods and _asks_first_or_last(text):
        # "How long is the guarantee? I might rather have it swapped": what is asked is told, and the quote comes again with a yes.
        return {**withdrawing(state), **_put_aside(deps, state), **agenda_with(state, asked), "acts": all_held(reading.acts)}
    if reply.refusal.corrects and not asks and not only_keeps(text):
        if pending and pending["name"] not in SWAPS and (clear := _of_goods_named(reading, pending)):
            return {**withdrawing(state), **agenda_with(state, clear), "acts": all_held(reading.acts)}
        reply.found["leans"] = "corrects"
        # "No, don't return the jacket, just the gloves": the action reads what is meant alone.
        turn: TurnInput = {**state["turn"], "text": beside or content or text, "whole": text}
        return {**withdrawing(state), **no, "turn": turn, "entities": dict(reply.found)}
    if pending and tells_of_a_death(text) and any(is_of(act, pending["name"]) and not act.negated for act in reading.acts):
        return {**agenda_with(state, tasks_of(reading.acts)), "acts": all_held(reading.acts)}  # wanted still, in other words
    if asks_how_to(text) and (asked := [act for act in tasks_of(reading.acts) if act.act == "question"]):
        # "I don't want money, how do I tighten the screws?"
        return {**withdrawing(state), **_put_aside(deps, state), **agenda_with(state, asked), "acts": all_held(reading.acts)}
    rest = beside or (content or "" if pending else reply.refusal.rest)
    if not reply.refusal.is_plain:
        reply.found["leans"] = "perhaps"
        no = {**no, "entities": dict(reply.found)}
    if content:
        reply.found["leans"] = "unread"
        no = {**no, "entities": dict(reply.found)}
    if len(rest.split()) <= _FEWEST_WORDS or not (asks_or_wants(rest) or wish_in(rest)):
        return {**withdrawing(state), **no}
    tasks = [act for act in tasks_of((await deps.reader.read(rest, ReadingContext())).acts) if _wants_something(act)]
    tasks = [_with_goods_of(act, tasks_of(reading.acts)) for act in tasks]
    if not tasks and asks_when_it_comes(rest):
        tasks = [Act(act="wish", intent="track_order", orders=[OrderReference(which="it")], text=rest, end=len(rest))]
    tasks = [act for act in tasks if act.act != "wish" or act.confidence >= _SURELY]
    if not tasks:
        return {**withdrawing(state), **no}
    if all(act.act == "question" for act in tasks):
        aside = _put_aside(deps, state)
        return {**withdrawing(state), **aside, **agenda_with(state, tasks), "acts": all_held(reading.acts)}
    return {**withdrawing(state), **of_the_left_order(state, agenda_with(state, tasks)), "acts": all_held(reading.acts)}


def _asks_first_or_last(text: str) -> bool:
    said = sentences(text)
    return bool(said) and ("?" in said[0] or "?" in said[-1])


async def only_asked(deps: Deps, state: ConversationState) -> ConversationState | None:
    """ "Goodness, no! I only want to know which battery it takes": the quote is put aside, and that is answered. None also where an order
    has to be looked at for it."""
    content = content_of_a_no(state["turn"].get("text", "")) if state.get("pending") else None
    question = question_of_a_no(content) if content else None
    if question is None or asks_when_it_comes(question) or wants_goods(state["turn"].get("text", "")):
        return None
    tasks = tasks_of((await read_acts(deps, question, ReadingContext())).acts)
    if any(is_a_look(act) and act.act == "wish" and _wants_something(act) for act in tasks):
        return None
    act = Act(act="question", intent="policy_question", confidence=SURE, text=question, end=len(question))
    turn: TurnInput = {**state["turn"], "text": question}
    aside: ConversationState = {**withdrawing(state), **_put_aside(deps, state)}
    return {**aside, **agenda_with(state, [act]), "turn": turn, "acts": all_held([act])}


async def wanted_beside_a_no(deps: Deps, state: ConversationState) -> ConversationState | None:
    """What is wanted beside a no to a quote, where that is surely no part of it: begun, as if it was said alone, of the same order."""
    pending, content = state.get("pending"), content_of_a_no(state["turn"].get("text", ""))
    if pending is None or content is None:
        return None
    reading = await read_acts(deps, content, ReadingContext())
    tasks = [act for act in tasks_of(reading.acts) if _wants_something(act)]
    if not tasks or any(act.act != "wish" or act.confidence < _SURELY or is_of(act, pending["name"]) for act in tasks):
        return None
    found: ConversationState = {**withdrawing(state), **of_the_left_order(state, agenda_with(state, tasks))}
    return {**found, "acts": all_held(reading.acts)}


def _of_goods_named(reading: Reading, pending: Pending) -> list[Act]:
    """What the words want for goods that they name, each for its own: "no, just the bowl refund. The chair is not damaged". The
    quote's reason holds, unless they say what is wrong: that they lean away is none."""
    tasks = [act for act in tasks_of(reading.acts) if _wants_something(act) and act.act != "question"]
    if not all(any(ref.text and not ref.wanted for ref in act.goods) for act in tasks):
        return []
    same = [act for act in tasks if is_of(act, pending["name"]) and not act.problem]
    return [act.model_copy(update={"reason": None}) if act in same else act for act in tasks]


def _with_goods_of(act: Act, read: Sequence[Act]) -> Act:
    """ "I don't want to return the bowl, refund it": what is wanted may be named in the no alone."""
    if act.goods:
        return act
    whole = next((one for one in read if (one.act, one.intent, one.negated) == (act.act, act.intent, False)), act)
    return act.model_copy(update={"goods": whole.goods})


def _put_aside(deps: Deps, state: ConversationState) -> ConversationState:
    """ "Oh wait, does it come in walnut?": what is asked is answered, and a yes brings the quote again."""
    quote = state.get("pending")
    assert quote is not None
    task: Task = {"action": quote["name"], "arguments": quote["arguments"], "asked": None, "times": 0}
    return {"task": task, "reply": replying(state, draft(deps.say("quote-put-aside.meanwhile")))}


def insists_on_it(pending: Pending, text: str) -> bool:
    """ "No!! I said only the bedside table, just 40 dollars off", to a quote of that, or "wrong size" to one that cancels: it is
    asked for again, as it was."""
    if still_wants(text, pending["name"]):
        return True
    if pending["name"] == "cancel_order":
        if takes_the_whole(text):
            return True  # "ok then all of it, I'll order the mug again"
        return "?" not in text and may_be_a_reason(text) and reason_in(text, "cancel_order") in _TOLD_ONCE_MORE
    amount = Money.model_validate(pending["amount"]).amount if pending.get("amount") else None
    quote = pending.get("words") or ""
    is_of_one = len(pending["arguments"].get("line_ids") or []) == 1  # of several, one that is named is all that is meant
    return pending["name"] == "refund_order" and is_of_one and restates(text, quote, amount)


def _wants_something(act: Act) -> bool:
    return not act.negated and act.act in ("wish", "report", "question") and act.confidence >= SURE


def only_leans(state: ConversationState, reply: Reply, reading: Reading) -> bool:
    """A statement that is no wish, no value and no talk, while a quote waits."""
    if any(act.act in ("wish", "report", "question", "urgent") and not act.negated for act in reading.acts):
        return False
    if any(act.act == "value" and (act.orders or act.goods or act.quantity or act.reason) for act in reading.acts):
        return False
    main = reading.acts[0] if reading.acts else None
    guess = IntentGuess(intent=(main.intent if main else None) or OUT_OF_SCOPE, confidence=main.confidence if main else 0.0)
    negated = bool(main and main.act in ("wish", "no"))
    return negated or leans_away(state["turn"].get("text", ""), guess, reply.found)
