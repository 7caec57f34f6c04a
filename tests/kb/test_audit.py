"""The audit finds what is planted, and nothing in a help centre that is in order."""

import contextlib
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from domain.knowledge import Article
from domain.knowledge_care import ArticleUse, Finding
from domain.ports.knowledge import ArticleStore
from kb.audit.auditor import Auditor
from kb.importing.markdown import read_folder

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
FEE = (
    "Delivery of a garden shed to the kerb costs {} dollars, is made on weekdays between eight and noon, and needs an adult."
)
KETTLE = (
    "To clean the copper kettle, fill it with water and two spoons of citric acid, let it rest for an hour, then rinse it "
    "three times and dry it with a soft cloth."
)


class Shelf:
    """A store of articles in memory."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles

    async def articles(self, *, after: str | None = None, limit: int = 50) -> list[Article]:
        return [a for a in self._articles if a.id > (after or "")][:limit]


def article(number: int, title: str, body: str, **more: Any) -> Article:
    written = NOW - timedelta(days=100)
    return Article(id=f"a{number:04}", revision=1, created_at=written, updated_at=written, title=title, body=body, **more)


async def audit(articles: Sequence[Article], use: ArticleUse | None = None) -> list[Finding]:
    @contextlib.asynccontextmanager
    async def open_store() -> AsyncIterator[ArticleStore]:
        yield cast(ArticleStore, Shelf(articles))

    return await Auditor(open_store, None, lambda: NOW).audit(use or ArticleUse(), [])


async def kinds(*articles: Article, use: ArticleUse | None = None) -> list[tuple[str, list[str]]]:
    return [(f.kind, [a.title for a in f.articles]) for f in await audit(articles, use)]


async def test_the_demo_shops_articles_are_in_order() -> None:
    drafts = read_folder(Path(__file__).parents[2] / "demo" / "articles")
    found = await audit([article(i, **d.model_dump()) for i, d in enumerate(drafts)])
    assert [f for f in found if f.kind != "outdated"] == []
    assert all("not served" in f.detail or "review" in f.detail for f in found)


async def test_different_figures_about_the_same_thing_contradict() -> None:
    one = article(1, "Garden shed delivery", FEE.format(49))
    other = article(2, "Delivering a garden shed", FEE.format(89))
    (found,) = await audit([one, other])
    assert (found.kind, {a.id for a in found.articles}) == ("contradicting", {"a0001", "a0002"})
    assert "49 dollars" in found.detail
    assert "89 dollars" in found.detail


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("You can return lamps within 30 days of delivery.", "Lamps are accepted for return up to 14 days after delivery."),
        ("The oak bench carries up to 200 kg.", "Our oak bench can carry 250 kg."),
        ("Sheds are delivered within three weeks.", "Sheds are delivered within 10 days."),
        ("The shop in Springfield opens at 9 am.", "The shop in Springfield opens at 10 am."),
        ("The lamp sale ends on 31 December 2026.", "The lamp sale ends on 15 January 2027."),
    ],
)
async def test_a_contradiction_is_found_in_other_words(a: str, b: str) -> None:
    assert [k for k, _ in await kinds(article(1, "Information", a), article(2, "FAQ", b))] == ["contradicting"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # another product, another speed, another side of the same matter, the same in other units
        (
            ("Garden shed delivery", FEE.format(49)),
            ("Greenhouse delivery", FEE.format(89).replace("garden shed", "greenhouse")),
        ),
        (("Delivery", "Delivery takes 5 days."), ("Express", "Express delivery takes 2 days.")),
        (("Refund time", "A refund takes 5 days."), ("Delivery time", "A delivery takes 3 days.")),
        (("Lamp returns", "Lamps come back within 14 days."), ("Returning lamps", "Lamps come back within two weeks.")),
        (
            ("Postage", "A lamp costs 5 dollars to send."),
            ("Postage of lamps", "A lamp costs 5 dollars to send, 9 dollars abroad."),
        ),
        (("Lamp prices", "The lamp costs 49 dollars."), ("Lamp weights", "The lamp weighs 4 kg.")),
    ],
)
async def test_figures_of_different_things_do_not_contradict(one: tuple[str, str], other: tuple[str, str]) -> None:
    found = await kinds(article(1, *one), article(2, *other))
    assert "contradicting" not in [kind for kind, _ in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"regions": ["DE"]}, {"regions": ["FR"]}),
        ({"regions": ["DE"]}, {}),
        ({"locale": "en"}, {"locale": "fr"}),
        ({"valid_until": NOW + timedelta(days=60)}, {"valid_from": NOW + timedelta(days=60)}),
        ({"valid_until": NOW - timedelta(days=1)}, {}),
    ],
)
async def test_articles_that_nobody_is_served_both_of_as_equals_are_not_compared(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    shed, again = article(1, "Garden shed", FEE.format(49), **one), article(2, "The garden shed", FEE.format(89), **other)
    assert {"contradicting", "near_duplicate"}.isdisjoint(kind for kind, _ in await kinds(shed, again))


async def test_the_same_text_twice_is_a_near_duplicate_and_a_template_is_none() -> None:
    twins = [
        article(1, "Cleaning the copper kettle", KETTLE),
        article(2, "How to clean a copper kettle", KETTLE.replace("rest", "stand")),
    ]
    assert [k for k, _ in await kinds(*twins)] == ["near_duplicate"]
    pan = article(3, "Cleaning the iron pan", KETTLE.replace("copper kettle", "iron pan"))
    assert await kinds(twins[0], pan) == []


async def test_one_subject_over_many_tiny_articles_is_fragmented() -> None:
    parts = ["colours", "weight", "cleaning", "girth", "repair"]
    tiny = [
        article(i, f"Pony saddle: {part}", f"See the label for {part}, near seam {part[0]}.") for i, part in enumerate(parts)
    ]
    other = article(9, "Newsletter", "Subscribers receive one letter a month.")
    (found,) = await audit([*tiny, other])
    assert (found.kind, len(found.articles)) == ("fragmented", 5)
    assert "Pony saddle" in found.detail
    assert await kinds(*tiny[:3], other) == []


async def test_what_is_too_long_or_over_is_named() -> None:
    long = article(1, "Handbook", "\n\n".join(f"Chapter {n}. " + "The hive was calm. " * 40 for n in range(20)))
    enough = article(2, "Short handbook", "Bees like calm. " * 900)
    due = article(3, "Lamps", "Lamps shine.", review_by=NOW - timedelta(days=1))
    soon = article(4, "Candles", "Candles burn.", valid_until=NOW + timedelta(days=3))
    told = article(5, "Fair", "The fair is open until 31 January 2021.")
    begun = article(6, "History", "The shop opened on 1 May 2001 and is open until 6 pm.")
    assert sorted(await kinds(long, enough, due, soon, told, begun)) == [
        ("outdated", ["Candles"]),
        ("outdated", ["Fair"]),
        ("outdated", ["Lamps"]),
        ("too_long", ["Handbook"]),
    ]


async def test_what_customers_meet_most_comes_first_and_what_none_meets_is_named() -> None:
    articles = [
        article(i, f"Note {name}", f"{name} is fine.", review_by=NOW) for i, name in enumerate(["oak", "elm", "ash"])
    ]
    use = ArticleUse(answers={"a0000": 2, "a0001": 7}, ratings={"a0001": (1, 6)}, last_answer_at=NOW)
    found = await audit(articles, use)
    assert [(f.kind, f.articles[0].id, f.met) for f in found] == [
        ("outdated", "a0001", 7),
        ("outdated", "a0000", 2),
        ("never_retrieved", "a0002", 0),
        ("outdated", "a0002", 0),
    ]
    assert "1 of 6 ratings" in found[0].detail
    assert await audit(articles, use) == found
