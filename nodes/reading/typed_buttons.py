"""A button's own label, or the words that tell it from the others beside it, typed: it does what the button does."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from domain.language.folding import folded
from domain.language.quotes.offered import taken_of
from domain.language.quotes.phrases import read_confirmation
from domain.messages.messages import Say
from nodes.drafts import ACCOUNT_FIELDS, ALL_ITEMS, DELIVERY_TIME, NOT_THAT
from nodes.quoting.quotes import no_label, yes_label
from nodes.state import ConversationState
from nodes.talking.offers import labels_offered

_YES, _NO = "yes", "no"  # what is read as a plain answer to the quote


def is_label(said: str, *labels: str) -> bool:
    """Whether a whole message is one of ``labels``, whatever its capitals and its punctuation."""
    return _plain(said) in map(_plain, labels)


def as_pressed(say: Say, state: ConversationState, said: str) -> str:
    """What the button would have sent whose label was typed; ``said`` where it was none.

    The buttons of a quote are a plain yes or no to it, with all that holds for these."""
    words = _plain(said)
    if not words:
        return said
    pressed = next((value for label, value in _buttons(unsaid(say), state) if _plain(label) == words), None)
    if pressed is not None:
        return pressed
    choice = chosen(state, said)
    if choice is None:
        return said
    if choice.value == NOT_THAT:
        return choice.rest or NOT_THAT
    return choice.value  # what stands beside it comes after it


@dataclass(frozen=True)
class Chosen:
    """What the button of a choice sends, and what was said beside it."""

    value: str
    rest: str


def chosen(state: ConversationState, said: str) -> Chosen | None:
    """The choice that a message takes of those that the last question offered."""
    offered = (state.get("open_question") or {}).get("offered", [])
    if state.get("pending") or not offered:
        return None
    taken = taken_of(said, [str(one["label"]) for one in offered])
    if taken is None:
        return None
    value = str(offered[taken.at]["value"])
    is_that = value == NOT_THAT and read_confirmation(taken.rest) == "no"  # "no, something else"
    return Chosen(value, "" if is_that else taken.rest)


def unsaid(say: Say) -> Say:
    """Words that are only compared: nobody reads them, so none of them counts as said."""
    return replace(say, said={})


def _buttons(say: Say, state: ConversationState) -> Iterator[tuple[str, str]]:
    """Label and what it sends: those of the quote, of the question that waits, and those that are offered anywhere."""
    pending, asked = state.get("pending"), state.get("open_question") or {}
    if pending and asked.get("quote_id") == pending["id"]:  # else a plain yes would answer another question
        yield yes_label(say, pending), _YES
        yield no_label(say, pending), _NO
    question = (state.get("task") or {}).get("question") or {}
    for shown in question.get("actions", []):
        if shown.get("kind") == "reply":
            yield str(shown["label"]), str(shown["value"])
    for offered in asked.get("offered", []):
        yield str(offered["label"]), str(offered["value"])
    yield from labels_offered(say)
    yield say("offer-delivery-time"), DELIVERY_TIME
    yield say("which-items.all"), ALL_ITEMS
    for field, value in ACCOUNT_FIELDS.items():
        yield say("account-field.button", field=field), value


def _plain(text: str) -> str:
    return " ".join(folded(text).strip(" .,!?…\"'„“”»«").split())
