"""Whether words are put as a question about how things work, whose case they speak of; and two questions in one message, taken apart."""

import re

from domain.language.folding import folded
from domain.language.text.sentences import phrases
from domain.lazy_pattern import lazy_pattern

_HOW_TO = lazy_pattern(
    r"^\W*(?:(?:hi|hello|hey|please|ok|so|and)\b\W*)*(?:how (?:do|can|to|does|long|much|many|soon|would|should)"
    r"|what(?:'s| is| are| happens| if| do| does)|can i|could i|may i|do i|am i|is it possible|is there|are there|do you"
    r"|does|which|who|why)\b",
    re.IGNORECASE,
)
# The same in German, over folded words: a question stands behind what is told before it, too ("bin nicht da, kann ich …").
_BEGINS = (
    r"(?:^|[,.;:!?]|\b(?:und|oder|aber)\b)\W*"
    r"(?:(?:hallo|hi|hey|moin|servus|bitte|ok|okay|so|und|oder|aber|also|ach|sagt? mal|dann|auch|noch ?mal)\b\W*)*"
)
_HOW_TO_IN_GERMAN = lazy_pattern(
    rf"{_BEGINS}(?:(?:kann|konnte|konnen|darf|durfen|muss|mussen|brauche?|soll|sollte) (?:ich|man|wir|es|das)|(?:bis|ab) wann"
    r"|wie (?:lang\w*|viele?|oft|schnell|hoch|teuer|kann|geht|funktioniert|muss|mach\w*|werde?)"
    r"|was (?:kostet|passiert|muss|kann|bedeutet|ist mit|mach\w*)|gibts|gibt es|habt ihr|haben sie|nehmt ihr|nehmen sie|liefert ihr"
    r"|liefern sie|(?:(?:auf|in|mit|an|zu|bei) )?welche[mnrs]?|wer|warum|wieso|weshalb|wohin|wo (?:gebe?|kann|muss|bringe?))\b"
)
_QUESTION_IN_GERMAN = lazy_pattern(rf"{_BEGINS}(?:wann|wo|wie|was|ist|sind|wird|geht|gilt|kostet|lauft|bekomm\w*|kriege?)\b")
_QUESTION = lazy_pattern(r"^\W*(?:when|where|will|what|how|can|is|are|do|does)\b|\?\s*$", re.IGNORECASE)
_OWN_CASE = lazy_pattern(
    r"\bmy\b[\w\s]{0,20}\b(?:order|parcel|package|delivery|shipment|item|purchase|stuff|refund|money)s?\b", re.IGNORECASE
)
_OWN_PARCEL = lazy_pattern(
    r"\bmy\b[\w\s]{0,20}\b(?:order|parcel|package|delivery|shipment|purchase|stuff)s?\b", re.IGNORECASE
)
_OWN_CASE_IN_GERMAN = lazy_pattern(
    r"\b(?:meine?[mnrs]?\b.{0,20}\b(?:artikel\w*|erstattung|geld|rucksendung|retoure)|die (?:rucksendung|erstattung|retoure))\b"
)
_OWN_PARCEL_IN_GERMAN = lazy_pattern(
    r"\b(?:meine?[mnrs]?\b.{0,20}\b(?:bestellung\w*|paket\w*|paeckchen|lieferung|sendung\w*|einkauf|ware|sachen|zeug)"
    r"|(?:die|das|der|diese[mnrs]?) (?:bestellung|paket|lieferung|sendung))\b"
)
_WHERE_IN_GERMAN = lazy_pattern(
    r"\bwo (?:ist|sind|bleib\w*|steckt)\b|\b(?:ich|wir) (?:will|wollen|mochten?|brauche?n? (?!zum|fur|dafur|dazu))|"
    r"\b(?:kannst du|konnen sie|konnt ihr|konnten sie|konntet ihr|bitte)\b|\b(?:verfolg\w*|storniere|schick mir)\b"
)
_WHERE = lazy_pattern(r"\bwhere(?:'s| is| are)?\b|\btrack\b|\bcan you\b|\bcould you\b|\bi want\b|\bi need\b", re.IGNORECASE)
_YES_AND = lazy_pattern(r"^\W*(?:yes|yeah|yep|yup|sure|oui|ja)\b", re.IGNORECASE)
_ALSO = lazy_pattern(r"\b(?:also|as well|too|another|plus|in addition|besides)\b", re.IGNORECASE)
_ONLY_NAMES = lazy_pattern(r"(?:\W*\[NAME_\d+\]\W*)+")


