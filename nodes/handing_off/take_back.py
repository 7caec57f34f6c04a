"""A person is done with the conversation: it goes back to the assistant, or ends."""

from domain.messages.messages import Say
from nodes.deps import DepsRuntime
from nodes.drafts import draft, replying
from nodes.quoting.quotes import ask_again
from nodes.state import ConversationState, Task


def _after_no_alarm(say: Say, state: ConversationState) -> ConversationState:
    """What was being done goes on where the alarm, which was none, broke in."""
    update: ConversationState = {"handoff": None, "failures": 0, "outcome": "answered"}
    if state.get("pending"):
        return {**update, **ask_again(say, state, say("no-alarm"))}
    task = state.get("task") or {}
    text = f"{say('no-alarm')} {say('no-alarm.go-on' if task.get('asked') else 'no-alarm.say-again')}"
    return {**update, "reply": replying(state, draft(text))}


async def take_back(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Say who answers now. A rejected approval says why, and drops the quote."""
    say, pending = runtime.context.say, state.get("pending")
    decision, note = state["turn"].get("decision"), state["turn"].get("note")
    # What still waited was the person's to answer as well: they had the whole conversation.
    update: ConversationState = {"handoff": None, "task": None, "agenda": [], "failures": 0, "outcome": "answered"}
    if decision == "close":
        text = say("conversation-closed.undone", words=pending["words"]) if pending else say("conversation-closed")
        return {**update, "pending": None, "close": True, "reply": replying(state, draft(text, role="system"))}
    if decision == "withdraw" and (state.get("handoff") or {}).get("reason") == "safety":
        return _after_no_alarm(say, {**state, "handoff": None})
    if decision == "withdraw":
        text = say("approval-withdrawn", words=pending["words"]) if pending else say("person-withdrawn")
        return {**update, "pending": None, "reply": replying(state, draft(text))}
    if decision == "reject":
        refused = say("approval-refused", words=pending["words"]) if pending else say("request-refused")
        text = " ".join(part for part in (refused, note, say("approval-refused.afterwards")) if part)
        return {**update, "pending": None, "outcome": "action_refused", "reply": replying(state, draft(text))}
    if pending:  # nobody said yes or no to it: a yes has it quoted again, by what then holds
        task: Task = {"action": pending["name"], "arguments": pending["arguments"], "asked": None, "times": 0}
        text = say("back-with-assistant.with-quote", words=pending["words"])
        again: ConversationState = {"task": task, "asking": {"kind": "quote_again"}, "reply": replying(state, draft(text))}
        return {**update, **again, "pending": None}
    return {**update, "pending": None, "reply": replying(state, draft(say("back-with-assistant")))}
