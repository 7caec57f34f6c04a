"""Where the region's rule is opt-in, nothing that the customer writes is read by a model before their yes."""

from domain.conversation import Button
from domain.language.quotes.consent_words import beside_consent, only_agrees, read_consent
from domain.language.text.small_talk import reads_as
from domain.messages.messages import Say
from nodes.deps import DepsRuntime
from nodes.drafts import AGREES, DISAGREES, button, draft, replying
from nodes.reading.typed_buttons import is_label, unsaid
from nodes.state import ConversationState, OpenQuestion, TurnInput

_MOST_UNREAD = 2000  # characters that wait for the yes


def consent_buttons(say: Say) -> list[Button]:
    """Yes and no. A front end without them sends the words of the button as text."""
    return [button(say("consent-question.yes"), value=AGREES), button(say("consent-question.no"), value=DISAGREES)]


async def ask_consent(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Ask, or take the answer in words; the buttons of a front end answer by PUT …/consent.

    What was written meanwhile waits with the question, unread, and is served with the yes. Once it was refused, the question is
    whether a person shall help: a yes to that is no consent."""
    say, said = runtime.context.say, state["turn"].get("text", "").strip()
    question = state.get("open_question") or {}
    answer = _answer(say, said, is_asked=question.get("kind") == "consent")
    if answer == "yes":
        return _given(state, say, question.get("unread"))
    if answer is None and question.get("kind") == "consent" and (rest := beside_consent(said)) is not None:
        return _given(state, say, _with_more(question.get("unread"), rest))
    unread = question.get("unread") if answer == "no" else _with_more(question.get("unread"), said)
    asking: OpenQuestion = {"unread": unread} if unread else {}
    if answer == "no" or state.get("consent") is False:
        again = button(say("consent-refused.agree-after-all"), value=AGREES)
        update: ConversationState = {
            "outcome": "asked_for_consent",
            "asking": {**asking, "kind": "person"},
            "reply": replying(state, draft(say("consent-refused"), buttons=[again])),
        }
        return {**update, "consent": False} if answer == "no" else update
    text = say("consent-question.again", privacy=runtime.context.policy.privacy_url)
    return {
        "outcome": "asked_for_consent",
        "asking": {**asking, "kind": "consent"},
        "reply": replying(state, draft(text, buttons=consent_buttons(say))),
    }


def _answer(say: Say, said: str, *, is_asked: bool) -> str | None:
    """A button's own words are read whenever they are typed, any other yes or no where it was asked for."""
    say = unsaid(say)
    if said == AGREES or is_label(said, say("consent-question.yes"), say("consent-refused.agree-after-all")):
        return "yes"
    if said == DISAGREES or is_label(said, say("consent-question.no")):
        return "no"
    return read_consent(said) if is_asked else None


def _given(state: ConversationState, say: Say, unread: str | None) -> ConversationState:
    if not unread:
        return {"consent": True, "outcome": "answered", "reply": replying(state, draft(say("consent-given")))}
    thanks = draft(say("consent-given.goes-on"))
    turn: TurnInput = {**state["turn"], "text": unread, "may_read": True}
    # What the yes itself was read as is put aside: this turn is now about what had waited.
    afresh: ConversationState = {"intent": None, "confidence": None, "entities": {}, "acts": [], "open_question": None}
    return {**afresh, "consent": True, "turn": turn, "reply": replying(state, thanks)}


def _with_more(unread: str | None, said: str) -> str | None:
    """What waits to be read. A greeting needs no reading, and what is said again waits once."""
    if not said or reads_as(said) or read_consent(said) or only_agrees(said) or (unread and said in unread.splitlines()):
        return unread
    return f"{unread}\n{said}" if unread and len(unread) + len(said) < _MOST_UNREAD else said