def asks_about(text: str, known: bool, names_an_order: bool) -> bool:
    """Whether words that fit an action are a question about how things work, which a document may answer first."""
    said = folded(text)
    if names_an_order or _WHERE.search(text) or _WHERE_IN_GERMAN.search(said):
        return bool(not names_an_order and re.match(r"^\W*how (?:do|can) i\b", text, re.IGNORECASE))
    is_own_parcel = _OWN_PARCEL.search(text) or _OWN_PARCEL_IN_GERMAN.search(said)
    is_own = is_own_parcel or _OWN_CASE.search(text) or _OWN_CASE_IN_GERMAN.search(said)
    if _HOW_TO.match(text) or _HOW_TO_IN_GERMAN.search(said):
        return not (known and is_own and not text.lower().startswith(("how", "wie")))
    # "What about my parcel?" is nobody's question to a document, "when will I get my refund?" may be a guest's.
    return _asks(text) and not (is_own if known else is_own_parcel)


# What holds in general, whoever asks it, and whatever goods or mishap stand beside it: nothing is to be done by it.
_HOLDS = lazy_pattern(
    r"\b(?:do (?:i|we|you) (?:have|need|got) to|do i (?:really )?need|must i|have i got to|am i (?:allowed|supposed)|are we allowed"
    r"|how (?:long|many (?:days|weeks|months|years|hours|times|points)|often|soon|much time)|until when|by when"
    r"|what (?:happens|if|kind of|sort of|type of)|who (?:pays|has to pay|covers)"
    r"|(?:which|what) (?:account|card|bank|battery|batteries|bulbs?|size|box)"
    r"|where does the (?:money|refund) go"
    r"|is (?:it|that|this) (?:still )?(?:ok|okay|normal|allowed|possible|covered|safe|free|broken|faulty|enough)"
    r"|(?:still|is (?:that|it|this)|are (?:they|those)) covered|why (?:does|do|is|are|doesnt|wont|isnt|has|hasnt|did|would)"
    r"|(?:can|could|may|should|must|does|will) (?:it|they|this|that|these|those)(?! be (?:sent|delivered|here)| (?:arrive|come|get here))"
    r"|will (?:you|u) (?:match|wrap|deliver|take|accept)|does (?:it|one|that|the \w+(?: \w+)?) come with)\b"
    r"|\b(?:brauche?|muss|mussen|darf|durfen|soll|sollte) (?:ich|man|wir|ma)\b"
    r"|\b(?:wie (?:lang\w*|viele? (?:jahre?|tage?|wochen|monate|punkte|stunden|mal)|oft)"
    r"|bis wann|ab wann|wer (?:zahlt|bezahlt|tragt)|was (?:fur|wenn|passiert|ist wenn|ist mit|mach\w*|tun|muss)"
    r"|(?:auf|in|mit|an|zu|bei) welche[mnrs]?|welche[mnrs]? (?:batterie\w*|birne\w*|grosse\w*|konto|karte|leuchtmittel)"
    r"|warum|wieso|weshalb)\b"
    r"|\b(?:ist|war|sind|bleibt) (?:das|es|die|der|dies\w*)(?: \w+)? "
    r"(?:normal|erlaubt|moglich|abgedeckt|kostenlos|kaputt|schlimm|inbegriffen|dabei)\b"
    r"|\b(?:gilt|fallt|deckt|zahlt|greift)\b.{0,30}\b(?:garantie|gewahrleistung|versicherung)\b"
    r"|\b(?:garantie|gewahrleistung)\b.{0,20}\b(?:gilt|greift)\b"
    r"|\bgeht das\b|\bmoglich\W*(?:oder nicht|ja oder nein)?\W*\?|\bpasst\b.{0,40}\b(?:in|auf|unter|durch)\b|\bpossible\W*\?"
)
_OF_THE_PARCEL = lazy_pattern(
    r"\b(?:my|our|mein\w*|unser\w*) (?:\w+ )?"
    r"(?:order|parcel|package|delivery|refund|money|bestellung|paket|lieferung|sendung|erstattung|geld)\b"
)
_WANTS = lazy_pattern(
    r"\b(?:i|we) (?:want|wanna|would like|wish)\b|\bid like\b|\bplease\b|\bbitte\b"
    r"|\b(?:ich|wir) (?:will|wollen|mochten?|hatten? gern\w*|wurden? gern\w*)\b|\b(?:mochte|will) ich\b"
)


