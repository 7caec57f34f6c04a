"""What is only remarked on what was looked up: that it is noted ("ok so it's not delivered then, strange. thanks"), or doubted ("are you
sure?"). Neither complains of anything, nor wants something done."""

from domain.language.acts.wishes import wish_in
from domain.language.folding import folded
from domain.language.reports.problems import problem_in
from domain.lazy_pattern import lazy_pattern

_MOST_WORDS = 16
_ODD = (
    r"(?:strange|odd|weird|funny|curious|interesting|surprising|a shame|a pity|komisch|seltsam|merkwurdig|eigenartig|schade)"
)
_ENDS_WITH_THANKS = lazy_pattern(
    r"\b(?:thanks|thank you|thx|ty|cheers|danke(?:schon| dir| ihnen| schon)?|merci)(?: (?:anyway|though|again|so much|a lot"
    r"|for (?:the info|letting me know|checking|looking)|trotzdem|sehr|furs (?:nachsehen|schauen)))*\W*$"
)
_CONCLUDES = lazy_pattern(
    rf"^\W*(?:(?:ok|okay|k|oh|ah|aha|ach|hm+|right|well|i see|understood|alright|all right|fine|gut|also|na|dann)\b\W*)+|\b{_ODD}\b"
    r"|^\W*(?:so|then) \w+|\b(?:then|that explains it|dann)\W*$"
)
_HOT = lazy_pattern(
    r"\b(?:ridiculous|unacceptable|disgust\w*|jokes?|terrible|awful|worst|useless|rubbish|angry|furious|annoy\w*|fed up"
    r"|for nothing|for ruin\w*"
    r"|scam|never again|frechheit|unverschamt\w*|sauerei|schlimm\w*|unglaublich|sauer|wutend|but|aber"
    r"|please|pls|want|need|get me|give me|send|help|can|could|bitte"
    r"|ich will|mochte)\b|\?|!!"
)
_MERE = frozenset({None, "late", "not_received"})
_DOUBTS = lazy_pattern(
    r"^\W*(?:(?:but|and|ok|hm+|oh|wait|really|aber|echt|moment)\W+)*(?:"
    r"(?:are|r) (?:you|u) (?:really |quite |absolutely |100% )?(?:sure|certain|positive)(?: (?:about|of) (?:that|this|it))?"
    r"|is (?:that|this) (?:really )?(?:right|correct|true)|(?:that|this|it) (?:cant|cannot) be(?: (?:right|true|correct))?"
    rf"|(?:(?:thats|that is|its|it is|how|very|das ist|das ist ja) )?(?:so |very |really |sehr |ja )?{_ODD}(?: but ok(?:ay)?)?"
    r"|(?:sind sie|bist du|seid ihr) (?:sich |dir |euch )?(?:da )?(?:ganz )?sicher|stimmt das(?: wirklich)?"
    r"|das kann (?:doch )?nicht (?:sein|stimmen)"
    r"|(?:the|my|your|this|die|der|das|in der|im) (?:\w+ )?(?:text|app|site|website|page"
    r"|email|e-mail|mail|message|sms|courier|carrier|driver"
    r"|tracking|ups|dhl|royal mail|seite|nachricht|bote)\b.{0,10}\b(?:says?|said|told|shows?|showed|sagt\w*|steht|zeigt)\b.{0,40}"
    r")(?:\W+(?:are you sure|r u sure|really|so which is it|is that right|sicher))?\W*$"
)


def takes_note(text: str) -> bool:
    """Whether a message only says what was understood of what was told, and thanks."""
    said = folded(text)
    calm = len(said.split()) <= _MOST_WORDS and not _HOT.search(said)
    if not calm or not _ENDS_WITH_THANKS.search(said) or not _CONCLUDES.search(said):
        return False
    return problem_in(text) in _MERE and wish_in(text) is None


def doubts_it(text: str) -> bool:
    """Whether a message only doubts what was told."""
    said = folded(text)
    return len(said.split()) <= _MOST_WORDS and bool(_DOUBTS.match(said)) and problem_in(text) is None
