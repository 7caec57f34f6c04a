"""What an action answers with, as an update of the state: a question, a refusal, a quote, an approval, or that it is done."""

from domain.actions import ACTION_OF_INTENT, SWAPS
from domain.conversation import Button, JsonObject, ToolStatus
from domain.ids import new_id
from domain.language.money.invoices import is_to_go_elsewhere
from domain.language.quotes.content_of_a_no import content_of_a_no
from domain.language.quotes.stance import means_no, refuses_plainly
from domain.language.text.polarity import falls_back
from domain.language.text.statements import introduces, is_not_at_hand
from domain.money import Money
from domain.order_numbers import digits_of
from domain.shop import Receipt, Refused
from nodes.actions.pipeline.identity import PROVEN, identity_of
from nodes.actions.pipeline.pending_quote import facts_of, is_same_quote, left_of_the_quote
from nodes.actions.pipeline.receipt_words import told_by
from nodes.actions.pipeline.request import Action, LeftToAPerson, Plan, Request
from nodes.deps import Deps
from nodes.drafts import draft, replying
from nodes.quoting.quotes import asked_for_as_it_was, left_undone, quote_buttons
from nodes.reading.yes_and_more import asks_again_later
from nodes.state import ConversationState, Draft, Frame, OpenQuestion, Pending, Task, entities_of

# What was asked for is such a value itself: it says nothing of who is writing.
_VALUES_OF_THEIR_OWN = frozenset({"address", "email"})
_CLEAR_WISH = 0.6  # confidence
_ASK_AGAIN_LIMIT = 2  # the same question this often in a row without progress counts as a failure
# What a person may see otherwise than our rules do.
_PERSON_MAY = frozenset(
    {"wrong_status", "window_passed", "already_done", "bad_reason", "over_limit", "stale_version", "not_owner"}
)


def call(action: Action, arguments: JsonObject, status: ToolStatus, result: JsonObject | None = None) -> JsonObject:
    return {"name": action.name, "arguments": arguments, "status": status, "result": result}


def asks(
    deps: Deps,
    action: Action,
    state: ConversationState,
    arguments: JsonObject,
    slot: str,
    text: str,
    status: ToolStatus,
    buttons: list[Button],
) -> ConversationState:
    task = state.get("task") or {}
    took_a_part = arguments.get(slot) is not None and arguments.get(slot) != task.get("arguments", {}).get(slot)
    again = (
        task.get("action") == action.name and task.get("asked") == slot and not (_wishes_anew(action, state) or took_a_part)
    )
    times = task.get("times", 0) + 1 if again else 1
    question = draft(text, buttons=buttons)
    if (aside := _beside_the_question(deps, action, state, slot, arguments)) is not None:
        times, text = max(1, times - 1), f"{aside} {text}"
    waiting: Task = {"action": action.name, "arguments": arguments, "asked": slot, "times": times, "question": question}
    began = task.get("act") if task.get("action") == action.name else None
    if (act := began or state.get("act")) is not None:
        waiting["act"] = act
    stuck = times > _ASK_AGAIN_LIMIT
    return {
        "task": waiting,
        # A new action replaces the quote: a later yes must not mean what lies behind this question.
        "pending": state.get("pending") if asks_again_later(state) else None,
        "outcome": "not_understood" if stuck else "asked_for_input",
        "tool_calls": [*state.get("tool_calls", []), call(action, arguments, status)],
        "reply": replying(state, draft(text, buttons=buttons)),
    }


def _beside_the_question(
    deps: Deps, action: Action, state: ConversationState, slot: str, arguments: JsonObject
) -> str | None:
    """The sentence that takes note of what was said beside the question: it is no failed try to answer it."""
    turn, found = state["turn"], entities_of(state)
    if turn["kind"] != "text" or state.get("act") is None:
        return None
    if action.name == "send_invoice" and is_to_go_elsewhere(turn.get("text", "")):
        return deps.say("invoice-only-to-the-account.beside")
    known, told = arguments.get("order_id"), [*found.get("order_ids", []), *found.get("numbers", [])]
    before = ((state.get("task") or {}).get("arguments") or {}).get("order_id")
    if known and known == before and slot != "order_id" and digits_of(known) in map(digits_of, told):
        return deps.say("order-known-already", order=known)
    if found.get("order_ids"):
        return None
    if is_not_at_hand(turn.get("text", "")):
        return deps.say("number-not-needed")
    is_known = identity_of(state).get("level") in PROVEN and slot not in _VALUES_OF_THEIR_OWN
    return deps.say("known-already.go-on") if is_known and introduces(found, turn.get("text", "")) else None


