"""What rules read in clauses, weighed against what the encoder holds of the whole message.

The rules know where things stand and what they are called; the encoder knows how people put them, in many languages, and that one
clause can do several things. A rule's act that the message hardly holds is dropped, what only the encoder holds is added where it is
said. What must not be begun on a guess stays under the bounds of one. One file: the bounds weigh against one another."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from domain.acts import Act, ReadingContext
from domain.dialogue import NEEDS_ITS_WORDS, SENDS
from domain.intents import OUT_OF_SCOPE, QUESTION_INTENTS, REPORT_PROBLEM, TALK_INTENTS, URGENT, act_of_intent
from domain.language.acts.act_references import names_something, with_references
from domain.language.acts.wishes import has_words_of, is_question, puts_behind
from domain.language.orders.order_questions import asks_when_it_comes
from domain.language.people.asks_for_person import declines_a_person
from domain.language.questions.question_form import asks_what_now
from domain.language.reports.no_reports import says_only_fine
from domain.language.reports.problems import problem_in
from domain.language.text.polarity import is_negated
from domain.lazy_pattern import lazy_pattern
from domain.ports.understanding import IntentGuess
from models.acts.alarms import has_trace_of_alarm
from models.acts.encoder import EncodedMessage
from models.acts.pieces import HUMAN_AGENT, Piece, act_of

_SAYS_MUCH = ("wish", "report", "question")
_NOTHING_TO_DO = frozenset({*TALK_INTENTS, OUT_OF_SCOPE, "value", "yes", "no", "correction"})
_REMEDIES = frozenset({"request_refund", "return_items", "exchange_items"})
_LOOKS = frozenset({"list_orders", "order_details", "account_details"})
_LOOKS_FOR = frozenset({"track_order", "track_refund"})
_CHARGES = frozenset({f"{REPORT_PROBLEM}.charged_wrong", f"{REPORT_PROBLEM}.charged_twice"})
_SURELY_LOOKS = 0.95  # … beside what is to be done
_BORNE_OUT = 0.7  # a rule's act of which the encoder is as sure as this
_READ = 0.5  # where nothing else was read
_DOUBTED = 0.9  # … and the classifier of clauses holds it for nothing
_LEAST = 0.25  # … and where nothing else is likelier either
_BESIDE = 0.85  # what is added to what was read
_BESIDE_WORDS = 0.9  # … in a clause in which a rule read something
_NEGATED = 0.65  # what is denied
_TORN = 0.3  # what may as well be denied as this is not sure to be wanted
_INSTEAD = 0.7  # … and where a rule's act was dropped for it
_DROPPED = 0.06  # a rule's act of which the encoder is less sure than this
_SURELY_NEGATED = 0.6
_SURE_OF_PERSON = 0.6  # offering one too many costs little
_HEARD = 0.8  # what the classifier of clauses holds counts as so much of its word
_SURER_THAN_WORDS = 0.9  # of another act than a rule's, which then wants the encoder's word too
_GIVES, _SURELY_GIVES = "provide_information", 0.5
_UNSURE = 0.45  # of what would be irreversible or go out, and whose words do not stand there
_SURE_WITHOUT_ITS_WORDS = 0.8  # … unless the encoder is as sure as this; then it is likely, and still asked about before
_LIKELY = 0.6
_WHERE_ALL_IS_WELL = 0.1  # of what is wrong, in a clause that says what is not: "the bookshelf is fine but there's no lamp"
_BOTH = 0.7  # what a rule read too, where the encoder hears another kind of trouble in the same clause
_READ_BY_RULES = 0.7  # a clause in which a rule read something else is so much less likely the place of a guess

# "Can I send it back?" asks for it; "is there a newsletter?" only asks.
_REQUESTS = lazy_pattern(
    r"^\W*(?:and |so |then )?(?:can|could|would|will|may|might|kann|kannst|konn|könn|puis|peux|pouvez|pourr|pued|podr|podría|posso|puoi|"
    r"potre|pode|kan|kun|zou|mag)",
    re.IGNORECASE,
)


# … and "can you send it back?" asks us to do it.
_ASKS_US = lazy_pattern(
    r"^\W*(?:(?:and|so|then|ok|okay|und|also|dann)\W+)*(?:(?:can|could|would|will) (?:you|u)\b|please\b|bitte\b"
    r"|(?:kannst du|konn\w* (?:sie|ihr)|könn\w* (?:sie|ihr)|wurde\w* (?:sie|ihr)|würde\w* (?:sie|ihr))\b)",
    re.IGNORECASE,
)


class Key(NamedTuple):
    """An act as the encoder tells acts apart."""

    status: str
    label: str


def key_of(act: Act | None) -> Key | None:
    """The encoder's name for an act; None for what it does not tell apart."""
    if act is None or act.intent is None or act.act not in (*_SAYS_MUCH, "talk"):
        return None
    label = f"{act.intent}.{act.problem}" if act.problem else act.intent
    return Key("negated" if act.negated else "supposed" if act.modality == "supposed" else "asked", label)


