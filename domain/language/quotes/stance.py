"""Where a message that says more than yes or no comes to stand: "why 22 more? anyway yes" ends on a yes, "yes… no, leave it" on a no.

Nothing here executes: a message that ends on a yes keeps the quote alive, and is asked for the plain one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from domain.language.acts.wishes import wish_in
from domain.language.folding import folded
from domain.language.goods.put_aside import without_put_aside
from domain.language.orders.order_references import order_numbers
from domain.language.quotes.agreement import agrees_to, tells_to
from domain.language.quotes.phrases import read_confirmation, sounds_like_yes
from domain.language.quotes.refusal import refuses
from domain.language.reports.problems import problem_in
from domain.language.text.sentences import sentences, without_stops
from domain.language.text.statements import beside_a_yes, starts_with_a_yes
from domain.lazy_pattern import lazy_pattern

_BREAK = lazy_pattern(
    r"[.?!;,:\n…]+|\s[-–—]+\s|\s+(?=(?:but|and|so|anyway|though|aber|und|also|trotzdem|sonst|egal|mais|pero)\b)",
    re.IGNORECASE,
)
_LEAD = lazy_pattern(
    r"^(?:(?:oh|ah|well|so|and|but|then|anyway|anyways|whatever|regardless|ok|okay|k|fine|right|alright|sure|hm+|um+|huh|ugh|look|sorry|"
    r"(?:(?:no|nope|nein)\W+)?(?:i (?:mean|meant|said|say|did say|already said|told you)|ich (?:meine|meinte|sagte|sag))|"
    r"aber|und|also|na|gut|na gut|egal|trotzdem|dann|ach|tja|halt|doch|"
    r"mais|bon|pero|bueno|ma)\W+)+"
)
_TRAIL = lazy_pattern(
    r"(?:\W+(?:then|now|already|anyway|anyways|though|halt|eben|mal|dann|jetzt|endlich|trotzdem|bitte|please|pls|plz))+$"
)
_ASKS = lazy_pattern(
    r"^(?:(?:and|but|so|ok|okay|oh|hi|sorry|wait|anyway)\W+)*"
    r"(?:(?:auf|an|fur|mit|von|bis|to|on|for|from|with) )?(?:what|whats|when|where|which|who|whose|why|how|hows|do|does|did|is|are|"
    r"was|will|would|can|could|may|has|have|muss|kann|darf|wird|ist|sind|geht|wie|was|wann|wo|wer|warum|wieso|welche\w*)\b"
)
# Of a yes that may be no more than a sigh, "ok" and "fine", nothing is made.
_FIRM = lazy_pattern(
    r"\b(?:yes|ye|yea|yeah|yep|yup|yas|ja|jo|jep|klar|gerne?|genau|oui|si|sim|definitely|absolutely|of course|natu?rlich|"
    r"go ahead|go on|go for it|do it|do that|do so|please do|proceed|carry on|confirm\w*|mach\w*|nur zu|"
    r"cancel\w*|refund|return|exchange|swap|change|delete|update|stornier\w*)\b"
)
# A yes that tells to do what is quoted, which no no before it can mean.
_DOES_IT = lazy_pattern(
    r"\b(?:do (?:it|that|so)|please do|go (?:ahead|on|for it)|proceed|carry on|continue|confirm(?: it| that)?|bitte machen|"
    r"mach\w*(?: sie)? (?:es|das|bitte|ruhig|mal)|nur zu|weitermachen)\b"
)
_DROPS = lazy_pattern(
    r"^(?:(?:and|but|so|then|please|ok|okay|und|dann|bitte|also)\W+)*(?:forget(?: about)?|skip|scrap|drop|never ?mind|leave out|vergiss|"
    r"vergessen sie|lass\w*|ohne|without) "
    r"(?:the |a |an |my |das |die |der |den |dem |ein\w* )((?:[a-z]+ ?){1,3}?)(?: (?:then|weg|dann|again|for now))?$"
)
_OF_ANY_QUOTE = frozenset(
    word
    for line in (
        "it that this them order orders thing all everything refund return exchange swap change cancellation",
        "request quote money bestellung ganze ganzen sache alles erstattung ruckgabe umtausch anderung stornierung anfrage geld",
    )
    for word in line.split()
)
# What turns a no before it into a yes.
_STILL = lazy_pattern(
    r"\b(?:but|anyway|anyways|regardless|whatever|however|still|i mean|i meant|aber|trotzdem|doch|egal|ich mein\w*|mais|pero)\b"
)
_STILL_WANTS = lazy_pattern(
    r"^(?:(?:of course|but|please|well|aber|doch)\W+)*(?:i|we|ich|wir) "
    r"(?:(?:still|do|really|definitely|just|did|will|mochte?|immer noch) )*(?:want(?:ed)?|need|wish|would like|will|mochte)? ?"
    r"(?:(?:it|that|this|them|es|das|sie|ihn|die|den|to|be|doch|immer noch|trotzdem) )*"
    r"(?P<names>return|refund|exchange|swap|cancel|zuruckgeben|zuruckschicken|umtauschen|stornieren|erstatte)(?:ed|d|t)?"
    r"(?: (?:it|that|this|them|the order|everything|es|das|sie|ihn|haben|please|pls|bitte|though|yes|ja|now))*$"
)
_I_AM_SURE = lazy_pattern(r"\bi(?: a)?m (?:very |quite |really |100 ?% )?(?:sure|certain|positive|serious)\b|\bi mean it\b")
_SAID_YES = lazy_pattern(
    r"^\W*(?:(?:what|huh|hello|hey|no|but|and|um+|eh|oh|ok|okay|wait|sorry|nein|doch|aber|was|ha|hallo|wie bitte|ah|wtf|omg|excuse me)\W+)*"
    r"(?:(?:i|ich) (?:just |already |did |clearly |literally |meinte |meine )*"
    r"(?:said|say|told you|meant|mean|typed|wrote|answered|confirmed|did(?: not|nt) say no|never said no)(?: to do it|:)?"
    r"(?:\W+(?:a )?(?:yes|yeah|yep|ok|okay|do it|go ahead))?|"
    r"(?:that|this|it) was (?:a )?yes|yes i (?:said|meant|did)|(?:ich )?(?:habe?|hab) (?:(?:ich|doch|ja|schon|gerade) )*ja gesagt|"
    r"das war (?:doch )?ein ja|ich (?:sagte|meinte) (?:doch )?ja|i (?:do|did|still) want (?:it|that|this|to)(?: done| do (?:it|that))?|"
    r"(?:ich )?will (?:es|das) (?:doch|aber|trotzdem)|(?:dont|do not) leave it|nicht lassen)"
    r"(?:\W+(?:please|pls|yes|do it|bitte|ja|doch|though|then))*\W*$"
)
_NO_FIRST = lazy_pattern(
    r"^\W*(?:(?:no|nope|nah|nein|nee|wait|hold on|hang on|sorry|oh|but|um+|hm+|warte|moment|ach|doch|aber)\b\W*)+(?=\S)",
    re.IGNORECASE,
)
_ONLY = r"(?:(?:just|only|simply|merely|nur|bloss|lediglich) )?"
_CLEARS_UP = lazy_pattern(
    r"^(?:(?:oh|sorry|well|um+|eh|no|nope|nah|nein|nee|non|not that|huh)\W+)*(?:no|nope|nah|nein|nee|non|not that"
    r"|huh)\W+(?:sorry\W+|but\W+)?"
    rf"(?:(?:what )?(?:i|im|ive)(?: am| was| have| had)? ?{_ONLY}(?:mean|meant|ask|asked|asking|wonder|wondered|wondering"
    rf"|curious|(?:wanted|want|like) to "
    rf"(?:know|ask|understand))|{_ONLY}(?:asking|wondering|curious|(?:want|wanted) to know)|my question|the question|"
    rf"(?:was )?ich mein\w*|(?:ich )?(?:wollte|will|mochte) (?:ja |doch )?{_ONLY}(?:mal )?(?:wissen|fragen)|"
    rf"ich (?:mein\w*|frag\w*)(?: ja| doch)?(?: nur| bloss)?|meine frage)\b[\s:,]*"
)


@dataclass(frozen=True)
class _Piece:
    text: str
    asks: bool
    whole: str  # with what parts it from the next one


def ends_on_a_yes(text: str, action: str | None = None, quote: str = "") -> bool:
    """Whether the last thing that a message decides is a yes to the quoted ``action``. Its questions decide nothing, and a yes
    behind a no says yes to that ("keep it, yes") unless it turns away from it ("ridiculous, but yes") or tells to do it ("yes do it",
    "forget it, just do the return"). ``quote``: its words."""
    decided = [(piece, stand) for piece in _pieces(text) if (stand := _stand(piece, action, quote)) is not None]
    if not decided or decided[-1][1] == "no":
        return False
    if _DOES_IT.search(_core(decided[-1][0])) or tells_to_do_it(decided[-1][0].text, action or "", quote):
        return True
    last_no = max((at for at, (_, stand) in enumerate(decided) if stand == "no"), default=None)
    return last_no is None or any(_STILL.search(folded(piece.text)) for piece, _ in decided[last_no + 1 :])


def means_no(text: str, action: str | None = None, quote: str = "") -> bool:
    """Whether words say no to the quoted ``action``, or lean away from it, and do not end on a yes. ``quote``: its words."""
    if read_confirmation(text, action) == "no":
        return True
    if clears_up(text):
        return False
    said = without_what_is_dropped(text, quote) if quote else text
    return refuses(said, action) is not None and not ends_on_a_yes(text, action)


def refuses_plainly(text: str, action: str, quote: str) -> bool:
    """As ``means_no``, and in so many words: not a "not" that may belong to anything in a sentence."""
    refusal = refuses(without_what_is_dropped(text, quote), action)
    is_plain = refusal is None or refusal.is_plain or read_confirmation(text, action) == "no"
    return means_no(text, action, quote) and is_plain


def without_what_is_dropped(text: str, quote: str) -> str:
    """A text without the pieces that only give up something else than the quote, or put it aside: "(just the towel then,) forget
    the bath mat", "(yes,) as for the bath mat, I'll look at that later"."""
    known = _OF_ANY_QUOTE.union(re.findall(r"\w+", folded(quote)))
    text = without_put_aside(text, known)
    return "".join(piece.whole for piece in _pieces(text) if not _drops(piece, known))


