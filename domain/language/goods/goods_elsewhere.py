"""How clauses in other languages than English name goods: an article or a number, and the noun behind it."""

import re

from domain.acts import GoodsReference
from domain.language.folding import folded
from domain.language.goods.counts import COUNT, count_before
from domain.language.languages.written_language import SMALL_WORDS
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_TABLE = shipped_table("domain.language.goods", "goods_elsewhere.yaml")
_COLOURS = "|".join(_TABLE["colours"].split())
_NOT_GOODS = frozenset(_TABLE["not_goods"].split())
_ELIDED = lazy_pattern(r"\b(l|d|n|j|m|t|s|c|qu|un|dell|all|nell|quell)['’](?=\w)", re.IGNORECASE)
_NOUN = rf"(?P<noun>(?:(?:{_COLOURS}) )?[^\W\d_][\w-]{{2,}}(?: (?:{_COLOURS})\b)?)"
_ARTICLES = {language: "|".join(articles.split()) for language, articles in _TABLE["articles"].items()}
_NOUNS = {
    language: lazy_pattern(rf"(?<![\w-])(?:(?:{one}) )*(?:(?P<count>{COUNT})|{one}) {_NOUN}")
    for language, one in _ARTICLES.items()
}
_INSTEAD = lazy_pattern(
    r"\b(?:(?:an)?statt|au lieu d[eu]?|"
    r"en (?:lugar|vez) del?|invece (?:di|del|della)|al posto (?:di|del|della)|in plaats van|em vez d[aeo])\b"
)
_CAME = lazy_pattern(
    r"\b(?:kam|kamen|haben?|habt|hat|wurden?|ist|war|bekam|lag|ai|avez|avons|he|me|han|llego|hanno|ho|avete|e arrivat\w|heb|hebben|kreeg"
    r"|kwam)\b"
)
# "Den Rucksack gegen den roten tauschen": what is wanted stands behind.
_AGAINST = lazy_pattern(
    r"\b(?:gegen|contre|tegen) (?:den |die |das |dem |eine[nrms]? |ein |une? |le |la |l |een |de "
    r"|het )?(?P<what>(?:(?:grosse|größe|taille|maat) )?[\w-]+)"
)
_COLOUR = lazy_pattern(rf"\b(?:{_COLOURS})\b")


def goods_elsewhere(text: str, language: str, *, reports: bool = False) -> list[GoodsReference]:
    """The goods of a clause in ``language``, one of the table's. ``reports``: of "A instead of B", B was wanted."""
    said = folded(_ELIDED.sub(r"\1 ", text)).strip(" .,;!?")
    instead = _INSTEAD.search(said)
    if not instead:
        against = None if reports else _AGAINST.search(said)
        if against and (got := _nouns(said[: against.start()], language)):
            return [*got, *_wanted(_nouns(against["what"], language) or [GoodsReference(text=against["what"])])]
        return _nouns(said, language)
    before, after = said[: instead.start()], said[instead.end() :]
    if not _nouns(before, language):  # "Statt der blauen kam die rote Decke": the first that follows is what was meant
        cut = _CAME.search(after)
        before, after = (after[cut.end() :], after[: cut.start()]) if cut else ("", after)
    other = _nouns(after, language)
    if not other and (colour := _COLOUR.search(after)):
        other = [GoodsReference(text=colour[0])]
    one = _nouns(before, language)
    got, wanted = (one, other) if reports else (other, one)
    return [*got, *_wanted(wanted)]


def _wanted(goods: list[GoodsReference]) -> list[GoodsReference]:
    return [ref.model_copy(update={"wanted": True}) for ref in goods]


def _nouns(said: str, language: str) -> list[GoodsReference]:
    found: list[GoodsReference] = []
    for match in _NOUNS[language].finditer(said):
        words = [word for word in match["noun"].split() if not _COLOUR.fullmatch(word)]
        if not words or words[-1] in _NOT_GOODS or words[-1] in SMALL_WORDS[language]:
            continue
        quantity = count_before(said[: match.start("noun")], said[match.end() :])
        found.append(GoodsReference(text=match["noun"], quantity=quantity))
    return found