def is_borne_out(pieces: Sequence[Piece], message: EncodedMessage) -> bool:
    """Whether rules read all of the message and the encoder reads the same and no danger: the classifier then has nothing to add."""
    if any(piece.open for piece in pieces) or has_trace_of_alarm(message):
        return False
    keys = [key for piece in pieces if (key := key_of(piece.act))]
    return bool(keys) and all(message.share(*key) >= _BORNE_OUT for key in keys)


def is_sure_of_something(message: EncodedMessage, guess: IntentGuess) -> bool:
    """Whether the encoder is sure of all that is wanted, reported or asked. Of a word or two that it takes for an answer it knows less, and
    so of an unknown verb ("blorp the wumpus"), where the classifier surely hears nothing to do."""
    heard = {label for (_, label), share in message.shares.items() if share >= _READ and label not in _NOTHING_TO_DO}
    is_nothing = guess.intent == OUT_OF_SCOPE and guess.confidence >= _DOUBTED
    return message.is_sure and bool(heard) and not (is_nothing and heard <= NEEDS_ITS_WORDS)


def leaning_to(message: EncodedMessage, guess: IntentGuess) -> EncodedMessage:
    """The message, surer of what the classifier of clauses holds too; doubted where that is nothing."""
    key = ("asked", guess.intent)
    if guess.intent == OUT_OF_SCOPE:
        surest = max(message.share("asked", OUT_OF_SCOPE), guess.confidence)
        return replace(message, doubted="nothing", shares=message.shares | {("asked", OUT_OF_SCOPE): surest})
    if guess.intent == _GIVES and guess.confidence >= _SURELY_GIVES:
        return replace(message, doubted="value")
    if key not in message.shares:
        return message
    if guess.confidence < _SURER_THAN_WORDS:
        return replace(message, shares=message.shares | {key: max(message.shares[key], _HEARD * guess.confidence)})
    shares = dict(message.shares)
    if shares[key] < _READ:  # of one act each is sure: what only the encoder holds counts as so much of its word, too
        shares = {
            (s, label): share * (_HEARD if s == "asked" and label not in _NOTHING_TO_DO else 1)
            for (s, label), share in shares.items()
        }
    return replace(message, shares=shares | {key: max(shares[key], guess.confidence)}, surely=guess.intent)


def weigh(pieces: Sequence[Piece], message: EncodedMessage, context: ReadingContext) -> list[Piece]:
    """The pieces of a message that is not urgent, some read otherwise, some more than before; in the order of the text."""
    before = [(piece, piece.act) for piece in pieces]
    for piece in pieces:
        _hold_against(piece, pieces, message, context)
    dropped = [(piece, act) for piece, act in before if piece.open and act]
    kept = list(pieces)
    read = {key for piece in kept if (key := key_of(piece.act))}
    asks_now = asks_what_now(". ".join(piece.clause.text for piece in pieces))
    answers = bool(context.asked) and any(piece.act and names_something(piece.act) for piece in kept)
    for key, share in _guesses(message):
        says_much = answers or any(key.label not in _NOTHING_TO_DO for key in read)
        least = _BESIDE if says_much else max(_least_alone(message), _INSTEAD if dropped else 0)
        if share < least:
            break
        if any(other.label == key.label for other in read) or (
            key.status == "negated" and any(piece.keeps for piece in kept)
        ):
            continue  # what rules or surer guesses tell of it stands, and above all what they deny
        place = _place(kept, message, key)
        if place.act and key.label in _REMEDIES and puts_behind(place.clause.text):
            continue
        if share < _least_of(place, key, says_much=says_much) or _is_said_already(place, message, key):
            continue
        if key.label in QUESTION_INTENTS and any(piece.act and piece.act.act == "report" for piece in kept) and asks_now:
            continue
        if key.label == HUMAN_AGENT and message.doubted:
            continue  # "am I talking to a robot?" asks for nobody
        if _is_torn(place, message, key, says_much=says_much):
            share = min(share, _UNSURE)
        if (act := _guessed(place, key, share, context)) is not None:
            read.add(key)
            if place.open:
                place.act, place.open, place.is_guess = act, False, True
            else:
                kept.insert(kept.index(place) + 1, Piece(place.clause, act, is_guess=True))
    if dropped and not answers and not any(key.label not in _NOTHING_TO_DO for key in read):
        for piece, act in dropped:
            piece.act, piece.open = act, False
    if not any(piece.act for piece in kept):
        kept[0].act = _talk(kept, message, context)
    return kept


