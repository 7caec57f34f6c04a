"""Reading slots out of words: lines by the names of goods, methods by their kind, reasons by the policy's own words."""

import re

from domain.policy import ActionRule, Reason
from domain.shop import Customer, Order, OrderLine, PaymentMethod, Product, Variant

_ALL = re.compile(
    r"\b(all|everything|both|whole order|entire order|complete order|full order|each of them)\b", re.IGNORECASE
)
_WORD = re.compile(r"[a-z0-9]+")


def _words(text: str) -> set[str]:
    return {w[:-1] if w.endswith("s") and len(w) > 3 else w for w in _WORD.findall(text.casefold())}


def lines_in(text: str, order: Order) -> list[OrderLine]:
    """The lines that a text names: by the goods' whole name, else by its last word if that fits one kind of goods only."""
    if not text:
        return []
    if _ALL.search(text):
        return list(order.lines)
    said = _words(text)
    whole = [line for line in order.lines if _words(line.name) <= said]
    if whole:
        return whole
    heads = {line.line_id: _WORD.findall(line.name.casefold())[-1:] for line in order.lines}
    hits = [line for line in order.lines if heads[line.line_id] and _words(heads[line.line_id][0]) <= said]
    return hits if len({line.product_id for line in hits}) == 1 else []


def method_in(text: str, customer: Customer) -> PaymentMethod | None:
    """The customer's own method that a text names, if it names one only."""
    said = text.casefold()
    hits = []
    for method in customer.payment_methods:
        named = {
            "card": [method.brand or "", f"ending in {method.last4}", method.last4 or "", "credit card", "debit card"],
            "gift_card": ["gift card", "giftcard", "voucher"],
            "paypal": ["paypal", "pay pal"],
            "bank": ["bank account", "bank transfer", "direct debit"],
        }[method.kind]
        strength = next((i for i, words in enumerate(named) if words and words in said), None)
        if strength is not None:
            hits.append((strength if method.kind == "card" else 0, method))
    hits.sort(key=lambda hit: hit[0])
    if not hits or (len(hits) > 1 and hits[0][0] == hits[1][0]):
        return None
    return hits[0][1]


def reason_in(text: str, rule: ActionRule) -> Reason | None:
    """The policy's reason that a text names, by its name or by the words that the policy lists for it."""
    said = f" {' '.join(_WORD.findall(text.casefold().replace('_', ' ')))} "
    for reason in rule.reasons:
        for words in (reason.name.replace("_", " "), *reason.words):
            if f" {' '.join(_WORD.findall(words.casefold()))} " in said:
                return reason
    return None


def variant_in(text: str, product: Product, line: OrderLine) -> Variant | None:
    """The available variant that a text describes: the line's own options, changed by every option value that is named."""
    said = f" {' '.join(_WORD.findall(text.casefold()))} "
    wanted = dict(line.options)
    named = False
    for option in line.options:
        values = {v.options.get(option, "") for v in product.variants}
        for value in sorted(values, key=len, reverse=True):
            spelled = " ".join(_WORD.findall(value.casefold()))
            if value != line.options[option] and spelled and f" {spelled} " in said:
                wanted[option], named = value, True
                break
    hits = [v for v in product.variants if v.options == wanted and v.available]
    return hits[0] if named and len(hits) == 1 else None


def options_of(options: dict[str, str]) -> str:
    return ", ".join(f"{k} {v}" for k, v in options.items())


def goods(lines: list[OrderLine]) -> str:
    return ", ".join(f"{line.quantity} × {line.name}" for line in lines)
