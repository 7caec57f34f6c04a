"""Acts that only make sense by what was asked: yes, no, a correction, a value. Nothing that leans away is ever a yes."""

import re

from domain.acts import Act, GoodsReference, ReadingContext
from domain.language.account.address_references import is_in_another_order
from domain.language.acts.wishes import is_question, wish_in
from domain.language.folding import folded
from domain.language.goods.goods_corrections import goods_instead, left_out, pieces_instead
from domain.language.goods.goods_references import DESCRIBING, goods_in, pieces_meant
from domain.language.goods.quantities import means_the_several, pieces_of_word
from domain.language.money.amounts import amount_asked, amounts_in
from domain.language.money.invoices import is_about_what_it_says
from domain.language.orders.order_references import order_numbers, orders_in
from domain.language.questions.common_questions import asks_how_to
from domain.language.quotes.refusal import refuses
from domain.language.quotes.stance import clears_up
from domain.language.reports.problems import problem_in
from domain.language.reports.reasons import lets_be, may_be_a_reason, reason_in
from domain.language.text.polarity import leaves_it_alone
from domain.language.text.statements import asks_or_wants
from domain.lazy_pattern import lazy_pattern
from domain.phrases import asks_for_person, read_confirmation

_CORRECTS = lazy_pattern(
    r"^(?:(?:no|nope|sorry|oh|oops|wait|hang on|well|not that|wrong one|hmm|ah|my mistake|my bad|nein|non)\W+)*(?:wait\W+)?"
    r"(?:i (?:meant|mean|said|wanted)|actually|make (?:that|it)|it (?:is|should be|was)|its|rather|"
    r"correction|not \w+|wrong (?:one|number|order|item)|the (?:other|second|first|third|last)|"
    r"(?:just|only) (?:the )?(?:\d|one|two|three|a couple)|(?:just|only) (?:the|my)|"
    r"(?:nur|bloss) (?:das|die|den|der|dem)|order \d|hp|(?:all|both|none)(?: of (?:it|them|these))? actually)\b"
)
_NO_THEN = lazy_pattern(
    r"^(?:oh |sorry |well )*(?:(?:no|nope|nah|nein|non|wait|stop|not that|sorry|wrong(?: (?:one|number|order|item))?|"
    r"hang on|hold on|oops)\b[\s,.!:;]*)+"
)
_CONTRAST = lazy_pattern(
    r"^(?:sorry )?not (?:the |my )?[\w ]+?[,;] *(?:but |it is |its |just |only )*(?P<wanted>.+)$|^i said (?P<said>.+?),? not .+$"
)
# "wait, M not L", "size 40 rather than 41": of two variants the first.
_RATHER = lazy_pattern(
    r"^(?:(?:no|sorry|wait|oh|hang on|hold on|actually|oops|i meant?|make (?:it|that))\W+)*(?P<wanted>[\w .-]{1,25}?),? "
    r"(?:not|rather than|instead of) (?:the |a |in )?(?:size )?(?P<other>[\w-]+)(?: one)?$"
)
_AROUND_A_VARIANT = lazy_pattern(
    r"\b(?:the|a|an|in|one|ones|please|pls|instead|i meant?|i said|i (?:want|need)(?:ed)?|"
    r"id rather have|i would rather have|id prefer|make it|"
    r"make that|can it be|could it be|should be|it should be|actually|colou?r|version|size|better|then|rather|go with|with|take)\b"
)
_SIZE = lazy_pattern(r"xxs|xs|s|m|l|xl|xxl|xxxl|\d{1,3}(?:[.,]5)?(?:cm|ml|l)?")
_MOST_OF_A_VARIANT = 3
_MOST_OF_A_PART = 8  # words
_SAYS_MORE = lazy_pattern(r"\b(?:is|are|was|were|isnt|i|im|id|ive|you|we|ist|sind|war|waren|ich|du|sie|wir)\b")
_OF_VARIANTS = frozenset({"exchange_items", "change_order", "modify_order", "change_items"})
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
_OF_GOODS = frozenset({"refund_order", "return_items", "exchange_items"})
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
        and (correction := _correction(text, said, context, whole)) is not None
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


