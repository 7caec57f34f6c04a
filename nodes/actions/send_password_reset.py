"""Send a reset link. A guest reads the same words whether the account exists or not; no password is ever handled."""

from domain.language.account.account_access import wants_no_reset
from domain.mails import account_limit, password_hold
from domain.shop import Refused
from nodes.actions.pipeline.identity import PROVEN, identity_of
from nodes.actions.pipeline.mails import mail_to_address
from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.request import NeedsInput, Plan, Request
from nodes.deps import DepsRuntime
from nodes.state import ConversationState


class SendPasswordReset:
    name = "send_password_reset"
    needs_order = False

    async def plan(self, request: Request) -> Plan:
        identity, say = identity_of(request.state), request.say
        if request.text and wants_no_reset(request.state["turn"].get("whole") or request.text):
            return Plan(None, "", answer=say("account-locked"), offers_person=True)
        if identity.get("level") in PROVEN and not request.arguments.get("email"):
            account = str(identity.get("customer_id"))
            hold = request.deps.policy.identity.email_hold
            if hold and await request.deps.limits.full([password_hold(account, hold)]):
                hours = request.deps.policy.identity.email_hold_hours
                raise Refused("over_limit", say("password-link-held", hours=hours))
            limit = account_limit(account)
            words, done = say("send-password-link"), say("send-password-link.done")
            return Plan("send_password_reset", words, done=done, mail_limit=limit)
        tokens = request.state.get("entities", {}).get("emails") or []
        frame = request.state.get("frame")
        before = frame.get("email") if frame and frame["action"] == self.name else None
        token = request.arguments.get("email") or (tokens[0] if tokens else before)
        email = await request.deps.detokenize(str(token)) if token else None
        if token is None or email is None:
            raise NeedsInput("email", say("which-account-address"))
        request.arguments["email"] = token
        mail = await mail_to_address(request.deps, request.state, self.name, token, email)
        return Plan(None, "", answer=say("password-link-sent-if-known"), result={"sent": "if_account_exists"}, mails=[mail])


async def send_password_reset(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(SendPasswordReset(), state, runtime)
