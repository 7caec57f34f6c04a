"""A wish for a person in short and indirect words: a clause that is nothing but one ("COLLEAGUE pls, for the leg"), "ok then, someone",
"kann da nicht mal wer drüberschauen".

A clause counts where each of its words is known: "my colleague has it" says something else. "Somebody" alone is no wish: it is one where
it is given in to, asked to be brought, or is to look at what is being talked about.
"""

from functools import lru_cache

from domain.language.folding import REMEMBERED, folded
from domain.language.quotes.refusal import refuses
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

WORDS = {
    kind: frozenset(words.split()) for kind, words in shipped_table("domain.language.people", "names_a_person.yaml").items()
}

_CLAUSE = lazy_pattern(r"[.!;,:\n()–—]+|\s-\s|\b(?:but|aber|because|weil)\b")
_WORD = lazy_pattern(r"[^\W_]+")
_MOST_WORDS = 12  # of a clause


@lru_cache(maxsize=REMEMBERED)
def names_a_person(text: str) -> bool:
    """Whether a clause only names a person, be one offered or not."""
    clauses = clauses_of(text)
    is_named = any(
        is_made_of(words := words_of(clause), "person") and not WORDS["of_goods"] & set(words) for clause in clauses
    )
    return is_named and "?" not in text and not is_taken_back(clauses)


def clauses_of(text: str) -> list[str]:
    return [clause.strip() for clause in _CLAUSE.split(folded(text)) if clause.strip()]


def words_of(clause: str) -> list[str]:
    return _WORD.findall(clause)


def is_made_of(words: list[str], *kinds: str) -> bool:
    """Whether a clause is short, has a word of one of the kinds, and else only what may stand beside it."""
    people = frozenset[str]().union(*(WORDS[kind] for kind in kinds))
    known = people | WORDS["beside"] | WORDS["one"]
    return len(words) <= _MOST_WORDS and not people.isdisjoint(words) and known.issuperset(words)


def is_taken_back(clauses: list[str]) -> bool:
    """Whether the last clause leans away: "a person, no thanks"."""
    return refuses(clauses[-1]) is not None


_SIGNS = lazy_pattern(r"[^\w\[\]]+")
_SOMEBODY = r"(?:(?:some|any) ?(?:one|body)|jemand(?:en|em)?|irgend ?(?:wer|wen|wem|jemand(?:en|em)?|einen?|einer))"
_FILLER = (
    r"(?:ok(?:ay)?|well|fine|then|all ?right|right|so|ugh|oh|just|whatever|please|pls|na|gut|dann|halt|eben|also|naja|bitte|einfach|mal|"
    r"doch|now|at all|really|at least|wenigstens|jetzt|or|oder)"
)
_LOOKS = (
    r"(?:(?:have|take) a (?:proper |closer |real )?look|look (?:at|into|over|through)|deal with|sort (?:this|it|that)|"
    r"fix (?:this|it|that)\b(?! (?:lamp|pan|chair|table))|handle (?:this|it|that)|take (?:this |it )?over|take care of (?:this|it|that)|"
    r"step in|review (?:this|it|that|my case)|"
    r"check (?:this|it|that)\b(?! (?:order|parcel))|go over (?:this|it|that)|see to (?:this|it|that))"
)
_SCHAUT = (
    r"(?:d(?:r|ar)uber ?\w*|drauf ?\w+|d(?:a)?rum kummer\w*|kummer\w*|ansehen|ansieht|anschau\w*|anguck\w*|prufen|pruft|ubernehm\w*|"
    r"ubernimmt|durchsehen|nachsehen|nachschau\w*)\b(?! (?:ob|wo|wann|wie)\b)"
)
_WHO = rf"(?:{_SOMEBODY}|wer|einer(?: von (?:euch|ihnen))?)"

_OF_YOURS = (
    r"(?: (?:vom|von|aus|from|of|on) (?:(?:dem|der|eurem|ihrem|your|the|euch|ihnen|you) ?)?"
    r"(?:team|support|kundendienst|kundenservice|service|staff|crew)?)"
)
_GIVES_IN = lazy_pattern(
    rf"^(?:{_FILLER} )+{_SOMEBODY}{_OF_YOURS}?(?: {_FILLER}| {_SOMEBODY})*$|^{_SOMEBODY} {_SOMEBODY}(?: {_FILLER})*$"
)
_BRINGS = lazy_pattern(
    rf"^(?:{_FILLER} )*(?:get|give|gimme|bring|find|fetch|pass|hand|hol(?:t|en sie)?|gib|gebt|geben sie) "
    rf"(?:(?:me|us|it|this|mir|uns|{_FILLER}) )*"
    rf"(?:to |an )?{_SOMEBODY}(?: {_FILLER})*$"
)
_IS_TO_LOOK = lazy_pattern(
    rf"\b(?:can|could|cant|can not|cannot|couldnt|would|wont|should|let|have|need|want|like) (?:\w+ ){{0,2}}?{_SOMEBODY} "
    rf"(?:(?:else|there|here|please|to|maybe|actually|finally|in your team|from your team|of you|{_FILLER}) )*{_LOOKS}\b"
    rf"|\b(?:anyone|anybody|someone|somebody) (?:there |here )?who can (?:{_LOOKS}|help|fix|solve|sort)\b"
    rf"|\b(?:rather|sooner|prefer to) have {_SOMEBODY}(?: from your team)?$"
)
_SOLL_SCHAUEN = lazy_pattern(
    rf"\b(?:kann|konnte|konnt|soll|sollte|muss|musste|mag|wurde)\b (?:\w+ ){{0,6}}?{_WHO} (?:\w+ ){{0,4}}?{_SCHAUT}"
    rf"|\b(?:soll|sollte|sollen)\b (?:\w+ ){{0,4}}?{_WHO} (?:\w+ ){{0,2}}?"
    rf"(?:sagen|erklaren|beantworten|antworten|helfen|melden|schreiben|anrufen)\b"
    rf"|\b{_SOMEBODY} (?:soll|sollte|muss|musste) (?:\w+ ){{0,4}}?{_SCHAUT}"
    rf"|\bdass (?:\w+ ){{0,4}}?{_WHO} (?:\w+ ){{0,3}}?{_SCHAUT}"
    r"|\bgibt(?: es|s)? (?:(?:da|hier|denn|bei euch|bei ihnen) )*(?:niemanden?|keinen|jemanden) der "
    r"(?:\w+ ){0,3}?(?:helf\w*|hilft|weiterhilft|kummert|lost|klart)"
)


def wants_somebody(folded: str) -> bool:
    """Of words that were folded as a message is: lower case, without accents."""
    said = " ".join(part for part in _SIGNS.sub(" ", folded).split())
    return any(asks.search(said) for asks in (_GIVES_IN, _BRINGS, _IS_TO_LOOK, _SOLL_SCHAUEN))