def _wishes_anew(action: Action, state: ConversationState) -> bool:
    """A clear wish for the action, said again, is no failed try to answer our question."""
    wished = ACTION_OF_INTENT.get(state.get("intent") or "") == action.name
    return state["turn"]["kind"] == "action" or (wished and (state.get("confidence") or 0) >= _CLEAR_WISH)


def refuses(action: Action, request: Request, no: Refused) -> ConversationState:
    state, arguments = request.state, request.arguments
    if no.code == "already_done" and _was_done_just_now(action, state, arguments):
        return {"task": None, "outcome": "action_done"}
    message = no.message or request.say("refused", code=no.code)
    offers = no.code in _PERSON_MAY
    text = f"{message} {request.say('refused.person')}" if offers else message
    asking: OpenQuestion = {"kind": "person"}
    buttons: list[Button] = []
    if isinstance(no, LeftToAPerson):
        asking, buttons = {"kind": "person", "about": no.about}, no.buttons
        if reason := arguments.get("reason"):
            asking["reason"] = str(reason)  # "then the whole order" needs no other
    return {
        "task": left_of_the_quote(action.name, state),
        "pending": None,
        "asking": asking if offers else None,
        "handoff": None,
        # "Then I want to return it" is about the order that was refused.
        "shown_order": request.order.id if request.order else state.get("shown_order"),
        "frame": _frame(action, request) if request.order else state.get("frame"),
        "outcome": "action_refused",
        "tool_calls": [
            *state.get("tool_calls", []),
            call(action, arguments, "refused", {"code": no.code, "message": message}),
        ],
        "reply": _once(state, draft(text, buttons=buttons)),
    }


def _was_done_just_now(action: Action, state: ConversationState, arguments: JsonObject) -> bool:
    """Whether this very turn did it: a wish that was said in two ways was on the agenda twice, and is no further one."""
    same = SWAPS if action.name in SWAPS else {action.name}
    done = [c["arguments"] for c in state.get("tool_calls", []) if c["name"] in same and c["status"] == "succeeded"]
    order, lines = arguments.get("order_id"), _lines_of(arguments)
    return any(bool(lines) and of.get("order_id") == order and lines <= _lines_of(of) for of in done)


def _lines_of(arguments: JsonObject) -> set[str]:
    return set(arguments.get("line_ids") or [change["line_id"] for change in arguments.get("changes") or []])


def _once(state: ConversationState, said: Draft) -> list[Draft]:
    """Two wishes of one message that are refused alike are told so once."""
    before = state.get("reply", [])
    return before if before and before[-1].get("text") == said.get("text") else replying(state, said)


def _frame(action: Action, request: Request) -> Frame:
    goods = request.arguments.get("line_ids") or [c["line_id"] for c in request.arguments.get("changes") or []]
    frame: Frame = {"action": action.name, "order_id": request.order.id if request.order else None}
    if goods:
        frame["line_ids"] = list(goods)
    if quantities := request.arguments.get("quantities"):
        frame["quantities"] = dict(quantities)
    if reason := request.arguments.get("reason"):
        frame["reason"] = str(reason)
    return frame


