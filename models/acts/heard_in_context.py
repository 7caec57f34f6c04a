"""What answers our question, where the encoder hears it and no rule reads it; and where it hears something else than a rule's no.

A yes that only the encoder hears is never the bare yes that lets something happen: the quote is asked for again."""

from domain.acts import Act, GoodsReference, ReadingContext
from domain.intents import QUESTION_INTENTS, TALK_INTENTS
from domain.language.acts.act_references import with_references
from domain.language.goods.kept import goods_kept
from domain.language.goods.tagged_goods import with_tagged_goods
from domain.language.languages.written_language import plain_language
from domain.language.reports.no_reports import parted
from domain.language.text.clauses import Clause
from domain.language.text.polarity import keeps
from models.acts.encoder import EncodedMessage
from models.acts.pieces import act_of

_ANSWERS = ("yes", "no", "correction", "value")
_SURELY = 0.7
_SURELY_YES = 0.9
_DENIED = 0.25  # likewise, of what is denied: "I don't want to cancel any more" is no reason
_AS_WELL = 0.5  # what may be meant besides, so that the message is read in its clauses
_STILL_A_NO = 0.5


def heard_in_context(
    by_rule: list[Act] | None, message: EncodedMessage, text: str, context: ReadingContext
) -> list[Act] | None:
    """``by_rule``: what rules read as an answer. None where the message is to be read for itself."""
    heard = {kind: message.share("asked", kind) for kind in _ANSWERS}
    if by_rule is not None:
        is_doubtful = context.pending and by_rule[0].act == "no" and heard["no"] < _STILL_A_NO
        if not is_doubtful:
            return by_rule
        if heard["correction"] >= _SURELY and (corrected := _correction(message, text, context)) is not None:
            return [corrected]
        asks = max(message.share("asked", label) for label in QUESTION_INTENTS)
        return None if asks >= _SURELY else by_rule
    kind, *others = sorted(heard, key=lambda one: -heard[one])
    if heard[others[0]] >= _AS_WELL:
        return None
    if kind == "yes" and (heard[kind] < _SURELY_YES or "?" in text):
        return None
    if kind == "no" and not context.pending and not _says_words(text):
        return None
    if heard[kind] < _SURELY or _holds_more(message) or (kind == "value" and not context.asked):
        return None
    answer = _correction(message, text, context) if kind == "correction" else _answer(kind, message, text, context)
    return [answer] if answer else None


def _says_words(text: str) -> bool:
    """Whether a text has any word of a language that is known: of letters without sense the encoder hears anything."""
    return plain_language(text, least=1) is not None


def _holds_more(message: EncodedMessage) -> bool:
    beside = (*_ANSWERS, *TALK_INTENTS)
    return any(
        share >= (_DENIED if status == "negated" else _AS_WELL)
        for (status, label), share in message.shares.items()
        if label not in beside
    )


def _correction(message: EncodedMessage, text: str, context: ReadingContext) -> Act | None:
    """None where it is not sure which goods are meant: of an order that is cancelled nothing can be kept, and of several that are named
    beside some that are said to stay or to be fine the rules know more."""
    kept, rest = goods_kept(text)
    fine, _ = parted(rest)
    if context.pending == "cancel_order" and (kept or keeps(text)):
        return None
    act = _answer("correction", message, text, context)
    goods = [_as_it_stands(ref, f"{kept} {fine}", rest) for ref in act.goods]
    meant = [ref for ref in goods if ref.text and not ref.excluded and not ref.wanted]
    return None if (kept or fine) and len(meant) > 1 else act.model_copy(update={"goods": goods})


def _answer(kind: str, message: EncodedMessage, text: str, context: ReadingContext) -> Act:
    act = act_of(Clause(text, 0, len(text)), kind, None, message.share("asked", kind))
    if kind in ("yes", "no"):
        return act
    words = [word.tagged for word in message.words]
    return with_tagged_goods(with_references(act, context), text, words, context.product_names)


def _as_it_stands(ref: GoodsReference, staying: str, rest: str) -> GoodsReference:
    """Goods that are said to stay, or to be fine, are left out: "leave the food, it's only the litter that changes"."""
    named = ref.text or ""
    stays = bool(named) and named in staying and (named not in rest or named in parted(rest)[0])
    return ref.model_copy(update={"excluded": True, "wanted": False}) if stays else ref
