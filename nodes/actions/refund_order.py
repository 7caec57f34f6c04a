"""Money back for goods that arrived damaged, incomplete or not as described; for other reasons after the return."""

from domain.money import Money
from domain.shop import Order, OrderLine, Refused
from nodes.actions.as_fits import perform_as_fits
from nodes.actions.checks import chosen_lines, chosen_reason, note_reason, paying_method, refund_words
from nodes.actions.lines_in import lines_in
from nodes.actions.request import Plan, Request
from nodes.actions.return_items import ReturnItems
from nodes.actions.slots import goods
from nodes.deps import DepsRuntime
from nodes.state import ConversationState

_GONE = frozenset({"refunded", "exchange_requested", "return_requested", "cancelled"})


def _amount(request: Request, order: Order, lines: list[OrderLine]) -> Money:
    """The lines' price or the smaller amount asked for, never more than what was paid and not yet returned."""
    left = order.paid
    if not left.is_positive:
        raise Refused("already_done", f"Everything paid for order {order.id} was returned before.")
    total = Money.zero(order.currency)
    for line in lines:
        total = total + line.price
    asked = request.arguments.get("amount")
    if asked is None:
        return min(total, left, key=lambda m: m.amount)
    wanted = Money.model_validate(asked)
    if wanted.currency != order.currency or not wanted.is_positive or total < wanted or left < wanted:
        raise Refused("over_limit", f"For these goods at most {min(total, left, key=lambda m: m.amount)} can be refunded.")
    return wanted


class RefundOrder:
    name = "refund_order"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order = request.the_order
        note_reason(request)
        spoken = lines_in(request.text, order)
        whole = not request.arguments.get("line_ids") and not spoken and not request.text
        lines = (
            [x for x in order.lines if x.status not in _GONE]
            if whole
            else chosen_lines(request, order, spoken, "be refunded for")
        )
        if not lines or any(line.status in _GONE for line in lines):
            raise Refused("already_done", f"For these goods of order {order.id} the money was returned before.")
        request.arguments["line_ids"] = [line.line_id for line in lines]
        reason = chosen_reason(request)
        if reason:
            request.arguments["reason"] = reason.name
            if reason.needs_return and not all(line.status == "returned" for line in lines):
                raise Refused(
                    "bad_reason",
                    "For that reason the money comes back after the goods do: say “I want to return it” and I start the return.",
                )
        amount = _amount(request, order, lines)
        method_id = paying_method(order)
        if method_id is None:
            raise Refused("refund_method_not_allowed", f"Order {order.id} shows no payment to return.")
        to = refund_words(request.customer, order, amount, method_id)
        return Plan(
            "refund",
            f"refund {to} for {goods(lines)} of order {order.id}",
            arguments={"line_ids": request.arguments["line_ids"], "reason": reason.name if reason else None},
            amount=amount,
            method_id=method_id,
            line_ids=request.arguments["line_ids"],
            yes_label=f"Refund {to}",
            afterwards="It can take up to 5 working days until you see it.",
        )


async def refund_order(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Where a company gives no refunds of its own accord, the wish for one starts a return."""
    return await perform_as_fits(RefundOrder(), ReturnItems(), state, runtime)
