"""Which language a text is plainly written in, by its small words: None where it is too short or too mixed to say. The locale that a
conversation goes on in follows it, and who writes one that we neither speak nor answer in is told so, instead of guessing.

Sure or nothing: a name, an address, an order's number and a word in passing are no language.
"""

import re
from collections import Counter
from functools import lru_cache

from domain.language.folding import REMEMBERED, folded, with_pieces
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_WORDS = {
    "en": "the and is are my your you it i im ive to of with for where what when which was were has have not this that can please "
    "but want order its on in dont me how be been got there any will would do does die van no a as per pour hat war",
    "de": "der die das und ist sind mein meine meinen meinem ich mir mich nicht ein eine einen einem fur auf wo wann wie bitte noch "
    "habe hat haben wird wurde es den dem sie ihr zu im mit aber auch kein keine statt bei wir wie viel laut hier kostet "
    "gibt des nach seit paket bestellung von oder wenn weil dass kann wer euch euer eure ihre habt in darf man",
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


_WRITTEN = {"de": ("DE", "AT", "CH", "LI", "LU")}  # what is spoken beside English, and where
_FEWEST_WORDS = 3
_UMLAUT = lazy_pattern(r"\b[a-zäöüß]*[äöüß][a-zäöüß]*\b")  # in a word that is no name
# The few words of an answer, where German is spoken.
_GERMAN = lazy_pattern(
    r"^\W*(?:ja|jo|jep|na gut|hallo|moin|servus|gruss gott|gruezi)\b|\b(?:einverstanden|gerne?|jawohl|freilich|freili|naturlich|"
    r"selbstverstandlich|nein|danke|bitte|guten (?:tag|morgen|abend)|"
    r"ich stimme zu|stimme zu|passt|klar|bestellung|paket|mitarbeiter|mensch)\b"
)


def locale_of_words(locale: str, region: str | None, text: str) -> str:
    """``de-DE`` where somebody whose conversation is in English (as it is where no locale was given) plainly writes German.

    Never back: a word of English in between changes nothing."""
    if locale.partition("-")[0].lower() != "en":
        return locale
    least = 1 if region in _WRITTEN["de"] else _LEAST  # one small word tells enough where German is spoken
    written = plain_language(text, least=least) if len(text.split()) >= _FEWEST_WORDS else None
    if written is None and region in _WRITTEN["de"]:
        is_short = len(text.split()) <= _FEWEST_WORDS
        written = "de" if _UMLAUT.search(text) or (is_short and _GERMAN.search(folded(text))) else None
    if written not in _WRITTEN:
        return locale
    places = _WRITTEN[written]
    return f"{written}-{region if region in places else places[0]}"


_TABLE = shipped_table("domain.language.languages", "other_language.yaml")
_SPOKEN = ("en", "de")
_ALL = {name: frozenset(words.split()) | SMALL_WORDS.get(name, frozenset()) for name, words in _TABLE["words"].items()}
# What only one language has of them.
_OWN = {name: words.difference(*(other for key, other in _ALL.items() if key != name)) for name, words in _ALL.items()}
_NAMES = lazy_pattern(
    "|".join(f"(?P<{name}>{with_pieces(pattern, _TABLE['pieces'])})" for name, pattern in _TABLE["asks_for"].items())
)
_ANY_WORD = lazy_pattern(r"(?<![\[\w])[^\W\d_]+(?![\w\]])")
_TOKEN = lazy_pattern(r"\[\w+\]|(?<!\S)(?=\S*[@\d])\S+")


def asks_for_language(text: str) -> str | None:
    """``it`` where somebody asks whether we speak it: "parlate italiano?". Of the languages that we do not."""
    found = _NAMES.search(folded(text))
    return found.lastgroup if found else None


@lru_cache(maxsize=REMEMBERED)
def other_language(text: str) -> str | None:
    """``fr``, ``es``, ``it``, ``nl``, ``pl`` or ``pt``, where a text is plainly written in it or asks whether we speak it."""
    said = folded(_TOKEN.sub(" ", text.replace("'", "' ").replace("’", "' "))).replace(
        "ł", "l"
    )  # which is no l with an accent
    if asked := asks_for_language(text):
        return asked
    words = set(_ANY_WORD.findall(said))
    own = Counter({name: len(words & those) for name, those in _OWN.items()})
    (name, most), (_, second) = own.most_common(2)
    return name if name not in _SPOKEN and most - second >= _LEAST else None
