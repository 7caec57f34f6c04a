"""The embedded reader on whole messages: what each means, and what is never read into it."""

from collections.abc import Sequence

import numpy as np
import pytest

from domain.acts import Act, GoodsReference, OrderReference, ReadingContext
from domain.dialogue import NEEDS_ITS_WORDS
from domain.ports.understanding import IntentGuess
from models.acts.embedded_reader import EmbeddedReader
from models.acts.encoder import MessageEncoder
from models.embeddings import MiniLmEmbedder

ASKED_NOTHING = ReadingContext()
QUOTE = ReadingContext(question="quote", pending="cancel_order")


@pytest.fixture(scope="module")
def reader() -> EmbeddedReader:
    return EmbeddedReader.shipped()


async def read(reader: EmbeddedReader, text: str, context: ReadingContext = ASKED_NOTHING) -> list[Act]:
    return (await reader.read(text, context)).acts


def in_short(acts: Sequence[Act]) -> list[tuple[str, str | None, bool]]:
    return [(act.act, act.intent, act.negated) for act in acts]


async def test_two_wishes_are_two_acts_each_with_its_order(reader: EmbeddedReader) -> None:
    acts = await read(reader, "where is HP104251 and cancel HP104268, I do not need it any more")
    assert in_short(acts) == [("wish", "track_order", False), ("wish", "cancel_order", False)]
    assert [act.orders for act in acts] == [[OrderReference(number="HP104251")], [OrderReference(number="HP104268")]]
    assert acts[1].reason == "no_longer_needed"


async def test_a_wish_that_is_named_to_be_denied_is_negated(reader: EmbeddedReader) -> None:
    acts = await read(reader, "I don't want to cancel HP115509, I just want to know when it ships")
    assert in_short(acts) == [("wish", "cancel_order", True), ("wish", "track_order", False)]


async def test_what_is_kept_takes_the_wish_beside_it(reader: EmbeddedReader) -> None:
    acts = await read(reader, "keep HP115919 and cancel HP116184")
    assert in_short(acts) == [("wish", "cancel_order", True), ("wish", "cancel_order", False)]
    assert acts[1].orders == [OrderReference(number="HP116184")]


async def test_what_is_only_supposed_is_not_asked(reader: EmbeddedReader) -> None:
    (act,) = await read(reader, "If it doesn't come by Friday I will cancel it")
    assert act.modality == "supposed"


async def test_one_of_two_is_one(reader: EmbeddedReader) -> None:
    wish = (await read(reader, "refund one of the two tea towels from HP104233, it arrived torn"))[0]
    assert (wish.intent, wish.reason) == ("request_refund", "damaged")
    assert wish.goods == [GoodsReference(text="tea towels", quantity=1)]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("my skillet came cracked", "damaged"),
        ("I ordered a blue cap and got a red one", "wrong_item"),
        ("one towel is missing", "missing"),
        ("tracking says delivered but I got nothing", "not_received"),
        ("my order is a week late", "late"),
        ("the carrier lost my parcel", "lost"),
        ("why did you cancel my order", "cancelled_by_shop"),
        ("I was charged twice", "charged_twice"),
        ("you charged me 49 but the price was 39", "charged_wrong"),
        ("it's been three weeks and still no refund", "refund_overdue"),
        ("the rug looks nothing like the photo", "not_as_described"),
        ("Die Tasse ist zerbrochen", "damaged"),
    ],
)
async def test_a_report_says_what_is_wrong(reader: EmbeddedReader, text: str, problem: str) -> None:
    assert [(act.act, act.problem) for act in await read(reader, text)] == [("report", problem)]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Ich möchte meine Bestellung stornieren", "cancel_order"),
        ("je veux annuler ma commande", "cancel_order"),
        ("quiero devolver un artículo", "return_items"),
        ("vorrei un rimborso", "request_refund"),
        ("onde está a minha encomenda", "track_order"),
        ("stuur me de factuur", "send_invoice"),
        ("send me all the data you have about me", "request_my_data"),
        ("unsubscribe me", "unsubscribe"),
        ("what did I order last time?", "list_orders"),
        ("which card did I use for HP104233?", "order_details"),
    ],
)
async def test_wishes_in_several_languages_and_rights(reader: EmbeddedReader, text: str, intent: str) -> None:
    assert [(act.act, act.intent) for act in await read(reader, text)] == [("wish", intent)]


