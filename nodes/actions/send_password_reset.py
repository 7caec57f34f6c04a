"""Send a reset link. A guest reads the same words whether the account exists or not; no password is ever handled."""

from nodes.actions.frame import perform
from nodes.actions.operation import operation_key
from nodes.actions.request import NeedsInput, Plan, Request
from nodes.deps import DepsRuntime
from nodes.state import ConversationState

_SAID = "If there is an account for that e-mail address, a link to set a new password is on its way. Please look into the spam folder too."


class SendPasswordReset:
    name = "send_password_reset"
    needs_order = False

    async def plan(self, request: Request) -> Plan:
        identity = request.state.get("identity", {})
        if identity.get("level", "guest") in ("code", "signed_in") and not request.arguments.get("email"):
            return Plan("send_password_reset", "send a link for a new password to the e-mail address on file")
        tokens = request.state.get("entities", {}).get("emails") or []
        token = request.arguments.get("email") or (tokens[0] if tokens else None)
        email = await request.deps.reveal(token) if token else None
        if email is None:
            raise NeedsInput("email", "What is the e-mail address of your account? Please never write a password here.")
        request.arguments["email"] = token
        customer = await request.deps.desk.customer_by_email(email)
        if customer is not None:
            await self._send(request, customer.id)
        return Plan(None, "", answer=_SAID, result={"sent": "if_account_exists"})

    async def _send(self, request: Request, customer_id: str) -> None:
        """Through the ledger, out of the customer's sight: its receipt must not show that the account exists."""
        from domain.shop import Operation

        turn = request.state["turn"]
        key = operation_key(request.deps.conversation_id, self.name, request.arguments, turn["seq"])
        operation = Operation(
            kind="send_password_reset",
            customer_id=customer_id,
            conversation_id=request.deps.conversation_id,
            turn_id=turn["id"],
        )
        await request.deps.ledger.execute(key, self.name, operation, [])


async def send_password_reset(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(SendPasswordReset(), state, runtime)
