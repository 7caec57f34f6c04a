"""What a conversation's variants make of the texts and of its version's settings."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from domain.conversation import Conversation
from domain.experiments import Enrolment
from domain.messages.files import REFERENCE, MessageFile, Mistake, of_texts
from domain.messages.messages import Messages, Say
from nodes.version_settings import VersionSettings

_OF_ACTIONS = "en.actions.ftl"  # quotes, the yes to them, and what was done
_BEYOND_EXPERIMENTS = frozenset(
    {"disclosure", "data-notice", "consent-question", "consent-given", "consent-refused", "hidden", "urgent", "person-comes"}
)
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
    return replace(own.speaking(conversation.locale), said=set())


def mistakes(messages: Messages, texts: dict[str, str]) -> list[Mistake]:
    """What is wrong with the words of a variant: syntax, ids that there are not, values that a message is not given, and what no
    experiment may word: a yes counts only for what was asked, a consent for what was told."""
    file = of_texts("settings.messages", REFERENCE, texts)
    fixed = _BEYOND_EXPERIMENTS.union(*(_ids(f) for f in messages.reference.files if f.name.endswith(_OF_ACTIONS)))
    refused = [
        Mistake(
            file.name,
            text.line,
            f"{key} is not for experiments: it says what is done, what was agreed to, or who is speaking",
        )
        for key, text in file.texts.items()
        if key.partition(".")[0] in fixed
    ]
    return sorted([*refused, *messages.beside([file]).mistakes()])


def _ids(file: MessageFile) -> set[str]:
    return {key.partition(".")[0] for key in file.texts}


@lru_cache(maxsize=_KEPT)
def _worded(messages: Messages, texts: tuple[tuple[str, str], ...]) -> Messages:
    return messages.beside([of_texts("settings.messages", REFERENCE, dict(texts))])
