"""Codes and password links: asked for in a turn, sent after it.

What is asked for an address takes the same words, writes and time whether or not it is anybody's: nobody is looked up
here. The mail leaves by a job of the turn's own commit (`jobs/send_mail.py`).
"""

from datetime import datetime, timedelta

from domain.mails import Mail, account_limit, email_tries, password_hold
from domain.ports.limits import Limit
from domain.shop import Refused
from nodes.deps import Deps
from nodes.state import AwaitedCode, ConversationState


def plain_address(email: str) -> str:
    """An address as it is counted and looked up."""
    return email.strip().casefold()


async def take_mail(deps: Deps, state: ConversationState, subject: str) -> None:
    """Count a mail before it is asked for. Raises ``Refused`` with ``over_limit``."""
    rule = deps.policy.identity
    limits = [Limit(subject, rule.mails_an_hour)]
    if deps.client:
        limits.append(Limit(f"mails of client:{deps.client}", rule.address_mails_an_hour))
    if await deps.limits.take(state["turn"]["id"], limits):
        raise Refused("over_limit", deps.say("too-many-mails"))


async def take_email_change(deps: Deps, state: ConversationState, customer_id: str) -> None:
    """Count a change of an account's e-mail address before it is asked for. Raises ``Refused`` with ``over_limit``."""
    rule, turn = deps.policy.identity, state["turn"]["id"]
    if await deps.limits.take(turn, [email_tries(customer_id, rule.email_changes_a_day)]):
        raise Refused("over_limit", deps.say("too-many-email-changes"))
    if rule.email_hold:
        await deps.limits.take(turn, [_changes(customer_id, rule.email_hold)])


async def forget_email_change(deps: Deps, state: ConversationState, customer_id: str) -> None:
    """It was refused, so that no password link has to be held back for it; the try still counts."""
    if hold := deps.policy.identity.email_hold:
        await deps.limits.give_back(state["turn"]["id"], [_changes(customer_id, hold)])


def _changes(customer_id: str, hold: timedelta) -> Limit:
    """The tries of a day let them in, so that this one only has to remember."""
    return password_hold(customer_id, hold, most=1000)


async def mail_to_address(deps: Deps, state: ConversationState, kind: str, token: str, email: str) -> Mail:
    """A mail for an address that was claimed. Raises ``Refused``."""
    await take_mail(deps, state, f"mails to:{plain_address(email)}")
    return Mail.model_validate({"kind": kind, "email": token, "until": _code_until(deps, state)})


async def code_to_account(deps: Deps, state: ConversationState, customer_id: str) -> tuple[AwaitedCode, Mail]:
    """A code for an account that was proven before, or one of whose orders was. Raises ``Refused``."""
    await take_mail(deps, state, account_limit(customer_id))
    mail = Mail(kind="send_code", customer_id=customer_id, until=_code_until(deps, state))
    return code_of(deps, state, customer_id=customer_id), mail


def code_of(
    deps: Deps, state: ConversationState, *, email: str | None = None, customer_id: str | None = None
) -> AwaitedCode:
    """What the checkpoint keeps of a turn's code: its keyed digest, and whom it would prove."""
    digest = deps.digest(f"code:{deps.one_time_code(state['turn']['id'])}")
    return {
        "digest": digest,
        "until": _code_until(deps, state).isoformat(),
        "email": email,
        "customer_id": customer_id,
    }


def _code_until(deps: Deps, state: ConversationState) -> datetime:
    return datetime.fromisoformat(state["turn"]["at"]) + timedelta(minutes=deps.policy.identity.code_minutes)
