"""Sentences to customers by id: `say("order-found", order="W1")` in the conversation's language.

What a language lacks is said in English. A company's own files (`SUPPORTGRAPH_TEXTS_DIR`) go before the shipped ones,
message by message.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from babel import Locale
from fluent.runtime import FluentBundle
from fluent.syntax.ast import Term

from domain.errors import CannotStart
from domain.messages.files import (
    REFERENCE,
    SHIPPED,
    Language,
    MessageFile,
    Mistake,
    by_language,
    language_of,
    read_file,
    read_folder,
)
from domain.messages.values import Value, as_fluent

logger = logging.getLogger(__name__)

_BUNDLES = 256  # languages with a region that are kept ready


class TextsInvalid(CannotStart):
    """``mistakes`` of a company's message files, by file and line."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = sorted(mistakes)
        super().__init__(
            "\n".join(["the message files (SUPPORTGRAPH_TEXTS_DIR) are not valid:", *(f"  {m}" for m in self.mistakes)])
        )


class MessageMissing(LookupError):
    """There is no such message, or it lacks a value: a mistake of the code, which the tests look for."""


@dataclass(frozen=True)
class Say:
    """The words for one conversation. ``say("refund.yes", amount=money)``: a message, or an attribute of one."""

    locale: str
    bundles: tuple[FluentBundle, ...]
    # Ids of the messages that were said, with their attributes, and as what.
    said: dict[str, list[str]] = field(default_factory=dict, compare=False)

    @property
    def language(self) -> str:
        """``de`` of ``de-AT``."""
        return self.locale.partition("-")[0].lower()

    @property
    def in_reference(self) -> "Say":
        """The same words in English, which has every message."""
        return Say(
            REFERENCE,
            tuple(bundle for bundle in self.bundles if language_of(bundle.locales[0]) == REFERENCE) or self.bundles,
        )

    def __call__(self, key: str, /, **values: Value) -> str:
        """Raises ``MessageMissing``: a customer never reads an id, or a sentence with a hole."""
        name, _, attribute = key.partition(".")
        given = {k: as_fluent(v) for k, v in values.items()}
        for bundle in self.bundles:
            if not bundle.has_message(name):
                continue
            message = bundle.get_message(name)
            pattern = message.attributes.get(attribute) if attribute else message.value
            if pattern is None:
                continue
            text, errors = bundle.format_pattern(pattern, given)
            if not errors:
                self.said.setdefault(key, []).append(str(text))
                return str(text)
            logger.error("the message %s in %s cannot be said: %s", key, bundle.locales[0], type(errors[0]).__name__)
        raise MessageMissing(key)


class Messages:
    """All languages: the shipped ones, and before them a company's own."""

    def __init__(self, shipped: Sequence[MessageFile], own: Sequence[MessageFile] = ()) -> None:
        self._shipped, self._own = by_language(shipped), by_language(own)
        self._bundles = lru_cache(maxsize=_BUNDLES)(self._read)

    @classmethod
    def load(cls, own: Path | None = None) -> "Messages":
        """The shipped texts and, where given, a company's folder of them. Raises ``TextsInvalid``."""
        messages = cls([read_file(path) for path in sorted(SHIPPED.glob("*.ftl"))])
        if own is None:
            return messages
        files, wrong = read_folder(own)
        together = messages.beside(files)
        wrong += together.mistakes()
        if wrong:
            raise TextsInvalid(wrong)
        return together

    def beside(self, own: Sequence[MessageFile]) -> "Messages":
        """The shipped texts with a company's files before them."""
        return Messages([file for language in self._shipped.values() for file in language.files], own)

    def speaking(self, locale: str) -> Say:
        """The words of a locale such as ``de-AT``; for one that nobody knows, the English ones."""
        return Say(locale, self._bundles(locale))

    def words(self, key: str) -> dict[str, str]:
        """By language, a company's own before the shipped one: a message as its file has it."""
        found: dict[str, str] = {}
        for tag in dict.fromkeys([*self._shipped, *self._own]):
            texts = next((language.texts for language in self._languages(tag) if key in language.texts), {})
            if key in texts:
                found[tag] = texts[key].words
        return found

    def own_terms(self, tag: str) -> list[Term]:
        """A company's names for things (`-shop`), which its messages may use."""
        files = self._own[tag].files if tag in self._own else ()
        return [entry for file in files for entry in file.resource.body if isinstance(entry, Term)]

    @property
    def reference(self) -> Language:
        return self._shipped[REFERENCE]

    def mistakes(self) -> list[Mistake]:
        """Those of a company's own files."""
        of_each = (own.mistakes(self.reference, self._shipped.get(tag)) for tag, own in self._own.items())
        return sorted(mistake for found in of_each for mistake in found)

    def missing(self) -> dict[str, list[str]]:
        """By language of a company's own: the messages that are said in English."""
        return {tag: self._missing_in(tag) for tag in self._own}

    def _missing_in(self, tag: str) -> list[str]:
        known = [language.texts for name in _falls_back(tag) for language in self._languages(name)]
        return [key for key in self.reference.texts if not any(key in texts for texts in known)]

    def _languages(self, tag: str) -> list[Language]:
        return [found[tag] for found in (self._own, self._shipped) if tag in found]

    def _read(self, locale: str) -> tuple[FluentBundle, ...]:
        return tuple(
            bundle for tag in dict.fromkeys([*_falls_back(locale), REFERENCE]) for bundle in self._bundles_of(tag, locale)
        )

    def _bundles_of(self, tag: str, locale: str) -> list[FluentBundle]:
        """A company's texts over the shipped ones, then the shipped ones alone, for what the others leave out of a message."""
        languages = self._languages(tag)
        return [_bundle(languages[i:], _written_as(tag, locale)) for i in range(len(languages))]


def _bundle(languages: Sequence[Language], written_as: str) -> FluentBundle:
    # No marks that isolate what is put in: they would stand between the letters that a customer copies.
    bundle = FluentBundle([written_as], use_isolating=False)
    for file in (file for language in languages for file in language.files):
        bundle.add_resource(file.resource)
    return bundle


def _falls_back(locale: str) -> list[str]:
    """``de-AT`` → ``de-AT``, ``de``; none for what is no locale."""
    tag = language_of(locale)
    return list(dict.fromkeys([tag, Locale.parse(tag, sep="-").language])) if tag else []


def _written_as(tag: str, locale: str) -> str:
    """Money and days are written as the customer's region does, in the language of the sentence."""
    tags = _falls_back(locale)
    return tags[0] if tags and tags[-1] == Locale.parse(tag, sep="-").language else tag