def _drops(piece: _Piece, known: frozenset[str]) -> bool:
    found = _DROPS.search(folded(piece.text))
    return found is not None and not {found[1].split()[-1], f"{found[1].split()[-1]}s"} & known


_SIGHS = lazy_pattern(
    r"(?:\W+(?:then|first|whatever|i guess|i suppose|i dont care|idc|anyway|please|pls|now|already|thx|thanks|erst ?mal|zuerst|halt|"
    r"von mir aus|bitte|dann|jetzt))+\W*$"
)
_TOLD = lazy_pattern(
    r"^\W*(?:(?:what|huh|hello|hey|excuse me|ok|okay|yes|yeah|yep|fine|alright|right|no|nein|just|please|lets|so|well|then|and|but|you can"
    r"|ja|gut|na gut|egal|dann|bitte|also|wie bitte|still|go (?:on|ahead)(?: and)?"
    r"|i (?:just |already |did )?(?:said|say|mean|meant|told you)(?: to)?|ich (?:sagte|habe gesagt|meinte))\W+)*"
    r"(?:(?:do|start|go (?:on|ahead) with|go for|mach(?:t|en sie)?|starte(?:n sie)?)"
    r"|(?P<names>return|refund|exchange|swap|cancel|change|send|erstatte\w*|storniere?\w*|tausch\w*|schick\w*"
    r"|geben|gib|nehm\w*|nimm)(?: sie)?) "
    r"(?:it|that|this|them|(?:that|this) one|es|das|ihn|sie|die|den|(?:the|my|das|die|den|der|meine?n?) (?P<what>\w+(?: \w+){0,3}?))"
    r"(?P<back>(?: (?:back|zuruck|um))?)(?: (?:for me|fur mich))?$"
)
_OWN_VERBS = {
    "return_items": ("return", "zuruckgeben", "zuruckschicken", "send back", "schick zuruck", "gib zuruck", "geben zuruck"),
    "refund_order": ("refund", "erstatte"),
    "exchange_items": ("exchange", "swap", "change", "umtauschen", "tausch um"),
    "cancel_order": ("cancel", "stornieren", "storniere"),
    "change_order_items": ("change", "swap", "andern"),
}


