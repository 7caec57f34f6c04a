"""What answers our question, where the encoder hears it and no rule reads it; and where it hears something else than a rule's no.

A yes that only the encoder hears is never the bare yes that lets something happen: the quote is asked for again."""

from domain.acts import Act, ReadingContext
from domain.intents import QUESTION_INTENTS, TALK_INTENTS
from domain.language.acts.act_references import with_references
from domain.language.goods.tagged_goods import with_tagged_goods
from domain.language.text.clauses import Clause
from models.acts.encoder import EncodedMessage
from models.acts.pieces import act_of

_ANSWERS = ("yes", "no", "correction", "value")
_SURELY = 0.7
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
        if heard["correction"] >= _SURELY:
            return [_answer("correction", message, text, context)]
        asks = max(message.share("asked", label) for label in QUESTION_INTENTS)
        return None if asks >= _SURELY else by_rule
    kind = max(heard, key=lambda one: heard[one])
    if heard[kind] < _SURELY or _holds_more(message) or (kind == "value" and not context.asked):
        return None
    return [_answer(kind, message, text, context)]


def _holds_more(message: EncodedMessage) -> bool:
    beside = (*_ANSWERS, *TALK_INTENTS)
    return any(share >= _AS_WELL for (_, label), share in message.shares.items() if label not in beside)


def _answer(kind: str, message: EncodedMessage, text: str, context: ReadingContext) -> Act:
    act = act_of(Clause(text, 0, len(text)), kind, None, message.share("asked", kind))
    if kind in ("yes", "no"):
        return act
    words = [word.tagged for word in message.words]
    return with_tagged_goods(with_references(act, context), text, words, context.product_names)
