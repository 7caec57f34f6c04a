"""Whether a message asks who, or what, answers here; and what is asked while nobody has taken the conversation yet: how long that takes,
whether anyone is there, what it costs. It is told, and nobody is passed on to a person for it.
"""

from typing import Literal

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_BEFORE = (
    r"^\W*(?:(?:hi|hello|hey|hallo|ok|okay|wait|sorry|so|and|but|hm+|just|well|excuse me|quick question|moment|"
    r"warte|und|aber|sag mal|sagen sie|entschuldigung|guten tag|may i ask|can i ask|can you tell me|tell me|i wonder if|do you know if|"
    r"honestly|seriously|wait a (?:minute|second|sec)|no|please|then|dear|love|ehrlich|mal ehrlich|jetzt)\W+){0,3}"
)
# "I asked if …", "ich wollte wissen, ob …": behind it a statement asks.
_WONDERS = (
    r"(?:(?:i (?:just |only |really |already )?(?:asked|ask|am asking|was asking|want(?:ed)? to know|wanna know|would like to know|"
    r"wonder(?:ed)?|was wondering|need to know|meant)|im asking|(?:tell|can you tell|could you tell) me|just wondering|"
    r"ich (?:\w+ )?(?:fragte|frage|wollte wissen|will wissen|wusste gern|mochte wissen|habe gefragt))"
    r"(?: you)?,? (?:if|whether|ob) )"
)
# Whom one speaks to, and thanks: beside the question they say nothing.
_ADDRESS = (
    r"(?: (?:dear|love|please|sir|madam|maam|mate|buddy|darling|honey|pip|anyway|now|then|bitte|eigentlich|denn|jetzt|da|uberhaupt|"
    r"mal|oder was|or what))*"
)
_KIND = (
    r"(?:(?:chat ?)?bots?|robots?|machines?|computers?|ai|an? i|chat ?gpt|gpt|automated|software|programs?|algorithm|"
    r"humans?(?: beings?)?|persons?|people|real|someone real|somebody real|automatic|lady|woman|man|girl|guy|gentleman|fake|alive|"
    r"living being|virtual|digital assistant|machine|one of those (?:chat ?)?bots)"
)
_DEGREE = r"(?:really|actually|even|just|like|a|an|the|some|any|real|actual|live|true|living|kind of|sort of|only|still|by|with|to)"
_KINDS = (
    rf"(?:{_DEGREE} )*{_KIND}(?: (?:now|here|at all|right now|or what))?(?:,? ?(?:or|and) (?:{_DEGREE} )*(?:{_KIND}|not))?"
)
_TALK = r"(?:talking|speaking|chatting|writing|texting|typing|dealing|conversing)"
_ART = (
    r"(?:(?:chat ?)?bots?|roboter|maschine|computer|ki|programm|automat\w*|mensch(?:en)?|menschliche?s?|echt|person|"
    r"echte[rs]?|mitarbeiter(?:in)?|frau|mann|maschinen|lebendig)"
)
_GRAD = (
    r"(?:ein|ne|eine[mnr]?|echte[nmrs]?|wirklich\w*|eigentlich|etwa|uberhaupt|denn|hier|gerade|jetzt|da|nur|richtige[rnms]?)"
)
_ARTEN = rf"(?:{_GRAD} )*{_ART}(?: (?:oder|und) (?:(?:{_GRAD} )*{_ART}|nicht))?"
_ASKS = lazy_pattern(
    rf"{_BEFORE}(?:"
    rf"(?:who|what|whom) (?:am i|are we|i am|im) (?:actually |really |even )?{_TALK}(?: (?:to|with))?(?: (?:here|now|right now|please))?"
    rf"|(?:with|to) (?:who|whom) am i {_TALK}(?: (?:to|here|now))?"
    rf"|am i (?:actually |really |even |still |just )?{_TALK} (?:to|with) {_KINDS}"
    rf"|(?:are|r) (?:you|u|ya) {_KINDS}|(?:you are|youre) {_KINDS},? right"
    rf"|{_WONDERS}(?:(?:you are|youre|are you|this is|is this|im {_TALK} (?:to|with)|i am {_TALK} (?:to|with)) {_KINDS}|"
    rf"(?:du|sie|ihr|das) (?:hier )?{_ARTEN} (?:bist|sind|seid|ist)|ich (?:hier )?mit {_ARTEN} (?:spreche|schreibe|rede|chatte))"
    r"|is there (?:really )?a human (?:behind|typing) this"
    r"|(?:who|what) (?:are|r) (?:you|u)(?: (?:really|actually|exactly))?|(?:who|what) is this(?: here)?|whos this"
    r"|is (?:this|that|it) (?:really |actually |even |just |like )*(?:a |an |the )?(?:real |actual |live )*"
    r"(?:human|person|people|chat ?bot|bot|robot|ai|chatgpt|computer|machine|lady|woman|man)(?: i am \w+ing (?:to|with)| here| now)?"
    r"(?:,? or (?:a |an |just )*(?:real |actual |live )*(?:human|person|bot|robot|ai|machine|computer|not))?"
    rf"|is this (?:chat )?(?:answered|written|run|automated)(?: (?:by )?{_KINDS})?"
    r"|is this an? automated (?:reply|response|answer|message|chat|system)s?"
    rf"|(?:bist du|sind sie|seid ihr|bin ich hier bei) {_ARTEN}"
    rf"|(?:antwortet|schreibt|liest|spricht|sitzt) (?:mir )?(?:hier |da |mir )*{_ARTEN}(?: mit)?"
    rf"|(?:spreche|rede|schreibe|chatte) ich (?:\w+ )?mit {_ARTEN}"
    r"|mit wem (?:spreche|rede|schreibe|chatte) ich(?: (?:hier|da|gerade|denn|eigentlich|jetzt))*"
    rf"|ist (?:das|dies|hier|da)(?: hier)? {_ARTEN}|wer (?:bist du|sind sie|ist da)(?: (?:eigentlich|denn))?"
    r"|(?:etes vous|es tu|est ce que vous etes|vous etes) (?:un |une )?(?:vrai |vraie )?(?:humain|robot|bot|ia|personne|machine)"
    r"|eres (?:un |una )?(?:humano|robot|bot|persona|maquina|ia)"
    rf"){_ADDRESS}\W*$"
)
_BESIDE = lazy_pattern(
    rf"^\W*(?:hi|hello|hey|hallo|ok|okay|thanks|thank you|danke|sorry|well|no|hm+|wait|please){_ADDRESS}\W*$"
)
_CLAUSE = lazy_pattern(r"[.?!;\n]+|, (?=(?:are|r|am|is|who|what|bist|sind|ist)\b)")


