"""Other words for a message that customers were told: which one, in what words, and the company's files with them.

Texts are changed in their folder, by people: what is made here is only tried, and shown as a patch."""

from collections import Counter
from collections.abc import Mapping

from pydantic import BaseModel

from domain.conversation import JsonObject
from domain.errors import ValidationFailed
from domain.messages.files import of_texts
from domain.messages.messages import Messages
from domain.messages.rewording import reworded, told_as
from domain.messages.wordable import is_wordable, mistakes
from domain.remedies import TextChange
from insights.struggles.topics import StruggleTopic

_SHOWN = 5


class MessageTold(BaseModel):
    """A message that the customers of a struggle were told where it went wrong: in how many conversations, and its words by
    language, a company's own before the shipped ones."""

    message: str
    conversations: int
    words: dict[str, str]


def told(topic: StruggleTopic, messages: Messages) -> list[MessageTold]:
    """Those that may be said otherwise, most often first, of as many the longest."""
    seen = {(key, s.turn.conversation_id) for s in topic.struggles for key in s.turn.told if is_wordable(messages, key)}
    counted = Counter(key for key, _ in seen)
    found = [MessageTold(message=key, conversations=n, words=messages.words(key)) for key, n in counted.items()]
    known = [one for one in found if one.words]  # not by a release that has the message no longer
    return sorted(known, key=lambda one: (-one.conversations, -max(map(len, one.words.values())), one.message))[:_SHOWN]


def checked_text(messages: Messages, message: str | None, after: Mapping[str, str]) -> TextChange:
    """Raises ``ValidationFailed`` of a message that is not there or may not be worded, and of words that it cannot be said in."""
    before = messages.words(message) if message else {}
    if message is None or not before:
        raise _refused("message", "say which message: there is none by this id")
    if not after:
        raise _refused("after", "is not said: give the new words, by language")
    made: dict[str, str] = {}
    for tag, words in after.items():
        if tag not in before:
            raise _refused(f"after.{tag}", f"{message} has no words in this language")
        wrong = mistakes(messages, {message: words}, tag=tag, name=tag, what="remedies")
        texts = of_texts(tag, tag, {message: words}).texts
        if set(texts) != {message} and not wrong:
            raise _refused(f"after.{tag}", "are the words of one message")
        if wrong:
            raise _refused(f"after.{tag}", wrong[0].message)
        made[tag] = texts[message].words
    if all(made[tag] == before[tag] for tag in made):
        raise _refused("after", "that is so already")
    return TextChange(message=message, before=before, after=made)


def with_words(
    files: Mapping[str, str], change: TextChange, shipped: Messages, *, back: bool = False
) -> dict[str, str | None]:
    """A company's files with the new words, or (``back``) with those of before; what is as shipped need not stand in them."""
    made: dict[str, str | None] = dict(files)
    for tag, words in change.after.items():
        wanted = change.before[tag] if back else words
        as_shipped = shipped.words(change.message).get(tag) == wanted
        there = {name: text for name, text in made.items() if text is not None}
        gone = {name: None for name in made if made[name] is None}
        made = {**gone, **reworded(there, tag, change.message, None if as_shipped else wanted)}
    return made


def is_in_force(messages: Messages, change: TextChange) -> bool:
    now = messages.words(change.message)
    return all(now.get(tag) == words for tag, words in change.after.items())


def as_told(change: TextChange, locale: str) -> JsonObject | None:
    """What a conversation has to be told with the new words; None where they are of another language."""
    language = next((tag for tag in (locale, locale.partition("-")[0]) if tag in change.before), "en")
    return {"says": [told_as(change.message, change.after[language])]} if language in change.after else None


def _refused(field: str, why: str) -> ValidationFailed:
    return ValidationFailed("the words cannot be changed so", [{"field": f"remedy.text.{field}", "message": why}])