# After what happened it asks for help with that, and no document: "kam kaputt an, was machen wir da?".
_WHAT_NOW = lazy_pattern(
    r"(?<=[.!?,;-]) *(?:und |and |so )?(?:was (?:machen? (?:wir|ich|man|sie|ihr)|tun wir|passiert|geschieht) (?:da|jetzt|nun|denn|damit)"
    r"|what (?:do|can|should|shall|will|are) (?:i|we|you) (?:do|going to do|doing)(?: about (?:it|that|this))?(?: now)?|what now"
    r"|was nun)\b[^,.;?]*[?.!]*\s*$"
)


def asks_what_now(text: str) -> bool:
    """Whether a message only asks for help with what it tells: "kam kaputt an, was machen wir da?"."""
    return bool(_WHAT_NOW.search(folded(text).replace("ß", "ss")))


def asks_what_holds(text: str) -> bool:
    """ "Do I need the box?", "teller kam zerbrochen an, muss ich die scherben zurückschicken": a document may know, whatever else the words
    could be taken for. Not of one's own parcel or money, which no document knows, nor where something is asked for beside it."""
    said = _WHAT_NOW.sub("", folded(text).replace("ß", "ss"))
    return bool(_HOLDS.search(said)) and not _OF_THE_PARCEL.search(said) and not _WANTS.search(said)


_ASKED_FOR = r"(?: (?:wissen|fragen|erfahren))?"
_THAT_IS_ALL = lazy_pattern(
    r"(?:und |and )?(?:"
    rf"(?:mehr|sonst nichts|weiter nichts|nichts weiter|nichts anderes) (?:will|mochte|wollte|muss|brauch\w*) (?:ich|wir)"
    rf"(?: (?:gar|auch|ja|jetzt|doch))*(?: nicht)?{_ASKED_FOR}"
    r"|(?:ich|wir) (?:will|wollen|mochten?|wollten?|muss) (?:sonst |weiter |gar )*(?:nichts|nicht) (?:weiter|anderes|mehr|sonst)"
    r" (?:wissen|fragen|erfahren)"
    r"|(?:sonst|weiter) nichts"
    r"|(?:das|mehr) (?:ist|war) (?:auch |schon )?(?:alles|nicht)(?:,? was ich (?:wissen|fragen) (?:will|wollte|mochte))?"
    r"|(?:thats|that is) (?:really )?all(?: (?:that )?(?:i|we) (?:\w+ ){0,3}(?:know|ask|hear|need))?"
    r"|(?:i|we) (?:dont|do not) (?:want|need) (?:to (?:know|hear) )?anything (?:else|more)|nothing (?:else|more))"
)


