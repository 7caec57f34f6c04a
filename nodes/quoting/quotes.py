"""The quote that waits, in words and buttons: how it is asked for, how it is mentioned, and what is said when it is gone."""

from collections.abc import Mapping
from typing import Any  # a quote's JSON

from domain.conversation import Button, Outcome
from domain.messages.messages import Say
from domain.money import Money
from nodes.drafts import NOT_THAT, button, draft, replying
from nodes.state import ConversationState, OpenQuestion, Pending


def quote_buttons(say: Say, pending: Pending) -> list[Button]:
    """One names what is done, the other what stays. Both carry the quote's id, so that a button pressed late can never mean
    another quote."""
    return [
        button(yes_label(say, pending), "confirm", pending["id"]),
        button(no_label(say, pending), "cancel", pending["id"]),
    ]


def yes_label(say: Say, quote: Mapping[str, Any]) -> str:
    amount = Money.model_validate(quote["amount"]) if quote.get("amount") else ""
    return say("yes-to-quote", action=str(quote["name"]), amount=amount)


def no_label(say: Say, quote: Mapping[str, Any]) -> str:
    return say("no-to-quote", action=str(quote["name"]))


def ask_again(say: Say, state: ConversationState, before: str) -> ConversationState:
    """Ask for the yes once more, where the words may have meant one."""
    pending = _waiting(state)
    quote, after = say("quote", words=pending["words"]), pending.get("after", "")
    text = " ".join(part for part in (before, quote, after, say("quote.question")) if part)
    return {
        "outcome": "asked_for_confirmation",
        "asking": {"kind": "quote", "quote_id": pending["id"]},
        "reply": replying(state, draft(text, buttons=quote_buttons(say, pending))),
    }


def ask_with(say: Say, state: ConversationState, facts: str) -> ConversationState:
    """Ask for the yes with what was asked beside it. A quote that this very turn has put is not put twice: the facts go before it."""
    pending = _waiting(state)
    quote, reply = say("quote", words=pending["words"]), state.get("reply", [])
    at = next((i for i, said in enumerate(reply) if quote in said.get("text", "")), None)
    if at is None:
        return ask_again(say, state, facts)
    before = f"{facts} {quote}" if facts else quote
    put = {**reply[at], "text": reply[at].get("text", "").replace(quote, before, 1)}
    asked = ask_again(say, {**state, "reply": []}, "")
    return {**asked, "reply": [*reply[:at], *reply[at + 1 :], put]}  # type: ignore[list-item]


def asked_for_as_it_was(say: Say, state: ConversationState, quote: Pending) -> ConversationState:
    """What was said beside the quote leaves it as it is: "just one, yes" to a quote for one. It waits on, and is asked for."""
    waiting: ConversationState = {**state, "pending": quote}
    return {"task": None, "pending": quote, "withdrawn": None, **ask_again(say, waiting, say("plain-yes-needed"))}


def mentioned(say: Say, pending: Pending) -> str:
    """That the quote waits on, which asks nothing."""
    return " ".join(part for part in (say("quote-still-waits", words=pending["words"]), pending.get("after", "")) if part)


def still_waiting(say: Say, state: ConversationState, text: str, outcome: Outcome) -> ConversationState:
    """Answer something else and mention the quote without asking: a bare yes then brings it back first."""
    pending = _waiting(state)
    text = f"{text} {mentioned(say, pending)}"
    return {"outcome": outcome, "reply": replying(state, draft(text, buttons=quote_buttons(say, pending)))}


def says_it_is_left(say: Say, state: ConversationState) -> bool:
    """Whether this turn has said already that the quote is withdrawn."""
    words = (say("quote-dropped"), say("quote-put-aside"), say("quote-put-aside.meanwhile"))
    return any(said.get("text") in words for said in state.get("reply", []))


def asks_what_then(say: Say, state: ConversationState) -> ConversationState | None:
    """After a no to "do you want … back, or is it about something else?": what it is about; None where that was not asked, or more is
    said than that ("no thanks")."""
    offered, text = (state.get("open_question") or {}).get("offered", []), state["turn"].get("text", "")
    if not any(one["value"] == NOT_THAT for one in offered) or (text != NOT_THAT and len(text.split()) > 1):
        return None
    return {"task": None, "outcome": "answered", "reply": replying(state, draft(say("is-it-meant.what-then")))}


def left_undone(say: Say, state: ConversationState, *, for_certain: bool, has_unread: bool = False) -> ConversationState:
    """The quote is withdrawn. Where the words only leaned away, it can be had again by a yes. ``has_unread``: they want something instead
    that was not understood, which is said."""
    quote = state.get("withdrawn") or state.get("pending")
    update: ConversationState = {"pending": None, "task": None, "outcome": "answered"}
    if quote is None and (asked := asks_what_then(say, state)) is not None:
        return asked
    if quote is None:
        text = say("request-dropped") if state.get("task") else say("nothing-waits.to-drop")
        return {**update, "reply": replying(state, draft(text))}
    if has_unread:
        person: OpenQuestion = {"kind": "person", "dropped": {"name": quote["name"], "arguments": quote["arguments"]}}
        text = say("quote-dropped.unread")
        return {**update, "outcome": "not_understood", "asking": person, "reply": replying(state, draft(text))}
    if for_certain:
        dropped: OpenQuestion = {"kind": "nothing", "dropped": {"name": quote["name"], "arguments": quote["arguments"]}}
        return {**update, "asking": dropped, "reply": replying(state, draft(say("quote-dropped")))}
    return {
        **update,
        "task": {"action": quote["name"], "arguments": quote["arguments"], "asked": None, "times": 0},
        "asking": {"kind": "quote_again"},
        "reply": replying(state, draft(say("quote-put-aside"))),
    }


def _waiting(state: ConversationState) -> Pending:
    pending = state.get("pending")
    if pending is None:
        raise ValueError("no quote waits")
    return pending
