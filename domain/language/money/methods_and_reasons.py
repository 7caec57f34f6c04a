"""Payment methods by their kind, and reasons by the policy's own words, as a text names them."""

import re

from domain.lazy_pattern import lazy_pattern
from domain.rules.policy import ActionRule, Reason
from domain.shop import Customer, PaymentMethod

_WORD = lazy_pattern(r"[a-z0-9]+")
# "Amex, not PayPal": what stands behind is not meant.
_NOT_THIS = lazy_pattern(
    r"\b(?:not|instead of|rather than|other than)\s+(?:to |on |by |with |through |the |my |a )*\w+(?: \w+)?", re.IGNORECASE
)


def method_in(text: str, customer: Customer) -> PaymentMethod | None:
    """The customer's own method that a text names, if it names one only."""
    said = _NOT_THIS.sub(" ", text).casefold()
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
    """The policy's reason that a text names, by its name or by the words that the policy lists for it.

    Up to two words may stand between: "ordered it by mistake" says "ordered by mistake"."""
    said = " ".join(_WORD.findall(text.casefold().replace("_", " ")))
    for reason in rule.reasons:
        for words in (reason.name.replace("_", " "), *reason.words):
            gapped = r"(?: \w+){0,2} ".join(map(re.escape, _WORD.findall(words.casefold())))
            if gapped and re.search(rf"\b{gapped}\b", said):
                return reason
    return None
