"""An invoice that is to go to another address: told where it can go, and no change of the account, which nobody asked for."""

from domain.acts import Act
from domain.language.money.invoices import is_to_go_elsewhere
from nodes.state import ConversationState

_INVOICE = "send_invoice"


def invoice_elsewhere(state: ConversationState, text: str) -> Act | None:
    """The act of a message that only says where the invoice is to go that is being asked about, or was just sent."""
    doing = (state.get("task") or state.get("frame") or {}).get("action")
    if doing != _INVOICE or state.get("pending") or not is_to_go_elsewhere(text):
        return None
    return Act(act="wish", intent=_INVOICE, text=text, end=len(text))
