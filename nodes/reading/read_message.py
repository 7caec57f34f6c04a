"""`support-v3`: what the message does. Its acts become the agenda; a yes, a no or a correction is of what was asked last.

One file: what is read before what else is told from top to bottom."""

from domain.actions import ACTION_OF_INTENT
from domain.acts import Act, Reading, ReadingContext
from domain.dialogue import SURE, tasks_of
from domain.intents import SMALL_TALK_INTENTS
from domain.language.account.account_access import has_lost_the_mailbox
from domain.language.acts.acts_in_context import acts_in_context
from domain.language.acts.wishes import is_question, wish_in
from domain.language.goods.wanted_without import asks_for_goods_without
from domain.language.languages.dialects import in_standard_german
from domain.language.orders.order_references import points_at_one
from domain.language.people.asks_for_person import without_a_refused_person
from domain.language.people.unhelped import says_unhelped
from domain.language.quotes.choices import asks_for_a_choice, speaks_of_a_difference, tells_the_order
from domain.language.quotes.phrases import asks_for_person, read_confirmation
from domain.language.quotes.refusal import refuses
from domain.language.quotes.stance import beside_its_yes, without_what_is_dropped
from domain.language.reports.problems import problem_in
from domain.language.reports.wants_goods import wants_goods
from domain.language.text.entities import find_entities
from domain.language.text.introductions import without_introduction
from domain.language.text.self_corrected import self_corrected
from nodes.actions.pipeline.identity import PROVEN, identity_of
from nodes.actions.verify import proof_lacking
from nodes.agenda import (
    MOST_WAITING,
    agenda_with,
    all_held,
    as_one_value,
    held,
    may_tell_why,
    reading_context,
    without_the_dropped,
)
from nodes.answering.answer_quote import asked_and_said, aspects_asked
from nodes.answering.decline_discount import wants_a_discount
from nodes.answering.decline_extra import wants_an_extra
from nodes.answering.tell_what_was_done import asks_what_was_done
from nodes.deps import Deps, DepsRuntime
from nodes.drafts import NOT_THAT, SEND_AGAIN
from nodes.handing_off.raise_alarm import alarm_by_rule, alarm_in
from nodes.reading.after_a_look import of_the_told_refund, remark_in
from nodes.reading.after_a_no import (
    after_a_reproach,
    asked_before,
    question_meant,
    takes_up_the_dropped,
    without_asked_noes,
    without_doubles,
)
from nodes.reading.asked_beside_a_report import asked_beside_a_report
from nodes.reading.asked_of_the_order import asked_of_the_order
from nodes.reading.asks_on_after_it import asks_on_after_it
from nodes.reading.beside_a_swap import asks_what_there_is, instead_of_a_swap, is_of, other_variant, swap_instead
from nodes.reading.given_up import gives_up, of_the_left_order, still_waiting, wanted_instead, without_the_denied
from nodes.reading.goods_wanted import as_chosen, goods_wanted, without_declined_money
from nodes.reading.of_another_order import of_another_order
from nodes.reading.person_and_more import person_and_more
from nodes.reading.quoted_values import of_the_quoted_value, part_of_address
from nodes.reading.read_acts import read_acts
from nodes.reading.read_reply import UNCLEAR_YES, Reply, read_reply, says_yes_first, withdrawing
from nodes.reading.told_for_an_article import misses_the_mail, told_for_an_article
from nodes.reading.typed_buttons import as_pressed, chosen
from nodes.reading.understand import asks_on, for_the_place, understand
from nodes.reading.what_waits import (
    another_amount,
    asked_beside,
    correction_in,
    corrects,
    fewer_than_quoted,
    insists_on_it,
    only_asked,
    only_leans,
    takes_back,
    turned_round,
    wanted_beside_a_no,
    with_what_stands_beside,
)
from nodes.reading.wishes_put_right import as_whole_order, invoice_elsewhere, one_link, with_missed_invoice
from nodes.reading.yes_and_more import More, as_asked, asked_beside_it, looks_and_asks, more_than_yes, without_lost_yes
from nodes.state import ConversationState, Pending, Task, was_asked
from nodes.talking.tell_languages import without_guesses

