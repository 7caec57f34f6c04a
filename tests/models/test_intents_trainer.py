import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from domain.intents import OUT_OF_SCOPE
from evals.benchmarks.questions import bank_questions
from models.embeddings import MiniLmEmbedder
from models.intents.intent_model import Card, IntentModel
from models.intents.training.cross_validation import CrossValidation, fit_temperature, fit_threshold, softmax
from models.intents.training.dataset import Dataset, fold_rows, spoken
from models.intents.training.ensemble import MANY_ROWS, VERY_MANY_ROWS, ensembles, fold_count
from models.intents.training.evaluate import evaluate_intents
from models.intents.training.examples import Row, RowsInvalid, read_rows, settle_rows
from models.intents.training.learners import KernelMachine
from models.intents.training.train import train_intents


@pytest.fixture(scope="module")
def embedder() -> MiniLmEmbedder:
    return MiniLmEmbedder(cache_size=20_000)


@pytest.fixture(scope="module")
def bank() -> tuple[list[Row], list[Row]]:
    """Six rows of each of 21 close labels to learn from, and others to measure on."""
    rows = [row for row in bank_questions(1600) if row.label.startswith(("transfer", "loan"))]
    seen: Counter[str] = Counter()
    learn, test = [], []
    for row in rows:
        seen[row.label] += 1
        (learn if seen[row.label] <= 6 else test).append(row)
    return learn, test


@pytest.fixture(scope="module")
def bank_model(bank: tuple[list[Row], list[Row]], embedder: MiniLmEmbedder) -> IntentModel:
    return train_intents(bank[0], [], embedder.embed_now)


def test_close_labels_are_learned_from_six_rows_each(
    bank: tuple[list[Row], list[Row]], bank_model: IntentModel, embedder: MiniLmEmbedder
) -> None:
    report = evaluate_intents(bank_model, bank[1], embedder.embed_now)
    assert report["accuracy_if_none_rejected"] > 0.6, "one in 21 by chance"
    assert report["in_scope_rejected"] < 0.06
    assert report["calibration_error"] < 0.08
    assert bank_model.card["recipe"]["names"]


def test_the_names_of_labels_teach_where_there_are_few_rows(
    bank: tuple[list[Row], list[Row]], bank_model: IntentModel, embedder: MiniLmEmbedder
) -> None:
    code = {label: f"c{at}" for at, label in enumerate(bank_model.labels)}
    nameless = train_intents([Row(row.text, code[row.label]) for row in bank[0]], [], embedder.embed_now)
    coded = [Row(row.text, code[row.label]) for row in bank[1]]
    named = evaluate_intents(bank_model, bank[1], embedder.embed_now)["accuracy_if_none_rejected"]
    assert named > evaluate_intents(nameless, coded, embedder.embed_now)["accuracy_if_none_rejected"] + 0.01


def test_names_that_mislead_are_not_learned_from(bank: tuple[list[Row], list[Row]], embedder: MiniLmEmbedder) -> None:
    rows = [row for row in bank[0] if row.label.endswith((" fee", " cancel", " late"))]
    labels = sorted({row.label for row in rows})
    swapped = dict(zip(labels, [*labels[1:], labels[0]], strict=True))
    model = train_intents([Row(row.text, swapped[row.label]) for row in rows], [], embedder.embed_now)
    assert not model.card["recipe"]["names"]


def test_a_saved_model_keeps_its_kernel_machine_and_one_of_the_first_format_still_reads(
    bank: tuple[list[Row], list[Row]], bank_model: IntentModel, embedder: MiniLmEmbedder, tmp_path: Path
) -> None:
    bank_model.save(tmp_path)
    rows = bank[1][:100]
    vectors = embedder.embed_now([row.text for row in rows])
    again = IntentModel.load(tmp_path)
    for row, vector in zip(rows, vectors, strict=True):
        first, second = bank_model.predict(row.text, vector), again.predict(row.text, vector)
        assert abs(first.confidence - second.confidence) < 0.02
    with np.load(tmp_path / "arrays.npz") as arrays:
        assert "pulls" in arrays
        older = {name: arrays[name] for name in arrays if name != "pulls"}
    np.savez_compressed(tmp_path / "arrays.npz", allow_pickle=False, **older)
    card = json.loads((tmp_path / "model_card.json").read_text())
    for key in ("familiar", "score_power", "sharpness"):
        del card[key]
    flat = _written(tmp_path, card | {"format": 1})
    right = [flat.predict(row.text, vector).intent == row.label for row, vector in zip(rows, vectors, strict=True)]
    assert sum(right) > 30, "what is left of it are the linear learners, at the scales on its card"


