"""Which language a text is plainly written in, by its small words; None where it is too short or too mixed to say."""

import re
from functools import lru_cache

from domain.language.folding import REMEMBERED, folded
from domain.lazy_pattern import lazy_pattern

_WORDS = {
    "en": "the and is are my your you it i im ive to of with for where what when which was were has have not this that can please "
    "but want order its on in dont me how be been got there any will would do does die van no a as per pour hat war",
    "de": "der die das und ist sind mein meine meinen meinem ich mir mich nicht ein eine einen einem fur auf wo wann wie bitte noch "
    "habe hat haben wird wurde es den dem sie ihr zu im mit aber auch kein keine statt bei wir wie viel laut hier kostet "
    "gibt des nach seit paket bestellung",
    "fr": "le la les et est sont mon ma mes je vous votre pas ne un une des du au aux ou quand que qui avec pour il ce cette mais "
    "jai na cest en sur dans svp avez puis combien coute depuis toujours rien a colis commande",
    "es": "el la los las y es son mi mis yo usted no un una del al donde cuando que con por para pero esta este lo me he ha han se "
    "quiero hay solo todavia dos uno cuanto cuesta los ya aqui nada dice pedido paquete lleva llego llegaron esta estan desde",
    "it": "il la lo gli e sono mio mia miei mie io non un una uno del della al dove quando che con per ma questo questa mi ho ha hanno "
    "e ce vorrei voglio solo ancora avete hai dov stato da due volte quanto costa ma qui mi ordine pacco arrivato arrivata",
    "pt": "o os as e sao meu minha eu voce nao um uma do da ao onde quando que com por para mas este esta me foi tem quero "
    "ainda quanto custa de em encomenda",
    "nl": "de het en is zijn mijn ik je jullie niet een van op waar wanneer wat met voor maar dit dat mij heb heeft hebben wordt nog "
    "geen er bij ook al kan hoeveel volgens was kost ben pakket bestelling staat",
}
SMALL_WORDS = {name: frozenset(words.split()) for name, words in _WORDS.items()}
_WORD = lazy_pattern(r"[^\W\d_]+")
_LEAST = 2  # small words that only this language has as many of


@lru_cache(maxsize=REMEMBERED)
def plain_language(text: str, *, least: int = _LEAST) -> str | None:
    """A BCP 47 tag (``en``, ``de``, ``fr``, ``es``, ``it``, ``pt``, ``nl``), or None where no language has ``least`` small words,
    or two have the same number."""
    # An apostrophe parts words in French and Italian ("l'assiette"), and folding would join them.
    words = _WORD.findall(folded(re.sub(r"(?<=\b[ldjnmtsc])['’]", "' ", text)))
    counts = sorted(((sum(word in small for word in words), name) for name, small in SMALL_WORDS.items()), reverse=True)
    (most, name), (second, _) = counts[:2]
    return name if most >= least and most > second else None
