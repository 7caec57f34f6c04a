"""The frame that every action runs in: slots → identity → policy → quote → yes → approval → once through the ledger → result."""

from domain.actions import LOOK_UPS
from domain.conversation import JsonObject
from domain.language.orders.order_lines import adds_to_the_rest
from domain.shop import DeskUnavailable, Refused
from nodes.actions.pipeline import identity as proof
from nodes.actions.pipeline.evidence import asks_what_is_meant, evidence_of_plan, only_asks, to_the_documents
from nodes.actions.pipeline.limits import permits
from nodes.actions.pipeline.mails import code_to_account, forget_email_change, take_email_change, take_mail
from nodes.actions.pipeline.operation import operation_key, operation_of
from nodes.actions.pipeline.order_lookup import choose_order, find_order, named_in, proven_account
from nodes.actions.pipeline.other_order import other_order_meant
from nodes.actions.pipeline.outcomes import asks, call, did, in_doubt, passes_on, quotes, refuses
from nodes.actions.pipeline.pending_quote import is_same_quote, planned
from nodes.actions.pipeline.policy_checks import check_status, check_window, note_reason
from nodes.actions.pipeline.proof_values import as_wished, words_of_wish
from nodes.actions.pipeline.request import Action, NeedsApproval, NeedsIdentity, NeedsInput, Plan, Request
from nodes.actions.pipeline.warranty import with_warranty
from nodes.deps import DepsRuntime
from nodes.drafts import draft, replying
from nodes.quoting.quotes import says_it_is_left
from nodes.state import ConversationState, Frame, Identity, OpenQuestion, entities_of


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
    order_id = named_in(entities_of(state), asked)
    if order_id and action.needs_order:
        known = (
            known if known.get("order_id") == order_id else {k: v for k, v in known.items() if k in ("reason", "address")}
        )
        known["order_id"] = order_id
    return known


