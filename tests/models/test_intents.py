import json
from pathlib import Path

import numpy as np
import pytest

from domain.intents import INTENTS, OUT_OF_SCOPE
from models.embeddings import MiniLmEmbedder
from models.intents.intent_model import SHIPPED_INTENTS, IntentModel, IntentModelInvalid
from models.intents.training.evaluate import evaluate_intents
from models.intents.training.examples import (
    SHIPPED_OUT_OF_SCOPE,
    SHIPPED_UTTERANCES,
    Row,
    RowsInvalid,
    read_rows,
    rows_hash,
    split_rows,
)
from models.intents.training.lexicon import Lexicon
from models.intents.training.train import train_intents

FRESH = Path(__file__).parents[1] / "data" / "fresh_utterances.csv"

SMALL = [
    Row(f"{text} {tail}", label)
    for label, text in [
        ("open_account", "I want to open an account"),
        ("card_lost", "my card is lost"),
        ("rates", "interest rate"),
    ]
    for tail in ("", "please", "today", "quickly", "for my son", "in the branch", "now", "thanks")
]


@pytest.fixture(scope="module")
def embedder() -> MiniLmEmbedder:
    return MiniLmEmbedder()


@pytest.fixture(scope="module")
def shipped() -> IntentModel:
    return IntentModel.load()


@pytest.fixture(scope="module")
def kept() -> list[Row]:
    outside = read_rows(SHIPPED_OUT_OF_SCOPE, OUT_OF_SCOPE)
    return split_rows([*read_rows(SHIPPED_UTTERANCES), *outside])[1]


def test_every_intent_has_varied_utterances_and_none_is_listed_twice() -> None:
    rows = read_rows(SHIPPED_UTTERANCES)
    folded = [" ".join(row.text.lower().split()) for row in rows]
    assert len(set(folded)) == len(folded)
    for intent in INTENTS:
        if intent != OUT_OF_SCOPE:
            assert sum(row.label == intent for row in rows) >= 48, intent
    assert len(read_rows(SHIPPED_OUT_OF_SCOPE, OUT_OF_SCOPE)) >= 150
    assert {row.label for row in rows} == set(INTENTS) - {OUT_OF_SCOPE}


def test_the_shipped_model_reads_the_fifth_it_never_saw(
    shipped: IntentModel, kept: list[Row], embedder: MiniLmEmbedder
) -> None:
    report = evaluate_intents(shipped, kept, embedder.embed_now)
    assert report["accuracy"] >= 0.95
    assert report["in_scope_rejected"] <= 0.04
    assert report["out_of_scope_recall"] >= 0.85
    assert report["accuracy"] == pytest.approx(shipped.card["measured"]["accuracy"], abs=0.01)


def test_the_shipped_model_reads_utterances_written_after_it(shipped: IntentModel, embedder: MiniLmEmbedder) -> None:
    report = evaluate_intents(shipped, read_rows(FRESH), embedder.embed_now)
    assert report["accuracy"] >= 0.93
    assert report["in_scope_rejected"] <= 0.04
    assert report["out_of_scope_recall"] >= 0.85


def test_many_texts_at_once_are_read_as_each_alone(shipped: IntentModel, kept: list[Row], embedder: MiniLmEmbedder) -> None:
    texts = [*(row.text for row in kept[::3]), " "]  # more than are taken at once
    vectors = embedder.embed_now(texts)
    alone = [shipped.predict(text, vector) for text, vector in zip(texts, vectors, strict=True)]
    together = shipped.predict_all(texts, vectors)
    assert [guess.intent for guess in together] == [guess.intent for guess in alone]
    assert [guess.confidence for guess in together] == pytest.approx([guess.confidence for guess in alone], abs=1e-4)
    assert shipped.predict_all([], vectors[:0]) == []


def test_the_shipped_model_was_trained_on_the_committed_utterances(shipped: IntentModel) -> None:
    rows = [*read_rows(SHIPPED_UTTERANCES), *read_rows(SHIPPED_OUT_OF_SCOPE, OUT_OF_SCOPE)]
    assert shipped.card["data_sha256"] == rows_hash(rows)
    assert set(shipped.labels) == set(INTENTS)
    assert sum(path.stat().st_size for path in SHIPPED_INTENTS.iterdir()) < 3_000_000
    assert {path.suffix for path in SHIPPED_INTENTS.iterdir()} == {".npz", ".json"}


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("what about my parcel number 7?", "track_order"),
        ("where is my parcel?", "track_order"),
        ("I'd like to modify my pending order", "change_order"),
        ("can you use my paypal instead", "change_payment_method"),
        ("my name is Ines and my zip is 12345", "provide_information"),
        ("How long is the fribble warranty?", "policy_question"),
        ("Do you ship to Ruritania?", "policy_question"),
        ("How do I clean the snarlet?", "product_question"),
        ("glorp fendle wix", OUT_OF_SCOPE),
        ("what is the capital of Peru", OUT_OF_SCOPE),
    ],
)
def test_what_customers_say_is_read_as_meant(shipped: IntentModel, embedder: MiniLmEmbedder, text: str, intent: str) -> None:
    assert shipped.predict(text, embedder.embed_now([text])[0]).intent == intent


