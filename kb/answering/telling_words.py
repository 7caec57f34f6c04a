"""How much some texts say of what a question asks, by the words that tell them apart: a word tells the more, the fewer of them say it.

What all of them say, or none, says nothing of which of them answers. Nor do the words of the title, under which all of them
stand, or those of goods, of which something is asked, say much of it: in an article on mugs every sentence is about mugs.
"""

from collections.abc import Mapping, Sequence

from domain.language.goods.product_names import words_of
from domain.language.languages.german_words import GOODS_IN_ENGLISH
from kb.text.spoken_words import forms_of, goods_in, stems_in
from kb.text.words import stems, synonyms

_LEAST = (
    0.5  # of what a question's words are worth: where those that tell come to less, a text is not sure to be told by them
)
OF_THE_TITLE = 0.4
_OF_GOODS = 0.2  # of its worth, what a word tells that names goods
_LIGHT = frozenset(
    {"put", "go", "use", "get", "come", "take", "make", "work"}
)  # stems of verbs that say little of what is done

# Stems of what belongs to goods or is used with them, and tells what is asked: "which battery goes in the wall clock".
_PARTS = frozenset({"batteri", "cabl", "plug", "screw", "lid", "filter", "wheel", "leg", "cover", "handl", "printer"})


def shares_told(
    question: str, weight: Mapping[str, float], title: str, texts: Sequence[str], of_the_title: float = OF_THE_TITLE
) -> list[float]:
    """For each of some English texts under a title, 0..1: its share of the telling words of ``weight``, which holds the question's stems
    and what each is worth. ``of_the_title``: of its worth, what a word tells that is in the title."""
    above, goods = frozenset(stems(title)), goods_asked(question)
    worth = {
        stem: value * _part(stem in above, stem in goods, of_the_title)
        for stem, value in weight.items()
        if stem not in _LIGHT
    }
    return _shares(worth, [dict.fromkeys(stems(text), 1.0) for text in texts])


def words_said(question: str, weight: Mapping[str, float], title: str, text: str) -> frozenset[str]:
    """The stems of ``weight`` that an English text says, but for those of goods and of the title above it."""
    return frozenset(weight).intersection(stems(text)).difference(goods_asked(question), stems(title), _LIGHT)


def speaks_of_more_than_goods(question: str, text: str) -> bool:
    """Whether an English text says any of what a question asks of goods, in its words or such as say the same; true where it names
    nothing but goods."""
    asked = frozenset(stems(question)).difference(goods_asked(question), _LIGHT)
    said = frozenset(stems(text))
    return not asked or any(stem in said or synonyms(stem) & said for stem in asked)


def goods_asked(question: str) -> list[str]:
    """The stems of goods that an English question names, and of which it asks something."""
    named = stems(" ".join(word for word in words_of(question) if word in GOODS_IN_ENGLISH))
    return [stem for stem in named if stem not in _PARTS]


def shares_told_in(
    spoken: str, question: str, title: str, texts: Sequence[str], of_the_title: float = OF_THE_TITLE
) -> list[float]:
    """The same for texts in another language, by its own words and what says the same."""
    goods, above = goods_in(question, spoken), stems_in(title, spoken)
    asked = frozenset(stems_in(question, spoken)) - _LIGHT
    worth = {stem: _part(bool(forms_of(stem, spoken, above)), stem in goods, of_the_title) for stem in asked}
    words = [stems_in(text, spoken) for text in texts]
    return _shares(
        worth, [{stem: max(forms_of(stem, spoken, held).values(), default=0.0) for stem in asked} for held in words]
    )


def _part(in_title: bool, of_goods: bool, of_the_title: float) -> float:
    return (of_the_title if in_title else 1.0) * (_OF_GOODS if of_goods else 1.0)


def _shares(worth: Mapping[str, float], held: Sequence[Mapping[str, float]]) -> list[float]:
    said = {stem: sum(words.get(stem, 0.0) for words in held) for stem in worth}
    telling = {stem: value * (1 - said[stem] / len(held)) for stem, value in worth.items() if said[stem] > 0}
    total = max(sum(telling.values()), _LEAST * sum(worth.values()))
    return [sum(value * words.get(stem, 0.0) for stem, value in telling.items()) / (total or 1.0) for words in held]
