"""What a correction names in the place of what was quoted or taken: "no, the other one", "only the lamp, not the shelf", "M not L"."""

import re

from domain.acts import Act, GoodsReference, ReadingContext
from domain.language.acts.wishes import is_question, wish_in
from domain.language.goods.goods_corrections import goods_instead, left_out, pieces_instead
from domain.language.goods.goods_references import DESCRIBING, goods_in, pieces_meant
from domain.language.goods.quantities import means_the_several, pieces_of_word
from domain.language.orders.order_references import order_numbers, orders_in
from domain.language.quotes.phrases import read_confirmation
from domain.language.quotes.refusal import refuses
from domain.lazy_pattern import lazy_pattern

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
_OF_GOODS = frozenset({"refund_order", "return_items", "exchange_items"})


def correction_in(text: str, said: str, context: ReadingContext, whole: Act) -> Act | None:
    """A message as a correction of what waits or was asked; None where it is none. ``said``: ``text`` folded."""
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
