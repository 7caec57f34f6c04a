"""`support-v3`: a question about something that is sold: its price and stock from the shop, else the documents are asked."""

from collections.abc import Sequence

from domain.language.acts.wishes import about_products
from domain.language.goods.goods_in_focus import asks_of_the_same
from domain.language.goods.product_names import asks_for_a_part, asks_for_care, asks_price_or_stock, words_of
from domain.language.goods.wanted_without import wanted_without
from domain.language.languages.german_words import with_goods_in_english
from domain.language.options.impossible_options import unsold_options
from domain.language.options.variants import values_in
from domain.language.questions.follow_ups import is_bare_question, is_fragment
from domain.shop import DeskUnavailable, Product, Refused
from nodes.actions.pipeline.order_lookup import find_order
from nodes.actions.pipeline.perform import perform
from nodes.actions.product_details import ProductDetails
from nodes.answering.find_answer import find_answer, is_sure
from nodes.answering.goods_without import goods_without, without_its_variants
from nodes.deps import Deps, DepsRuntime
from nodes.state import ConversationState


async def answer_product(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    deps, text = runtime.context, state["turn"].get("text", "")
    unwanted = wanted_without(text)
    if asks_for_a_part(text) or not deps.policy.rule("product_details", state.get("region")).enabled:
        return {}
    is_of_the_answer = state.get("topic") and is_bare_question(text) and not asks_price_or_stock(text)
    if not unwanted and (asks_for_care(text) or is_of_the_answer):
        return {}
    named = with_goods_in_english(text)
    try:
        found = list(await deps.desk.products_named(named))
    except DeskUnavailable:
        return {}  # what the documents say of it may be enough
    if of_it := await _same_in_another_variant(deps, state, text):
        found = of_it
    elif unwanted:
        found = found or await _spoken_of(deps, state)
        if not (left := without_its_variants(found, unwanted)):
            return await goods_without(deps, state, found)
        found = left
    elif any(_asked_of(product, named) for product in found):
        is_of_its_sale = about_products(named) or asks_price_or_stock(named)
        if await _is_a_documents(deps, state, found) or (
            not is_of_its_sale and is_sure(await find_answer(deps, state, text))
        ):
            return {}  # "can the oak bench stay outside?" names what it is made of, and asks nothing of what is sold
    elif found or not asks_of_the_same(text) or not (found := await _spoken_of(deps, state)):
        return {}
    told = await perform(ProductDetails(found, as_found=bool(unwanted)), state, runtime)
    names = {product.name for product in found}
    if told.get("outcome") != "answered" or len(names) != 1:
        return told
    # "And in blue?" goes on from there; what is being done with goods of an order goes on too.
    frame = state.get("frame")
    goes_on = frame if frame and frame.get("line_ids") else told.get("frame")
    told = {**told, "topic": names.pop(), "frame": goes_on}
    task = state.get("task")
    return {**told, "task": task} if task and task["action"] != ProductDetails.name else told


async def _same_in_another_variant(deps: Deps, state: ConversationState, text: str) -> list[Product]:
    """ "And in pine?" of the product that was just told of, where it comes in that: no bowl of pinewood is meant."""
    frame = state.get("frame")
    if not frame or frame["action"] != ProductDetails.name or frame.get("asked_since") or not is_fragment(text):
        return []
    return [product for product in await _spoken_of(deps, state) if values_in(text, product)]


async def _spoken_of(deps: Deps, state: ConversationState) -> list[Product]:
    """The product that the last answer was about, or the goods that something was just done with; none where that is no single one."""
    frame, topic = state.get("frame"), state.get("topic")
    try:
        if frame and frame["order_id"] and frame.get("line_ids") and frame["action"] != ProductDetails.name:
            order = await find_order(deps, state, frame["order_id"])
            ids = {line.product_id for line in order.lines if line.line_id in frame.get("line_ids", [])}
            found = [product for one in ids if (product := await deps.desk.product(one)) is not None]
        else:
            found = await deps.desk.products_named(topic) if topic else []
    except (DeskUnavailable, Refused):
        return []
    return found if len({product.name for product in found}) == 1 else []


async def _is_a_documents(deps: Deps, state: ConversationState, found: Sequence[Product]) -> bool:
    """Whether the words name a document whole ("the knife sharpening workshop"), and of goods at most parts of names."""
    text = state["turn"].get("text", "")
    said = set(words_of(text))
    if any(set(words_of(product.name)) <= said for product in found):
        return False
    best = (await find_answer(deps, state, text))[0].result
    titles = [set(words_of(hit.segment.title)) for hit in best.hits[:1]]
    return best.answerable and not best.doubtful and any(len(title) > 1 and title <= said for title in titles)


def _asked_of(product: Product, text: str) -> bool:
    """Whether the words are about what the catalogue knows: price and stock, or one of the product's options."""
    said = set(words_of(text))
    is_whole = set(words_of(product.name)) <= said
    options = {word for variant in product.variants for option in variant.options for word in words_of(option)}
    return (about_products(text) and asks_price_or_stock(text)) or (
        is_whole and bool(options & said or values_in(text, product) or unsold_options(text, product))
    )