@pytest.mark.parametrize(
    "text", ["can I cancel after it ships?", "how long do I have to return something", "do you ship to Norway"]
)
async def test_a_question_about_the_rules_wants_nothing_done(reader: EmbeddedReader, text: str) -> None:
    assert [(act.act, act.intent) for act in await read(reader, text)] == [("question", "policy_question")]


@pytest.mark.parametrize(
    "text",
    [
        "hmm I would rather not do that after all",
        "I think I'll keep it after all",
        "not that, keep it",
        "wait",
        "no, leave it as it is",
    ],
)
async def test_nothing_that_leans_away_is_a_yes(reader: EmbeddedReader, text: str) -> None:
    acts = await read(reader, text, QUOTE)
    assert acts
    assert "yes" not in {act.act for act in acts}
    assert not any(act.act == "wish" and not act.negated for act in acts)


async def test_a_bare_yes_is_one(reader: EmbeddedReader) -> None:
    assert in_short(await read(reader, "yes please", QUOTE)) == [("yes", None, False)]


async def test_a_correction_names_what_is_meant_instead(reader: EmbeddedReader) -> None:
    (act,) = await read(reader, "no, I meant HP104268", QUOTE)
    assert (act.act, act.orders) == ("correction", [OrderReference(number="HP104268")])


async def test_values_answer_what_was_asked(reader: EmbeddedReader) -> None:
    (order,) = await read(reader, "104 251", ReadingContext(asked="order_id")) or [Act(act="no")]
    (line,) = await read(reader, "1", ReadingContext(asked="line_ids"))
    (reason,) = await read(reader, "it arrived damaged", ReadingContext(asked="reason", action="refund_order"))
    assert line.goods == [GoodsReference(ordinal=1)]
    assert reason.reason == "damaged"
    assert order.act == "value"


async def test_urgency_comes_first_and_alone(reader: EmbeddedReader) -> None:
    acts = await read(reader, "cancel HP104268, the lamp caught fire last night")
    assert [(act.act, act.urgency) for act in acts] == [("urgent", "danger")]


async def test_what_cannot_be_taken_back_is_sure_only_in_its_own_words(reader: EmbeddedReader) -> None:
    for text in (
        "I am so fed up with all of this",
        "my cat sat on the parcel",
        "could you do the thing we spoke of",
        "enough is enough",
    ):
        sure = {act.intent for act in await read(reader, text) if act.confidence >= 0.5 and act.act == "wish"}
        assert not sure & NEEDS_ITS_WORDS


@pytest.mark.parametrize(
    "text", ["", "   ", "?", "....", "[EMAIL_1]", "\u200b", "a" * 5000, "1 2 3 4 5 " * 300, "and and but, , and"]
)
async def test_odd_text_is_read_without_an_error(reader: EmbeddedReader, text: str) -> None:
    acts = await read(reader, text)
    assert all(0 <= act.start <= act.end <= len(text) for act in acts)


async def test_spans_are_the_words_of_the_message(reader: EmbeddedReader) -> None:
    text = "Hello! Where is HP104251, and please cancel HP104268."
    for act in await read(reader, text):
        assert text[act.start : act.end] == act.text


async def test_a_cleft_sentence_wants_the_one_and_not_the_other(reader: EmbeddedReader) -> None:
    acts = await read(reader, "It is not the bowl I want to send back, it is the ladle")
    assert in_short(acts) == [("wish", "return_items", True), ("wish", "return_items", False)]
    assert [[ref.text for ref in act.goods] for act in acts] == [["bowl"], ["ladle"]]


async def test_only_what_is_named_after_a_denial_is_wanted(reader: EmbeddedReader) -> None:
    acts = await read(reader, "you don't have to refund the rug, only the mat from HP104233")
    assert in_short(acts) == [("wish", "request_refund", True), ("wish", "request_refund", False)]
    assert (acts[1].goods, acts[1].orders) == ([GoodsReference(text="mat")], [OrderReference(number="HP104233")])


