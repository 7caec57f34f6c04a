import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.knowledge import ArticleDraft
from kb.text.chunking import chunk
from kb.tuning.measure import demo_articles


def _cut(title: str, body: str):
    return chunk(ArticleDraft(title=title, body=body))


def test_a_fact_without_headings_is_one_segment_asked_by_its_title():
    (segment,) = _cut("Zeppelin tether warranty", "The zeppelin tether warranty lasts 7000 days.")
    assert (segment.question, segment.answer) == (
        "Zeppelin tether warranty",
        "The zeppelin tether warranty lasts 7000 days.",
    )


def test_headings_become_questions_with_the_title():
    words = "word " * 60
    segments = _cut("Delivery", f"# Delivery\n\nIntro {words}\n\n## Express\n\n{words}\n\n### How fast is it?\n\nOne day.")
    assert [s.question for s in segments] == ["Delivery", "Delivery – Express", "How fast is it? (Delivery)"]
    assert segments[2].heading_path == ["Express", "How fast is it?"]
    assert [s.position for s in segments] == [0, 1, 2]


def test_links_keep_their_words_and_lists_their_lines():
    (segment,) = _cut("T", "See [our page](https://x.example/a) **now**:\n\n1. first\n2. second\n   - inner\n")
    assert segment.answer == "See our page now:\n\n1. first\n2. second\n  - inner"


def test_a_table_becomes_lines():
    (segment,) = _cut("T", "| a | b |\n|---|---|\n| 1 | 2 |\n")
    assert segment.answer == "a | b\n1 | 2"


@pytest.mark.parametrize("body", ["", "   \n", "## Only a heading\n"])
def test_nothing_to_say_is_no_segment(body: str):
    assert _cut("T", body) == []


def test_a_long_section_is_parted_between_sentences():
    sentence = "The lamp number {} stands on the table in the hall by the door. "
    segments = _cut("Lamps", "## All\n\n" + "".join(sentence.format(i) for i in range(60)))
    assert len(segments) > 4
    for segment in segments:
        assert 50 <= len(segment.answer.split()) <= 150
        assert segment.answer.endswith("door.")


@given(
    st.lists(
        st.sampled_from(["One two three. ", "\n\n", "- item\n", "## Head\n", "word " * 200, "> quote\n\n"]), max_size=30
    )
)
def test_no_word_is_lost_and_no_segment_is_too_long(parts: list[str]):
    body = "".join(parts)
    segments = _cut("Title", body)
    said = " ".join(segment.answer for segment in segments).split()
    assert sum(word in ("word", "item", "quote") for word in said) == sum(
        w in ("word", "item", "quote") for w in body.split()
    )
    assert all(len(segment.answer.split()) <= 160 for segment in segments)


def test_the_demo_articles_are_many_real_and_cut_to_size():
    articles = demo_articles()
    assert len(articles) >= 150
    assert sum(bool(article.regions) for article in articles) >= 20
    for article in articles:
        assert 10 <= len(article.body.split()) <= 350, article.title
        assert article.url == "/help/" + article.source_id.removesuffix(".md")
        assert all(len(segment.answer.split()) <= 150 for segment in chunk(article))
