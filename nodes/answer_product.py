"""`support-v3`: a question about something that is sold: its price and stock from the shop, else the documents are asked."""

from collections.abc import Sequence

from domain.language.product_names import asks_for_care, asks_price_or_stock, words_of
from domain.language.unsold_options import unsold_options
from domain.language.variants import values_in
from domain.language.wishes import about_products
from domain.shop import DeskUnavailable, Product
from nodes.actions.pipeline.perform import perform
from nodes.actions.product_details import ProductDetails
from nodes.deps import Deps, DepsRuntime
from nodes.find_answer import find_answer
from nodes.state import ConversationState


async def answer_product(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    deps, text = runtime.context, state["turn"].get("text", "")
    if asks_for_care(text) or not deps.policy.rule("product_details", state.get("region")).enabled:
        return {}
    try:
        found = await deps.desk.products_named(text)
    except DeskUnavailable:
        return {}  # what the documents say of it may be enough
    if not any(_asked_of(product, text) for product in found) or await _is_a_documents(deps, state, found):
        return {}
    return await perform(ProductDetails(found), state, runtime)


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