async def test_what_about_another_order_asks_the_same_of_it(reader: EmbeddedReader) -> None:
    acts = await read(reader, "has HP104233 been sent, and what about HP104251?")
    assert [(act.intent, [ref.number for ref in act.orders]) for act in acts] == [
        ("track_order", ["HP104233"]),
        ("track_order", ["HP104251"]),
    ]


async def test_what_was_never_asked_for_is_no_wish(reader: EmbeddedReader) -> None:
    acts = await read(reader, "I never asked you to erase my account")
    assert in_short(acts) == [("wish", "delete_account", True)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("and the other one?", GoodsReference(which="other")),
        ("the third", GoodsReference(ordinal=3)),
        ("the jug too", GoodsReference(text="jug")),
    ],
)
async def test_a_bare_noun_phrase_names_what_it_names(reader: EmbeddedReader, text: str, named: GoodsReference) -> None:
    assert [(act.act, act.goods) for act in await read(reader, text)] == [("value", [named])]


@pytest.mark.parametrize(
    ("text", "wanted"), [("wait, S not M", "s"), ("no, blue I mean", "blue"), ("make it the small one", "small")]
)
async def test_another_variant_corrects_a_swap_that_waits(reader: EmbeddedReader, text: str, wanted: str) -> None:
    (act,) = await read(reader, text, ReadingContext(question="quote", pending="exchange_items"))
    assert (act.act, act.goods) == ("correction", [GoodsReference(text=wanted, wanted=True)])


@pytest.mark.parametrize(
    ("text", "goods"),
    [("Die Kanne ist zerbrochen", "kanne"), ("la lampe est cassée", "lampe"), ("de lamp is kapot en ik ben boos", "lamp")],
)
async def test_goods_are_found_in_other_languages(reader: EmbeddedReader, text: str, goods: str) -> None:
    (act,) = [act for act in await read(reader, text) if act.act == "report"]
    assert [ref.text for ref in act.goods] == [goods]


async def test_the_language_is_said_where_it_is_plain(reader: EmbeddedReader) -> None:
    assert (await reader.read("wo ist meine Bestellung", ASKED_NOTHING)).language == "de"
    assert (await reader.read("HP104233", ASKED_NOTHING)).language is None


class SureOfAClause:
    """Alarmed by one clause, and calm about the whole message."""

    def predict(self, text: str, embedding: np.ndarray) -> IntentGuess:
        if "kettle" in text:
            is_whole = "Tuesday" in text
            return IntentGuess(intent="report_problem.late" if is_whole else "urgent.danger", confidence=0.95)
        return IntentGuess(intent="out_of_scope", confidence=0.95)


async def test_an_alarm_of_one_clause_is_not_taken_back_by_the_whole() -> None:
    reader = EmbeddedReader(MiniLmEmbedder(), SureOfAClause(), MessageEncoder())
    text = "The kettle tingles in my fingers each time near the window sill. It was Tuesday."
    assert [act.act for act in (await reader.read(text, ReadingContext())).acts] == ["urgent"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ich bin umgezogen", "update_account"),
        ("Ich bin letzte Woche umgezogen", "change_shipping_address"),
        ("mein konto geht nicht", "reset_password"),
        ("das paket ist nicht da", "report_problem"),
        ("this wait is going to be the death of me", "out_of_scope"),
        ("i am dying of boredom waiting", "out_of_scope"),
    ],
)
async def test_what_only_sounds_like_danger_is_none(reader: EmbeddedReader, text: str, intent: str) -> None:
    assert [act.intent for act in await read(reader, text)] == [intent]


@pytest.mark.parametrize(
    "text", ["ich bin umgezogen und will nicht mehr leben", "ich bin umgezogen, mein ex verfolgt mich", "ich bringe mich um"]
)
async def test_danger_beside_it_is_heard(reader: EmbeddedReader, text: str) -> None:
    assert (await read(reader, text))[0].act == "urgent"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("should I be here when my ex turns up at the door with the parcel again", "stalking"),
        ("should i even be around, nobody would notice", "self_harm"),
    ],
)
async def test_words_of_a_known_question_take_no_alarm_away(text: str, kind: str) -> None:
    acts = (await EmbeddedReader.shipped().read(text, ReadingContext())).acts
    assert [(act.act, act.urgency) for act in acts] == [("urgent", kind)]
