"""A button's own label, typed: it does what the button does."""

from collections.abc import Iterator
from dataclasses import replace

from domain.language.folding import folded
from domain.messages.messages import Say
from nodes.drafts import ACCOUNT_FIELDS, ALL_ITEMS, DELIVERY_TIME
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
    return next((value for label, value in _buttons(unsaid(say), state) if _plain(label) == words), said)


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
    yield from labels_offered(say)
    yield say("offer-delivery-time"), DELIVERY_TIME
    yield say("which-items.all"), ALL_ITEMS
    for field, value in ACCOUNT_FIELDS.items():
        yield say("account-field.button", field=field), value


def _plain(text: str) -> str:
    return " ".join(folded(text).strip(" .,!?…\"'„“”»«").split())
