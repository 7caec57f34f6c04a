"""The frame that every action runs in: slots → identity → policy → quote → yes → approval → once through the ledger → result."""

import logging

from domain.actions import ACTION_OF_INTENT
from domain.conversation import Button, JsonObject, ToolStatus
from domain.money import Money
from domain.shop import DeskUnavailable, Receipt, Refused
from nodes.actions import identity as proof
from nodes.actions.checks import check_earlier, check_status, check_window
from nodes.actions.operation import operation_key, operation_of
from nodes.actions.orders import NOT_FOUND, choose_order, find_order, named_in
from nodes.actions.request import Action, NeedsIdentity, NeedsInput, Plan, Request
from nodes.actions.waiting_quote import left_of_the_quote, planned
from nodes.deps import DepsRuntime
from nodes.drafts import button, draft, replying
from nodes.state import ConversationState, Pending, Task

logger = logging.getLogger(__name__)

_CLEAR_WISH = 0.6  # confidence
_ASK_AGAIN_LIMIT = 2  # the same question this often in a row without progress counts as a failure
_SORRY_DESK = (
    "I cannot reach our order system right now, so nothing was changed. Please try again in a moment, or talk to a person."
)


def _call(action: Action, arguments: JsonObject, status: ToolStatus, result: JsonObject | None = None) -> JsonObject:
    return {"name": action.name, "arguments": arguments, "status": status, "result": result}


def _gathered(action: Action, state: ConversationState) -> JsonObject:
    """The arguments known so far: the quote's for a yes, the form's, else what earlier turns gave."""
    if state.get("stage") in ("confirmed", "approved"):
        return dict((state.get("pending") or {}).get("arguments", {}))
    turn, task = state["turn"], state.get("task")
    known = dict(task.get("arguments", {})) if task and task.get("action") == action.name else {}
    if turn["kind"] == "action" and turn["action"] == action.name:
        given = {k: v for k, v in turn.get("arguments", {}).items() if v is not None}
        if known.get("order_id") and given.get("order_id") not in (None, known["order_id"]):
            known = {}
        return {**known, **given}
    asked = task.get("asked") if task else None
    order_id = named_in(state.get("entities", {}), asked)
    if order_id and action.needs_order:
        known = (
            known if known.get("order_id") == order_id else {k: v for k, v in known.items() if k in ("reason", "address")}
        )
        known["order_id"] = order_id
    return known


def _asks(
    action: Action,
    state: ConversationState,
    arguments: JsonObject,
    slot: str,
    text: str,
    status: ToolStatus,
    buttons: list[Button],
) -> ConversationState:
    task = state.get("task") or {}
    again = task.get("action") == action.name and task.get("asked") == slot and not _wishes_anew(action, state)
    times = task.get("times", 0) + 1 if again else 1
    waiting: Task = {"action": action.name, "arguments": arguments, "asked": slot, "times": times}
    stuck = times > _ASK_AGAIN_LIMIT
    return {
        "task": waiting,
        "pending": None,  # a new action replaces the quote: a later yes must not mean what lies behind this question
        "outcome": "not_understood" if stuck else "asked_for_input",
        "tool_calls": [*state.get("tool_calls", []), _call(action, arguments, status)],
        "reply": replying(state, draft(text, buttons=buttons)),
    }


def _wishes_anew(action: Action, state: ConversationState) -> bool:
    """A clear wish for the action, said again, is no failed try to answer our question."""
    wished = ACTION_OF_INTENT.get(state.get("intent") or "") == action.name
    return state["turn"]["kind"] == "action" or (wished and (state.get("confidence") or 0) >= _CLEAR_WISH)


def _refuses(action: Action, request: Request, no: Refused) -> ConversationState:
    state, arguments = request.state, request.arguments
    text = f"I cannot do that: {no.message}" if no.code != "not_found" else no.message
    return {
        "task": left_of_the_quote(action.name, state),
        "pending": None,  # "shall I bring one in?" must not be answered by a yes that moves money
        "handoff": None,
        # "Then I want to return it" is about the order that was refused.
        "shown_order": request.order.id if request.order else state.get("shown_order"),
        "outcome": "action_refused",
        "tool_calls": [
            *state.get("tool_calls", []),
            _call(action, arguments, "refused", {"code": no.code, "message": no.message}),
        ],
        "reply": replying(state, draft(text)),
    }


