"""Acts that only make sense by what was asked: yes, no, a correction, a value. Nothing that leans away is ever a yes."""

import re

from domain.acts import Act, ReadingContext
from domain.language.account.address_references import is_in_another_order
from domain.language.acts.corrections import correction_in
from domain.language.acts.wishes import is_question, wish_in
from domain.language.folding import folded
from domain.language.goods.goods_references import goods_in, pieces_meant
from domain.language.money.amounts import amount_asked, amounts_in
from domain.language.money.invoices import is_about_what_it_says
from domain.language.orders.order_references import orders_in
from domain.language.questions.common_questions import asks_how_to
from domain.language.quotes.phrases import asks_for_person, read_confirmation
from domain.language.quotes.refusal import refuses
from domain.language.quotes.stance import clears_up
from domain.language.reports.problems import problem_in
from domain.language.reports.reasons import lets_be, may_be_a_reason, reason_in
from domain.language.text.polarity import leaves_it_alone
from domain.language.text.statements import asks_or_wants
from domain.lazy_pattern import lazy_pattern

_VALUES = {
    "email": lazy_pattern(r"\[EMAIL_\d+\]"),
    "address": lazy_pattern(r"\[ADDRESS_\d+\]|\[NAME_\d+\]"),
    "phone": lazy_pattern(r"\[PHONE_\d+\]"),
    "name": lazy_pattern(r"\[NAME_\d+\]"),
    "code": lazy_pattern(r"(?<!\d)\d{3}[ -]?\d{3}(?!\d)"),
    "postcode": lazy_pattern(
        r"(?<![\w#])(?:[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}|[A-Za-z]\d[A-Za-z] ?\d[A-Za-z]\d|\d{4,6}(?:-\d{3,4})?|"
        r"\d{3} \d{2})(?!\w)"
        ),
}  # fmt: skip
_TOKEN = lazy_pattern(r"\[(?:EMAIL|ADDRESS|PHONE|NAME)_\d+\]")
_GOODS_SLOTS = frozenset({"line_ids", "goods", "items", "item", "line"})
_VARIANT_SLOTS = frozenset({"variant", "variants", "swap", "option"})
_YES_AND = ("yes ", "yeah ", "yep ", "ok ", "okay ", "sure ", "ja ", "oui ", "si ", "please ")
# Where no quote waits, only words that begin with a no, or want nothing, are one: "Uhr tickt nicht" declines no offer.
_DECLINES = lazy_pattern(
    r"^\W*(?:(?:oh|ok|okay|k|well|na|ach|hm+|um+|ah|haha|lol|just|please|actually|then|dann|bitte|danke|thanks|thank you)\W+)*"
    r"(?:no|nope|nah|nay|nein|nee|ne|noe|non|never|never ?mind|nvm|leave|skip|forget|drop|scrap|stop|wait|hold on|lass\w*"
    r"|vergiss|vergessen|egal"
    r"|not|nothing|dont|do not|kein\w*|nicht|brauch\w* (?:ich )?(?:nicht|kein\w*)"
    r"|(?:i|we|ich|wir) (?:\w+ ){0,2}?(?:dont|do not|wont|cant|rather not|not|never|nicht|kein\w*"
    r"|nothing|leave|keep|behalt\w*|lass\w*|changed?))\b"
)
_PARTS = lazy_pattern(r"[.!?;,:\n]+")
_BEFORE_A_QUESTION = lazy_pattern(r"^(?:(?:actually|and|but|so|oh|ok|just|please|aber|und|ach)\W+)+")
_SOMEONE = lazy_pattern(r"^\w+ (?:\w+ ){0,4}(?:someone|somebody|anyone|person|human|agent)(?: \w+){0,2}$")
_THANKS_FIRST = lazy_pattern(r"^(?:(?:thanks|thank you|ok|okay|sure|yes|ah|oh|well|so|and|sorry)\b\W*)+")
_THE_ONE_WITH = lazy_pattern(
    r"^(?:(?:its|it is|thats|that is|this is|i mean|i meant) )?(?:the|my) (?:one|order|parcel|package) "
    r"(?:with|containing|that (?:has|had|contains|contained)|which (?:has|had|contains))\b"
)
_MOST_WORDS = 14
_MOST_OF_A_VALUE = 8


