"""Labelled messages as the encoder learns from them: which acts a message holds, what each word names, and for which act."""

import hashlib
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from tokenizers import Tokenizer

from domain.acts import Act, ReadingContext
from domain.intents import OUT_OF_SCOPE, REPORT_PROBLEM, URGENT, act_of_intent
from domain.language.goods.tagged_goods import WORD, places_of
from domain.language.languages.written_language import plain_language
from models.acts.encoder import STATUSES, ids_of
from models.acts.goods_roles import ROLES
from models.acts.training.examples import WRITTEN, Example, all_examples, read_examples
from models.acts.training.generate import generated_rows

SEED = 7
NOT_LEARNED = -100  # of a piece that is no word
_LONGEST = 94  # pieces; the longest message that is learned from has 54
_OF_TEN = 10  # one in so many of the writers' messages is held out
_GENERATED = 500
_JOINED = 500
_ASKED_MEANWHILE = 0.25  # of the messages that say all by themselves, so many are learned as answers to something else, too
_BY_ITSELF = 0.3  # of those that answer something, so many are learned without it, too
_JOINTS = (". ", ". ", "\n", " and ", ", ", " also ", "! ", " - ")
_SHORT = 90  # letters of a message that may be joined to another
_BY_CONTEXT = frozenset({"yes", "no", "correction"})  # what is only that because of what was asked
_WITHOUT_INTENT = frozenset({"value", "yes", "no", "correction"})


@dataclass(frozen=True)
class EncodedExample:
    """A message in pieces, with what is to be learned of it."""

    ids: list[int]
    acts: np.ndarray  # (statuses * labels,), 1 where the message holds such an act
    roles: np.ndarray  # (pieces,), places in ``ROLES``
    owners: np.ndarray  # (pieces, 2 * labels), 1 where a word names goods or an order of an asked or a negated act


def datasets(tokenizer: Tokenizer) -> tuple[list[str], list[EncodedExample], list[EncodedExample]]:
    """The labels, what is learned from, and what is held out to see how far learning came."""
    examples = _whole_messages()
    tokenizer.enable_truncation(_LONGEST)
    labels = sorted({label_of(act) for example in examples for act in example.acts})
    chance = random.Random(SEED)
    writers = {example.text for path in sorted(WRITTEN.glob("*.txt")) for example in read_examples(path)}
    held = [example for example in examples if example.text in writers and _is_held_out(example.text)]
    learned = [example for example in examples if example not in held]
    made = [Example(row.text, [_act_of(row.label)]) for row in generated_rows()]
    made = [example for example in made if label_of(example.acts[0]) in labels]
    chance.shuffle(made)
    maker = ExampleEncoder(tokenizer, labels)
    return (
        labels,
        [
            *(maker.encode(example) for example in [*learned, *_pairs(learned, chance), *_otherwise_asked(learned, chance)]),
            *(maker.encode(example, words=False) for example in made[:_GENERATED]),
        ],
        [maker.encode(example) for example in held],
    )


def texts() -> list[str]:
    """All that is learned from, for the vocabulary."""
    return [*(example.text for example in _whole_messages()), *(row.text for row in generated_rows())]


def label_of(act: Act) -> str:
    """The encoder's label of an act; its polarity stands beside it."""
    if act.intent == REPORT_PROBLEM:
        return f"{REPORT_PROBLEM}.{act.problem}"
    if act.act == "urgent":
        return f"{URGENT}.{act.urgency}"
    if act.act in _WITHOUT_INTENT:
        return act.act
    return act.intent or OUT_OF_SCOPE


def _whole_messages() -> list[Example]:
    """Each text once for what was asked before it."""
    found: dict[tuple[str, str], Example] = {}
    for example in all_examples():
        if not example.kept_apart:
            found.setdefault((example.text, example.context.model_dump_json()), example)
    return list(found.values())


def _is_held_out(text: str) -> bool:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % _OF_TEN == 0


def _act_of(label: str) -> Act:
    intent, _, detail = label.partition(".")
    kind = act_of_intent(intent)
    fields = {"problem": detail} if intent == REPORT_PROBLEM else {"urgency": detail} if intent == URGENT else {}
    return Act.model_validate({"act": kind, "intent": intent} | fields)


