"""Sentences to customers: said in the conversation's language, by a company's own files first."""

from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from domain.messages.files import SHIPPED, Language, by_language, read_file
from domain.messages.messages import MessageMissing, Messages
from domain.messages.values import any_of
from domain.money import Money
from domain.shop import RefusalCode
from supportgraph.cli import main


def messages(folder: Path, **files: str) -> Messages:
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.ftl").write_text(text, encoding="utf-8")
    return Messages.load(folder)


def check(folder: Path) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["texts", "check", str(folder)])
    return done.exit_code, done.output


def test_a_language_falls_back_to_english_a_sentence_at_a_time(tmp_path: Path) -> None:
    say = messages(tmp_path, nl="greeting-returned = Hallo!\n", nl_BE="goodbye-returned = Salut!\n").speaking("nl-BE")
    assert (say("greeting-returned"), say("goodbye-returned")) == ("Hallo!", "Salut!")
    assert say("thanks-returned") == Messages.load().speaking("en")("thanks-returned")


@pytest.mark.parametrize("locale", ["zz-QQ", "en-XX", "x", "fi-FI", ""])
def test_a_locale_that_nobody_speaks_reads_english(locale: str) -> None:
    say = Messages.load().speaking(locale)
    assert say("greeting-returned") == Messages.load().speaking("en-US")("greeting-returned")


def test_a_companys_sentence_goes_before_ours_and_keeps_the_parts_it_does_not_name(tmp_path: Path) -> None:
    say = messages(tmp_path, en="greeting-returned = Ahoy!\n").speaking("en-US")
    assert say("greeting-returned") == "Ahoy!"
    assert say("greeting-returned.beside-a-quote") == Messages.load().speaking("en")("greeting-returned.beside-a-quote")


def test_what_does_not_exist_or_lacks_a_value_is_never_said() -> None:
    say = Messages.load().speaking("en-US")
    for key in ("no-such-message", "greeting-returned.no-such-part"):
        with pytest.raises(MessageMissing):
            say(key)


def test_values_are_written_as_the_customer_region_does() -> None:
    told = {
        "amount": Money(amount="1234.50", currency="USD"),
        "method": "Visa",
        "day": datetime(2026, 11, 28, 23, tzinfo=UTC),
    }
    written = {}
    for locale in ("en-US", "en-GB", "fr-FR"):
        say = Messages.load().speaking(locale)
        part = say("refund-made", amount=told["amount"], method="Visa")
        written[locale] = (part, say("refund-made.on", refund="It", day=told["day"]))
    assert written == {
        "en-US": ("$1234.50 to Visa", "It on November 28, 2026"),
        "en-GB": ("US$1234.50 to Visa", "It on 28 November 2026"),
        "fr-FR": ("$1234.50 to Visa", "It on November 28, 2026"),  # said in English, so written as English does
    }


def test_a_language_chooses_by_number_and_joins_lists(tmp_path: Path) -> None:
    own = "which-wish = Möchten Sie { $wishes }?\nin-days = { $days ->\n    [one] { $days } Tag\n   *[other] { $days } Tage\n}\n"
    say = messages(tmp_path, de=own).speaking("de-DE")
    assert say("which-wish", wishes=any_of(["dies", "das", "jenes"])) == "Möchten Sie dies, das oder jenes?"
    assert [say("in-days", days=n) for n in (1, 1000)] == ["1 Tag", "1.000 Tage"]
    assert "⁨" not in say("which-wish", wishes=["a"])  # no marks around what is put in


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("en.ftl", "\ngreeting-returned Hello\n", 2, "Fluent's syntax"),
        (
            "en.ftl",
            "greeting-returned = Hi\n\ngreting-returned = Hi\n",
            3,
            "there is no message greting-returned; did you mean greeting",
        ),
        ("de.ftl", "greeting-returned = Hallo\n    .no-part = Hm\n", 2, "there is no message greeting-returned.no-part"),
        ("de.ftl", "order-found = { $odrer } da\n", 1, "order-found has no variable $odrer; did you mean $order?"),
        ("de.ftl", "order-found = { WORDS($order) } da\n", 1, "there is no function WORDS"),
        ("de.ftl", "order-found = { -shop } { nothing-such }\n", 1, "there is no term -shop"),
        ("de.ftl", "order-found = da\norder-found = dort\n", 2, "stands here a second time"),
        ("xx-nowhere.ftl", "", 1, "is no language"),
        ("de.txt", "", 1, "is no .ftl file"),
    ],
)
def test_a_mistake_is_named_by_file_and_line_and_nothing_starts_with_it(
    tmp_path: Path, name: str, text: str, line: int, words: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    code, said = check(tmp_path)
    assert code == 1
    assert any(told.startswith(f"{tmp_path / name}:{line}: ") and words in told for told in said.splitlines()), said
    started = CliRunner().invoke(
        main, ["serve"], env={"SUPPORTGRAPH_TEXTS_DIR": str(tmp_path), "SUPPORTGRAPH_DATA_DIR": str(tmp_path / "var")}
    )
    assert started.exit_code == 1
    assert f"{tmp_path / name}:{line}: " in started.output
    assert "Traceback" not in started.output


def test_the_shipped_sentences_are_valid() -> None:
    code, said = check(SHIPPED)
    assert code == 0, said


def test_what_is_missing_is_a_note(tmp_path: Path) -> None:
    (tmp_path / "nl.ftl").write_text("greeting-returned = Hallo!\n", encoding="utf-8")
    code, said = check(tmp_path)
    assert code == 0
    assert "goodbye-returned" in said
    assert "  greeting-returned\n" not in said
    assert check(tmp_path / "nowhere")[0] == 1


@pytest.mark.parametrize("tag", sorted({path.name.split(".")[0] for path in SHIPPED.glob("*.ftl")} - {"en"}))
def test_a_shipped_language_says_nearly_all_and_tells_the_same_cases_apart(tag: str) -> None:
    english, other = (by_language([read_file(path) for path in sorted(SHIPPED.glob(f"{t}.*"))])[t] for t in ("en", tag))
    assert list(other.mistakes(english, None)) == []
    # A new sentence in English need not wait for its translation: until then it is said in English.
    assert len(english.texts.keys() - other.texts.keys()) <= len(english.texts) // 20
    for key in other.texts:
        assert other.variables(key) == english.variables(key), key
        assert _cases(other, key) == _cases(english, key), key


def _cases(language: Language, key: str) -> set[str]:
    """What the selectors of a message tell apart, beside the forms of a number, which each language has its own of."""
    name, _, attribute = key.partition(".")
    message = next(e for f in language.files for e in f.resource.body if isinstance(e, ast.Message) and e.id.name == name)
    pattern = next(a.value for a in message.attributes if a.id.name == attribute) if attribute else message.value
    found: set[str] = set()

    class Keys(Visitor):
        def visit_Variant(self, node: ast.Variant) -> None:  # noqa: N802 # as Fluent calls it
            found.add(node.key.name if isinstance(node.key, ast.Identifier) else node.key.value)
            self.generic_visit(node)

    Keys().visit(pattern)
    return found - {"one", "few", "many", "two", "zero"}


def test_each_refusal_of_a_back_office_has_words_and_hides_what_is_somebody_elses() -> None:
    say = Messages.load().speaking("en-US")
    told = {code: say("refused", code=code) for code in get_args(RefusalCode)}
    assert say("refused", code="unheard of") not in told.values()
    assert told["not_found"] == told["not_owner"]
    assert len(set(told.values())) == len(told) - 1
