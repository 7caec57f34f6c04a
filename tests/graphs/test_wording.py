"""A company's wording and languages in whole conversations, and offers that follow its policy."""

from pathlib import Path
from typing import Any

from supportgraph.configuration.rule_files import SHIPPED
from tests.graphs.inside import inside

OWN_ENGLISH = "greeting-returned = Ahoy! What can we do for you?\n"
OWN_GERMAN = """
quote = Ich werde { $words }.
refund = { $refunds } für { $goods } der Bestellung { $order } zurückzahlen
refund-made = { $amount } auf { $method }
no-to-quote = Jetzt nicht
yes-to-quote = { $amount } zurückzahlen
"""
REFUND = {"order_id": "HP104233", "line_ids": ["1"], "reason": "damaged"}


def said(answer: dict[str, Any]) -> str:
    return " ".join(m["text"] for m in answer["messages"])


def labels(answer: dict[str, Any]) -> list[str]:
    return [button["label"] for m in answer["messages"] for button in m["actions"]]


async def test_a_conversation_speaks_its_locale_in_the_companys_words(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "en.ftl").write_text(OWN_ENGLISH, encoding="utf-8")
    (texts / "de.ftl").write_text(OWN_GERMAN, encoding="utf-8")
    async with inside(tmp_path / "var", texts_dir=texts) as served:
        assert "Ahoy!" in said(await (await served.talk()).say("hello"))

        german = await served.talk("C0001", locale="de-AT")
        assert "Guten Tag!" in said(await german.say("hello")), "what the company's German lacks is said in ours"
        quote = await german.do("refund_order", **REFUND)
        assert "$\xa062,00 auf Visa ·4201 für 1 × Harbour Cast Iron Skillet" in said(quote)
        assert labels(quote)[:2] == ["$\xa062,00 zurückzahlen", "Jetzt nicht"]
        await german.do("cancel")
        assert (await german.texts())[-2] == "Jetzt nicht", "the transcript says what the pressed button said"


async def test_what_the_policy_has_switched_off_is_not_offered(tmp_path: Path) -> None:
    policy = tmp_path / "policy.yaml"
    refunds = "  refund_order:\n"
    text = SHIPPED.read_text(encoding="utf-8")
    assert refunds in text
    policy.write_text(text.replace(refunds, f"{refunds}    enabled: false\n"), encoding="utf-8")
    async with inside(tmp_path / "var", policy_file=policy) as served:
        without = await served.talk()
        greeting = (await without.texts())[0]
        unclear = await without.say("asdkjh qwe zzz")
    assert "refund" not in greeting
    assert "returns and exchanges" in greeting
    assert not [label for label in labels(unclear) if "money" in label]
    async with inside(tmp_path / "var2") as served:
        assert "refunds" in (await (await served.talk()).texts())[0]


async def test_a_yes_holds_though_the_wording_has_changed_since_the_quote(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "en.ftl").write_text("refund = pay back { $refunds } for { $goods }\n", encoding="utf-8")
    async with inside(tmp_path / "var") as served:
        talk = await served.talk("C0001")
        assert "I will refund $62.00" in said(await talk.do("refund_order", **REFUND))
    async with inside(tmp_path / "var", texts_dir=texts) as served:
        assert (await talk.again(served).do("confirm"))["turn"]["outcome"] == "action_done"