def _correction(text: str, said: str, context: ReadingContext, whole: Act) -> Act | None:
    if (variant := _variant(said)) is not None:
        named = GoodsReference(text=variant, wanted=context.pending in _OF_VARIANTS or context.action in _OF_VARIANTS)
        return whole.model_copy(update={"act": "correction", "goods": [named]})
    if context.pending in _OF_GOODS and means_the_several(said):
        which = "both" if re.search(r"\b(?:both|beide)\b", said) else "all"
        return whole.model_copy(update={"act": "correction", "goods": [GoodsReference.model_validate({"which": which})]})
    if context.pending in _OF_GOODS - {"exchange_items"} and (less := _less_than_quoted(said, context, whole)) is not None:
        return less
    if context.pending in _OF_GOODS and (pieces := pieces_instead(said)) is not None:
        return whole.model_copy(update={"act": "correction", "quantity": pieces})
    if context.pending in _OF_GOODS - {"exchange_items"} and (instead := goods_instead(said)) is not None:
        return whole.model_copy(update={"act": "correction", "goods": [instead]})
    wanted = _wanted(text, said)
    if wanted is not None:
        asked = context.asked == "order_id"
        orders = [ref for ref in orders_in(wanted, asked=asked or "one" in said) if ref.which != "it"]
        goods = [] if orders and not asked and any(o.number for o in orders) else goods_in(wanted, asked=True)
        if context.asked != "order_id" and goods and not any(o.number for o in orders):
            orders = []
        if orders and not any(o.number or o.goods for o in orders):
            goods = []
        if orders or goods or pieces_meant(wanted) or re.fullmatch(r"\W*\d\W*", wanted):
            counted = (
                re.fullmatch(r"(?:just |only )?(\d)", wanted.strip())
                if re.search(r"\b(?:just|only|not \d)\b", said)
                else None
            )
            quantity = int(counted[1]) if counted else pieces_meant(wanted)
            goods = [] if counted else goods
            return whole.model_copy(update={"act": "correction", "orders": orders, "goods": goods, "quantity": quantity})
    return None


def _less_than_quoted(said: str, context: ReadingContext, whole: Act) -> Act | None:
    """ "Only the lamp, not the shelf", "one blanket, not both": of what is quoted a part, and what is left out of it."""
    sides = left_out(said)
    if sides is None or wish_in(sides[1]) or _SAYS_MORE.search(sides[1]) or len(sides[1].split()) > _MOST_OF_A_PART:
        return None
    kept, rest = sides[0], "" if read_confirmation(sides[1], context.pending) == "yes" else sides[1]
    out = [ref.model_copy(update={"excluded": True}) for ref in goods_in(kept, asked=True) if _is_named(ref)]
    if not rest and not out and re.search(r"\b(?:whole|entire|everything|all|both|ganze\w*|alles|beide)\b", kept):
        return whole.model_copy(update={"act": "no"})  # "not the whole order", and nothing says what of it
    counted = {n for word in re.findall(r"[a-z0-9]+", rest) if (n := pieces_of_word(word)) is not None}
    goods = list({ref.text: ref for ref in goods_in(rest, asked=True) if _is_named(ref)}.values())
    if len(counted) > 1 or not (goods or counted or (out and not rest)):
        return None
    quantity = next(iter(counted), None)
    goods = [ref.model_copy(update={"quantity": ref.quantity or quantity}) for ref in goods]
    return whole.model_copy(update={"act": "correction", "goods": [*goods, *out], "quantity": None if goods else quantity})


def _is_named(ref: GoodsReference) -> bool:
    return bool(ref.text) and pieces_of_word(ref.text or "") is None


def _variant(said: str) -> str | None:
    """The size or colour that a correction consists of: "no, green I mean", "wait, M not L", "make it the big one"."""
    if is_question(said) and not said.startswith("can it"):
        return None
    rather = _RATHER.match(said)
    rest = rather["wanted"] if rather else _NO_THEN.sub("", said)
    words = re.findall(r"[\w.,]+", _AROUND_A_VARIANT.sub(" ", rest))
    if not 0 < len(words) <= _MOST_OF_A_VARIANT or not all(_is_option(word.strip(".,")) for word in words):
        return None
    if rest.strip().isdigit() or (rather and re.search(r"\b(?:1st|2nd)\b", rest)):
        return None  # a number alone may be a place in the list, or how many
    if not rather and rest == said and not _AROUND_A_VARIANT.search(said):
        return None  # a bare word is an answer, no correction
    return " ".join(words)


def _is_option(word: str) -> bool:
    return word in DESCRIBING or bool(_SIZE.fullmatch(word))


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


def _wanted(text: str, said: str) -> str | None:
    """What a correction names instead: "no, the other one" → "the other one"."""
    if is_question(text) or "?" in text:
        return None
    if contrast := _CONTRAST.match(said):
        return contrast["wanted"] or contrast["said"]
    rest = _NO_THEN.sub("", said)
    if not rest or (refuses(rest) and not order_numbers(text) and not _CORRECTS.match(said)):
        return None
    if _CORRECTS.match(said) or rest != said:
        cleaned = re.sub(
            r"^(?:i (?:meant|mean|said|wanted)|actually|make (?:that|it)|it (?:is|should be|was)|its|rather|"
            r"correction)\b[\s:,]*",
            "",
            rest,
        )
        return None if wish_in(cleaned) else cleaned
    return None


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