def _written(folder: Path, card: Card) -> IntentModel:
    (folder / "model_card.json").write_text(json.dumps(card))
    return IntentModel.load(folder)


def test_rare_labels_names_in_any_writing_and_strangers_in_the_file_are_learned(embedder: MiniLmEmbedder) -> None:
    rows = [
        *(Row(f"where is my card, order {n}", "Card Arrival") for n in ("one", "two", "three", "four", "five", "six")),
        *(Row(f"what does a {thing} cost", "Gebühr & Kosten") for thing in ("transfer", "card", "loan", "cheque")),
        Row("please close my account", "закрыть счёт"),
        Row("the weather is nice today", OUT_OF_SCOPE),
        Row("  ", "Card Arrival"),
    ]
    model = train_intents(rows, [], embedder.embed_now)
    assert model.card["left_out"]["blank"] == 1
    asked = {"where has my card got to": "Card Arrival", "close my account": "закрыть счёт", "": OUT_OF_SCOPE}
    vectors = embedder.embed_now(list(asked))
    assert [model.predict(*pair).intent for pair in zip(asked, vectors, strict=True)] == list(asked.values())


def test_two_labels_with_one_row_each_make_a_model_that_is_not_sure(embedder: MiniLmEmbedder) -> None:
    model = train_intents([Row("where is my card", "a"), Row("what is the fee", "b")], [], embedder.embed_now)
    guess = model.predict("where is the card", embedder.embed_now(["where is the card"])[0])
    assert guess.intent in ("a", OUT_OF_SCOPE)
    assert guess.intent == OUT_OF_SCOPE or guess.confidence < 0.9


def test_labels_with_one_row_each_are_told_apart_by_their_rows_and_names(embedder: MiniLmEmbedder) -> None:
    rows = [Row(f"I have a question about {animal}", animal) for animal in ("cats", "dogs", "fish", "cows", "birds")]
    model = train_intents([*rows, rows[0]], [], embedder.embed_now)
    assert model.card["measured"] == {}, "nothing can be kept apart"
    vectors = embedder.embed_now([row.text for row in rows])
    assert [model.predict(row.text, vector).alternatives != [] for row, vector in zip(rows, vectors, strict=True)] == [
        True
    ] * 5
    assert evaluate_intents(model, rows, embedder.embed_now)["accuracy_if_none_rejected"] == 1


def test_a_text_with_two_labels_is_both_and_gets_neither_for_sure(embedder: MiniLmEmbedder) -> None:
    model = train_intents([Row("help me", "a"), Row("help me", "b")], [], embedder.embed_now)
    guess = model.predict("help me", embedder.embed_now(["help me"])[0])
    assert guess.intent == OUT_OF_SCOPE or guess.confidence < 0.7


def test_other_languages_and_texts_of_any_length_are_learned(embedder: MiniLmEmbedder) -> None:
    rows = [
        *(
            Row(text, "手数料")
            for text in ("手数料はいくらですか", "料金を教えて", "送金の費用", "カードの手数料", "料金はいくら")
        ),
        *(Row(text, "tarjeta") for text in ("¿dónde está mi tarjeta?", "no llegó la tarjeta", "mi tarjeta", "👍 tarjeta")),
        *(Row(f"{text} {'and so on ' * 5000}", "long") for text in ("it goes on", "a tale", "to tell", "the story")),
        *(Row(text, "?") for text in ("?", "??", "?!", "? ?")),
    ]
    model = train_intents(rows, [], embedder.embed_now)
    asked = {"手数料は": "手数料", "dónde está la tarjeta": "tarjeta", rows[9].text * 2: "long"}
    for text, label in asked.items():
        guess = model.predict(text, embedder.embed_now([text[:2000]])[0])
        assert label in (guess.intent, guess.alternatives[0][0]), text[:40]


