"""What a conversation's variants make of the texts and of its version's settings."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from domain.conversation import Conversation
from domain.experiments import Enrolment
from domain.messages.files import REFERENCE, of_texts
from domain.messages.messages import Messages, Say
from nodes.deps import VersionSettings

_KEPT = 64  # wordings that are kept ready


def with_variants(version: VersionSettings, places: Sequence[Enrolment]) -> VersionSettings:
    """The version's settings, with what variants set in their place; the later experiment goes before."""
    for place in places:
        given = place.settings.model_dump(include={"choose_below", "choose_among", "segments"}, exclude_none=True)
        version = replace(version, **given)
    return version


def speaking(messages: Messages, conversation: Conversation) -> Say:
    """The words of a conversation, each run's own: they remember what was said. Variants are worded in English."""
    texts = tuple(item for place in conversation.variants for item in place.settings.messages.items())
    own = _worded(messages, texts) if texts else messages
    return replace(own.speaking(conversation.locale), said={})


@lru_cache(maxsize=_KEPT)
def _worded(messages: Messages, texts: tuple[tuple[str, str], ...]) -> Messages:
    return messages.beside([of_texts("settings.messages", REFERENCE, dict(texts))])