async def perform(action: Action, state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Take an action as far as it can go in this turn."""
    deps = runtime.context
    arguments = _gathered(action, state)
    rule = deps.policy.rule(action.name, state.get("region"))
    text = state["turn"].get("text", "") if state["turn"]["kind"] == "text" and state.get("stage") == "start" else ""
    request = Request(deps, state, rule, arguments, text)
    try:
        if not rule.enabled:
            raise Refused("wrong_status", "our rules leave this to a person. Shall I bring one in?")
        if state.get("stage") in ("confirmed", "approved"):
            earlier = await deps.ledger.outcome(_key_of(deps.conversation_id, state))
            if earlier is not None:
                return _done(action, state, arguments, (state.get("pending") or {}).get("words", ""), earlier, {})
        await _load(action, request)
        plan = await planned(action, request)
        return await _go_on(action, request, plan)
    except NeedsInput as ask:
        return _asks(action, state, arguments, ask.slot, ask.question, "needs_input", ask.buttons)
    except NeedsIdentity:
        return await _ask_identity(action, request)
    except Refused as no:
        return _refuses(action, request, no)
    except DeskUnavailable:
        if state.get("stage") in ("confirmed", "approved"):
            return _in_doubt(action, state, arguments)
        logger.warning("the back office did not answer", extra={"action": action.name})
        return {
            "outcome": "error",
            "tool_calls": [*state.get("tool_calls", []), _call(action, arguments, "failed")],
            "reply": replying(state, draft(_SORRY_DESK)),
        }


def _key_of(conversation_id: str, state: ConversationState) -> str:
    pending = state.get("pending") or {}
    return operation_key(conversation_id, pending.get("name", ""), pending.get("arguments", {}), pending.get("quoted_in", 0))


async def _load(action: Action, request: Request) -> None:
    """Prove identity, then fetch the order and its owner; a guest learns nothing before."""
    deps, state, rule, arguments = request.deps, request.state, request.rule, request.arguments
    identity = state.get("identity", {})
    if not proof.is_enough(identity, rule.identity, arguments.get("order_id")) and not _proves_by_order(request):
        raise NeedsIdentity
    if action.needs_order:
        named = arguments.get("order_id")
        request.order = (
            await find_order(deps, state, str(named)) if named else await choose_order(deps, state, rule, request.text)
        )
        arguments["order_id"] = request.order.id
        if not proof.is_enough(identity, rule.identity, request.order.id):
            raise NeedsIdentity
        check_status(rule, request.order)
        check_window(request, request.order)
    if identity.get("level", "guest") in ("code", "signed_in"):
        owner = request.order.customer_id if request.order else identity.get("customer_id")
        request.customer = await deps.desk.customer(owner) if owner else None
        if request.customer is None:
            raise Refused("not_found", NOT_FOUND if action.needs_order else "I cannot find your account.")


def _proves_by_order(request: Request) -> bool:
    """An order-level rule may be met by the order that `choose_order` will find among those proven."""
    return request.rule.identity == "order" and bool(request.state.get("identity", {}).get("orders"))


async def _ask_identity(action: Action, request: Request) -> ConversationState:
    deps, state, rule = request.deps, request.state, request.rule
    identity = state.get("identity", {})
    update: ConversationState = {}
    proven = identity.get("orders", [])
    if rule.identity == "code" and proven and not identity.get("code_digest"):
        order = await deps.desk.order(proven[-1])
        owner = await deps.desk.customer(order.customer_id) if order else None
        if owner:
            identity = await proof.send_code(deps, state, owner)
            update["identity"] = identity
    slot, words = proof.question(rule.identity, identity)
    return {**update, **_asks(action, state, request.arguments, slot, words, "needs_identity", [])}


async def _go_on(action: Action, request: Request, plan: Plan) -> ConversationState:
    """From a plan to its quote, its approval or its execution."""
    state, rule, arguments, stage = request.state, request.rule, request.arguments, request.state.get("stage")
    if plan.kind is None:
        shown = request.order.id if request.order else state.get("shown_order")
        return {
            "task": None,
            "shown_order": shown,
            "outcome": "answered" if action.name != "verify" else "action_done",
            "tool_calls": [*state.get("tool_calls", []), _call(action, arguments, "succeeded", plan.result)],
            "reply": replying(state, draft(plan.answer or plan.words)),
        }
    if request.order:
        await check_earlier(request, action.name, request.order, plan.line_ids)
    if plan.amount and rule.highest is not None and plan.amount.amount > rule.highest:
        raise Refused("over_limit", f"Our rule allows this up to {rule.highest} {plan.amount.currency}.")
    if stage == "start" and rule.confirm:
        return _quote(action, request, plan)
    pending = state.get("pending") or {}
    if stage != "start" and (pending.get("words") != plan.words):
        return _quote(action, request, plan, "Something changed since I asked. ")
    if plan.amount and rule.approve_above is not None and plan.amount.amount > rule.approve_above and stage != "approved":
        return _ask_approval(action, request, plan)
    if stage == "start":
        key = operation_key(request.deps.conversation_id, action.name, arguments, state["turn"]["seq"])
    else:
        key = _key_of(request.deps.conversation_id, state)
    receipt = await request.deps.ledger.execute(key, action.name, await operation_of(request, plan), plan.line_ids)
    return _done(action, state, arguments, plan.words, receipt, plan.result, plan.afterwards)


def _quote(action: Action, request: Request, plan: Plan, before: str = "") -> ConversationState:
    state, deps = request.state, request.deps
    pending: Pending = {
        "name": action.name,
        "arguments": request.arguments,
        "amount": _money(plan.amount),
        "method_id": plan.method_id,
        "expires_at": (deps.clock() + deps.policy.quote_lives).isoformat(),
        "quoted_in": state["turn"]["seq"],
        "words": plan.words,
    }
    text = f"{before}I will {plan.words}. {plan.afterwards} Shall I go ahead?".replace("  ", " ")
    buttons = [button(plan.yes_label, "confirm", "confirm"), button("No, cancel", "cancel", "cancel")]
    return {
        "task": None,
        "pending": pending,
        "handoff": None,
        "shown_order": request.order.id if request.order else state.get("shown_order"),
        "outcome": "asked_for_confirmation",
        "tool_calls": [
            *state.get("tool_calls", []),
            _call(action, request.arguments, "needs_confirmation", {"amount": _money(plan.amount), **plan.result}),
        ],
        "reply": replying(state, draft(text, buttons=buttons)),
    }


def _ask_approval(action: Action, request: Request, plan: Plan) -> ConversationState:
    limit = (
        f"{action.name}.approve_above: {request.rule.approve_above} {plan.amount.currency if plan.amount else ''}".strip()
    )
    return {
        "task": None,
        "handoff": {"reason": "approval_needed", "detail": {"rule": limit}},
        "outcome": "handed_off",
        "tool_calls": [
            *request.state.get("tool_calls", []),
            _call(action, request.arguments, "needs_approval", {"amount": _money(plan.amount)}),
        ],
    }


def _done(
    action: Action,
    state: ConversationState,
    arguments: JsonObject,
    words: str,
    receipt: Receipt,
    more: JsonObject,
    afterwards: str = "",
) -> ConversationState:
    result = {**more, "reference": receipt.reference, "executed_at": receipt.executed_at.isoformat()}
    text = f"Done: {words}. {afterwards} Your reference is {receipt.reference}.".replace("  ", " ")
    return {
        "task": None,
        "pending": None,
        "handoff": None,
        "shown_order": arguments.get("order_id") or state.get("shown_order"),
        "outcome": "action_done",
        "tool_calls": [*state.get("tool_calls", []), _call(action, arguments, "succeeded", result)],
        "reply": replying(state, draft(text)),
    }


def _in_doubt(action: Action, state: ConversationState, arguments: JsonObject) -> ConversationState:
    """Whether it happened is unknown: a person looks, nothing is tried again."""
    return {
        "task": None,
        "handoff": {"reason": "tool_failure"},
        "outcome": "handed_off",
        "tool_calls": [*state.get("tool_calls", []), _call(action, arguments, "failed", {"code": "unknown"})],
    }


def _money(amount: Money | None) -> JsonObject | None:
    return amount.model_dump(mode="json") if amount else None