def _is_torn(place: Piece, message: EncodedMessage, key: Key, *, says_much: bool) -> bool:
    """What may as well be denied; what goes out at once is begun on no guess beside something else, and nothing that needs its words
    where the classifier hears nothing to do."""
    is_bold = (says_much and key.label in SENDS) or (message.doubted == "nothing" and key.label in NEEDS_ITS_WORDS)
    if is_bold and not has_words_of(key.label, place.clause.text):
        return True
    return key.status == "asked" and message.share("negated", key.label) >= _TORN


def _least_alone(message: EncodedMessage) -> float:
    """How sure a guess has to be where nothing else was read. People ask about much that is no shop's business."""
    if message.doubted:
        return _BESIDE if message.doubted == "value" else _DOUBTED
    return min(_READ, max(_LEAST, _likeliest_talk(message)))


def _place(pieces: Sequence[Piece], message: EncodedMessage, key: Key) -> Piece:
    return max(pieces, key=lambda piece: _said_in(piece, message, key))


def _is_said_already(place: Piece, message: EncodedMessage, key: Key) -> bool:
    """Whether what a rule read in the clause is what the encoder only calls otherwise."""
    asks_us = place.act is not None and place.act.act == "wish" and bool(_ASKS_US.match(place.clause.text))
    if asks_us and key.label in QUESTION_INTENTS:
        return True
    return _asks_it_already(place, key) or _only_asks_it(place, key) or _is_another_name(place, message, key)


def _asks_it_already(place: Piece, key: Key) -> bool:
    """A question about goods and one about the rules, in one clause, are one question; and what is asked in words of a parcel ("when do
    they get here") is no other question beside that."""
    if key.label not in QUESTION_INTENTS or place.act is None:
        return False
    return place.act.act == "question" or (place.act.intent == "track_order" and asks_when_it_comes(place.clause.text))


def _is_another_name(place: Piece, message: EncodedMessage, key: Key) -> bool:
    """Whether a clause in which a rule read a report is one of another kind to the encoder, and not of both: "one of the mugs is white
    and not green" tells of one thing."""
    by_rule = key_of(place.act) if place.act and place.act.act == "report" and not place.is_guess else None
    return by_rule is not None and key.label.startswith(f"{REPORT_PROBLEM}.") and message.share(*by_rule) < _BOTH


def _only_asks_it(place: Piece, key: Key) -> bool:
    """ "What is the fee for a 13 dollar order": a sum in a question is no charge that somebody complains of."""
    asks = place.act is not None and place.act.act == "question"
    return asks and key.label in _CHARGES and is_question(place.clause.text) and problem_in(place.clause.text) is None


def _least_of(place: Piece, key: Key, *, says_much: bool) -> float:
    """How sure a guess has to be for its place: a name or a number that was read there by rule is no wish by itself."""
    is_value = place.act is not None and place.act.act == "value" and not place.open
    if not says_much and not is_value:
        return 0.0
    return max(0.0 if place.open or place.is_guess else _BESIDE_WORDS, _NEGATED if key.status == "negated" else 0.0)


def _talk(pieces: Sequence[Piece], message: EncodedMessage, context: ReadingContext) -> Act:
    """What a message is in which nothing is wanted, reported or asked."""
    share, label = max((share, label) for (_, label), share in message.shares.items() if label in _NOTHING_TO_DO)
    clause = pieces[0].clause
    if label == "value" or message.doubted == "value":
        return with_references(act_of(clause, "value", None, share), context)
    if label == "no":
        return act_of(clause, "no", None, share)
    # A bare yes is read by the phrases alone; what only sounds like one decides nothing.
    is_known = label in TALK_INTENTS and share >= _READ
    return act_of(clause, "talk", label if is_known else OUT_OF_SCOPE, share)


