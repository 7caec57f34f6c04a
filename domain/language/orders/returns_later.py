"""Goods that have yet to come, and may go back then: "can I return the candle when it gets here?" asks what holds, and begins no return."""

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_ASKS = lazy_pattern(
    r"\b(?:can|could|may|will i be able to|am i able to|is it (?:ok|okay|possible)(?: if i)?|kann|darf|konnte|geht es)\b.{0,60}"
    r"\b(?:return|send|bring|give|take|zuruck\w*|retour\w*)\b|\bkann\b.{0,60}\bzuruck\w*"
)
_IT = r"(?:it|they|this|that|the \w+|my \w+|es|sie|er|das|die|der|(?:die|das|der|mein\w*) \w+)"
_ONCE_IT_IS_HERE = lazy_pattern(
    rf"\b(?:when|once|as soon as|after|if|wenn|sobald|nachdem) {_IT}(?:s| is| has| have| will)? ?(?:then |finally |dann |endlich )*"
    r"(?:gets? here|com(?:e|es|ing)|came|arriv\w*|here|there|turn(?:s)? up|is delivered|delivered|gets? delivered|da (?:ist|sind)|"
    r"ankomm\w*|angekommen(?: ist)?|kommt|kommen|geliefert (?:wird|wurde|ist))\b"
    r"|\b(?:when|once|as soon as|after|wenn|sobald) (?:i|ich) (?:it |es |sie |ihn )?(?:get|have|receive|bekomm\w*|habe?|krieg\w*)\b"
)


def asks_to_return_later(text: str) -> bool:
    said = folded(text)
    later = _ONCE_IT_IS_HERE.search(said)
    return later is not None and bool(_ASKS.search(said))
