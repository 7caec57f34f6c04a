"""Pay an order that has not left yet by another method of the customer's own."""

from domain.language.money.methods_and_reasons import method_in
from domain.messages.values import Value
from domain.shop import Refused
from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.policy_checks import label_of, method_buttons, own_method, paying_method, refund_words
from nodes.actions.pipeline.request import NeedsInput, Plan, Request
from nodes.deps import DepsRuntime
from nodes.state import ConversationState


class ChangePaymentMethod:
    name = "change_payment_method"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order, customer, say = request.the_order, request.the_customer, request.say
        now, total = paying_method(order), order.paid
        asked = request.arguments.get("payment_method_id")
        if not asked:
            spoken = method_in(request.text, customer)
            asked = spoken.id if spoken else None
        if not asked:
            buttons = method_buttons(say, [m for m in customer.payment_methods if m.id != now])
            if not buttons:
                raise Refused("payment_method_not_owned", say("refused-no-other-method"))
            raise NeedsInput("payment_method_id", say("which-method.instead"), buttons)
        if now and asked == now:
            raise Refused(
                "already_done", say("refused-paid-so-already", order=order.id, method=label_of(say, customer, now))
            )
        method = own_method(request, asked, total)
        request.arguments["payment_method_id"] = method.id
        told: dict[str, Value] = {"order": order.id, "amount": total, "method": label_of(say, customer, method.id)}
        back = refund_words(say, customer, order.refund_parts(total))
        words = say("change-payment.paid", **told, refunds=back) if back else say("change-payment", **told)
        return Plan(
            "change_payment_method",
            words,
            arguments={"payment_method_id": method.id},
            amount=total,
            method_id=method.id,
            done=say("change-payment.done", **told),
        )


async def change_payment_method(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(ChangePaymentMethod(), state, runtime)
