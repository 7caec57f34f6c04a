"""Learn again: a model's own rows and what people accepted, without the texts that are measured on."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from domain.intents import OUT_OF_SCOPE
from domain.retraining import AcceptedUtterance, LearnedFrom, MeasuredOn, ModelRole, ReadOtherwise
from models.intents.intent_model import IntentModel
from models.intents.training.dataset import Embed
from models.intents.training.evaluate import guess_intents, model_figures
from models.intents.training.examples import Row, rows_hash, settle_rows, split_rows
from models.intents.training.train import learn_rows

# Up to such a share of new rows a model's recipe, temperature and threshold are kept: a twentieth more rows changes none of them by
# more than chance does, and cross-validation is most of the time that learning takes.
FEW_NEW = 0.05
SURE = 0.8


@dataclass(frozen=True)
class OwnData:
    """What a model learned from before: ``learn``, and ``frozen``, which none learns from."""

    role: ModelRole
    learn: Sequence[Row]
    frozen: Sequence[Row]


@dataclass(frozen=True)
class Retrained:
    model: IntentModel
    learned: LearnedFrom
    measured: list[MeasuredOn]
    turns: list[tuple[str, str]]  # (turn, conversation) of the accepted words that it learned from


def folded(text: str) -> str:
    """Equal for texts that differ in case and spaces only."""
    return " ".join(text.casefold().split())


def retrain(
    before: IntentModel,
    own: OwnData,
    accepted: Sequence[AcceptedUtterance],
    cases: Sequence[Row],
    kept_out: Collection[str],
    recent: Collection[str],
    embed: Embed,
) -> Retrained:
    """``cases``: labelled texts of the last quarter that are measured on; ``kept_out``: texts of the suites, folded, none of which is
    learned from; ``recent``: turns of the last quarter, a fifth of which (by intent) is measured on and not learned from."""
    labels = {row.label for row in own.learn}
    measured_on = {folded(row.text) for row in (*own.frozen, *cases)}
    left_out: Counter[str] = Counter()
    usable: dict[Row, AcceptedUtterance] = {}
    for said in accepted:
        row = Row(said.text, said.intent)
        reason = (
            "unknown_intent"
            if said.intent not in labels
            else "in_a_suite"
            if folded(said.text) in kept_out
            else "measured_on"
            if folded(said.text) in measured_on
            else "repeated"
            if row in usable
            else None
        )
        if reason:
            left_out[reason] += 1
        else:
            usable[row] = said
    _, sample = split_rows(row for row, said in usable.items() if said.turn_id in recent)
    sampled = {folded(row.text) for row in sample}  # the same words under any label
    new = {row: said for row, said in usable.items() if folded(row.text) not in sampled}
    outside = [row for row in own.learn if folded(row.text) not in kept_out]
    learn = [row for row in outside if folded(row.text) not in sampled | measured_on]
    left_out["own_in_a_suite"] = len(own.learn) - len(outside)
    left_out["own_measured_on"] = len(outside) - len(learn)
    settled = settle_rows([*learn, *new])
    rows = settled.rows
    refuse_measured(rows, kept_out, [*own.frozen, *sample])
    few = len(new) <= FEW_NEW * len(learn)
    model = learn_rows(rows, embed, like=before.card if few and set(before.labels) == labels else None)
    sha256 = rows_hash(rows)
    model.card |= {
        "learned_from": "its own rows and accepted utterances",
        "left_out": settled.left_out,
        "data_sha256": sha256,
    }
    learned_rows = set(rows)
    counted = LearnedFrom(
        role=own.role,
        own=len(learn),
        accepted=sum(row in learned_rows for row in new),
        kept_for_sample=len(sample),
        left_out={reason: n for reason, n in sorted(left_out.items()) if n},
        by_intent=dict(sorted(Counter(row.label for row in new if row in learned_rows).items())),
        data_sha256=sha256,
        read_otherwise=_read_otherwise(before, list(new), embed),
    )
    measured = [
        MeasuredOn(
            role=own.role,
            texts=name,
            before=model_figures(before, texts, embed),
            after=model_figures(model, texts, embed),
        )
        for name, texts in (("frozen", own.frozen), ("sample", [*sample, *cases]))
        if texts
    ]
    turns = [(said.turn_id, said.conversation_id) for row, said in new.items() if row in learned_rows]
    return Retrained(model, counted, measured, turns)


def _read_otherwise(before: IntentModel, rows: Sequence[Row], embed: Embed) -> list[ReadOtherwise]:
    """Of each intent, what most of those are taken for that the model is sure are another one."""
    of, sure = Counter(row.label for row in rows), dict[str, Counter[str]]()
    for row, guess in zip(rows, guess_intents(before, rows, embed), strict=True):
        if guess.confidence >= SURE and guess.intent not in (row.label, OUT_OF_SCOPE):
            sure.setdefault(row.label, Counter())[guess.intent] += 1
    most = {label: read.most_common(1)[0] for label, read in sorted(sure.items())}
    return [ReadOtherwise(intent=label, n=n, of=of[label], read_as=read) for label, (read, n) in most.items()]


class MeasuredTextLearned(RuntimeError):
    """A text that is measured on is among those to learn from: nothing that was measured would be true."""


def refuse_measured(rows: Sequence[Row], kept_out: Collection[str], measured: Sequence[Row]) -> None:
    """Raises ``MeasuredTextLearned``: the check at the door, whatever came before it."""
    forbidden = {*kept_out, *(folded(row.text) for row in measured)}
    if found := sum(folded(row.text) in forbidden for row in rows):
        raise MeasuredTextLearned(f"{found} texts to learn from are measured on")


def own_data(role: ModelRole, rows: Sequence[Row], strangers: Sequence[Row] = (), frozen: Sequence[Row] = ()) -> OwnData:
    """With ``frozen`` all ``rows`` are learned from but those that are the same text; without, a fifth of each label is frozen."""
    settled = settle_rows([*rows, *(Row(row.text, OUT_OF_SCOPE) for row in strangers)]).rows
    if not frozen:
        learn, kept = split_rows(settled)
        return _apart(role, learn, kept)
    return _apart(role, settled, settle_rows(frozen).rows)


def _apart(role: ModelRole, learn: Sequence[Row], frozen: Sequence[Row]) -> OwnData:
    held = {folded(row.text) for row in frozen}
    return OwnData(role, [row for row in learn if folded(row.text) not in held], frozen)
