"""Where the region's rule is opt-in, nothing that the customer writes is read by a model before their yes."""

from domain.conversation import Button
from domain.messages.messages import Say
from domain.phrases import read_confirmation
from nodes.button_words import AGREES, DISAGREES
from nodes.deps import DepsRuntime
from nodes.drafts import button, draft, replying
from nodes.state import ConversationState


def consent_buttons(say: Say) -> list[Button]:
    """Yes and no. A front end without them sends the words of the button as text."""
    return [button(say("consent-question.yes"), value=AGREES), button(say("consent-question.no"), value=DISAGREES)]


async def ask_consent(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Ask, or take the answer in words; the buttons of a front end answer by PUT …/consent.

    Once it was refused, the question is whether a person shall help: a yes to that is no consent."""
    say, said = runtime.context.say, state["turn"].get("text", "").strip()
    asked = (state.get("open_question") or {}).get("kind") == "consent"
    answer = read_confirmation(said) if asked else None
    if said == AGREES or answer == "yes":
        thanks = draft(say("consent-given"))
        return {"consent": True, "outcome": "answered", "reply": replying(state, thanks)}
    refuses = said == DISAGREES or answer == "no"
    if refuses or state.get("consent") is False:
        again = button(say("consent-refused.agree-after-all"), value=AGREES)
        update: ConversationState = {
            "outcome": "asked_for_consent",
            "asking": {"kind": "person"},
            "reply": replying(state, draft(say("consent-refused"), buttons=[again])),
        }
        return {**update, "consent": False} if refuses else update
    text = say("consent-question.again", privacy=runtime.context.policy.privacy_url)
    return {
        "outcome": "asked_for_consent",
        "asking": {"kind": "consent"},
        "reply": replying(state, draft(text, buttons=consent_buttons(say))),
    }
