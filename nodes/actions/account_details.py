"""What the account holds on its owner: enough of each value to know it again, never the whole of it in the transcript."""

from domain.language.orders.order_questions import account_aspects
from domain.shop import Customer
from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.policy_checks import words_of_method
from nodes.actions.pipeline.request import Plan, Request
from nodes.deps import DepsRuntime
from nodes.state import ConversationState


class AccountDetails:
    name = "account_details"
    needs_order = False

    async def plan(self, request: Request) -> Plan:
        customer = request.the_customer
        told = _told(request, customer)
        asked = account_aspects(request.text)
        answer = " ".join(told[aspect] for aspect in asked or told if aspect in told)
        held = {"addresses": len(customer.addresses), "payment_methods": len(customer.payment_methods)}
        return Plan(None, "", answer=answer, result=held)


def _told(request: Request, customer: Customer) -> dict[str, str]:
    say = request.say
    cities = [f"{a.city} ({a.country})" for a in customer.addresses]
    methods = [
        say("gift-card-with-balance", amount=m.balance) if m.kind == "gift_card" and m.balance else words_of_method(say, m)
        for m in customer.payment_methods
    ]
    return {
        "name": say("account-first-name", name=customer.name.split()[0]) if customer.name.strip() else "",
        "email": say("account-email", email=_short_email(customer.email)),
        "phone": say("account-phone", last=_last_digits(customer.phone)) if customer.phone else say("account-no-phone"),
        "addresses": say("account-addresses", cities=cities) if cities else say("account-no-address"),
        "payment_methods": say("account-methods", methods=methods) if methods else say("account-no-method"),
    }


def _short_email(email: str) -> str:
    """``kim@example.com`` → ``k…@example.com``."""
    name, _, host = email.partition("@")
    return f"{name[:1]}…@{host}"


def _last_digits(phone: str) -> str:
    return "".join(c for c in phone if c.isdigit())[-2:]


async def account_details(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(AccountDetails(), state, runtime)
