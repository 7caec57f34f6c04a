"""What is only remarked on what was looked up: that it is noted ("ok so it's not delivered then, strange. thanks"), or doubted ("are you
sure?"); or on anything, with a sigh ("typical", "a week, really"). None complains of something, or wants something done."""

from functools import lru_cache

from domain.language.acts.wishes import wish_in
from domain.language.folding import REMEMBERED, folded
from domain.language.reports.problems import problem_in
from domain.language.text.phrasebook import Phrasebook
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


_SIGHS = """typical; so typical; thats typical; figures; that figures; that was to be expected; i expected that; as expected; i knew it;
i thought so; i thought as much; just my luck; great service; some service; what a service; what service; oh great; oh wow; wow; oh lovely;
oh brilliant; oh fantastic; oh perfect; oh wonderful; thats great to hear; how generous; very generous; so generous; how nice; how kind;
how lovely; seriously; are you serious; you serious; are you kidding; are you kidding me; youre kidding; you must be kidding;
you are kidding; are you joking; youre joking; you must be joking; no kidding; for real; unbelievable; incredible; oh come on; come on;
oh man; oh boy; oh dear; oh my; omg; wtf; ugh; argh; sigh; meh; bummer; what a bummer; damn; darn; oh well; well well; shame; what a shame;
thats a shame; pity; what a pity; thats a pity; too bad; thats too bad; not great; thats not great; not ideal; thats not ideal; that sucks;
this sucks; how annoying; thats annoying; annoying; disappointing; thats disappointing; how disappointing; lol; haha; ha; hm; hmm; huh; pff;
so long; that long; thats long; thats so long; thats very long; thats a long time; thats a long wait; that takes ages; thats ages;
takes long enough; takes forever; that takes forever; thats forever; thats slow; so slow; what a hassle; such a hassle; thats a hassle;
thats a lot of hassle; a lot of hassle; thats a lot of work; thats a lot of effort; thats cheap; thats stingy; thats not much; not much;
thats not a lot; thats little; typisch; das ist typisch; ja typisch; na super; na toll; na prima; na klasse; na bravo; na wunderbar;
na grossartig; na herrlich; na danke; na vielen dank; super service; toller service; ganz toll; ja toll; ja super; echt jetzt;
jetzt echt; echt; im ernst; ernsthaft; ist das ihr ernst; das ist nicht ihr ernst; nicht ihr ernst; ihr ernst; war ja klar; war klar;
das war ja klar; das war klar; hatte ich mir denken konnen; dachte ich mir; hab ich mir gedacht; kaum zu glauben; unglaublich;
nicht zu fassen; schade; sehr schade; wie schade; das ist schade; so ein mist; mist; blod; wie blod; das ist blod; argerlich;
das ist argerlich; wie argerlich; das nervt; nervig; oje; ohje; och; och no; puh; tja; na dann; na ja; sehr grosszugig; wie grosszugig;
wie nett; das ist lang; das ist lange; so lange; so lang; das dauert ja ewig; das dauert ewig; dauert ja ewig; dauert ewig; ganz schon lang;
ganz schon lange; das ist wenig; das ist nicht viel; nicht viel; nicht gerade viel; so wenig; umstandlich; ganz schon umstandlich;
so ein aufwand; was fur ein aufwand"""
_BESIDE_A_SIGH = """really; oh; ah; and; well; again; wow; just; honestly; then; man; folks; guys; right; na; also;
mal; wieder; mal wieder; wirklich; ehrlich; ach; aha; doch; halt; eh; leute; dann; ach so; i see; so; great; lovely; brilliant; fantastic;
wonderful; super; toll; prima; only; all of; nur; ganze; satte; a whole; a whopping; thismuch"""
_MAY_AGREE = "ok then; ok; okay; yeah; ja; ja gut; na gut; gut; fine"
_SOMETIME = lazy_pattern(
    r"\b(?:in |for |within )?(?:an?|one|two|three|four|five|six|seven|ten|\d+|eine?|zwei|drei|vier|funf|sechs|sieben|zehn)"
    r"(?: (?:whole|full|more|working|business|entire|ganze[nrs]?|volle))* "
    r"(?:days?|weeks?|months?|tage?n?|wochen?|werktage?n?|monate?n?)\b"
)
_SUM = lazy_pattern(
    r"(?:[$€£] ?\d+(?:[.,]\d+)*|\b\d+(?:[.,]\d+)* ?(?:[$€£]|(?:bucks|dollars?|quid|pounds?|euros?|usd|eur|gbp|cad)\b))"
)
_THIS_MUCH = "thismuch"
_MOST_OF_A_SIGH = 10


@lru_cache(maxsize=1)
def _sighs() -> Phrasebook:
    phrases = {"beside": _BESIDE_A_SIGH, "may_agree": _MAY_AGREE, "sigh": _SIGHS}
    return Phrasebook({kind: [one.strip() for one in group.split(";")] for kind, group in phrases.items()})


@lru_cache(maxsize=REMEMBERED)
def only_sighs(text: str) -> bool:
    """Whether a message is nothing but a remark: "typical", "na super", "a week, really", "great, 37 bucks"."""
    said = folded(text).replace("ß", "ss").replace("?", " ")
    said = _SUM.sub(_THIS_MUCH, _SOMETIME.sub(_THIS_MUCH, said))
    words = said.split()
    if len(words) > _MOST_OF_A_SIGH or (kinds := _sighs().read(said)) is None:
        return False
    return "sigh" in kinds or ("may_agree" not in kinds and _THIS_MUCH in said and (len(words) > 1 or "?" in text))
