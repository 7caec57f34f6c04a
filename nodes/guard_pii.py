"""What was hidden in this message. The masking itself happened before the message was stored."""

from nodes.deps import DepsRuntime
from nodes.drafts import draft, replying
from nodes.state import ConversationState

_SAY = {
    "card": "card number",
    "ssn": "social security number",
    "secret": "password or security code",
    "national_id": "identity number",
    "passport": "passport number",
    "driving_licence": "driving licence number",
    "iban": "bank account number",
    "bank_account": "bank account number",
}


async def guard_pii(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Tell the customer when something was hidden that nobody here ever needs."""
    hidden = list(dict.fromkeys(_SAY[k] for k in state["turn"].get("hidden", []) if k in _SAY))
    if not hidden:
        return {}
    text = f"I hid the {' and the '.join(hidden)} in your message: it is not stored, and we never need it in this chat."
    return {"reply": replying(state, draft(text, role="system"))}
