"""Checking a proof of identity. Each try is counted before it is compared, over all conversations; a right one is given back.

Whether an order or an account exists changes neither what is done here nor how long it takes: what does not exist is
counted like what does, and looked up in the same number of steps. Where only the account behind an order or an address
has had its tries, nothing says so, since that would tell what belongs together: the answer is that of a wrong proof.
"""

import asyncio
import hmac
import re
from enum import Enum

from domain.lazy_pattern import lazy_pattern
from domain.ports.limits import Limit
from domain.shop import Customer, Order
from nodes.actions.pipeline.mails import plain_address
from nodes.deps import Deps
from nodes.state import AwaitedCode, ConversationState


class Verdict(Enum):
    RIGHT = "right"
    WRONG = "wrong"
    HELD = "held"  # too many wrong ones before


_US_POSTCODE = lazy_pattern(r"(\d{5})(?:\d{4})?")
_COUNTRY = lazy_pattern(r"^[A-Za-z]{1,3}-(?=\d)")


def plain_postcode(value: str) -> str:
    """A postcode as it is compared: without signs, the country before it, or the four more digits of the US."""
    bare = re.sub(r"[\s-]", "", _COUNTRY.sub("", value.strip())).casefold()
    short = _US_POSTCODE.fullmatch(bare)
    return short[1] if short else bare


async def check_order(
    deps: Deps, state: ConversationState, order_id: str, *, email: str | None = None, postcode: str | None = None
) -> tuple[Verdict, Order | None]:
    """Whether an order's number and its e-mail address or postcode belong together; the order where they do.

    Raises ``DeskUnavailable``."""
    order, customer = await asyncio.gather(deps.desk.order_as_typed(order_id), _by_email(deps, email))
    number = order_id.strip().lstrip("#").casefold()
    told = [f"order:{number}", *([f"email:{plain_address(email)}"] if email else [])]
    account = f"account:{order.customer_id}" if order else f"nobody of order:{number}"
    if email:
        is_right = order is not None and customer is not None and customer.id == order.customer_id
    else:
        given, held = plain_postcode(postcode or ""), plain_postcode(order.shipping_address.postcode) if order else ""
        is_right = bool(given) and hmac.compare_digest(given.encode(), held.encode())
    verdict = await _counted(deps, state, told, account, is_right)
    return verdict, order if verdict is Verdict.RIGHT else None


async def check_code(
    deps: Deps, state: ConversationState, awaited: AwaitedCode | None, code: str
) -> tuple[Verdict, str | None]:
    """Whether this is the code that was sent; the id of the account that it proves. Raises ``DeskUnavailable``."""
    if awaited is None:
        return await _counted(deps, state, [], None, False), None
    token = awaited["email"]
    email = await deps.detokenize(token) if token else None
    found = await _by_email(deps, email)
    customer_id = awaited["customer_id"] or (found.id if found else None)
    told = [f"email:{plain_address(email)}"] if email else []
    account = f"account:{customer_id}" if customer_id else f"nobody of {told}"
    digits = re.sub(r"[^0-9]", "", code)
    is_right = hmac.compare_digest(awaited["digest"], deps.digest(f"code:{digits}")) and customer_id is not None
    verdict = await _counted(deps, state, told, account, is_right)
    return verdict, customer_id if verdict is Verdict.RIGHT else None


async def _by_email(deps: Deps, email: str | None) -> Customer | None:
    return await deps.desk.customer_by_email(email.strip()) if email else None


async def _counted(deps: Deps, state: ConversationState, told: list[str], account: str | None, is_right: bool) -> Verdict:
    """Reserve a wrong try of everything that this one is about, and only then let the comparison count."""
    rule, holder = deps.policy.identity, state["turn"]["id"]
    limits = [Limit(f"tries of {subject}", rule.tries_an_hour) for subject in told]
    if deps.client:
        limits.append(Limit(f"tries of client:{deps.client}", rule.address_tries_an_hour))
    silent = [Limit(f"tries of {account}", rule.tries_an_hour)] if account else []
    counted = [*limits, *silent]
    full = await deps.limits.take(holder, counted) if counted else []
    if full:
        return Verdict.HELD if any(limit in limits for limit in full) else Verdict.WRONG
    if is_right:
        await deps.limits.give_back(holder, counted)
        return Verdict.RIGHT
    return Verdict.WRONG