async def perform(action: Action, state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Take an action as far as it can go in this turn."""
    if state["turn"].get("looks_only") and action.name not in LOOK_UPS:
        return {"outcome": "relayed_to_human", "task": None}
    deps, state = runtime.context, as_wished(state)
    if (quote := state.get("withdrawn")) and not says_it_is_left(deps.say, state):
        adds = quote["name"] == action.name and adds_to_the_rest(state["turn"].get("text", ""))
        said = deps.say("quote-corrected.with-more") if adds else deps.say("quote-corrected")
        state = {**state, "reply": replying(state, draft(said))}
    arguments = _gathered(action, state)
    rule = deps.policy.rule(action.name, state.get("region"))
    text = state["turn"].get("text", "") if state["turn"]["kind"] == "text" and state.get("stage") == "start" else ""
    request = Request(deps, state, rule, arguments, text)
    try:
        if not rule.enabled:
            raise Refused("wrong_status", deps.say("refused-left-to-a-person"))
        if state.get("stage") in ("confirmed", "approved"):
            earlier = await deps.ledger.outcome(_key_of(deps.conversation_id, state))
            if earlier is not None:
                quote = state.get("pending") or {}
                done = quote.get("done") or deps.say("done", words=quote.get("words", ""))
                return did(action, request, done, earlier)
        note_reason(request)
        if only_asks(action, request):
            return to_the_documents(request)
        await _load(action, request)
        plan = await planned(action, request)
        return await _go_on(action, request, plan)
    except NeedsInput as ask:
        asked = asks(deps, action, state, arguments, ask.slot, ask.question, "needs_input", ask.buttons)
        return {**asked, "shown_orders": ask.orders} if ask.orders else asked
    except NeedsIdentity:
        if state["turn"].get("looks_only"):
            return {"outcome": "relayed_to_human", "task": None}
        return await _ask_identity(action, request)
    except NeedsApproval as person:
        return passes_on(action, request, person.rule)
    except Refused as no:
        return await with_warranty(request, no, refuses(action, request, no))
    except DeskUnavailable:
        if state.get("stage") in ("confirmed", "approved"):
            return in_doubt(action, state, arguments)
        return {
            "outcome": "error",
            "asking": {"kind": "person"},
            "tool_calls": [*state.get("tool_calls", []), call(action, arguments, "failed")],
            "reply": replying(state, draft(deps.say("order-system-away"))),
        }


# What was said of one order's goods says nothing of another's.
_OF_ONE_ORDER = frozenset(
    {"line_ids", "quantities", "changes", "settled", "options", "sure_line_ids", "one_of_line_ids", "reason"}
)


def _key_of(conversation_id: str, state: ConversationState) -> str:
    pending = state.get("pending") or {}
    return operation_key(conversation_id, pending.get("name", ""), pending.get("arguments", {}), pending.get("quoted_in", 0))


def _person(plan: Plan) -> OpenQuestion:
    wants = plan.for_person or plan.about
    about: OpenQuestion = {"kind": "person", "about": wants} if wants else {"kind": "person"}
    return {**about, "reason": plan.reason} if plan.reason else about


async def _load(action: Action, request: Request) -> None:
    """Prove identity, then fetch the order and its owner; a guest learns nothing before."""
    deps, state, rule, arguments = request.deps, request.state, request.rule, request.arguments
    identity, named = proof.identity_of(state), arguments.get("order_id")
    if not proof.may_be_enough(identity, rule.identity, named) and (named or not _proves_by_order(request)):
        raise NeedsIdentity
    if action.needs_order:
        request.order = (
            await find_order(deps, state, str(named)) if named else await choose_order(deps, state, rule, request.text)
        )
        if (other := await other_order_meant(deps, state, request.order, request.text)) is not None:
            request.order = other
            for of_the_first in _OF_ONE_ORDER & set(arguments):
                arguments.pop(of_the_first)
        arguments["order_id"] = request.order.id
        if not proof.is_enough(identity, rule.identity, request.order):
            if identity.get("level") in proof.PROVEN:
                raise Refused("not_owner", deps.say("refused-other-account"))
            raise NeedsIdentity
        check_status(request, request.order)
        check_window(request, request.order)
        request.own_key = _key_of(deps.conversation_id, state) if state.get("stage") != "start" else None
    is_proven = identity.get("level") in proof.PROVEN
    if is_proven or not action.needs_order:
        owner = await proven_account(deps, identity)
        is_own = request.order is None or request.order.customer_id == owner
        request.customer = await deps.desk.customer(owner) if owner and is_own else None
        if request.customer is None and is_proven and is_own:
            raise Refused("not_found", deps.say("order-not-found") if action.needs_order else deps.say("account-not-found"))


def _proves_by_order(request: Request) -> bool:
    """An order-level rule may be met by the order that `choose_order` will find among those proven."""
    return request.rule.identity == "order" and bool(proof.identity_of(request.state).get("orders"))


async def _ask_identity(action: Action, request: Request) -> ConversationState:
    deps, state, rule = request.deps, request.state, request.rule
    identity, update = proof.identity_of(state), ConversationState()
    account = await proven_account(deps, identity)
    if rule.identity == "code" and account and not proof.awaited_code(state):
        try:
            code, mail = await code_to_account(deps, state, account)
        except Refused as no:
            # The code that came before may still be typed, so what it is for is kept.
            asked = _asks_who(action, request, "code", no.message)
            return {**asked, "outcome": "action_refused"}
        known = Identity(**{**state.get("identity", {}), "code": code})
        update = {"identity": known, "mails": [mail.model_dump(mode="json")]}
    slot, words = proof.question(deps.say, rule.identity, {**state, **update})
    return {**update, **_asks_who(action, request, slot, words)}


def _asks_who(action: Action, request: Request, slot: str, text: str) -> ConversationState:
    asked = asks(request.deps, action, request.state, request.arguments, slot, text, "needs_identity", [])
    return {**asked, "task": {**(asked.get("task") or {}), "words": words_of_wish(action.name, request.state)}}


def _frame_of_answer(action: Action, request: Request, plan: Plan, shown: str | None) -> Frame:
    frame: Frame = {"action": action.name, "order_id": shown}
    if plan.mails and request.arguments.get("email"):
        frame["email"] = str(request.arguments["email"])
    if plan.fact:
        frame["fact"] = plan.fact
    if plan.lines:
        frame |= {"line_ids": plan.lines, "quantities": plan.quantities}
    if (before := request.state.get("frame")) and (before["action"], before["order_id"]) == (action.name, shown):
        frame |= {"done": before["done"]} if "done" in before else {}  # what is told beside it undoes nothing
    return frame


async def _go_on(action: Action, request: Request, plan: Plan) -> ConversationState:
    """From a plan to its quote, its approval or its execution."""
    state, rule, arguments, stage = request.state, request.rule, request.arguments, request.state.get("stage")
    if plan.kind is None:
        shown = request.order.id if request.order else state.get("shown_order")
        return {
            "task": None,
            "shown_order": shown,
            "shown_orders": plan.shown_orders or ([shown] if shown else []),
            "frame": _frame_of_answer(action, request, plan, shown),
            "mails": [mail.model_dump(mode="json") for mail in plan.mails],
            "outcome": "answered" if action.name != "verify" else "action_done",
            "tool_calls": [
                *state.get("tool_calls", []),
                call(action, arguments, "refused" if plan.for_person else "succeeded", plan.result),
            ],
            "reply": replying(state, draft(plan.answer or plan.words, buttons=plan.buttons)),
            **(ConversationState(asking=_person(plan)) if plan.offers_person else {}),
        }
    allowed = permits(action.name, request, plan, is_approved=stage == "approved")
    try:
        if allowed is not None:
            allowed(await request.known())
        person = None
    except NeedsApproval as found:
        person = found
    if stage == "start" and rule.confirm:
        if (evidence := evidence_of_plan(action, request, plan)) != "given":
            return asks_what_is_meant(action, request, plan, evidence)
        return quotes(action, request, plan, is_to_approve=person is not None)
    quote = state.get("pending")
    if stage != "start" and not (quote and is_same_quote(quote, plan, arguments)):
        return quotes(action, request, plan, request.say("quote.changed"), is_to_approve=person is not None)
    if person:
        raise person
    if stage == "start":
        key = operation_key(request.deps.conversation_id, action.name, arguments, state["turn"]["seq"])
    else:
        key = _key_of(request.deps.conversation_id, state)
    if plan.mail_limit:
        await take_mail(request.deps, state, plan.mail_limit)
    operation = await operation_of(request, plan)
    if plan.changes_email:
        await take_email_change(request.deps, state, operation.customer_id)
    try:
        receipt = await request.deps.ledger.execute(key, action.name, operation, plan.quantities, allowed)
    except Refused:
        if plan.changes_email:
            await forget_email_change(request.deps, state, operation.customer_id)
        raise
    return did(action, request, plan.done or request.say("done", words=plan.words), receipt, plan)
