"""Prove who this is: order number with e-mail or postcode, or the one-time code that was sent to the address on file."""

from datetime import datetime, timedelta
from typing import Literal

from domain.actions import ACTION_OF_INTENT
from domain.conversation import JsonObject
from domain.language.account.account_access import says_no_code_came
from domain.language.text.entities import find_entities, order_number_said
from domain.language.text.statements import has_no_number, has_no_order
from domain.mails import Mail
from domain.shop import DeskUnavailable, Refused
from nodes.actions.pipeline.identity import PROVEN, awaited_code, identity_of, may_be_enough
from nodes.actions.pipeline.mails import code_of, mail_to_address
from nodes.actions.pipeline.proof_values import values_given, without_used
from nodes.actions.pipeline.proofs import Verdict, check_code, check_order
from nodes.deps import Deps, DepsRuntime
from nodes.drafts import draft, replying
from nodes.state import ConversationState, Identity, Task

_Lacking = Literal["code", "order", "number"]
_MOST_OF_A_POSTCODE = 5  # digits
_CLEAR = 0.6  # confidence


def _given(state: ConversationState) -> JsonObject:
    """The form's fields, or what the words hold."""
    if state["turn"]["kind"] != "action":
        return values_given(state)
    given = {k: v for k, v in state["turn"].get("arguments", {}).items() if v}
    said = state.get("identity", {}).get("said", {})
    if given.get("postcode") and not given.get("order_id") and said.get("order_id"):
        given["order_id"] = said["order_id"]
    return given


async def _original(deps: Deps, value: str | None) -> str | None:
    return (await deps.detokenize(value) or "") if value and value.startswith("[") else value


def _task(state: ConversationState, order_id: str | None) -> Task | None:
    """What the proof is for: what was being gathered, else what the words wish."""
    task = state.get("task")
    asked = (task or {}).get("asked") in ("identity", "code")
    wished = ACTION_OF_INTENT.get(state.get("intent") or "") if (state.get("confidence") or 0) >= _CLEAR else None
    if state["turn"]["kind"] == "action" or (task and (asked or not wished or wished == task["action"])):
        return task
    action = wished or ("track_order" if order_id else None)
    arguments = {"order_id": order_id} if order_id else {}
    return (
        {"action": action, "arguments": arguments, "asked": "identity", "times": 1, "words": state["turn"].get("text")}
        if action
        else None
    )


def _answers(
    state: ConversationState,
    given: JsonObject,
    identity: Identity,
    text: str,
    *,
    proven: bool = False,
    refused: str | None = None,
) -> ConversationState:
    shown = {k: v for k, v in given.items() if k != "code"}
    status = "succeeded" if proven else "refused" if refused else "needs_identity"
    result = {"code": refused, "message": text} if refused else None
    task = _task(state, given.get("order_id"))
    return {
        "identity": identity,
        "task": task,
        "outcome": "action_done" if proven else "action_refused" if refused else "asked_for_input",
        "tool_calls": [
            *state.get("tool_calls", []),
            {"name": "verify", "arguments": shown, "status": status, "result": result},
        ],
        "reply": state.get("reply", []) if proven and task else replying(state, draft(text)),
    }