def test_blank_rows_repeats_and_outvoted_labels_are_left_out() -> None:
    rows = [
        Row("Where is it?", "track"), Row("where  is it?", "track"), Row("Where is it?", "track"),
        Row("where is it?", "refund"), Row("", "track"), Row(" \t", "refund"),
        Row("help", "a"), Row("help", "b"),
    ]  # fmt: skip
    settled = settle_rows(rows)
    assert sorted(settled.rows) == [Row("Where is it?", "track"), Row("help", "a"), Row("help", "b")]
    assert settled.left_out == {"blank": 2, "repeated": 2, "contradicted": 1}
    assert settle_rows(rows[::-1]) == settled


def test_a_file_from_a_spreadsheet_reads_with_its_byte_order_mark_capitals_and_very_long_cells(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(f'Label ,id,TEXT\n"card, lost ",1,"{"x" * 300_000}"\nfee,2,"a\nb"\n', encoding="utf-8-sig")
    rows = read_rows(path)
    assert [row.label for row in rows] == ["card, lost", "fee"]
    assert (len(rows[0].text), rows[1].text) == (300_000, "a\nb")
    path.write_bytes(b"text,label\n\xff\xfe,a\n")
    with pytest.raises(RowsInvalid, match="not UTF-8"):
        read_rows(path)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("card_arrival", "card arrival"), ("getBoardingPass", "get boarding pass"), ("finance:lost-card", "finance lost card"),
        ("Gebühr & Kosten", "gebühr kosten"), ("ATM", "atm"), ("手数料の質問", "手数料の質問"),
        ("17", None), ("C3", None), ("", None), (OUT_OF_SCOPE, None),
    ],
)  # fmt: skip
def test_a_label_is_read_as_its_words_or_as_nothing(label: str, name: str | None) -> None:
    assert spoken(label) == name


def test_each_row_is_tested_once_and_labels_are_spread_over_the_folds() -> None:
    rows = [Row(str(n), label) for label, count in (("a", 9), ("b", 3), ("c", 1), ("d", 1)) for n in range(count)]
    folds = fold_rows(rows, 3)
    assert sorted(at for _, test in folds for at in test) == list(range(len(rows)))
    assert all(not set(learn) & set(test) for learn, test in folds)
    assert all(Counter(rows[at].label for at in test)["a"] == 3 for _, test in folds)


def test_the_recipes_fit_the_amount_of_data() -> None:
    few = ensembles({str(n): 5 for n in range(77)})
    assert any(not ensemble.names for ensemble in few)
    assert {part.kind for _, part in few[0].parts()} == {"svm", "logistic", "kernel"}
    many = ensembles({str(n): 130 for n in range(77)})
    assert MANY_ROWS < 77 * 130
    assert not any(ensemble.logistic for ensemble in many)
    assert any(ensemble.kernel for ensemble in many)
    assert [ensemble.svm for ensemble in ensembles({"a": VERY_MANY_ROWS, "b": 10})] == [0]
    assert fold_count({"a": 5, "b": 5}) > fold_count({"a": 500, "b": 500}) > fold_count({"a": 5000, "b": 5000})


