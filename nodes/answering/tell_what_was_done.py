"""`support-v3`: "did you send me a link or not?", "hast du das jetzt storniert?": what was done is told, and not done again; so is that it
was left, or still waits for a yes. What was told of it is told again to who asks ("which day was that again?"), and how a label comes."""

from domain.language.orders.order_facts import asks_the_day_again
from domain.language.orders.order_references import order_numbers
from domain.language.questions.whether_done import asks_for_word_of_it, asks_how_it_comes, asks_whether_done
from domain.language.quotes.quote_questions import asks_of_the_quote
from nodes.deps import DepsRuntime
from nodes.drafts import draft, replying
from nodes.quoting.quotes import ask_again
from nodes.reading.asks_on_after_it import GO_BACK
from nodes.state import ConversationState, Frame

_LOOKED_BACK = 4  # messages
_SEND = frozenset({"send_invoice", "send_password_reset"})


def asks_what_was_done(state: ConversationState) -> bool:
    """Whether it is asked of the quote that waits, of the one that was left, or of what was done last."""
    turn, frame = state["turn"], state.get("frame")
    if turn["kind"] != "text" or not turn.get("may_read", True) or (state.get("task") or {}).get("asked"):
        return False
    text = turn.get("text", "")
    if pending := state.get("pending"):
        return asks_whether_done(text, pending["name"])
    if dropped := (state.get("open_question") or {}).get("dropped"):
        return asks_whether_done(text, dropped["name"])
    if frame is None or not (frame.get("done") or frame.get("email")):
        return False
    others = [number for number in order_numbers(text, bare=False) if number != frame["order_id"]]
    return not others and (asks_whether_done(text, frame["action"]) or _asks_what_was_told(frame, text))


def _asks_what_was_told(frame: Frame, text: str) -> bool:
    asks = asks_the_day_again(text) or asks_for_word_of_it(text) or _asks_for_the_label(frame, text)
    return "done" in frame and asks


def _asks_for_the_label(frame: Frame, text: str) -> bool:
    is_of_it = frame["action"] in GO_BACK and asks_of_the_quote(text, frame["action"]) == "label"
    return is_of_it and asks_how_it_comes(text)


async def tell_what_was_done(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    say, frame = runtime.context.say, state.get("frame")
    if state.get("pending"):
        return ask_again(say, state, say("what-was-done.waits"))
    if (state.get("open_question") or {}).get("dropped") or frame is None:
        text = say("what-was-done.left")
    elif "done" in frame and _asks_for_the_label(frame, state["turn"].get("text", "")):
        text = say("quote-label.done")
    elif "done" in frame and asks_the_day_again(state["turn"].get("text", "")):
        text = say("what-was-done.again", done=frame["done"])
    elif "done" in frame and frame["action"] not in _SEND and asks_for_word_of_it(state["turn"].get("text", "")):
        text = say("what-was-done.mail", done=frame["done"])
    elif done := frame.get("done"):
        text = say("what-was-done", done=done)
        if any(text in said for said in await runtime.context.history(_LOOKED_BACK)):
            text = say("what-was-done.still")
    else:
        text = say("password-link-sent-if-known")
    return {"outcome": "answered", "reply": replying(state, draft(text))}