def acts_in_context(text: str, context: ReadingContext) -> list[Act] | None:
    """The acts of a message that answers what was asked; None where it has to be read for itself."""
    whole = Act(act="talk", text=text, end=len(text))
    words = len(text.split())
    said = folded(text).strip(" .,!;")
    if context.action and not context.pending and (described := _describes_order(said, whole)) is not None:
        return [described]
    confirmed = read_confirmation(text, context.pending)
    waits = bool(context.pending or context.question)
    if context.asked == "reason" and words <= _MOST_WORDS and (value := _value(text, said, context, whole)) is not None:
        return [value]
    if (
        context.asked == "reason"
        and "cancel" in (context.action or "")
        and "?" not in text
        and lets_be(text)
        and not wish_in(text)
    ):
        return [whole.model_copy(update={"act": "no"})]
    if context.pending == "cancel_order" and leaves_it_alone(text, quoted=True) and wish_in(text) is None:
        return [whole.model_copy(update={"act": "no"})]
    if not context.pending and not context.asked and leaves_it_alone(text) and wish_in(text) is None:
        return [whole.model_copy(update={"act": "wish", "intent": "cancel_order", "negated": True})]
    tells_a_problem = not context.pending and problem_in(text) is not None  # "no, it is on the statement twice"
    if (
        waits
        and not tells_a_problem
        and words <= _MOST_WORDS
        and (correction := correction_in(text, said, context, whole)) is not None
    ):
        return [correction]
    if confirmed == "yes" and not refuses(text, context.pending):
        return [whole.model_copy(update={"act": "yes"})]
    if context.question == "person" and said.startswith(_YES_AND) and (asks_for_person(text) or _SOMEONE.search(said)):
        return [whole.model_copy(update={"act": "yes"})]
    if confirmed == "no" and (context.pending or ((waits or context.asked) and words == 1) or not wish_in(text)):
        return [whole.model_copy(update={"act": "no"})]
    if words > _MOST_WORDS:
        return None
    is_own_wish = not context.pending and words > 1 and wish_in(text) is not None
    tells_why = context.asked == "reason" and words > 1 and may_be_a_reason(text)
    if waits and not is_own_wish and not tells_why and _only_leans(text, context):
        return [whole.model_copy(update={"act": "no"})]
    if context.asked and (value := _value(text, said, context, whole)) is not None:
        return [value]
    return None


def _describes_order(said: str, whole: Act) -> Act | None:
    """ "It's the one with the desk lamp that I want to change": which order, for what is being done already."""
    rest = _THANKS_FIRST.sub("", said)
    if not _THE_ONE_WITH.match(rest) or len(rest.split()) > _MOST_WORDS:
        return None
    orders = (
        [ref for ref in orders_in(rest) if ref.goods]
        if _THE_ONE_WITH.match(rest) and len(rest.split()) <= _MOST_WORDS
        else []
    )
    return whole.model_copy(update={"act": "value", "orders": orders}) if orders else None


def _only_leans(text: str, context: ReadingContext) -> bool:
    """Whether a message leans away from what was asked, and wants nothing else."""
    leaning = refuses(text, context.pending)
    if leaning is None or leaning.is_condition or "?" in text or clears_up(text) or asks_how_to(text):
        return False
    if is_about_what_it_says(text, spoken_of=False):
        return False  # "no, not my details, the VAT number on the invoice"
    if is_question(leaning.rest):
        return False  # "nvm. do u ship to hawaii"
    if not context.pending and (leaning.corrects or _wants_more(leaning.rest) or not _DECLINES.match(folded(text))):
        return False
    return not (wish_in(leaning.rest) or problem_in(leaning.rest))


def _wants_more(rest: str) -> bool:
    """Whether words beside a no ask for something, or give a value: "forget it. Actually is there a number", "skip it. To 41 Lake Road"."""
    parts = (_BEFORE_A_QUESTION.sub("", part.strip()) for part in _PARTS.split(rest))
    return bool(re.search(r"\d|\[[A-Z]+_|\[[a-z]+_", rest)) or any(asks_or_wants(part) for part in parts)


def _value(text: str, said: str, context: ReadingContext, whole: Act) -> Act | None:
    slot = context.asked or ""
    value = whole.model_copy(update={"act": "value"})
    if slot == "reason":
        intent = "cancel_order" if "cancel" in (context.action or "") else "request_refund"
        problem = problem_in(text)
        reason = reason_in(text, intent, problem)
        if reason and "?" not in text and not lets_be(text):
            return value.model_copy(update={"reason": reason, "problem": problem if intent != "cancel_order" else None})
        return None
    if slot == "amount" and (amount := amount_asked(text) or _only(amounts_in(text))):
        return value.model_copy(update={"amount": amount})
    if is_question(text) or "?" in text or len(said.split()) > _MOST_OF_A_VALUE:
        return None
    if slot == "order_id":
        orders = [ref for ref in orders_in(text, asked=True) if ref.which != "it"]
        return value.model_copy(update={"orders": orders}) if orders and not wish_in(text) else None
    if slot in _GOODS_SLOTS or slot in _VARIANT_SLOTS:
        if wish_in(text):
            return None
        goods = goods_in(text, asked=True, product_names=context.product_names)
        if slot in _VARIANT_SLOTS:
            goods = [ref.model_copy(update={"wanted": True}) for ref in goods]
        quantity = None if goods else pieces_meant(text)
        return value.model_copy(update={"goods": goods, "quantity": quantity}) if goods or quantity else None
    pattern = _VALUES.get(slot) or next((p for name, p in _VALUES.items() if name in slot), None)
    if (pattern and pattern.search(text)) or ("address" in slot and is_in_another_order(text)):
        return value
    return None


def _only(amounts: list[str]) -> str | None:
    return amounts[0] if len(amounts) == 1 else None


def gives_values(text: str) -> bool:
    """Whether a text holds a token of personal data and hardly anything else."""
    rest = _TOKEN.sub(" ", folded(text).replace("[email", "[EMAIL"))
    return bool(_TOKEN.search(text)) and len(re.findall(r"\w+", rest)) <= 6