def test_of_many_rows_a_third_says_what_reads_best(embedder: MiniLmEmbedder, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [Row(f"{thing} number {n}", thing) for thing in ("cats", "dogs", "fish") for n in range(10)]
    rows_of = dict(Counter(row.label for row in rows))
    assert len(CrossValidation.of(rows, rows_of, embedder.embed_now).answers) == 30
    monkeypatch.setattr("models.intents.training.cross_validation.MANY_ROWS", 29)
    monkeypatch.setattr("models.intents.training.cross_validation.fold_count", lambda _: 3)
    few = CrossValidation.of(rows, rows_of, embedder.embed_now)
    assert len(few.answers) == len(few.nearest) == 10
    assert {len(margins) for margins in few.margins.values()} == {10}
    assert few.accuracy(few.best()) == 1
    assert (few.nearest > 0.5).all(), "each was compared with rows of the other folds"


def test_of_very_many_rows_a_third_is_read_before_it_is_learned_from(
    embedder: MiniLmEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.intents.training.ensemble.VERY_MANY_ROWS", 0)
    rows = [Row(f"{thing} number {n}", thing) for thing in ("cats", "dogs", "fish") for n in range(10)]
    rows += [
        Row(f"my {n} is broken", f"repair {n}") for n in ("bicycle", "kettle", "window")
    ]  # of three, one is in each third
    labels = sorted({row.label for row in rows})
    dataset = Dataset.of(rows, labels, embedder.embed_now, typos=False)
    monkeypatch.setattr("models.intents.training.learners.MOST_ANCHORS", 20)
    validation, machine = CrossValidation.of_very_many(rows, dataset)
    read = sorted(set(fold_rows(rows, 3)[0][1]) - set(machine.anchors))
    assert 0 < len(read) < 10
    assert validation.answers.tolist() == [labels.index(rows[at].label) for at in read]
    (before,) = validation.margins.values()
    assert (before.argmax(axis=1) == validation.answers).all()
    learned, texts = machine.solve(), dataset.texts(names=True, copies=False)
    after = learned.margins(dataset.features.at(np.array(read)), dataset.features)
    wanted = np.where(np.arange(len(labels)) == validation.answers[:, None], 1, -1)
    assert np.sum((after - wanted) ** 2) < np.sum((before - wanted) ** 2), "now it has learned from them"
    at_once = KernelMachine(dataset, texts).solve()
    assert at_once.anchors.tolist() == learned.anchors.tolist()
    assert np.allclose(at_once.pulls, learned.pulls, atol=1e-3), "the model is the one that learns all rows at once"


def test_of_very_many_rows_those_kept_apart_are_learned_from_at_the_end(
    bank: tuple[list[Row], list[Row]], embedder: MiniLmEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    learn, test = bank
    for module in ("ensemble", "train"):
        monkeypatch.setattr(f"models.intents.training.{module}.VERY_MANY_ROWS", 0)
    monkeypatch.setattr("models.intents.training.learners.MOST_ANCHORS", 60)
    model, whole = (train_intents(learn, [], embedder.embed_now, keep_apart=apart) for apart in (True, False))
    assert sum(whole.card["rows"].values()) == sum(model.card["rows"].values()) + model.card["measured"]["n"]
    reached, more = (evaluate_intents(one, test, embedder.embed_now)["accuracy_if_none_rejected"] for one in (model, whole))
    assert more > reached


def test_probabilities_are_as_sure_as_the_answers_are_right() -> None:
    chance = np.random.default_rng(3)
    margins = chance.normal(size=(3000, 4)).astype(np.float32)
    answers = np.array([chance.choice(4, p=row) for row in softmax(margins, 0.5)])
    assert fit_temperature(margins, answers) == pytest.approx(0.5, rel=0.1)
    sure = np.array([[1.0, -1.0]] * 4, np.float32)
    assert softmax(sure, fit_temperature(sure, np.zeros(4, int))).max() < 0.97, "four right answers prove little"


def test_as_many_are_turned_away_as_pays_off_and_never_more_than_a_twentieth() -> None:
    scores = np.linspace(0, 1, 1000)
    right = scores > 0.03
    assert np.mean(scores < fit_threshold(scores, right, np.full(50, 0.99))) == pytest.approx(0.005, abs=0.002)
    assert np.mean(scores < fit_threshold(scores, right, np.full(50, 0.02))) == pytest.approx(0.02, abs=0.003)
    assert np.mean(scores < fit_threshold(scores, ~right, np.full(50, 0.5))) <= 0.051
    assert np.mean(scores < fit_threshold(scores, right, np.full(50, 0.99), keep=0.9)) == pytest.approx(0.1, abs=0.002)
