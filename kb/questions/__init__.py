"""Our own questions, with the article that answers each, and such that none answers: for fitting and measuring."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

import yaml

from domain.knowledge import ArticleDraft


@dataclass(frozen=True)
class Question:
    text: str
    article: str | None = None  # the answer's, without suffix
    region: str | None = None
    kind: str = "answerable"  # or "on_topic", "off_topic": not answered


@dataclass(frozen=True)
class Invented:
    """A small knowledge base of invented things, with questions to it."""

    articles: list[ArticleDraft]
    answerable: list[str]
    unanswerable: list[str]


def _rows(name: str) -> Iterator[dict[str, str]]:
    with resources.files("kb.questions").joinpath(name).open(encoding="utf-8") as file:
        yield from csv.DictReader(file)


def shop_questions() -> list[Question]:
    """Questions to the demo shop's help centre: those it answers, then those it does not."""
    answered = [Question(row["question"], row["article"], row["region"] or None) for row in _rows("answerable.csv")]
    return answered + [Question(row["question"], kind=row["kind"]) for row in _rows("unanswerable.csv")]


def invented() -> list[Invented]:
    read = yaml.safe_load(resources.files("kb.questions").joinpath("invented.yaml").read_text(encoding="utf-8"))
    return [
        Invented([ArticleDraft(**article) for article in one["articles"]], one["answerable"], one["unanswerable"])
        for one in read
    ]
