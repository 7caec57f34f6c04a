"""Money back for goods that arrived damaged, incomplete or not as described; for other reasons after the return."""

from decimal import Decimal

from pydantic import ValidationError

from domain.acts import Act
from domain.language.goods.quantities import says_all
from domain.language.money.amounts import amount_asked, wants_the_whole
from domain.language.money.discounts import wants_some_money
from domain.language.reports.problems import is_own_fault
from domain.language.reports.reasons import reason_in
from domain.messages.values import Value
from domain.money import Money
from domain.order_account import OrderAccount
from domain.shop import Refused
from nodes.actions.cancel_order import CancelInstead
from nodes.actions.pipeline.chosen_goods import Goods, chosen_goods, goods_words, in_part
from nodes.actions.pipeline.fallback_action import is_wrong_for_the_order, perform_or_fall_back
from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.policy_checks import chosen_reason, note_reason, paying_method, refund_words
from nodes.actions.pipeline.request import LeftToAPerson, NeedsInput, Plan, Request
from nodes.actions.pipeline.sent_again import may_be_sent_again, no_money_wanted, part_wanted, refund_or_the_right_one
from nodes.actions.return_items import ReturnItems
from nodes.actions.track_order import TrackOrder
from nodes.deps import DepsRuntime
from nodes.state import ConversationState

_GONE = frozenset({"refunded", "exchange_requested", "return_requested", "cancelled"})


def _amount(request: Request, account: OrderAccount, chosen: Goods) -> Money:
    """What is left of the goods' price or the smaller amount asked for, never more than what was paid and not yet returned."""
    order = account.order
    left = order.paid
    if not left.is_positive:
        raise Refused("already_done", request.say("refused-all-paid-back", order=order.id))
    most = min(account.worth(chosen), left, key=lambda m: m.amount)
    asked = request.arguments.get("amount")
    if asked is None and (said := _said_amount(request, most)) is not None:
        asked = request.arguments["amount"] = said.model_dump(mode="json")
    if asked is None:
        if not _wants_the_whole(request) and (wants_some_money(request.text) or _wanted_some_money(request)):
            raise NeedsInput("amount", request.say("how-much-back", most=most))
        return most
    try:
        wanted = Money.model_validate(asked)
    except ValidationError:  # hidden on the way in, as what may be somebody's number
        raise Refused("over_limit", request.say("refused-refund-too-high", most=most)) from None
    if wanted.currency != order.currency or not wanted.is_positive or most < wanted:
        raise Refused("over_limit", request.say("refused-refund-too-high", most=most))
    return wanted


def _wanted_some_money(request: Request) -> bool:
    """Whether the wish that something is being asked for was for a part of the money."""
    began = (request.state.get("task") or {}).get("act")
    return began is not None and wants_some_money(Act.model_validate(began).text)


def _wants_the_whole(request: Request) -> bool:
    """All of the money, also in few words where how much was asked: "all of it"."""
    was_asked = (request.state.get("task") or {}).get("asked") == "amount"
    return wants_the_whole(request.text) or (was_asked and says_all(request.text))


def _is_own_fault(request: Request) -> bool:
    """Whether the words of the wish, or those that began it, tell of damage that is the customer's own doing."""
    began = (request.state.get("task") or {}).get("act")
    texts = [request.state["turn"].get("whole") or request.text, Act.model_validate(began).text if began else ""]
    return bool(request.text) and any(is_own_fault(text) for text in texts)


def _said_amount(request: Request, most: Money) -> Money | None:
    """The one amount that the words ask for; a larger one than the goods are worth is their price or somebody's anger, no wish."""
    act = request.act
    if act is None:
        return None
    whole = request.state["turn"].get("whole") or request.text
    said = None if wants_the_whole(whole) else act.amount or amount_asked(whole)
    wanted = Money(amount=Decimal(said), currency=most.currency) if said else None
    return wanted if wanted is not None and wanted.is_positive and not most < wanted else None


class RefundOrder:
    name = "refund_order"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order, say = request.the_order, request.say
        note_reason(request)
        account = OrderAccount(order, await request.known(), for_refund=True)
        chosen = chosen_goods(request, account, "refund", all_by_default=True)
        lines = [line for line in order.lines if line.line_id in chosen]
        if any(line.status in _GONE for line in lines):
            raise Refused("already_done", say("refused-goods-paid-back", order=order.id))
        reason = chosen_reason(request, self.name)
        if reason:
            request.arguments["reason"] = reason.name
            if not reason.needs_return and _is_own_fault(request):
                about = request.state["turn"].get("whole") or request.text
                raise LeftToAPerson("bad_reason", say("refused-own-fault"), about=about)
            if reason.needs_return and not all(line.status == "returned" for line in lines):
                raise Refused("bad_reason", say("refused-return-comes-first"))
        if (part := await part_wanted(request, order, lines)) is not None:
            return part
        if (instead := await no_money_wanted(request, order, lines)) is not None:
            return instead
        if (either := await refund_or_the_right_one(request, order, lines)) is not None:
            return either
        amount = _amount(request, account, chosen)
        method_id = paying_method(order)
        if method_id is None:
            raise Refused("refund_method_not_allowed", say("refused-nothing-paid", order=order.id))
        parts = order.refund_parts(amount, method_id)
        told: dict[str, Value] = {
            "order": order.id,
            "goods": goods_words(chosen, order),
            "refunds": refund_words(say, request.customer, parts),
        }
        named = {"line_ids": list(chosen), "quantities": in_part(chosen, order)}
        return Plan(
            "refund",
            say("refund", **told),
            arguments={k: v for k, v in named.items() if v} | {"reason": reason.name if reason else None},
            amount=amount,
            method_id=method_id,
            quantities=chosen,
            parts=parts,
            done=say("refund.done", **told),
            instead=say("refund.instead") if may_be_sent_again(request) else "",
        )


def _is_not_here(update: ConversationState) -> bool:
    return bool(update["tool_calls"][-1]["arguments"].get("reason") == "missing")


async def refund_order(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Where a company gives no refunds of its own accord, the wish for one starts a return; what was ordered by mistake, or is not
    needed any more, and has not left yet, is cancelled."""
    update = await perform_or_fall_back(RefundOrder(), ReturnItems(), state, runtime)
    if is_wrong_for_the_order(update) and _is_not_here(update) and state["turn"]["kind"] == "text":
        return await perform(TrackOrder(in_part=True), state, runtime)  # what is on its way is not missing yet
    text = state["turn"].get("whole") or state["turn"].get("text", "")
    if not is_wrong_for_the_order(update) or reason_in(text, "cancel_order") is None:
        return update
    return await perform_or_fall_back(RefundOrder(), CancelInstead(), state, runtime)
