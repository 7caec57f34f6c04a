"""Train the classifier of clauses: made-up situations, the intents' utterances, and what was written by hand to learn from."""

from dataclasses import replace
from pathlib import Path

from domain.intents import OUT_OF_SCOPE, REPORT_PROBLEM, URGENT
from domain.language.acts.wishes import wish_in
from domain.language.danger.urgent import urgent
from domain.language.reports.problems import problem_in
from domain.language.text.clauses import clauses
from models.acts.training.examples import Example, all_examples
from models.acts.training.generate import generated_rows
from models.embeddings import MiniLmEmbedder
from models.intents.intent_model import IntentModel
from models.intents.training.examples import SHIPPED_OUT_OF_SCOPE, SHIPPED_UTTERANCES, Row, read_rows
from models.intents.training.train import train_intents

SHIPPED = Path(__file__).parents[1] / "shipped"
# Labels of whole messages under which problems are filed too: there the words decide whether a row is one.
_MAY_REPORT = frozenset({"complaint", "request_refund", "track_order", "payment_problem", "track_refund", "exchange_items"})


def train_acts(embedder: MiniLmEmbedder | None = None) -> IntentModel:
    """Learn the clauses' labels (intents, ``report_problem.<problem>``, ``urgent.<urgency>``), the same for the same data."""
    embed = (embedder or MiniLmEmbedder(cache_size=100_000)).embed_now
    return train_intents(clause_rows(), read_rows(SHIPPED_OUT_OF_SCOPE, OUT_OF_SCOPE), embed)


def clause_rows() -> list[Row]:
    """What the classifier of clauses learns from, strangers apart."""
    # What answers a question of ours is no clause of its own: only the encoder knows what was asked.
    examples = [example for example in all_examples() if example.section != "inside"]
    return [*generated_rows(), *_of_intents(), *_hand_written(examples), *_of_clauses(examples)]


def clause_rows_kept_apart() -> list[Row]:
    """Hand-written messages of one act that nothing was learned from or tuned by."""
    apart = [replace(example, kept_apart=False) for example in all_examples() if example.kept_apart]
    return _hand_written(apart)


def _of_intents() -> list[Row]:
    """The intents' own utterances, those left out that report a problem under another name."""
    return [
        row
        for row in read_rows(SHIPPED_UTTERANCES)
        if row.label not in _MAY_REPORT or not problem_in(row.text) or wish_in(row.text) == row.label
    ]


def _hand_written(examples: list[Example]) -> list[Row]:
    """Those of one act that are not kept apart, under their labels."""
    return [
        Row(example.text, label)
        for example in examples
        if not example.kept_apart
        and len(example.acts) == 1
        and (label := label_of(example))
        and _is_fit(example.text, label)
    ]


def _of_clauses(examples: list[Example]) -> list[Row]:
    """The clauses of messages that have as many as acts, each under the act in its place, unless its words say another."""
    rows = []
    for example in examples:
        parts = clauses(example.text)
        if not example.kept_apart and len(parts) == len(example.acts) > 1:
            for part, act in zip(parts, example.acts, strict=True):
                label = label_of(replace(example, acts=[act]))
                told = problem_in(part.text) or wish_in(part.text)
                if label and _is_fit(part.text, label) and told in (None, act.problem, act.intent):
                    rows.append(Row(part.text, label))
    return rows


def _is_fit(text: str, label: str) -> bool:
    """What the rules take for urgent never comes to the classifier, unless it is to learn what is urgent."""
    return label.startswith(URGENT) or not urgent(text)


def label_of(example: Example) -> str | None:
    """The classifier's label of a message of one act; None where only rules read it."""
    act = example.acts[0]
    if act.act == "urgent":
        return f"{URGENT}.{act.urgency}"
    if act.negated or act.act not in ("wish", "report", "question", "talk") or act.modality != "asked":
        return None
    if act.intent == REPORT_PROBLEM:
        return f"{REPORT_PROBLEM}.{act.problem}" if act.problem else None
    return act.intent


def main() -> None:
    """Train, and write the model that is shipped."""
    train_acts().save(SHIPPED)


if __name__ == "__main__":
    main()
