"""Register a return of delivered goods and say where the money will go."""

from domain.language.money.methods_and_reasons import method_in
from domain.messages.values import Value
from domain.order_account import OrderAccount, left_to_give
from domain.shop import Order, Refused
from nodes.actions.pipeline.chosen_goods import chosen_goods, goods_words, in_part, spoken_lines, surplus_told
from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.policy_checks import refund_method, refund_words
from nodes.actions.pipeline.request import LeftToAPerson, Plan, Request
from nodes.deps import DepsRuntime
from nodes.state import ConversationState

_GONE = frozenset({"refunded", "returned", "return_requested", "exchange_requested"})


class ReturnItems:
    name = "return_items"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order = request.the_order
        account = OrderAccount(order, await request.known())
        if (extra := surplus_told(request)) is not None:
            _refuse_what_was_not_ordered(request, order, extra)
        chosen = chosen_goods(request, account, "return", all_by_default=False)
        if any(line.status in _GONE for line in order.lines if line.line_id in chosen):
            raise Refused("already_done", request.say("refused-goods-settled-before", order=order.id))
        asked = request.arguments.get("refund_to")
        if not asked and request.text:
            spoken = method_in(request.text, request.the_customer)
            asked = spoken.id if spoken else None
        method_id = refund_method(request, order, asked)
        request.arguments["refund_to"] = method_id
        amount = min(account.worth(chosen), left_to_give(order, await request.known()), key=lambda m: m.amount)
        if account.worth(chosen).is_positive and not amount.is_positive:
            raise Refused("already_done", request.say("refused-all-paid-back", order=order.id))
        # By several methods where several paid, unless one that did not is to get it.
        is_payer = method_id in order.paid_by_method
        parts = (order.refund_parts(amount, method_id) if is_payer else []) or [(method_id, amount)]
        told: dict[str, Value] = {
            "order": order.id,
            "goods": goods_words(chosen, order),
            "refunds": refund_words(request.say, request.customer, parts),
        }
        named = {"line_ids": list(chosen), "quantities": in_part(chosen, order)}
        return Plan(
            "return_items",
            request.say("return", **told),
            arguments={k: v for k, v in named.items() if v} | {"refund_to": method_id},
            amount=amount,
            method_id=method_id,
            quantities=chosen,
            parts=parts,
            done=request.say("return.done", **told),
        )


def _refuse_what_was_not_ordered(request: Request, order: Order, extra: int) -> None:
    """Raise ``LeftToAPerson`` where more came than was ordered: it was not paid, so no money can go back for it."""
    lines = spoken_lines(request, order, "return") or (list(order.lines) if len(order.lines) == 1 else [])
    pieces = sum(line.quantity for line in order.lines if line.variant_id in {one.variant_id for one in lines})
    if lines and pieces <= extra and len({line.product_id for line in lines}) == 1:
        told = request.say("surplus-was-not-charged", count=pieces, goods=lines[0].name, order=order.id)
        raise LeftToAPerson("over_limit", told, about=request.state["turn"].get("whole") or request.text)


async def return_items(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(ReturnItems(), state, runtime)
