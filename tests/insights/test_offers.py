"""Page triggers over HTTP: when an offer is made, that a conversation begins from it, and what is counted of it."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.service import ADMIN, AGENT, Served, customer_token, text_of

RULES = """
version: "test"
cooldown_hours: 24
offers:
  - { name: failed-checkout, kinds: [checkout], errors: 2, person: true, cooldown_hours: 1,
      asks: "What does express delivery cost?" }
  - { name: compare-cookware, kinds: [pricing], urls: ["*/prices/*"], dwell_seconds: 8,
      asks: "Which cookware is right for me: cast iron, copper, stoneware or enamel?" }
  - { name: second-look, kinds: [product], visits: 3, regions: [US] }
  - { name: full-cart, kinds: [cart], cart_value: { amount: 150, currency: USD } }
  - { name: half, kinds: [account], holdout: 0.5 }
"""
PRICES = {"url": "https://shop.example/pricing?email=ana@example.org", "kind": "pricing", "dwell_seconds": 9}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("offers")
    (folder / "triggers.yaml").write_text(RULES, encoding="utf-8")
    (folder / "texts").mkdir()
    own = "page-offer = { $offer ->\n    [second-look] Back again?\n   *[other] Here to help.\n    }\n"
    (folder / "texts" / "en.ftl").write_text(own, encoding="utf-8")
    settings = {
        "SUPPORTGRAPH_TRIGGERS_FILE": str(folder / "triggers.yaml"),
        "SUPPORTGRAPH_TEXTS_DIR": str(folder / "texts"),
    }
    with Served(folder / "data", **settings) as one:
        yield one


def asked(served: Served, page: dict[str, Any], **more: Any) -> dict[str, Any]:  # Any: JSON
    response = served.call("POST", "/v1/offers", {"page": page, "visitor_id": uuid4().hex, **more})
    assert response.status_code == 200, response.text
    return dict(response.json())


def arms(served: Served, name: str) -> dict[str, Any]:
    items = served.call("GET", "/v1/offers/results", key=ADMIN).json()["items"]
    return {arm["arm"]: arm for item in items if item["name"] == name for arm in item["arms"]}


@pytest.mark.parametrize(
    ("page", "is_made"),
    [
        ({"kind": "pricing", "dwell_seconds": 8}, True),
        ({"kind": "pricing", "dwell_seconds": 7.9}, False),
        ({"kind": "home", "dwell_seconds": 100}, False),
        ({"url": "https://shop.example/prices/pans?q=1#x", "dwell_seconds": 8}, True),
        ({"kind": "checkout", "errors": 1}, False),
        ({"kind": "checkout", "errors": 2}, True),
        ({"kind": "checkout", "errors": ["card declined", "card declined"]}, True),
        ({"kind": "product", "visits": 3}, True),
        ({"kind": "product", "visits": 2}, False),
        ({"kind": "product", "visits": 3, "region": "CA"}, False),
        ({"kind": "cart", "cart_value": {"amount": "150.00", "currency": "USD"}}, True),
        ({"kind": "cart", "cart_value": {"amount": "149.99", "currency": "USD"}}, False),
        ({"kind": "cart", "cart_value": {"amount": "900.00", "currency": "EUR"}}, False),
    ],
    ids=str,
)
def test_an_offer_is_made_where_everything_has_been_reached(served: Served, page: dict[str, Any], is_made: bool) -> None:
    region = page.pop("region", "US")
    answer = asked(served, {"url": "https://shop.example/", **page}, region=region)
    assert (answer["offer"] is not None) is is_made


def test_the_page_is_told_when_time_alone_may_bring_one(served: Served) -> None:
    assert asked(served, {**PRICES, "dwell_seconds": 2})["ask_again_in"] == 6
    assert asked(served, {"url": "https://shop.example/", "kind": "home"})["ask_again_in"] is None


def test_a_visitor_is_left_alone_for_a_while_and_customers_everywhere(served: Served) -> None:
    visitor = uuid4().hex
    assert asked(served, PRICES, visitor_id=visitor)["offer"]
    assert asked(served, {"url": "/", "kind": "product", "visits": 5}, visitor_id=visitor, region="US")["offer"] is None
    # One with hours of its own neither waits for others nor makes them wait.
    assert asked(served, {"url": "/", "kind": "checkout", "errors": 2}, visitor_id=visitor)["offer"]
    assert asked(served, {"url": "/", "kind": "checkout", "errors": 2}, visitor_id=visitor)["offer"] is None
    token = customer_token("C0031")
    assert asked(served, PRICES, customer_token=token)["offer"]
    assert asked(served, PRICES, customer_token=token)["offer"] is None  # from another device: another visitor_id


def test_of_many_that_ask_at_once_one_is_made_an_offer(served: Served) -> None:
    visitor = uuid4().hex
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: asked(served, PRICES, visitor_id=visitor), range(8)))
    assert sum(answer["offer"] is not None for answer in answers) == 1


def test_where_consent_comes_first_nobody_is_recognised(served: Served) -> None:
    visitor = uuid4().hex
    before = _limits(served)
    assert asked(served, PRICES, visitor_id=visitor, region="DE")["offer"]
    assert asked(served, PRICES, visitor_id=visitor, region="DE")["offer"]
    assert _limits(served) == before
    assert asked(served, PRICES, visitor_id=visitor, region="US")["offer"]
    assert _limits(served) == before + 1


def _limits(served: Served) -> int:
    with sqlite3.connect(served.data / "supportgraph.db", timeout=30) as connection:
        return int(connection.execute("SELECT count(*) FROM limited").fetchone()[0])


def test_a_conversation_begins_from_its_offer_after_the_disclosure_and_before_any_consent(served: Served) -> None:
    offer = asked(served, PRICES, region="DE", locale="de")["offer"]
    assert "Ratgeber" in offer["text"]
    opened = served.talk(
        offer_id=offer["id"], region="DE", locale="de", page={"url": "https://shop.example/", "kind": "pricing"}
    )
    disclosure, begun = opened.made["messages"]
    assert "KI" in disclosure["text"]
    assert begun["text"].startswith(offer["text"])
    assert [c["url"] for c in begun["citations"]] == ["/help/compare-cookware"]
    assert opened.made["consent"] is None
    usual = served.talk(region="DE", locale="de", page={"url": "https://shop.example/", "kind": "pricing"})
    assert len(usual.made["messages"]) == 1


def test_a_company_words_its_own_offers(served: Served) -> None:
    answer = asked(served, {"url": "/", "kind": "product", "visits": 3}, region="US")
    assert answer["offer"]["text"] == "Back again?"
    assert answer["offer"]["actions"][0]["kind"] == "reply"


def test_an_offer_that_is_unknown_or_put_away_opens_the_usual_chat(served: Served) -> None:
    usual = served.talk(region="US").made["messages"]
    assert len(served.talk(region="US", offer_id="gone").made["messages"]) == len(usual) == 1
    offer = asked(served, PRICES)["offer"]
    assert asked(served, PRICES, dismissed=offer["id"])["offer"] is None
    assert asked(served, PRICES, dismissed="gone")["offer"] is None
    assert len(served.talk(region="US", offer_id=offer["id"]).made["messages"]) == 1


def test_what_became_of_offers_is_counted_beside_those_held_back(served: Served) -> None:
    before = arms(served, "half")
    answers = [asked(served, {"url": "/", "kind": "account"}) for _ in range(40)]
    held = [a["held_out"] for a in answers if a["held_out"]]
    offered = [a["offer"]["id"] for a in answers if a["offer"]]
    assert len(held) + len(offered) == 40
    assert 8 <= len(held) <= 32  # four standard deviations
    assert not before
    taken = served.talk(region="US", offer_id=offered[0])
    taken.say("How long does delivery take?")
    taken.say("thank you")
    asked(served, {"url": "/", "kind": "account"}, dismissed=offered[1])
    after_all = served.talk(region="US", offer_id=offered[1])
    after_all.say("How long does delivery take?")
    compared = served.talk(region="US", offer_id=held[0])
    assert len(compared.made["messages"]) == 1
    compared.ask_for_person()
    for talk in (taken, after_all):
        served.call("POST", f"/v1/conversations/{talk.id}/close", {}, talk.token)
    now = arms(served, "half")
    assert (now["offered"]["made"], now["held_out"]["made"]) == (len(offered), len(held))
    one = now["offered"]
    assert (one["dismissed"], one["opened"], one["taken"], one["conversations"]) == (1, 2, 1, 2)
    assert one["resolved_per_visitor"]["count"] == 2
    assert now["held_out"]["opened"] == 1
    by_offer = {g["group"]["offer"]: g for g in served.call("GET", "/v1/kpis?group_by=offer", key=ADMIN).json()["items"]}
    assert by_offer["half"]["conversations"] == by_offer["half (dismissed)"]["conversations"] == 1
    assert by_offer["half (held out)"]["handed_off"] == 1
    behind = served.call("GET", "/v1/kpis/conversations?measure=conversations&offer=half", key=ADMIN).json()["items"]
    assert [c["id"] for c in behind] == [taken.id]
    assert behind[0]["offer"] == "half"


def test_nothing_that_a_page_tells_is_kept_and_a_hold_out_is_the_same_visitors(served: Served) -> None:
    words = f"zimbra{uuid4().hex[:8]}"
    page = {"url": f"https://shop.example/pricing?q={words}", "title": words, "kind": "checkout", "errors": [words, words]}
    offer = asked(served, page, visitor_id=words)["offer"]
    talk = served.talk(region="US", offer_id=offer["id"])
    assert "14.95" in text_of(talk.made)
    served.call("DELETE", f"/v1/conversations/{talk.id}", key=ADMIN)
    assert not [name for name, content in served.stored_bytes().items() if words.encode() in content]
    with sqlite3.connect(served.data / "supportgraph.db", timeout=30) as connection:
        columns = {row[1] for row in connection.execute("PRAGMA table_info(offer)")}
    assert columns == {"id", "name", "arm", "created_at", "dismissed_at", "opened_at"}


def test_wrong_bodies_are_refused_and_results_are_for_those_who_may(served: Served) -> None:
    for body in (
        {},
        {"page": {"url": "/", "kind": "pricing", "dwell_seconds": -1}},
        {"page": {"url": "/", "visits": "three"}},
        {"page": {"url": "/", "cart_value": {"amount": 3, "currency": "USD"}}},
        {"page": {"url": "/"}, "more": 1},
    ):
        assert served.call("POST", "/v1/offers", body).status_code == 400
    wrong = {"page": PRICES, "customer_token": customer_token("C0001")[:-3] + "AAA"}
    assert served.call("POST", "/v1/offers", wrong).status_code == 401
    assert served.call("GET", "/v1/offers/results", key=AGENT).status_code == 403


def test_without_a_file_nothing_is_offered(tmp_path: Path) -> None:
    with Served(tmp_path / "data", demo=False) as bare:
        assert asked(bare, PRICES) == {"offer": None, "held_out": None, "ask_again_in": None}
        assert bare.call("GET", "/pricing").status_code == 404