# Slots of which whole sentences are the answer: what they say beside it belongs to what is being done.
_IN_SENTENCES = frozenset({"changes", "line_ids", "quantities", "payment_method_id"})
_NEVER_A_VALUE = frozenset({"cancel_order", "delete_account", "track_order", "list_orders"})
_ELSEWHERE = frozenset(
    {"return_items", "exchange_items", "change_order_items", "change_shipping_address", "update_account", "send_invoice"}
)
_BY_RULE = 0.9  # confidence
_MOST_HEARD = 400  # letters of a text that the reader hears to its end


async def read_message(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Set this turn's acts, and what they add to the agenda. Forms, and words that rules alone may read, as in earlier versions."""
    turn = state["turn"]
    if turn["kind"] == "handoff" and (alarm := alarm_by_rule(turn.get("text", ""))) is not None:
        return alarm
    if turn["kind"] != "text":
        return await understand(state, runtime=runtime)
    typed = turn.get("text", "")
    choice, meant = chosen(state, typed), typed
    left: ConversationState = {}
    alone = without_a_refused_person(typed)
    if alone == "" and state.get("pending") and (state.get("open_question") or {}).get("kind") != "person":
        act = Act(act="talk", text=typed, end=len(typed))  # it says nothing of the quote, which is asked for again
        return {"intent": "affirm", "confidence": 1.0, "entities": dict(find_entities(typed)), "acts": [held(act)]}
    if alone is not None:
        meant = alone or "no"
    if choice is not None and choice.value == NOT_THAT and choice.rest:
        meant, left = choice.rest, {"task": None}
        state = {**state, "task": None, "open_question": None}
    pressed = as_whole_order(state, as_chosen(state, as_pressed(runtime.context.say, state, meant)))
    said = in_standard_german(question_meant(state, self_corrected(pressed)))
    wanted = said if state.get("pending") or (state.get("task") or {}).get("asked") else without_introduction(said)
    if turn.get("may_read", True) and (instead := wanted_instead(state, wanted)):
        wanted, left = instead, {"task": None, "agenda": still_waiting(state, wanted, instead)}
    if (asked_on := for_the_place(state, wanted)) is not None:
        wanted = asked_on
    if wanted == typed:
        return await _read_words(state, runtime)
    turn = {**turn, "text": wanted}  # who writes is known by its tokens: what is wanted is read without
    if choice is not None and choice.rest and choice.value == SEND_AGAIN:
        turn["whole"] = typed  # whoever sends it reads the rest
    read = await _read_words({**state, **left, "turn": turn}, runtime)
    if (
        choice is not None
        and choice.value not in (NOT_THAT, SEND_AGAIN)
        and is_question(choice.rest, asks="?" in choice.rest)
    ):
        beside = Act(act="question", intent="policy_question", confidence=SURE, text=choice.rest, end=len(choice.rest))
        read["agenda"] = [*read.get("agenda", []), held(beside)][:MOST_WAITING]
    return {**left, "turn": turn, **(of_the_left_order(state, read) if left else read)}


async def _read_words(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    deps, turn = runtime.context, state["turn"]
    text = turn.get("text", "")
    if (first := await _before_all(deps, state, text)) is not None:
        return first
    if (look := await of_another_order(deps, state, text) or await asked_of_the_order(deps, state, text)) is not None:
        return look
    if (looks := await _looks_beside_the_quote(runtime.context, state)) is not None:
        return looks
    if (asked := await asks_on_after_it(deps, state, text) or await asked_before(deps, state, text)) is not None:
        return asked
    reply = with_what_stands_beside(state, read_reply(state))
    if not reply.found.get("bare") and (both := await person_and_more(deps, state)) is not None:
        return both
    by_rule = (
        takes_up_the_dropped(state)
        or fewer_than_quoted(state, text)
        or turned_round(state)
        or _corrects_by_rule(state, reply)
        or instead_of_a_swap(state)
        or part_of_address(state, text)
        or another_amount(state)
        or of_the_told_refund(state)
        or misses_the_mail(state)
        or await told_for_an_article(deps, state)
    )
    if by_rule is not None:
        return by_rule
    if (noted := await of_the_quoted_value(deps, state, reply.found)) is not None:
        return noted
    agrees = reply.found.get("bare") == "yes" or (reply.guess is not None and reply.guess.intent == "affirm")
    if not agrees and (remark := remark_in(state, text)) is not None:
        return _by_rule(state, Reply(reply.found, remark, None))
    if gives_up(state, text):
        reply.found["bare"] = "no"
        return _by_rule(state, Reply(reply.found, None, None))
    if _is_wish(state, reply):
        reply.found.pop("bare", None)
    elif reply.found.get("bare") or (reply.guess is not None and not reply.refusal and not _goes_on(state, reply)):
        return _by_rule(state, reply)
    if not turn.get("may_read", True):
        return {"intent": None, "confidence": None, "entities": dict(reply.found)}
    pending = state.get("pending")
    if pending and reply.refusal and insists_on_it(pending, text):
        act = Act(act="talk", text=text, end=len(text))
        return {"intent": "affirm", "confidence": 1.0, "entities": dict(reply.found), "acts": [held(act)]}
    if pending and not reply.refusal and (says_yes_first(text) or reply.goes_on) and not wants_goods(text):
        return await _yes_and_more(deps, state, pending, reply)
    return await _read_acts(state, deps, reply)


async def _read_acts(state: ConversationState, deps: Deps, reply: Reply) -> ConversationState:
    text, pending = state["turn"].get("text", ""), state.get("pending")
    if not pending and says_unhelped(text) and problem_in(text) != "not_received":
        return await after_a_reproach(deps, state, text)
    if (both := await asked_beside_a_report(deps, state)) is not None:
        return both
    if asks_on(text, state):
        question = Act(act="question", intent="policy_question", confidence=0.9, text=text, end=len(text))
        return {**agenda_with(state, [question]), "acts": [held(question)]}
    said = without_what_is_dropped(text, pending["words"]) if pending and pending.get("words") else text
    state = without_the_dropped(state, text, said)
    reading = without_asked_noes(without_guesses(await read_acts(deps, said, reading_context(state)), said), said)
    reading = without_declined_money(reading, said)
    if (alarm := alarm_in(reading)) is not None:
        return alarm
    has_a_no = reply.refusal is not None or (pending is not None and correction_in(reading) is not None)
    if has_a_no and (asked := await only_asked(deps, state)) is not None:
        return asked
    beside = asked_beside(reading, pending) if pending else with_missed_invoice(one_link(reading, text), text)
    reading = without_doubles(beside)
    if (sent := swap_instead(state, reading, text) or goods_wanted(state, reading, text)) is not None:
        return sent
    if (answer := _answers_slot(state, reading)) is not None:
        return {**agenda_with(state, [answer]), "acts": all_held(reading.acts)}
    if has_a_no and (wanted := await wanted_beside_a_no(deps, state)) is not None:
        return wanted
    if pending and (corrected := correction_in(reading) or other_variant(pending, reading, text)):
        return corrects(state, pending, corrected, reading)
    if reply.refusal:
        return await takes_back(deps, state, reply, reading)
    if [act.act for act in reading.acts] == ["yes"] and (agreed := _sounds_like_a_yes(state, reply)) is not None:
        return agreed
    if pending and only_leans(state, reply, reading):
        reply.found["leans"] = "perhaps"
        no: ConversationState = {"intent": "deny", "confidence": reading.confidence, "entities": dict(reply.found)}
        return {**withdrawing(state), **no, "acts": all_held(reading.acts)}
    return {
        **without_the_denied(state, reading),
        **agenda_with(state, tasks_of(reading.acts)),
        "acts": all_held(reading.acts),
    }


def _sounds_like_a_yes(state: ConversationState, reply: Reply) -> ConversationState | None:
    """ "So be it": no bare yes, so that a quote is asked for again. Of an offered person it is one."""
    if state.get("pending"):
        return _by_rule(state, Reply(reply.found, UNCLEAR_YES, None))
    if (state.get("open_question") or {}).get("kind") != "person":
        return None
    reply.found["bare"] = "yes"
    return _by_rule(state, reply)


async def _alarm(deps: Deps, state: ConversationState, text: str) -> ConversationState | None:
    """What has the words of danger, unless the embedded reader surely hears something else in it."""
    alarm = alarm_by_rule(text)
    if alarm is None or len(text) > _MOST_HEARD or not state["turn"].get("may_read", True):
        return alarm
    return alarm if alarm_in(await deps.reader.read(text, ReadingContext())) is not None else None


async def _before_all(deps: Deps, state: ConversationState, text: str) -> ConversationState | None:
    """What is urgent, what is asked about the quote that waits, and what no rule gives."""
    if (alarm := await _alarm(deps, state, text)) is not None:
        return alarm
    if has_lost_the_mailbox(text) and identity_of(state).get("level") not in PROVEN:
        # No code and no link can prove who this is: a person has to.
        act = Act(act="wish", intent="human_agent", text=text, end=len(text))
        known: ConversationState = {"intent": act.intent, "confidence": 1.0, "entities": dict(find_entities(text))}
        return {**known, "acts": [held(act)], "handoff": {"reason": "identity_not_verified"}, "task": None}
    if not state.get("pending") and state["turn"].get("may_read", True) and asks_for_goods_without(text):
        act = Act(act="question", intent="product_question", confidence=1.0, text=text, end=len(text))
        return {**agenda_with(state, [act]), "acts": [held(act)]}
    if proof_lacking(state) and not asks_for_person(text):
        value = Act(act="value", intent="provide_information", text=text, end=len(text))
        return {**agenda_with(state, [value]), "acts": [held(value)]}
    if not (aspects_asked(state) or asks_what_was_done(state) or wants_a_discount(state) or wants_an_extra(state)):
        return None
    question = Act(act="question", intent="policy_question", text=text, end=len(text))
    found: ConversationState = {"intent": question.intent, "confidence": 1.0, "entities": dict(find_entities(text))}
    return {**found, "acts": [held(question)], "act": held(question)}


def _goes_on(state: ConversationState, reply: Reply) -> bool:
    return reply.goes_on and state["turn"].get("may_read", True)


async def _looks_beside_the_quote(deps: Deps, state: ConversationState) -> ConversationState | None:
    """What is asked of the quote and of something else that is only looked at leaves the quote as it is."""
    found, turn = asked_and_said(state), state["turn"]
    if not found.aspects or not found.rest or read_confirmation(found.rest) == "no" or refuses(found.rest):
        return None
    reading = await read_acts(deps, found.rest, ReadingContext())
    agenda = looks_and_asks(reading, found.asked)
    if not agenda:
        return None
    waiting = without_lost_yes(state.get("agenda", []), None)
    return {
        "turn": {**turn, "text": found.rest},
        "agenda": [*all_held(agenda), *waiting][:MOST_WAITING],
        "acts": all_held(reading.acts),
    }


async def _yes_and_more(deps: Deps, state: ConversationState, pending: Pending, reply: Reply) -> ConversationState:
    """A yes that says more than yes: asked again, whatever the rest is; what the rest wants is served, none of it instead."""
    turn = state["turn"]
    text = turn.get("text", "")
    said = without_what_is_dropped(text, pending.get("words") or "")
    rest = beside_its_yes(said, pending["name"], pending.get("words") or "")
    if rest and "?" not in rest and refuses(rest, pending["name"]) is not None:
        rest = None  # "that's not a blanket. ok forget it, just do the return": what the yes turned away from
    reading = await read_acts(deps, rest or said, ReadingContext() if rest else reading_context(state))
    if (alarm := alarm_in(reading)) is not None:
        return alarm
    reading = as_asked(asked_beside(reading, pending), rest or "")
    more = more_than_yes(pending, reading) if rest else More(None, [])
    if more.changes:
        changed = corrects(state, pending, more.changes, reading)
        return {**changed, "agenda": [*changed.get("agenda", []), *all_held(more.agenda)]}
    served = more.agenda or (asked_beside_it(reading, rest) if rest else [])
    if served:
        waiting = without_lost_yes(state.get("agenda", []), None)
        agenda = [*all_held(served), *waiting][:MOST_WAITING]
        return {"turn": {**turn, "text": rest or text}, "agenda": agenda, "acts": all_held(reading.acts)}
    return {"intent": "affirm", "confidence": 1.0, "entities": dict(reply.found), "acts": all_held(reading.acts)}


def _corrects_by_rule(state: ConversationState, reply: Reply) -> ConversationState | None:
    """ "Wait, L not S" says no, and what is wanted instead."""
    pending, text = state.get("pending"), state["turn"].get("text", "")
    if not pending or reply.found.get("bare") != "no" or not state["turn"].get("may_read", True):
        return None
    reading = Reading(acts=acts_in_context(text, reading_context(state)) or [])
    corrected = correction_in(reading)
    return corrects(state, pending, corrected, reading) if corrected else None


def _is_wish(state: ConversationState, reply: Reply) -> bool:
    """ "Cancel" says no to what waits; where nothing does, it is a wish."""
    text = state["turn"].get("text", "")
    is_asked = (state.get("task") or {}).get("asked") or was_asked(state)
    is_no = state.get("pending") or (is_asked and len(text.split()) == 1)
    return reply.found.get("bare") == "no" and not is_no and wish_in(text) is not None


def _answers_slot(state: ConversationState, reading: Reading) -> Act | None:
    """The message as one answer to the slot that was asked for, unless it asks something or clearly wants something else."""
    task, text = state.get("task") or {}, state["turn"].get("text", "")
    if (elsewhere := invoice_elsewhere(state, text)) is not None:
        return elsewhere
    asked = task.get("asked")
    if asked == "order_id" and (tells_the_order(text) or points_at_one(text)) and reading.acts:
        return as_one_value(reading, text)
    if asks_what_there_is(state) and reading.acts:
        return as_one_value(reading, text)
    if asked == "reason" and reading.acts and all(may_tell_why(act, text) for act in reading.acts):
        return as_one_value(reading, text)
    if asked not in _IN_SENTENCES or not reading.acts or ("?" in text and not asks_for_a_choice(text)):
        return None
    if all(act.act == "talk" and act.intent in SMALL_TALK_INTENTS for act in reading.acts):
        return None
    # "Black, and not water-resistant" is read as a wish and a denial of the same.
    same = [act for act in reading.acts if is_of(act, task["action"])]
    excepts = len(same) > 1 and not all(act.negated for act in same)
    if any(_leaves_the_slot(act, task) for act in reading.acts if not (excepts and act in same)):
        return None
    return as_one_value(reading, text)


def _leaves_the_slot(act: Act, task: Task) -> bool:
    """Whether an act takes back what is being done, or clearly wants something else."""
    if act.act in ("no", "urgent", "correction") or act.intent == "human_agent" or act.negated:
        return True
    action = ACTION_OF_INTENT.get(act.intent or "")
    if action is None or is_of(act, task["action"]) or act.confidence < SURE:
        return False
    if action in _NEVER_A_VALUE or (action in _ELSEWHERE and act.act == "wish" and act.confidence >= _BY_RULE):
        return True
    return not speaks_of_a_difference(act.text) and any(ref.number or ref.goods for ref in act.orders)


def _by_rule(state: ConversationState, reply: Reply) -> ConversationState:
    """Small talk, a person, a yes or no: the route knows what it is about."""
    guess, bare = reply.guess, reply.found.get("bare")
    intent = guess.intent if guess else "affirm" if bare == "yes" else "deny"
    text = state["turn"].get("text", "")
    kind = {"affirm": "yes", "deny": "no", "human_agent": "wish"}.get(intent, "talk")
    act = Act.model_validate({"act": kind, "intent": intent, "text": text, "end": len(text)})
    return {
        "intent": intent,
        "confidence": guess.confidence if guess else 1.0,
        "entities": dict(reply.found),
        "acts": [held(act)],
        "act": held(act),
    }
