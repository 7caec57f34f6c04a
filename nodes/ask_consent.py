"""Where the region's rule is opt-in, nothing that the customer writes is read by a model before their yes."""

from domain.phrases import read_confirmation
from nodes.deps import DepsRuntime
from nodes.drafts import button, draft, replying
from nodes.state import ConversationState

YES, NO = "Yes, I agree", "No, I do not agree"


async def ask_consent(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Ask, or take the answer in words; the buttons of a front end answer by PUT …/consent."""
    said = state["turn"].get("text", "").strip()
    answer = read_confirmation(said) if state.get("consent_asked") else None
    if said == YES or answer == "yes":
        thanks = draft("Thank you. How can I help you?")
        return {"consent": True, "consent_asked": False, "outcome": "answered", "reply": replying(state, thanks)}
    refused = said == NO or answer == "no" or state.get("consent") is False
    text = (
        "That is fine: I will not read your messages. You can still use the buttons and forms, or talk to a person. "
        "If you change your mind, tell me below."
        if refused
        else "May I read your messages automatically to answer you? Personal data is masked first "
        f"({runtime.context.policy.privacy_url}). Without your yes, a person can still help you."
    )
    update: ConversationState = {
        "consent_asked": True,
        "outcome": "asked_for_consent",
        "reply": replying(state, draft(text, buttons=[button(YES), button(NO)])),
    }
    if said == NO or answer == "no":
        update["consent"] = False
    return update
