"""Which sentences the name model is asked about."""

import pytest

from models.personal_data import NameCandidates, RampartNameFinder


@pytest.fixture(scope="module")
def finder() -> RampartNameFinder:
    return RampartNameFinder()


@pytest.fixture(scope="module")
def candidates(finder: RampartNameFinder) -> NameCandidates:
    return NameCandidates(finder.vocabulary)


@pytest.mark.parametrize(
    "text",
    [
        "where is my parcel, it should have been here two days ago?", "I would like a refund for the broken lamps.",
        "Can you help me please?", "the order was delayed and nobody answered",
    ],
)  # fmt: skip
def test_plain_sentences_need_no_model(candidates: NameCandidates, text: str) -> None:
    assert list(candidates.spans(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "ask Ottokar about it",
        "it was john who ordered",
        "oluwaseun adebayo wrote",
        "send it to 12 Oak street",
        "Grace said so",
    ],
)
def test_names_and_streets_do(candidates: NameCandidates, text: str) -> None:
    assert list(candidates.spans(text)) == [(0, len(text))]


def test_only_the_sentences_that_may_hold_a_name_are_read(candidates: NameCandidates) -> None:
    text = "where is my parcel? Ottokar has not seen it. thank you for your help."
    assert [text[start:end].strip() for start, end in candidates.spans(text)] == ["Ottokar has not seen it."]


def test_of_a_long_sentence_only_what_stands_around(candidates: NameCandidates) -> None:
    text = "it is late and " * 100 + "Ottokar " + "it is late and " * 100
    ((start, end),) = candidates.spans(text)
    assert "Ottokar" in text[start:end]
    assert end - start < 400


def test_a_name_deep_in_a_long_text_is_found(finder: RampartNameFinder) -> None:
    text = "it should have been here by now. " * 200 + "Please ask Jennifer Walker. " + "thank you for your help. " * 50
    assert [text[found.start : found.end] for found in finder.find(text)] == ["Jennifer Walker"]


def test_what_stands_many_times_is_found_each_time(finder: RampartNameFinder) -> None:
    text = "Ottokar Silbermann wrote that Ingeborg Achterberg has it. " * 60
    found = [text[one.start : one.end] for one in finder.find(text)]
    assert found.count("Ottokar Silbermann") >= 55