def without_that_is_all(text: str) -> str | None:
    """ "Wie teuer ist der Versand? Mehr will ich nicht wissen": the question without the words that nothing else is asked. None where no
    such words stand beside a question."""
    parts = [part.strip() for part in phrases(text) if part.strip()]
    asking = [part for part in parts if not _THAT_IS_ALL.fullmatch(folded(part).strip(" .!?,;"))]
    if len(asking) in (0, len(parts)) or not any(_asks(part) for part in asking):
        return None
    return " ".join(asking)


_WHETHER_IT_CAN_BE = lazy_pattern(
    r"^\W*(?:(?:und|and|aber|but|ok|okay|also|so|moment|dann)\W+)*"
    r"(?:kann|konnen|konnt|konnte\w*|darf|durfen|can|could|may)\b[^.!]*\?\W*$"
)


def asks_whether_it_can_be(text: str) -> bool:
    """ "Kann DHL das Paket noch umleiten?": nothing is reported by it."""
    return bool(_WHETHER_IT_CAN_BE.match(folded(text)))


def is_put_as_a_question(text: str) -> bool:
    """ "Can I have a copy of this chat?" reads like talk, and a document answers it; somebody's own case is no question to one."""
    said = folded(text)
    is_own = _OWN_CASE.search(text) or _OWN_CASE_IN_GERMAN.search(said) or _OWN_PARCEL_IN_GERMAN.search(said)
    return _asks(text) and not is_own


def _asks(text: str) -> bool:
    said = folded(text)
    return bool(_QUESTION.search(text) or _HOW_TO_IN_GERMAN.search(said) or _QUESTION_IN_GERMAN.search(said))


def is_yes_to_more(text: str) -> bool:
    """A yes that wishes for something else beside it: "yes, and also …"."""
    return begins_with_yes(text) and bool(_ALSO.search(text))


def begins_with_yes(text: str) -> bool:
    return bool(_YES_AND.match(text))


def is_only_names(text: str) -> bool:
    """Whether nothing stands in a masked text but people's names."""
    return bool(_ONLY_NAMES.fullmatch(text))


_JOINS = frozenset({"and", "also", "und"})


_CLAUSE = lazy_pattern(r"(?<=[.!?;:,])\s+|\s+[-–—]+\s+|\s*\n\s*")
_FEWEST_OF_A_CLAUSE = 3  # words


def only_what_asks(text: str) -> str | None:
    """ "And price match? I've seen it cheaper elsewhere", "ich bin nicht da, wo liegt es dann": the clause that asks, without what is
    told beside it. None where it is the whole, or none is."""
    clauses = [clause for clause in _CLAUSE.split(text.strip()) if clause.strip(" ?!.,;:")]
    asking = [clause for clause in clauses if _asks(clause)]
    if not asking or len(asking) == len(clauses):
        return None
    words = asking[0].strip(" ?!.,;:").split()
    words = words[1:] if words[0].lower() in _JOINS and len(words) > 1 else words
    is_marked = asking[0].rstrip().endswith("?")
    return " ".join(words) + "?" if is_marked or len(words) >= _FEWEST_OF_A_CLAUSE else None


_MOST = 3
_ASKS = r"(?:how|what|when|where|which|who|why|can|could|do|does|is|are|may|must|will)"
_BORDER = lazy_pattern(rf"(?:\?\s+|,?\s+\b(?:and|also|plus)\s+(?:also\s+)?(?={_ASKS}\b))", re.IGNORECASE)
_FEWEST_WORDS = 3


def question_parts(text: str) -> list[str]:
    """Each question of the message, in order; the whole text where it is one question, or says more than three."""
    parts = [part.strip(" ,;") for part in _BORDER.split(text) if part.strip(" ,;?")]
    if len(parts) > 1 and not _asks(parts[-1]):
        parts.pop()  # "is it signed for? it's just a kettle": told behind a question
    if not 1 < len(parts) <= _MOST or any(len(part.split()) < _FEWEST_WORDS for part in parts):
        return [text]
    return parts
