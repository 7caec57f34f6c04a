"""What must be refused: each accepted action, changed in one thing that makes it wrong."""

from collections.abc import Iterator
from typing import Any, Literal

from domain.shop import Order, RefusalCode
from evals.tau_retail.cases import Act, Case, Content, difference, too_dear, too_small_card

UNKNOWN_ORDER, UNKNOWN_METHOD, UNKNOWN_LINE = "#W0000001", "credit_card_0000000", "99"
PENDING_ACTS = {"cancel_order", "change_order_items", "change_shipping_address", "change_payment_method"}
SWAPS = {"change_order_items", "exchange_items"}
_TOO_LATE: tuple[RefusalCode, ...] = ("wrong_status", "already_done")


def refused_variants(case: Case, content: Content) -> list[Case]:
    """Cases with one fault each, told apart by ``kind``; ``before`` is kept only where the fault lies in what came first."""
    return list(_Variants(case, content).all())


class _Variants:
    def __init__(self, case: Case, content: Content) -> None:
        self.case, self.content, self.act = case, content, case.act
        self.order = content.orders[case.act.order_id]
        self.customer = content.customers[case.customer_id]

    def all(self) -> Iterator[Case]:
        yield from self._wrong_order()
        yield from self._again()
        yield from self._wrong_method()
        if self.act.name in SWAPS:
            yield from self._wrong_variant()
        if self.act.name in SWAPS | {"return_items"}:
            yield self._case("line_not_in_order", self._with_line(UNKNOWN_LINE), "line_not_in_order")
        if self.act.name == "cancel_order":
            yield self._case("bad_reason", self._with(reason="it rained on Tuesday"), "bad_reason", by="policy")

    def _wrong_order(self) -> Iterator[Case]:
        ids = sorted(self.content.customers)
        stranger = ids[(ids.index(self.case.customer_id) + 1) % len(ids)]
        foreign = self._case("foreign_order", self.act, "not_owner", "not_found")
        yield foreign.model_copy(update={"customer_id": stranger})
        yield self._case("unknown_order", self._with(order_id=UNKNOWN_ORDER), "not_found")
        right = "pending" if self.act.name in PENDING_ACTS else "delivered"
        for status in ("pending", "processed", "delivered", "cancelled"):
            others = (o for o in self.content.orders_of(self.case.customer_id) if o.status == status)
            other = next(others, None) if status != right else None
            act = self._on(other) if other else None
            if act:
                yield self._case(f"on_{status}_order", act, *_TOO_LATE)

    def _again(self) -> Iterator[Case]:
        """Twice, or after what rules it out: items of an order are changed, returned or exchanged once, all in one go."""
        done = [*self.case.before, self.act]
        order_id = self.order.id
        match self.act.name:
            case "cancel_order" | "change_payment_method":
                yield self._case("second_time", self.act, *_TOO_LATE, before=done)
            case "change_order_items":
                yield self._case("second_time", self.act, *_TOO_LATE, "same_variant", before=done)
                cancel = Act(name="cancel_order", arguments={"order_id": order_id, "reason": "no longer needed"})
                yield self._case("cancel_after_change", cancel, *_TOO_LATE, before=done, by="policy")
                move = Act(
                    name="change_shipping_address",
                    arguments={"order_id": order_id, "address": self.customer.addresses[0].model_dump(exclude_none=True)},
                )
                yield self._case("move_after_change", move, *_TOO_LATE, before=done, by="policy")
            case "return_items" | "exchange_items":
                yield self._case("second_time", self.act, *_TOO_LATE, before=done)
                left = [line.line_id for line in self.order.lines if line.line_id not in self._line_ids()]
                if left:
                    payer = self.order.payments[0].method_id
                    rest = {"order_id": order_id, "line_ids": left[:1], "refund_to": payer}
                    act = Act(name="return_items", arguments=rest)
                    yield self._case("return_of_the_rest", act, *_TOO_LATE, before=done, by="policy")

    def _wrong_method(self) -> Iterator[Case]:
        key = {"return_items": "refund_to"}.get(self.act.name, "payment_method_id")
        if key not in self.act.arguments:
            return
        codes: tuple[RefusalCode, ...] = ("payment_method_not_owned",)
        if self.act.name == "return_items":
            codes += ("refund_method_not_allowed",)
        others = (c for c in self.content.customers.values() if c.id != self.customer.id and c.payment_methods)
        yield self._case("foreign_method", self._with(**{key: next(others).payment_methods[0].id}), *codes)
        yield self._case("unknown_method", self._with(**{key: UNKNOWN_METHOD}), *codes)
        payer = self.order.payments[0].method_id
        if self.act.name == "return_items":
            third = next((m for m in self.customer.payment_methods if m.id != payer and m.kind != "gift_card"), None)
            if third:
                yield self._case("third_method", self._with(refund_to=third.id), "refund_method_not_allowed")
        if self.act.name == "change_payment_method":
            yield self._case("same_method", self._with(payment_method_id=payer), *_TOO_LATE)
            card = too_small_card(self.customer, self.order, self.order.total)
            if card:
                yield self._case("gift_card_too_small", self._with(payment_method_id=card), "insufficient_balance")

    def _wrong_variant(self) -> Iterator[Case]:
        change = self.act.arguments["changes"][0]
        line = self.order.line(change["line_id"])
        assert line is not None
        product = self.content.products[line.product_id]
        gone = next((v for v in product.variants if not v.available and v.variant_id != line.variant_id), None)
        if gone:
            yield self._case("unavailable", self._with_variant(gone.variant_id), "unavailable")
        others = (p for p in self.content.products.values() if p.id != product.id)
        other = next(v for p in others for v in p.variants if v.available)
        yield self._case("other_product", self._with_variant(other.variant_id), "other_product")
        if self.act.name == "change_order_items":
            yield self._case("same_variant", self._with_variant(line.variant_id), "same_variant")
        dear = too_dear(product, line)
        act = self._with_variant(dear.variant_id) if dear else self.act
        extra = difference(self.order, act.arguments["changes"], self.content)
        card = too_small_card(self.customer, self.order, extra) if extra.is_positive else None
        if card:
            act = Act(name=act.name, arguments=act.arguments | {"payment_method_id": card})
            yield self._case("gift_card_too_small", act, "insufficient_balance")

    def _case(
        self,
        kind: str,
        act: Act,
        *codes: RefusalCode,
        before: list[Act] | None = None,
        by: Literal["shop", "policy"] = "shop",
    ) -> Case:
        return Case(
            id=f"{self.case.id}/{kind}",
            kind=kind,
            customer_id=self.case.customer_id,
            before=before or [],
            act=act,
            refused=list(codes),
            by=by,
        )

    def _with(self, **arguments: Any) -> Act:  # Any: arguments of an action differ by action
        return Act(name=self.act.name, arguments=self.act.arguments | arguments)

    def _with_variant(self, variant_id: str) -> Act:
        first, *rest = self.act.arguments["changes"]
        return self._with(changes=[first | {"variant_id": variant_id}, *rest])

    def _with_line(self, line_id: str) -> Act:
        if self.act.name == "return_items":
            return self._with(line_ids=[line_id, *self.act.arguments["line_ids"][1:]])
        first, *rest = self.act.arguments["changes"]
        return self._with(changes=[first | {"line_id": line_id}, *rest])

    def _line_ids(self) -> list[str]:
        changes: list[dict[str, str]] = self.act.arguments.get("changes", [])
        ids: list[str] = self.act.arguments.get("line_ids") or [c["line_id"] for c in changes]
        return ids

    def _on(self, order: Order) -> Act | None:
        """The same kind of action on another order of the customer's, right but for that order's state."""
        line = order.lines[0]
        arguments: dict[str, Any] = dict(self.act.arguments, order_id=order.id)
        if self.act.name == "return_items":
            arguments |= {"line_ids": [line.line_id], "refund_to": order.payments[0].method_id}
        if self.act.name in SWAPS:
            variants = self.content.products[line.product_id].variants
            variant = next((v for v in variants if v.available and v.variant_id != line.variant_id), None)
            if variant is None:
                return None
            arguments["changes"] = [{"line_id": line.line_id, "variant_id": variant.variant_id}]
        return Act(name=self.act.name, arguments=arguments)