def _otherwise_asked(examples: Sequence[Example], chance: random.Random) -> list[Example]:
    """What people want while something else was asked, and what answers without the question."""
    nothing = ReadingContext()
    asked = [example.context for example in examples if example.context != nothing]
    found = []
    for example in examples:
        if example.context != nothing:
            if chance.random() < _BY_ITSELF and not {act.act for act in example.acts} & _BY_CONTEXT:
                found.append(replace(example, context=nothing))
        elif asked and chance.random() < _ASKED_MEANWHILE:
            found.append(replace(example, context=chance.choice(asked)))
    return found


def _pairs(examples: Sequence[Example], chance: random.Random) -> list[Example]:
    """Messages of two acts, made of two in one language."""
    by_language: dict[str | None, list[Example]] = {}
    for example in examples:
        if len(example.acts) == 1 and example.acts[0].act in ("wish", "report", "question") and len(example.text) < _SHORT:
            by_language.setdefault(plain_language(example.text), []).append(example)
    pools = [pool for pool in by_language.values() if len(pool) > 1]
    found = []
    for _ in range(_JOINED):
        one, other = chance.sample(chance.choice(pools), 2)
        if label_of(one.acts[0]) != label_of(other.acts[0]):
            found.append(Example(one.text.rstrip(".") + chance.choice(_JOINTS) + other.text, [*one.acts, *other.acts]))
    return found


class ExampleEncoder:
    def __init__(self, tokenizer: Tokenizer, labels: Sequence[str]) -> None:
        self._tokenizer, self._labels = tokenizer, {label: at for at, label in enumerate(labels)}

    def encode(self, example: Example, *, words: bool = True) -> EncodedExample:
        encoded = self._tokenizer.encode(example.text)
        ids, start = ids_of(self._tokenizer, encoded.ids, example.context)
        acts = np.zeros(len(STATUSES) * len(self._labels), np.float32)
        for act in example.acts:
            acts[self._labels[label_of(act)] + len(self._labels) * STATUSES.index(_status(act))] = 1
        roles = np.full(len(ids), NOT_LEARNED)
        owners = np.zeros((len(ids), 2 * len(self._labels)), np.float32)
        if words:
            for at, role, own in self._of_words(example, [*[(0, 0)] * start, *encoded.offsets, (0, 0)]):
                roles[at], owners[at] = role, own
        return EncodedExample(ids, acts, roles, owners)

    def _of_words(self, example: Example, offsets: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int, np.ndarray]]:
        found = list(WORD.finditer(example.text))
        words = [word[0] for word in found]
        roles = word_roles(example.text, example.acts)
        owners = np.zeros((len(words), 2 * len(self._labels)), np.float32)
        for act in example.acts:
            column = self._labels[label_of(act)] + (len(self._labels) if act.negated else 0)
            for at in _named_by(act, words):
                owners[at, column] = 1
        for at, (start, end) in enumerate(offsets):
            word = next((n for n, each in enumerate(found) if start < each.end() and each.start() < end), None)
            if word is not None:
                yield at, int(roles[word]), owners[word]


def _status(act: Act) -> str:
    return "negated" if act.negated else "supposed" if act.modality == "supposed" else "asked"


def word_roles(text: str, acts: Sequence[Act]) -> np.ndarray:
    """The role of each word by the acts' references; goods by which an order is named are goods."""
    words = [found[0] for found in WORD.finditer(text)]
    roles = np.zeros(len(words), int)
    for act in acts:
        named = [(order.goods, "goods") for order in act.orders]
        named += [(ref.text, "wanted" if ref.wanted else "excluded" if ref.excluded else "goods") for ref in act.goods]
        for description, role in named:
            for at in places_of(description or "", words):
                roles[at] = ROLES.index(role)
    return roles


def _named_by(act: Act, words: Sequence[str]) -> set[int]:
    """The places of the words by which an act names goods and orders."""
    found: set[int] = set()
    for description in [*(order.goods for order in act.orders), *(ref.text for ref in act.goods)]:
        found |= places_of(description or "", words)
    numbers = {_bare(order.number) for order in act.orders if order.number}
    return found | {at for at, word in enumerate(words) if _bare(word) in numbers}


def _bare(word: str) -> str:
    return re.sub(r"\W", "", word).lower()
