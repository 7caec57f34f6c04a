import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from supportgraph.commands.intents import intents

LINES = [
    (
        "book_table",
        ["a table for two", "reserve a table tonight", "I'd like to book a table", "table at eight", "can we get a table"],
    ),
    ("see_menu", ["what is on the menu", "show me the menu", "menu please", "which dishes do you have", "is there soup"]),
    ("pay_bill", ["the bill please", "I want to pay", "can I pay by card", "how much is it", "we would like to pay now"]),
]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("intents")
    with (folder / "train.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "label"])
        writer.writerows((text, label) for label, texts in LINES for text in texts)
    (folder / "strange.csv").write_text("text\nthe moon is far away\nblorp zint\nmy car is red\nhow do fish breathe\n")
    arguments = [
        "train", str(folder / "train.csv"), "--out", str(folder / "model"), "--out-of-scope", str(folder / "strange.csv"),
    ]  # fmt: skip
    result = CliRunner().invoke(intents, arguments)
    assert result.exit_code == 0, result.output
    assert {path.name for path in (folder / "model").iterdir()} == {"arrays.npz", "vocabulary.json", "model_card.json"}
    return folder


def test_predict_writes_text_label_and_confidence_in_the_same_order(trained: Path) -> None:
    asked = ['a table, "for three"', "the bill please", "zint blorp moon", "", "show me the menu", "the bill please"]
    with (trained / "asked.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["id", "text"], *([str(n), text] for n, text in enumerate(asked))])
    out = trained / "made" / "out.csv"
    result = CliRunner().invoke(intents, ["predict", str(trained / "model"), str(trained / "asked.csv"), "--out", str(out)])
    assert result.exit_code == 0, result.output
    with out.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["text", "label", "confidence"]
    assert [row["text"] for row in rows] == asked
    assert [rows[at]["label"] for at in (0, 1, 2, 4)] == ["book_table", "pay_bill", "out_of_scope", "see_menu"]
    assert all(0 <= float(row["confidence"]) <= 1 for row in rows)
    assert rows[1] == rows[5]


def test_evaluate_prints_figures_as_json(trained: Path) -> None:
    result = CliRunner().invoke(intents, ["evaluate", str(trained / "model"), str(trained / "train.csv")])
    assert result.exit_code == 0, result.output
    figures = json.loads(result.output)
    assert figures["n"] == 15
    assert figures["accuracy"] > 0.8
    assert figures["out_of_scope_recall"] is None
    assert set(figures["by_label"]) == {"book_table", "see_menu", "pay_bill"}


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("", "no column label, text; it is empty"),
        ("text,label\n", "two labels"),
        ("text\nhello\n", "no column label; its first line is 'text'"),
        ("text;label\nhello;greeting\n", "its first line is 'text;label'"),
        ("text,label\nhello,\n", "row 2 has no label"),
        ("text,label\nhello,greeting\n", "two labels"),
        ("text,label\nhello,greeting\n  ,fee\nit rains,out_of_scope\n", "two labels"),
    ],
)
def test_a_file_that_cannot_be_trained_on_is_explained_without_a_traceback(tmp_path: Path, content: str, word: str) -> None:
    (tmp_path / "bad.csv").write_text(content)
    result = CliRunner().invoke(intents, ["train", str(tmp_path / "bad.csv"), "--out", str(tmp_path / "model")])
    assert result.exit_code == 1
    assert word in result.output
    assert isinstance(result.exception, SystemExit)


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_learned(
    trained: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.intents.training.train.train_intents", lambda *_, **__: pytest.fail("learned first"))
    occupied = trained / "train.csv" / "model"
    result = CliRunner().invoke(intents, ["train", str(trained / "train.csv"), "--out", str(occupied)])
    assert result.exit_code == 1
    assert "Not a directory" in result.output
    assert isinstance(result.exception, SystemExit)


def test_files_without_rows_are_measured_and_read_as_nothing(trained: Path) -> None:
    (trained / "none.csv").write_text("text,label\n")
    measured = CliRunner().invoke(intents, ["evaluate", str(trained / "model"), str(trained / "none.csv")])
    assert (measured.exit_code, json.loads(measured.output)["accuracy"]) == (0, None)
    arguments = ["predict", str(trained / "model"), str(trained / "none.csv"), "--out", str(trained / "none.out.csv")]
    assert CliRunner().invoke(intents, arguments).exit_code == 0
    assert (trained / "none.out.csv").read_text() == "text,label,confidence\n"


def test_a_folder_that_holds_no_model_is_explained(tmp_path: Path) -> None:
    (tmp_path / "asked.csv").write_text("text\nhello\n")
    result = CliRunner().invoke(
        intents, ["predict", str(tmp_path), str(tmp_path / "asked.csv"), "--out", str(tmp_path / "out.csv")]
    )
    assert result.exit_code == 1
    assert "no intent model" in result.output


def test_the_command_and_the_model_at_work_do_without_scikit_learn() -> None:
    code = (
        "import sys; import supportgraph.commands.intents; from models.intents.intent_model import IntentModel; "
        "IntentModel.load(); print([name for name in ('sklearn', 'scipy', 'onnxruntime') if name in sys.modules])"
    )
    root = Path(__file__).parents[2]
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert answer.stdout.strip() == "[]"