def tells_to_do_it(text: str, action: str, quote: str) -> bool:
    """ "Ok do the chair first then whatever", "what?? I said DO it": it tells to do what is quoted, and nothing else, though it sighs.

    ``quote``: its words; what is named must stand in them."""
    found = _TOLD.match(_SIGHS.sub("", folded(text)).strip(" .,!"))
    if found is None or (found["names"] and not _is_of_step(f"{found['names']}{found['back']}", action)):
        return False
    known = re.findall(r"\w+", folded(quote))
    if found["what"] and quote.count("×") > 1:
        return False  # one of several is named: not all of them
    return not found["what"] or all(word in known for word in found["what"].split())


def _is_of_step(verb: str, action: str) -> bool:
    """Whether a verb, in any of its forms, is that of the step: "schicken … zuruck" of a return."""
    first, *last = verb.split()
    return any(first.startswith(own.split()[0]) and own.split()[1:] == last for own in _OWN_VERBS.get(action, ()))


def still_wants(text: str, action: str) -> bool:
    """ "No, I still want to return it!", to a quote of a return: that wish again, in few words that name nothing."""
    rest = folded(after_its_no(text)).strip(" .,!")
    found = _STILL_WANTS.match(rest)
    return found is not None and found["names"] in _OWN_VERBS.get(action, ())


