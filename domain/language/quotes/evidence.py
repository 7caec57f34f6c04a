"""Whether words are positive evidence for a quote: the wish for it was said, or what is wrong was told as a fact of the goods.

What the reader took for a wish may be a question about a right ("can I send it back if it doesn't fit?"), a story ("almost sent it
back"), or the report of a strap that is not there: nothing of it is a wish for money or for goods.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from domain.language.acts.wishes import has_words_of, is_question
from domain.language.folding import folded
from domain.language.goods.swaps import says_what_came
from domain.language.languages.german_words import with_goods_in_english
from domain.language.options.wants_another_variant import does_not_fit, wants_another_variant
from domain.language.reports.no_reports import denies_damage, is_of_another, reports_none
from domain.language.reports.problems import problem_in
from domain.language.reports.reasons import reason_in
from domain.language.reports.wants_goods import wants_goods
from domain.language.text.clauses import clauses
from domain.language.text.polarity import falls_back, is_negated, modality_of
from domain.lazy_pattern import lazy_pattern

# given: the words want it, or tell what is wrong; asked: they ask about it; part: what is wrong is of no goods but of something that
# belongs to them; none: nothing of the kind was said.
Evidence = Literal["given", "asked", "part", "none"]

_OF_GOODS = frozenset({"damaged", "wrong_item", "missing", "not_received", "not_as_described", "late", "lost"})
_MONEY = frozenset({"request_refund", "return_items"})
_FAMILIES: dict[str, frozenset[str]] = {
    "refund_order": _MONEY | {"cancel_order"},
    "return_items": _MONEY | {"exchange_items", "cancel_order"},
    "cancel_order": _MONEY | {"cancel_order", "change_order"},
    "exchange_items": frozenset({"exchange_items", "change_order", "return_items"}),
    "change_order_items": frozenset({"exchange_items", "change_order"}),
}
GATED = frozenset(_FAMILIES)
_REPORTED = frozenset({"refund_order", "return_items", "exchange_items"})  # that a report of what is wrong may lead to

_SENTENCE = lazy_pattern(r"(?<![\d.])[.](?=\s|$)|[!;\n]+|\?+|\s[-–—]+\s")
_PART = lazy_pattern(r",|\b(?:but|and|so|because|cause|cuz|since|though|although|or|und|aber|weil|denn|doch|oder|sondern)\b")
_SWAPS = lazy_pattern(r"\b(?:modif\w+|chang\w+|switch\w*|make|turn|exchang\w+|replac\w+|upgrad\w+|ander\w*|wechsel\w*|anpass\w*)\b")
# More ways to say a wish, too short or too free for the tables that find it among others.
_BACK = lazy_pattern(
    r"\b(?:back (?:please|pls|plz)|(?:take|takes|have|having|goes?|going|geht|gehen|nehmt|nehmen) .{1,40}\b(?:back|zuruck)"
    r"|zuruck(?:nehmen|bringen)?|(?:return|rucksende|ruckgabe|retouren?) ?(?:label|etikett|schein)\w*"
    r"|money for|dont want|do not want|no longer want|want rid of|get rid of|will ich nicht|mochte ich nicht|nicht mehr haben)\b"
)
_CANCELS = lazy_pattern(
    r"\b(?:dont|do not|no longer|wont|nicht mehr|nicht) (?:\w+ )?(?:want|need|needed|brauch\w*|gebraucht|haben)\b|\bbrauche?\b.{0,30}\bnicht"
)
_CONDITION = lazy_pattern(
    r"\b(?:if|unless|in case|suppose|supposing|assuming|say (?:it|the|they)|wenn|falls|sofern|angenommen|sollte)\b"
    # Manners, and what stands in the way on our side, suppose nothing of the goods.
    r"(?! (?:possible|you|u|thats|that is|that works|its (?:ok|okay|possible|allowed|not too late)|it is (?:ok|possible|not)|it(?:s| is|s not| isnt| hasnt|"
    r" has not|s still) |not\b|so\b|any|i (?:can|could|may)\b|there|(?:its|it is|theyre|they are) (?:cheaper|available|in stock|still)|(?:the |my )?(?:order|parcel) (?:hasnt|has not|isnt|is still)"
    r"|moglich|es (?:geht|moglich|ok|noch)|das (?:geht|moglich|ok|noch)|nicht|ihr|sie (?:konnen|mogen)|noch|machbar))"
)
# Such a question wants to know something; "can you", "could I" and "how do I" ask for it to be done.
_WANTS_TO_KNOW = lazy_pattern(
    r"^(?:(?:and|but|so|also|ok|okay|hi|hello|hey|hallo|und|aber|also|dann|ja|nein|no|yes|just|quick question)\W+)*"
    r"(?:who|whom|when|where|which|why|what(?! (?:now|next|can (?:you|we|i) do|do i do|should i do|shall i do|are my options))"
    r"|how (?:long|much|many|soon|often|late)|would i(?! be able)|will i(?! be able)|do i|does|did|is(?! there (?:any|a|some) (?:way|chance)| it (?:still |also |maybe )?(?:possible|ok|okay)(?: for (?:you|me))? to)|isnt|are(?! (?:you|u|we) able)"
    r"|has|am i(?! able)|should i|must i|may i|suppose"
    r"|wer|wann|wo|wohin|welche[nrsm]?|warum|wieso|was(?! (?:nun|jetzt|tun|kann man|konnen wir|mache ich|machen wir|soll ich))"
    r"|wie (?:lange?|viel|oft|hoch|teuer|lauft|ist)|ist|sind|gilt|muss|mussen|darf|durfen|bekomme?|kriege?|hatte? ich|wurde ich|habe ich"
    r"|zahlt|zahle|geht)\b"
)
_OR_NOT = lazy_pattern(
    r"\b(?:yes or no|ja oder nein|is (?:it|that|this) (?:even )?(?:possible|allowed)\W*$|(?:rückgabe|ruckgabe|umtausch|storno\w*) moglich)\b"
)
_ASKS_THE_STATE = lazy_pattern(
    r"^(?:so |and |or |und |oder )*(?:is|are|ist|sind) (?:it|they|this|that|these|das|es|er|sie|die|der|the \w+)\b.{0,25}\b(?:broken|"
    r"damaged|faulty|defective|normal|ok|okay|safe|supposed|meant|kaputt|defekt|beschadigt|schlimm|gefahrlich)\b"
)
_NOT_DONE = lazy_pattern(
    r"\b(?:almost|nearly|(?:was|were) (?:about|going|tempted) to|thought (?:about|of)|considered|beinahe|(?:hatte|hatten|hab\w*) \w+ fast|"
    r"fast (?:hatte|hatten))\b|\btalked (?:me|us) (?:out of|into keeping)\b"
)
_LONG_AGO = lazy_pattern(
    r"\b(?:last year|years? ago|back in (?:19|20)\d\d|in the past|letztes jahr|voriges jahr|vor (?:einem|zwei|drei|\d+) jahren?|"
    r"fruher mal|damals)\b"
)
_HEARSAY = lazy_pattern(
    r"\b(?:i|we) (?:have |ve )?(?:read|heard|saw online)\b|\b(?:ich|wir) (?:hab\w* )?(?:\w+ )?(?:gelesen|gehort)\b|\breviews? (?:say|said)\b"
    r"|\b(?:a|an|my|our|some) (?:good |best |old )?(?:friend|neighbou?r|colleague|coworker|mate)s?\b (?:of mine )?(?:say|says|said|told|tells|thinks)\b"
)
_MAY_BE = lazy_pattern(
    r"\b(?:can|could|might|may|would|will|kann|konnte|konnten|konnen|wird|wurde)\b(?! (?:not|nicht|you|i|we|ich|sie|ihr|no longer)\b)"
    r".{0,25}\b(?:crack|break|tear|rip|leak|scratch|chip|dent|bend|fall apart|kaputt ?gehen|brechen|reissen)\w*\b"
    r"|\bgeht (?:\w+ ){0,3}kaputt\b"
)
_UNHARMED = lazy_pattern(r"\b(?:undamaged|unharmed|unbroken|unbesch(?:a|ae)digt\w*|unversehrt\w*|intakt\w*|einwandfrei\w*)\b")
# What comes with goods and is not they.
_PAPER = (
    r"(?:labels?|tags?|stickers?|manuals?|instructions?|leaflets?|booklets?|invoices?|receipts?|box(?:es)?|packag\w*|packing|parcels?|cartons?|"
    r"wrapping|wrapper|envelopes?|etikett\w*|aufkleber|anleitung\w*|\w*anleitung|rechnung|karton\w*|verpackung\w*|paket\w*|schachtel)"
)
_OF_PAPER = lazy_pattern(
    rf"(?:^|\b(?:the|its|my|our|only|just|der|die|das|den|ein|eine|nur) )(?:\w+ )?{_PAPER}\b(?! (?:of (?!(?:the|my|der|dem|den|meine?[mnr]?)\b)|set))"
    r"(?!.{0,25}\b(?:with|inside|contain\w*|mit)\b)"
)
_SOME_OF = frozenset(
    "one both two three four half some all most none any each either neither pair set rest only just nur ein eine einer eines zwei drei "
    "beide beiden alle keine halfte".split()
)
_AT = lazy_pattern(r"\b(?:for|of|from|with|to|on|in|fur|von|vom|bei|beim|zum|zur|zu|am|an|aus|mit|im)\b")
_ARTICLE = frozenset("the my our your this that these those der dem den die das mein meine meiner meinem meinen unser unsere".split())
_ANOTHER = lazy_pattern(r"\b(?:one|ones|keine[rns]?|eine[rns]?|welche)\b")
_SHORTEST_NAME = 3  # letters of a word that names goods


@dataclass(frozen=True)
class _Sentence:
    text: str
    asks: bool


def evidence_for(action: str, texts: Sequence[str], names: Collection[str] = (), *, is_sure: bool = False) -> Evidence:
    """What the words say of an action of ``GATED``, of goods that are called ``names``. ``is_sure``: the reader took them for it without
    a doubt, whatever words they use; what they only ask or deny is none all the same."""
    said = [sentence for text in texts for sentence in _sentences(text)]
    goods = {word for name in names for word in folded(name).split() if len(word) >= _SHORTEST_NAME}
    of_wishes = [_wished(sentence, action) for sentence in said]
    if "given" in of_wishes:
        return "given"
    of_reports = [kind for sentence in said for kind in _reported(sentence, action, goods)]
    if "given" in of_reports:
        return "asked" if any(_ASKS_THE_STATE.match(folded(sentence.text)) for sentence in said) else "given"
    for kind in ("part", "asked", "none"):
        if kind in of_reports or kind in of_wishes:
            return "asked" if kind == "none" and any(sentence.asks for sentence in said) else kind
    return "given" if is_sure else ("asked" if any(sentence.asks for sentence in said) else "none")


def _sentences(text: str) -> Iterator[_Sentence]:
    begun = 0
    for stop in [*_SENTENCE.finditer(text), None]:
        sentence = text[begun : stop.start() if stop else len(text)].strip()
        if sentence:
            yield _Sentence(sentence, is_question(sentence, asks=bool(stop and "?" in stop[0])))
        begun = stop.end() if stop else len(text)


def _wished(sentence: _Sentence, action: str) -> Evidence | None:
    """What a sentence says with the words of a wish; None where it has none."""
    if not _has_words(sentence.text, action):
        return None
    telling = [part.text for part in clauses(sentence.text) if _has_words(part.text, action)] or [sentence.text]
    if _is_a_story(sentence.text) or all(is_negated(part) or modality_of(part) == "told" for part in telling):
        return "none"
    said = folded(sentence.text)
    asks = sentence.asks or any(_WANTS_TO_KNOW.match(part.strip()) for part in _PART.split(said))
    supposes = asks and _CONDITION.search(said) and not falls_back(sentence.text)
    wants_to_know = any(_WANTS_TO_KNOW.match(folded(part).strip()) for part in telling) or _OR_NOT.search(said)
    return "asked" if supposes or wants_to_know else "given"


def _has_words(text: str, action: str) -> bool:
    said = folded(text)
    if any(has_words_of(intent, text) for intent in _FAMILIES[action]):
        return True
    if action == "cancel_order":
        return bool(_CANCELS.search(said)) or reason_in(text, "cancel_order") is not None
    if action in ("exchange_items", "change_order_items"):
        return bool(_SWAPS.search(said)) or wants_another_variant(text) or wants_goods(text) or does_not_fit(text) or says_what_came(text)
    return bool(_BACK.search(said)) or does_not_fit(text) or reason_in(text, "return_items") == "changed_mind"


def _is_a_story(text: str) -> bool:
    """Whether it tells what was not done after all, was long ago, or is said of others."""
    said = folded(text)
    return bool(_NOT_DONE.search(said) or _LONG_AGO.search(said) or _HEARSAY.search(said)) or is_of_another(text, text)


def _reported(sentence: _Sentence, action: str, goods: Collection[str]) -> Iterator[Evidence]:
    """What each part of a sentence that speaks of something wrong says of it."""
    if action not in _REPORTED:
        return
    parts = [part.strip() for part in _PART.split(sentence.text) if part.strip()]
    told = [part for part in parts if problem_in(part) in _OF_GOODS or _UNHARMED.search(folded(part))]
    if not told and problem_in(sentence.text) in _OF_GOODS:
        parts = told = [sentence.text]
    for part in told:
        said = folded(part).strip()
        is_none = denies_damage(part) or reports_none(part, sentence.text) or problem_in(_UNHARMED.sub(" ~ ", said)) is None
        ends_it = part == parts[-1] and (len(parts) == 1 or _WANTS_TO_KNOW.match(said))
        if is_none or _is_a_story(sentence.text):
            yield "none"
        elif sentence.asks and (ends_it or _CONDITION.search(folded(sentence.text))):
            yield "asked"
        elif _MAY_BE.search(said):
            yield "none"
        else:
            yield "part" if _is_of_a_part(part, goods) else "given"


def _is_of_a_part(part: str, goods: Collection[str]) -> bool:
    """ "The strap for the shelf is missing", "the label on the basket is torn": the goods are named only to say what it belongs to."""
    words = folded(part).split()
    at = [i for i, word in enumerate(words) if _names(word, goods)]
    belongs = [i for i in at if _belongs_to(words, i)]
    is_missing = problem_in(part) == "missing"
    if is_missing and not at:
        return bool(goods) and bool(_ANOTHER.search(folded(part)))
    named_only_so = bool(at) and len(belongs) == len(at)
    return named_only_so and (is_missing or bool(_OF_PAPER.search(folded(part))))


def _names(word: str, goods: Collection[str]) -> bool:
    called = folded(with_goods_in_english(word)).split()  # German goods with what they are called in English
    return any(one.rstrip("s") == name.rstrip("s") for one in called for name in goods)


def _belongs_to(words: Sequence[str], at: int) -> bool:
    """Whether the word stands behind a preposition, and not in "one of the mugs"."""
    before = [word for word in words[:at] if word not in _ARTICLE][-2:]
    places = [i for i, word in enumerate(before) if _AT.fullmatch(word)]
    if not places:
        return False
    ahead = [word for word in words[:at] if word not in _ARTICLE]
    first = len(ahead) - len(before) + places[-1]
    return not (first > 0 and (ahead[first - 1] in _SOME_OF or ahead[first - 1].isdigit()))