async def verify(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Raise the identity level, or count a failed attempt; too many bring in a person."""
    if state["turn"].get("looks_only"):
        return {"outcome": "relayed_to_human"}  # a look keeps nothing, a proof the least
    deps, given = runtime.context, _given(state)
    if (lacking := proof_lacking(state)) == "number":  # whatever else of a proof is told, without the order it is none
        return _another_way(state, _instead_of(deps, lacking))
    try:
        if given.get("code"):
            return await _by_code(deps, state, given)
        if given.get("order_id") and (given.get("email") or given.get("postcode")):
            return await _by_order(deps, state, given)
        if given.get("email"):
            return await _claims(deps, state, given)
    except Refused as no:
        return _answers(state, given, identity_of(state), no.message, refused=no.code)
    except DeskUnavailable:
        return {"outcome": "error", "reply": replying(state, draft(deps.say("order-system-away.for-a-proof")))}
    if lacking is not None:
        return _another_way(state, _instead_of(deps, lacking))
    identity = identity_of(state)
    identity["said"] = {**identity.get("said", {}), **{k: v for k, v in given.items() if k in ("order_id", "postcode")}}
    if not identity["said"].get("order_id"):
        ask = deps.say("proof-does-not-match") if given else deps.say("proof-needed")
    else:
        ask = deps.say("proof-needs-more.or-code") if awaited_code(state) else deps.say("proof-needs-more")
    return _answers(state, given, identity, ask)


async def _by_code(deps: Deps, state: ConversationState, given: JsonObject) -> ConversationState:
    identity = identity_of(state)
    verdict, customer_id = await check_code(deps, state, awaited_code(state), str(given["code"]))
    before = identity.get("customer_id")
    if verdict is Verdict.RIGHT and before in (None, customer_id):  # a conversation is one account's
        until = datetime.fromisoformat(state["turn"]["at"]) + timedelta(minutes=deps.policy.identity.proof_minutes)
        identity |= {"level": "code", "customer_id": customer_id, "until": until.isoformat(), "code": None, "said": {}}
        update = _answers(state, given, identity, deps.say("code-is-right"), proven=True)
        return {**update, "entities": without_used(state.get("entities", {}), None)}
    return _missed(deps, state, given, verdict, deps.say("code-is-wrong"))


async def _by_order(deps: Deps, state: ConversationState, given: JsonObject) -> ConversationState:
    identity = identity_of(state)
    email, postcode = await _original(deps, given.get("email")), await _original(deps, given.get("postcode"))
    verdict, order = await check_order(deps, state, str(given["order_id"]), email=email, postcode=postcode)
    if order is None:
        return _missed(deps, state, given, verdict, deps.say("proof-does-not-match"))
    identity |= {"orders": list(dict.fromkeys([*identity.get("orders", []), order.id])), "said": {}}
    text = deps.say("order-found", order=order.id)
    update = _answers(state, given, identity, text, proven=True)
    return {**update, "entities": without_used(state.get("entities", {}), order.id)}


async def _claims(deps: Deps, state: ConversationState, given: JsonObject) -> ConversationState:
    """An address alone: a code goes there if it is an account's, which is not looked up here."""
    identity, token = identity_of(state), str(given["email"])
    if identity.get("level") in PROVEN:
        return {**_answers(state, given, identity, deps.say("known-already"), proven=True), "outcome": "answered"}
    if state["turn"]["kind"] == "text":
        # Half of an answer in two messages. Of a form it is not: there it is all that was meant.
        identity["said"] = {**identity.get("said", {}), "email": token}
    mail: Mail = await mail_to_address(deps, state, "send_code", token, await _original(deps, token) or "")
    identity["code"] = code_of(deps, state, email=token)
    return {**_answers(state, given, identity, deps.say("code-sent")), "mails": [mail.model_dump(mode="json")]}


def proof_lacking(state: ConversationState) -> _Lacking | None:
    """Which proof that was asked for the customer tells that they have not: the code did not come, there is no order, or its number
    is not known. Who is offered a person for that, and tells who they are, takes them."""
    task, turn = state.get("task") or {}, state["turn"]
    if turn["kind"] != "text" or not turn.get("may_read", True):
        return None
    if task.get("asked") == "code" and awaited_code(state) and says_no_code_came(turn.get("text", "")):
        return "code"
    if task.get("asked") == "identity" and has_no_order(turn.get("text", "")):
        return "order"
    if task.get("asked") == "identity" and not _names_an_order(state):
        found, text = find_entities(turn.get("text", "")), turn.get("text", "")
        was_offered = (state.get("open_question") or {}).get("kind") == "person"
        says_who = any(found.get(kind) for kind in ("names", "postcodes", "loose_postcodes", "addresses", "numbers"))
        if has_no_number(text) or (was_offered and says_who):
            return "number"
    return None


def _names_an_order(state: ConversationState) -> bool:
    text = state["turn"].get("text", "")
    known, found = (state.get("task") or {}).get("arguments", {}).get("order_id"), find_entities(text)
    digits = any(len(number) > _MOST_OF_A_POSTCODE for number in found.get("numbers", []))
    return bool(known or found.get("order_ids") or order_number_said(text) or digits)


def _instead_of(deps: Deps, lacking: _Lacking) -> str:
    match lacking:
        case "code":
            return deps.say("code-not-here")
        case "number":
            return deps.say("proof-needed.without-number")
        case "order":
            return deps.say("proof-needed.without-order")


def _another_way(state: ConversationState, words: str) -> ConversationState:
    """The way that is left, or a person; who says so again gets the person."""
    task = state.get("task")
    assert task is not None
    if task.get("question", {}).get("text") == words:
        return {"handoff": {"reason": "identity_not_verified"}, "outcome": "handed_off"}
    question = draft(words)
    return {
        "task": {**task, "question": question},
        "asking": {"kind": "person"},
        "outcome": "asked_for_input",
        "reply": replying(state, question),
    }


def _missed(deps: Deps, state: ConversationState, given: JsonObject, verdict: Verdict, text: str) -> ConversationState:
    identity = identity_of(state)
    identity["attempts"] = identity.get("attempts", 0) + 1
    if given.get("order_id"):
        identity["said"] = {"order_id": given["order_id"]}  # what did not fit is not tried again with something else
    if verdict is Verdict.HELD:
        update = _answers(state, given, identity, deps.say("proof-held"), refused="over_limit")
    else:
        update = _answers(state, given, identity, text)
    if identity["attempts"] >= deps.policy.identity.attempts:
        update["handoff"] = {"reason": "identity_not_verified"}
        identity["code"] = None
    return update


def may_go_on(state: ConversationState) -> bool:
    """After a proof, whether the action that wanted it can be taken up again in the same turn."""
    identity = identity_of(state)
    orders = identity.get("orders", [])
    proven = state.get("outcome") == "action_done" and bool(state.get("task"))
    return proven and may_be_enough(identity, "order", orders[-1] if orders else None)