def beside_its_yes(text: str, action: str | None = None, quote: str = "") -> str | None:
    """What a message says beside its yes, wherever that stands: "why 22 more? anyway yes" → "why 22 more?"."""
    said = beside_a_yes(text) if starts_with_a_yes(folded(text)) else text
    rest = _without_yes(said or "", action, quote)
    return rest if len(rest.split()) > 1 else None


def after_its_no(text: str) -> str:
    """What a message goes on to say after a no or a wait: "no wait i want the full amount" → "i want the full amount"."""
    return _NO_FIRST.sub("", text)


def said_yes_before(text: str) -> bool:
    """ "? I said yes", "that was a yes", said after a quote was withdrawn."""
    return bool(_SAID_YES.match(folded(text).strip()))


_AFTER_ALL = lazy_pattern(r"\b(?:actually|after all|anyway|thought about it|decided|doch|trotzdem)\b")


def wants_it_after_all(text: str, action: str) -> bool:
    """ "Actually yes do it", "ok do the exchange then", of the ``action`` that was withdrawn: told in the last sentence, and nothing
    else wanted before it. A yes alone may mean that there is something else."""
    *before, last = without_stops(sentences(text)) or [""]
    said = folded(last)
    if not (tells_to(last, action) or _AFTER_ALL.search(said)) or not agrees_to(last, action, ""):
        return False
    return not any(wish_in(one) or problem_in(one) or order_numbers(one, bare=False) for one in before)


_WHETHER = lazy_pattern(r"^(?:if|whether|ob)\b\s*")


_I_MEANT = lazy_pattern(
    r"^\W*(?:(?:oh|well|sorry|um+|ach|nein|no)\W+)*(?:i (?:mean|meant)|ich mein\w*)\b[\s:,]*", re.IGNORECASE
)


def what_was_meant(text: str) -> str:
    """ "I meant sending the M back, is that free" → "sending the M back, is that free?"; the text as it is where it begins otherwise."""
    rest = _I_MEANT.sub("", text)
    return text if rest == text else f"{rest.rstrip(' .!?')}?"


def clears_up(text: str) -> bool:
    """ "No, I mean the 43 from my gift card, does it go back there?": a no to our answer, not to what is quoted."""
    return cleared_up(text) is not None


def cleared_up(text: str) -> str | None:
    """The question of such a message, folded; None where it is none."""
    said = folded(text).strip()
    found = _CLEARS_UP.match(said)
    if not found:
        return None
    rest = said[found.end() :]
    if (whether := _WHETHER.match(rest)) is not None:
        asks = f"{rest[whether.end() :].strip(' ?.!')}?"
        return asks if refuses(asks) is None else None
    asked = [piece.text for piece in _pieces(rest) if piece.text and (piece.asks or _ASKS.match(folded(piece.text)))]
    return asked[-1] if asked and refuses(rest) is None else None


def _pieces(text: str) -> Iterator[_Piece]:
    at = 0
    for found in [*_BREAK.finditer(text), None]:
        start, end = found.span() if found else (len(text), len(text))
        yield _Piece(text[at:start].strip(), bool(found and "?" in found[0]), text[at:end])
        at = end


def _core(piece: _Piece) -> str:
    """What a piece says, folded, without the sighs around it."""
    return _TRAIL.sub("", _LEAD.sub("", f"{folded(piece.text).strip()} ").strip())


def _stand(piece: _Piece, action: str | None, quote: str = "") -> Literal["yes", "no"] | None:
    said = folded(piece.text).strip()
    if piece.asks:
        return None
    if action and quote and tells_to_do_it(piece.text, action, quote):
        return "yes"
    core = _core(piece)
    if not core:
        return None  # "whatever", "anyway": a sigh
    if _I_AM_SURE.search(core):
        return None  # of what was decided before it
    if _FIRM.search(core) and (read_confirmation(core, action) == "yes" or sounds_like_yes(core, action)):
        return "yes"
    if _ASKS.match(said):
        return None
    return "no" if refuses(piece.text, action) else None


def _without_yes(text: str, action: str | None, quote: str) -> str:
    """The text without the pieces that are a yes and nothing else."""
    kept = "".join(piece.whole for piece in _pieces(text) if _stand(piece, action, quote) != "yes")
    return kept.strip(" ,;:-–—")
