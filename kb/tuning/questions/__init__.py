"""Our own questions, with the articles that answer each, and such that none answers.

Two halves that share no wording: the fit half (``shop_questions``, ``trades``, ``invented``) chooses weights and thresholds,
the held-out half (``held_out_questions``, ``telecom``) is only ever measured.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from domain.knowledge import ArticleDraft


@dataclass(frozen=True)
class Question:
    text: str
    articles: tuple[str, ...] = ()  # those that answer it, without suffix; empty: none does
    region: str | None = None
    kind: str = "answerable"  # or "on_topic", "off_topic": not answered


@dataclass(frozen=True)
class Trade:
    """A small knowledge base of an invented company, with questions to it; its articles are named by their titles."""

    name: str
    articles: list[ArticleDraft]
    questions: list[Question]


@dataclass(frozen=True)
class Invented:
    """A tiny knowledge base of invented things, with questions to it."""

    articles: list[ArticleDraft]
    answerable: list[str]
    unanswerable: list[str]


def shop_questions() -> list[Question]:
    """The fit half of the questions to the demo shop's help centre: those it answers, then those it does not."""
    return _shop("answerable.csv", "unanswerable.csv")


def held_out_questions() -> list[Question]:
    """The held-out half of the same."""
    return _shop("held_out.csv", "held_out_unanswerable.csv")


def trades() -> list[Trade]:
    """Companies of other trades to fit on."""
    return [_trade(one) for one in _yaml("trades.yaml")]


def telecom() -> Trade:
    """A company of a trade that nothing is fitted on."""
    return _trade({"name": "telecom"} | _yaml("telecom.yaml"))


def invented() -> list[Invented]:
    """Things that exist nowhere: words that no embedding model knows."""
    return [
        Invented([ArticleDraft(**article) for article in one["articles"]], one["answerable"], one["unanswerable"])
        for one in _yaml("invented.yaml")
    ]


def _shop(answerable: str, unanswerable: str) -> list[Question]:
    answered = [
        Question(row["question"], tuple(row["article"].split("|")), row["region"] or None) for row in _rows(answerable)
    ]
    return answered + [Question(row["question"], kind=row["kind"]) for row in _rows(unanswerable)]


def _trade(read: dict[str, Any]) -> Trade:  # Any: parsed YAML, of the shape that the files show
    answered = [Question(text, (one["article"],)) for one in read["answerable"] for text in one["questions"]]
    unanswered = [Question(text, kind="on_topic") for text in read["unanswerable"]]
    return Trade(read["name"], [ArticleDraft(**article) for article in read["articles"]], answered + unanswered)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with resources.files("kb.tuning.questions").joinpath(name).open(encoding="utf-8") as file:
        yield from csv.DictReader(file)


def _yaml(name: str) -> Any:  # Any: parsed YAML
    return yaml.safe_load(resources.files("kb.tuning.questions").joinpath(name).read_text(encoding="utf-8"))