def _hold_against(piece: Piece, pieces: Sequence[Piece], message: EncodedMessage, context: ReadingContext) -> None:
    act, key = piece.act, key_of(piece.act)
    if act is None or key is None or act.act not in _SAYS_MUCH or piece.keeps or act.intent == HUMAN_AGENT:
        return
    share = message.share(*key)
    if act.act == "wish" and puts_behind(piece.clause.text):
        return  # the models hear both
    if act.act == "wish" and key.status == "asked" and _ASKS_US.match(piece.clause.text) and _only_hears_a_question(message):
        return  # "can you cancel it meanwhile?"
    if key.status == "negated":
        # What is taken for denied stays so: nothing is begun by that. A look begins nothing either: "I've had no tracking email".
        heard, denied = message.share("asked", key.label), message.share("negated", key.label)
        if key.label in _LOOKS | _LOOKS_FOR and heard >= _READ > denied:
            piece.act = act.model_copy(update={"negated": False})
        return
    denied_elsewhere = any(other is not piece and other.act and other.act.negated for other in pieces)
    is_denied = key.status == "asked" and act.modality != "told" and not denied_elsewhere
    if is_denied and message.share("negated", key.label) >= _SURELY_NEGATED > share:
        piece.act = act.model_copy(update={"negated": True})
    elif share < _DROPPED or (
        key.status == "asked"
        and message.surely not in (None, key.label)
        and share < _READ
        and not (key.label in _LOOKS_FOR and _is_read_elsewhere(str(message.surely), piece, pieces))
    ):
        piece.act, piece.open = with_references(act_of(piece.clause, "value", None), context), True


def _only_hears_a_question(message: EncodedMessage) -> bool:
    return max(message.shares, key=lambda key: message.shares[key])[1] in QUESTION_INTENTS


def _is_read_elsewhere(label: str, piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether what the message surely holds stands in another clause: "cancel one, and where's my lantern?" looks for the lantern too."""
    return any(other is not piece and (key := key_of(other.act)) is not None and key.label == label for other in pieces)


def _guesses(message: EncodedMessage) -> list[tuple[Key, float]]:
    """What the message may want or report, the likeliest first."""
    found = [(Key(*key), share) for key, share in message.shares.items() if share >= _LEAST]
    wanted = [(key, share) for key, share in found if key.label not in _NOTHING_TO_DO and not key.label.startswith(URGENT)]
    if any(share >= _READ for key, share in wanted if key.label not in _LOOKS):
        # "Update all my orders to the new address" asks for no list of them.
        wanted = [(key, share) for key, share in wanted if key.label not in _LOOKS or share >= _SURELY_LOOKS]
    return sorted(wanted, key=lambda guess: -guess[1])


def _likeliest_talk(message: EncodedMessage) -> float:
    return max((share for (_, label), share in message.shares.items() if label in _NOTHING_TO_DO), default=0.0)


def _said_in(piece: Piece, message: EncodedMessage, key: Key) -> float:
    status = "asked" if key.status == "supposed" else key.status
    said = message.said_in(status, key.label, piece.clause.start, piece.clause.end)
    if key.label.startswith(REPORT_PROBLEM) and says_only_fine(piece.clause.text):
        said *= _WHERE_ALL_IS_WELL
    return said if piece.open or piece.is_guess else said * _READ_BY_RULES


def _guessed(piece: Piece, key: Key, share: float, context: ReadingContext) -> Act | None:
    clause, negated = piece.clause, key.status == "negated"
    label, _, problem = key.label.partition(".")
    if label == HUMAN_AGENT and not negated and (share < _SURE_OF_PERSON or declines_a_person(clause.text)):
        return None
    if label in NEEDS_ITS_WORDS and not negated and is_negated(clause.text):
        share = min(share, _UNSURE)  # the classifier of clauses knows no "not"
    if label in NEEDS_ITS_WORDS and not negated and not has_words_of(label, clause.text):
        only_asks = is_question(clause.text, asks=clause.asks) and not _REQUESTS.match(clause.text)
        share = min(share, _UNSURE if only_asks or share < _SURE_WITHOUT_ITS_WORDS else _LIKELY)
    act = act_of(clause, act_of_intent(label), label, share)
    if label == REPORT_PROBLEM:
        act = act.model_copy(update={"problem": problem})
    act = with_references(act, context, negated=negated)
    return act.model_copy(update={"modality": "supposed"}) if key.status == "supposed" else act