def asks_what_we_are(text: str) -> bool:
    """ "Am I talking to a robot?", "bist du ein Mensch": all that the message says."""
    said = folded(text).replace("-", " ")
    if _ASKS.match(said):
        return True
    clauses = [clause for clause in _CLAUSE.split(said) if clause.strip()]
    asking = [bool(_ASKS.match(clause)) for clause in clauses]
    return any(asking) and all(asks or _BESIDE.match(clause) for asks, clause in zip(asking, clauses, strict=True))


_PERSON = r"(?:you|somebody|someone|anybody|anyone|a (?:person|human|colleague)|they|one of you|jemand|ihr|sie|einer|wer)"
_ASKED: dict[Literal["how-long", "cost", "anyone"], str] = {
    "how-long": r"\b(?:how (?:much )?(?:long|longer|soon)|how many (?:minutes|hours|people)|what(?:s| is) the wait|wait(?:ing)? time"
    r"|(?:still|been) waiting|wie lang(?:e)?|wie viele (?:minuten|stunden)|(?:dauert|brauch\w*) (?:das|es|ihr|sie) (?:noch )?lange?"
    r"|wart\w* (?:\w+ )?(?:schon|immer noch|noch immer)|(?:schon|immer noch|noch immer) (?:\w+ )?wart\w*"
    r"|wann (?:kommt|antwortet|meldet|schreibt|geht))\b"
    rf"|\bwhen (?:will|does|do|can|is) (?:i |we )?(?:{_PERSON}|hear|get an answer)\b",
    "cost": r"\b(?:does|will|would|is) (?:it|this|that|a person|talking)\b.{0,20}\b(?:cost|free|charge\w*)\b"
    r"|\bwhat does (?:it|this|that) cost\b"
    r"|\bkostet (?:das|es|mich das)\b",
    "anyone": rf"\b(?:is|are) (?:there )?{_PERSON} (?:\w+ )?(?:there|here|reading|online)\b"
    r"|\bstill there\b"
    r"|^\W*(?:(?:hello|hallo|hey|hi|ok|so|is|there|really)\W+)*(?:any|some)(?:one|body)\b(?: (?:there|here|at all|home))*\W*$"
    r"|^\W*(?:(?:hello|hallo|hey|hi|huhu)\W*)+$"
    r"|\b(?:any|some)(?:one|body) (?:\w+ )?(?:answer|reply|respond|read|help|coming|going to|there|here)\w*\b"
    r"|\b(?:antwort\w*|liest|schreib\w*|meldet sich|hilft|kommt|ist) (?:\w+ ){0,3}(?:jemand|wer|einer|keiner|niemand)\b"
    r"|\bist (?:da )?(?:jemand|wer)(?: da)?\b|\b(?:jemand|keiner|niemand|wer) (?:\w+ )?da\b|\bsind sie noch da\b",
}
_RULES = [(kind, lazy_pattern(pattern)) for kind, pattern in _ASKED.items()]
_MOST_WORDS = 12


def asked_in_the_queue(text: str) -> Literal["how-long", "cost", "anyone"] | None:
    """What a short message asks of the wait; None for what is written for the person."""
    said = folded(text)
    if len(said.split()) > _MOST_WORDS:
        return None
    return next((kind for kind, rule in _RULES if rule.search(said)), None)
