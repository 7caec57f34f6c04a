"""What may be said in other words without a file of a company's own being written: by an experiment, or as a remedy that is tried."""

from collections.abc import Mapping

from domain.messages.files import REFERENCE, MessageFile, Mistake, of_texts
from domain.messages.messages import Messages

_OF_ACTIONS = "en.actions.ftl"  # quotes, the yes to them, and what was done
_BEYOND = frozenset(
    {"disclosure", "data-notice", "consent-question", "consent-given", "consent-refused", "hidden", "urgent", "person-comes"}
)


def is_wordable(messages: Messages, key: str) -> bool:
    """A yes counts only for what was asked, a consent for what was told."""
    return key.partition(".")[0] not in _fixed(messages)


def mistakes(
    messages: Messages,
    texts: Mapping[str, str],
    *,
    tag: str = REFERENCE,
    name: str = "settings.messages",
    what: str = "experiments",
) -> list[Mistake]:
    """What is wrong with other words for messages: syntax, ids that there are not, values that a message is not given, and what
    has to stay as it is."""
    file = of_texts(name, tag, texts)
    file.resource.body.extend(messages.own_terms(tag))
    refused = [
        Mistake(name, text.line, f"{key} is not for {what}: it says what is done, what was agreed to, or who is speaking")
        for key, text in file.texts.items()
        if not is_wordable(messages, key)
    ]
    return sorted([*refused, *messages.beside([file]).mistakes()])


def _fixed(messages: Messages) -> frozenset[str]:
    return _BEYOND.union(*(_ids(f) for f in messages.reference.files if f.name.endswith(_OF_ACTIONS)))


def _ids(file: MessageFile) -> set[str]:
    return {key.partition(".")[0] for key in file.texts}