def quotes(
    action: Action, request: Request, plan: Plan, beside: str = "", *, is_to_approve: bool = False
) -> ConversationState:
    state, deps = request.state, request.deps
    withdrawn = state.get("withdrawn")
    if withdrawn and withdrawn["name"] == action.name and is_same_quote(withdrawn, plan, request.arguments):
        said_before: ConversationState = {**state, "reply": state.get("reply", [])[:-1]}
        text = state["turn"].get("whole") or request.text
        if not means_no(text, action.name, plan.words):
            return asked_for_as_it_was(deps.say, said_before, withdrawn)
        # Words that lean away from a quote never bring back the very same one.
        is_plain = refuses_plainly(text, action.name, plan.words)
        has_unread = is_plain and content_of_a_no(text) is not None
        return left_undone(deps.say, said_before, for_certain=is_plain, has_unread=has_unread)
    after = " ".join(part for part in (plan.afterwards, deps.say("quote.to-approve") if is_to_approve else "") if part)
    pending: Pending = {
        "id": new_id(),
        "name": action.name,
        "arguments": request.arguments,
        "amount": money_json(plan.amount),
        "method_id": plan.method_id,
        "expires_at": (deps.clock() + deps.policy.quote_lives).isoformat(),
        "quoted_in": state["turn"]["seq"],
        "words": plan.words,
        "language": deps.say.language,
        "after": after,
        "done": plan.done,
        "facts": facts_of(plan, request.arguments),
    }
    quote, question = deps.say("quote", words=plan.words), deps.say("quote.question")
    text = " ".join(part for part in (quote, after, beside, plan.instead, question) if part)
    return {
        "task": None,
        "pending": pending,
        "handoff": None,
        "shown_order": request.order.id if request.order else state.get("shown_order"),
        "frame": _frame(action, request),
        "outcome": "asked_for_confirmation",
        "asking": {"kind": "quote", "quote_id": pending["id"]},
        "tool_calls": [
            *state.get("tool_calls", []),
            call(action, request.arguments, "needs_confirmation", {"amount": money_json(plan.amount), **plan.result}),
        ],
        "reply": replying(state, draft(text, buttons=quote_buttons(deps.say, pending))),
    }


def passes_on(action: Action, request: Request, rule: str) -> ConversationState:
    """A confirmed quote is passed to a person. Without one there is nothing to approve, so it is a hand-off like any other."""
    pending = request.state.get("pending") or {}
    is_confirmed = bool(pending.get("confirmed_in"))
    return {
        "task": None,
        "handoff": {"reason": "approval_needed" if is_confirmed else "policy", "detail": {"rule": rule}},
        "outcome": "handed_off",
        "tool_calls": [
            *request.state.get("tool_calls", []),
            call(action, request.arguments, "needs_approval", {"amount": pending.get("amount")}),
        ],
    }


def did(action: Action, request: Request, done: str, receipt: Receipt, plan: Plan | None = None) -> ConversationState:
    state, arguments = request.state, request.arguments
    more = plan.result if plan else {}
    result = {**more, "reference": receipt.reference, "executed_at": receipt.executed_at.isoformat()}
    say, afterwards = request.say, plan.afterwards if plan else ""
    told = told_by(say, receipt, request.customer)
    parts = (done, told, afterwards, say("done.reference", reference=receipt.reference))
    text = " ".join(part for part in parts if part)
    return {
        "task": None,
        "pending": None,
        "handoff": None,
        "shown_order": arguments.get("order_id") or state.get("shown_order"),
        "frame": {
            "action": action.name,
            "order_id": arguments.get("order_id"),
            "done": " ".join(filter(None, (done, told))),
        },
        # "If you can't, cancel it": it could be.
        "agenda": [act for act in state.get("agenda", []) if not falls_back(act.get("text", ""))],
        "outcome": "action_done",
        "tool_calls": [*state.get("tool_calls", []), call(action, arguments, "succeeded", result)],
        "reply": replying(state, draft(text)),
    }


def in_doubt(action: Action, state: ConversationState, arguments: JsonObject) -> ConversationState:
    """Whether it happened is unknown: a person looks, nothing is tried again."""
    return {
        "task": None,
        "handoff": {"reason": "tool_failure"},
        "outcome": "handed_off",
        "tool_calls": [*state.get("tool_calls", []), call(action, arguments, "failed", {"code": "unknown"})],
    }


def money_json(amount: Money | None) -> JsonObject | None:
    return amount.model_dump(mode="json") if amount else None
