"""What a message says to what was asked, read by rules: before consent, and while every model is down."""

from dataclasses import dataclass

from domain.actions import ACTION_OF_INTENT
from domain.intents import SMALL_TALK_INTENTS
from domain.language.acts.wishes import is_question
from domain.language.folding import folded
from domain.language.people.asks_about_us import asks_what_we_are
from domain.language.people.takes_a_person import takes_a_person
from domain.language.people.unhelped import without_reproach
from domain.language.quotes.agreement import agrees_to, tells_to
from domain.language.quotes.phrases import asks_for_person, read_confirmation, sounds_like_yes
from domain.language.quotes.refusal import Refusal, refuses
from domain.language.quotes.stance import clears_up, ends_on_a_yes, tells_to_do_it, without_what_is_dropped
from domain.language.reports.wants_goods import wants_goods
from domain.language.text.clauses import clauses
from domain.language.text.entities import Entities, find_entities
from domain.language.text.small_talk import reads_as
from domain.language.text.statements import asks_whether, gives_a_value, is_yes_and, says_something, starts_with_a_yes
from domain.ports.understanding import IntentGuess
from nodes.state import ConversationState, Pending, was_asked

UNCLEAR_YES = IntentGuess(intent="affirm", confidence=1.0)
CLEAR = 0.6  # confidence from which a wish beside a refusal is taken up


@dataclass(frozen=True)
class Reply:
    """``found``: what the words name; ``guess``: their intent where rules tell it; ``refusal``: they lean away from the quote;
    ``goes_on``: a yes with more beside it, which might lean away if it stood alone, or which does not come first."""

    found: Entities
    guess: IntentGuess | None
    refusal: Refusal | None
    goes_on: bool = False


def read_reply(state: ConversationState) -> Reply:
    text, pending = state["turn"].get("text", ""), state.get("pending")
    found = find_entities(text)
    if pending and _is_another_value(found, pending) and not asks_whether(text):
        return Reply(found, None, Refusal(rest="", corrects=True, is_condition=False))
    if _takes_who_sends(state, text) or _takes_a_person(state, text):
        found["bare"] = "yes"
        return Reply(found, None, None)
    bare = read_confirmation(text, (pending or {}).get("name"))
    nearly = bare is None and bool(pending) and sounds_like_yes(text, (pending or {}).get("name"))
    may_agree = bool(pending) and bare is None and (not nearly or tells_to(text, (pending or {})["name"]))
    if pending and may_agree and agrees_to(text, pending["name"], _quoted(pending)):
        bare, nearly = "yes", False
    if bare:
        found["bare"] = bare
    guess = understands_without_a_model(text, bare, bool(pending or was_asked(state)))
    if not pending or bare is not None or guess is not None:
        return Reply(found, guess, None)
    if tells_to_do_it(text, pending["name"], _quoted(pending)):
        return Reply(found, UNCLEAR_YES, None)
    refusal = refuses(without_what_is_dropped(text, _quoted(pending)), pending["name"])
    if refusal and not (refusal.is_plain or refusal.corrects) and _asks(text):
        refusal = None  # "that's not what I asked. Does the broken one go back?": a question leaves the quote as it is
    if refusal and refusal.is_condition and starts_with_a_yes(folded(text)):
        return Reply(found, UNCLEAR_YES, None)
    after_a_reproach = without_reproach(text) or text  # "das war nicht meine Frage... egal, ja, bitte anmelden"
    ends_so = ends_on_a_yes(after_a_reproach, pending["name"], _quoted(pending)) and not clears_up(text)
    if nearly or (refusal and is_yes_and(folded(text))) or ends_so:
        return Reply(found, UNCLEAR_YES, None, goes_on=not nearly)
    return Reply(found, None, None if clears_up(text) else refusal)


def _asks(text: str) -> bool:
    return any(is_question(clause.text, asks=clause.asks) for clause in clauses(text))


def _takes_who_sends(state: ConversationState, text: str) -> bool:
    """ "Yes, send it" to the offer of a person who can: that is the person, and nothing else."""
    asked = state.get("open_question") or {}
    return asked.get("kind") == "person" and bool(asked.get("about")) and wants_goods(text) is not None


def _takes_a_person(state: ConversationState, text: str) -> bool:
    """ "Ok colleague" to the offer of one. Beside a quote a yes is the quote's."""
    asked = state.get("open_question") or {}
    if asked.get("kind") != "person" or state.get("pending"):
        return False
    return takes_a_person(text) or _says_who_a_person_looks_for(state, text)


def _says_who_a_person_looks_for(state: ConversationState, text: str) -> bool:
    """ "Dana Whitfield, zip 53711", of a guest who was offered a person and is asked for nothing: it is for that person."""
    is_guest = state.get("identity", {}).get("level", "guest") == "guest"
    found = find_entities(text)
    says_where = found.get("postcodes") or found.get("loose_postcodes") or found.get("addresses")
    names_an_order = found.get("order_ids") or "?" in text
    return bool(is_guest and not state.get("task") and found.get("names") and says_where and not names_an_order)


def _is_another_value(found: Entities, pending: Pending) -> bool:
    """ "Sorry, bob@gmail.com" while a change to bob@gmial.com waits, with or without a yes or a no beside it."""
    quoted = pending.get("arguments", {})
    given = {"email": found.get("emails"), "phone": found.get("phones"), "address": found.get("addresses")}
    return any(values and quoted.get(field) and quoted[field] not in values for field, values in given.items())


def _quoted(pending: Pending) -> str:
    """All that a yes may repeat: the quote as it was put, and the currency that its amount shows as a sign."""
    return f"{pending.get('words', '')} {(pending.get('amount') or {}).get('currency', '')}"


def understands_without_a_model(text: str, bare: str | None, is_asked: bool) -> IntentGuess | None:
    """The rules that need no model, and so hold before consent and when every model is down."""
    if asks_what_we_are(text):
        return IntentGuess(intent="policy_question", confidence=1.0)
    if asks_for_person(text):
        return IntentGuess(intent="human_agent", confidence=1.0)
    yes_or_no = IntentGuess(intent="affirm" if bare == "yes" else "deny", confidence=1.0) if bare else None
    if yes_or_no and is_asked:
        return yes_or_no
    small = reads_as(text)
    return IntentGuess(intent=small, confidence=1.0) if small else yes_or_no


def withdrawing(state: ConversationState) -> ConversationState:
    """From here on no quote waits: whatever the rest of the words leads to, a later yes cannot mean it."""
    return {"withdrawn": state.get("pending"), "pending": None}


def leans_away(text: str, guess: IntentGuess, found: Entities) -> bool:
    """A statement that is no wish, no value and no talk, while a quote waits: it may well mean that it is not wanted."""
    if (guess.intent in ACTION_OF_INTENT and guess.confidence >= CLEAR) or guess.intent in SMALL_TALK_INTENTS:
        return False
    holds_a_value = any(
        found.get(kind) for kind in ("order_ids", "numbers", "emails", "addresses", "phones", "names", "codes")
    )
    return not holds_a_value and not starts_with_a_yes(folded(text)) and not gives_a_value(text) and says_something(text)


def says_yes_first(text: str) -> bool:
    return starts_with_a_yes(folded(text))