@pytest.mark.parametrize("text", ["", " ", "\x00", "🛶" * 500, "a" * 9000, "�\ud800", "[", "' OR 1=1", "\u202e"])
def test_odd_texts_get_a_guess_with_a_probability(shipped: IntentModel, text: str) -> None:
    guess = shipped.predict(text, np.full(384, 384**-0.5, np.float32))
    assert guess.intent in INTENTS
    assert 0 <= guess.confidence <= 1
    assert guess.intent not in dict(guess.alternatives) or guess.intent == OUT_OF_SCOPE


def test_confidence_is_honest_on_the_fifth_it_never_saw(
    shipped: IntentModel, kept: list[Row], embedder: MiniLmEmbedder
) -> None:
    inside = [row for row in kept if row.label != OUT_OF_SCOPE]
    guesses = [
        shipped.predict(row.text, embedding)
        for row, embedding in zip(inside, embedder.embed_now([row.text for row in inside]), strict=True)
    ]
    sure = [(guess.intent == row.label) for guess, row in zip(guesses, inside, strict=True) if guess.confidence >= 0.9]
    unsure = [(guess.intent == row.label) for guess, row in zip(guesses, inside, strict=True) if guess.confidence < 0.6]
    assert len(sure) > len(inside) / 2
    assert np.mean(sure) > 0.97
    assert np.mean(unsure) < 0.9


def test_the_same_data_and_seed_give_the_same_model(embedder: MiniLmEmbedder, tmp_path: Path) -> None:
    first = train_intents(SMALL, [Row("the moon is made of cheese", "x")], embedder.embed_now)
    second = train_intents(list(reversed(SMALL)), [Row("the moon is made of cheese", "y")], embedder.embed_now)
    first.save(tmp_path / "one")
    second.save(tmp_path / "two")
    assert first.card == second.card
    assert (tmp_path / "one" / "vocabulary.json").read_bytes() == (tmp_path / "two" / "vocabulary.json").read_bytes()


def test_a_saved_model_reads_as_the_one_in_memory(embedder: MiniLmEmbedder, tmp_path: Path) -> None:
    model = train_intents(SMALL, [], embedder.embed_now)
    model.save(tmp_path)
    again = IntentModel.load(tmp_path)
    for row in SMALL:
        vector = embedder.embed_now([row.text])[0]
        assert again.predict(row.text, vector).intent == model.predict(row.text, vector).intent == row.label


def test_far_off_texts_are_turned_away_without_any_out_of_scope_rows(embedder: MiniLmEmbedder) -> None:
    model = train_intents(SMALL, [], embedder.embed_now)
    texts = ["how do volcanoes erupt", "zxv qqp lmn", "my soup is too salty", "the violin sounds lovely"]
    vectors = embedder.embed_now(texts)
    assert [model.predict(*pair).intent for pair in zip(texts, vectors, strict=True)] == [OUT_OF_SCOPE] * 4


def test_the_kept_apart_fifth_does_not_depend_on_the_order_of_the_file() -> None:
    learn, kept = split_rows(SMALL)
    assert (learn, kept) == split_rows(reversed(SMALL))
    assert not set(learn) & set(kept)
    assert len(kept) == 3  # one of eight for each label


def test_too_little_data_is_refused_in_words(embedder: MiniLmEmbedder) -> None:
    with pytest.raises(RowsInvalid, match="two labels"):
        train_intents([Row("hello", "greeting"), Row("hi", "greeting")], [], embedder.embed_now)


def test_a_mistyped_word_is_read_as_the_known_one() -> None:
    lexicon = Lexicon.learn(["change my email address", "change the delivery address"])
    right, wrong = lexicon.features("change my email"), lexicon.features("chnage my emial")
    assert np.array_equal(right.columns, wrong.columns)
    assert np.allclose(right.values, wrong.values)


def test_a_folder_without_a_model_or_with_another_versions_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IntentModelInvalid):
        IntentModel.load(tmp_path)
    card = json.loads((SHIPPED_INTENTS / "model_card.json").read_text())
    (tmp_path / "model_card.json").write_text(json.dumps(card | {"format": 99}))
    with pytest.raises(IntentModelInvalid, match="another version"):
        IntentModel.load(tmp_path)
