"""Whether what is only near to a question is likely of something else: then it is better to say that nothing is known."""

from collections.abc import Callable, Sequence

from domain.knowledge import SegmentHit
from kb.answering.telling_words import speaks_of_more_than_goods
from kb.text.words import stems

_A_WORD = 4  # letters; shorter ones are forms of speech more often than what a question is about
_MUCH = 0.25  # of a question's words


def is_of_something_else(question: str, hits: Sequence[SegmentHit], is_known: Callable[[str], bool]) -> bool:
    """``is_known``: whether a document holds a stem, or what says the same. Much of the question is words that none does ("Do you take
    Klarna?"), or the first hit says nothing of it but the goods ("Does the coffee table come with drawers?")."""
    asked = stems(question)
    unknown = [stem for stem in asked if len(stem) >= _A_WORD and not is_known(stem)]
    if unknown and len(unknown) >= _MUCH * len(asked):
        return True
    first = hits[0].segment if hits else None
    return first is not None and not speaks_of_more_than_goods(question, f"{first.question} {first.answer}")
