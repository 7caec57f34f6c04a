"""Price, stock and variants of a product, as the back office has them now. Anybody may ask."""

from collections.abc import Sequence

from babel.numbers import get_territory_currencies

from domain.conversation import JsonObject
from domain.language.options.impossible_options import as_named, unsold_options
from domain.messages.values import Part, any_of
from domain.shop import Product, Refused, Variant
from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.request import NeedsInput, Plan, Request
from nodes.deps import DepsRuntime
from nodes.drafts import button
from nodes.state import ConversationState


class ProductDetails:
    """``found``: the products that the words name, where they were looked up already. ``as_found``: with those variants that are
    meant, whatever options the words name."""

    name = "product_details"
    needs_order = False

    def __init__(self, found: Sequence[Product] = (), *, as_found: bool = False) -> None:
        self._found, self._as_found = found, as_found

    async def plan(self, request: Request) -> Plan:
        product = await _product(request, self._found)
        request.arguments["product_id"] = product.id
        if self._as_found:
            return Plan(None, "", answer=_told(request, product, product.variants), result=_facts(product))
        missing, meant = unsold_options(request.text, product), as_named(request.text, product)
        told = _told(request, product, meant) if meant and not missing else _not_so(request, product, missing)
        return Plan(None, "", answer=told, result=_facts(product))


async def _product(request: Request, found: Sequence[Product]) -> Product:
    """Raises ``NeedsInput`` where several are meant, or none is named; ``Refused`` for one that is not sold."""
    desk, arguments = request.deps.desk, request.arguments
    if given := arguments.get("product_id"):
        if (product := await desk.product(str(given))) is None:
            raise Refused("not_found", request.say("product-not-found"))
        return product
    named = str(arguments.get("name") or request.text)
    if named and not found:
        found = await desk.products_named(named)
    if found and len({p.name for p in found}) == 1:
        # A catalogue may hold one thing several times, once for each price list; to who asks for its price it is one.
        variants = [v for p in found for v in p.variants]
        return found[0].model_copy(update={"variants": _in_their_money(variants, request.state.get("region"))})
    if found:
        raise NeedsInput(
            "name", request.say("which-product"), [button(name) for name in dict.fromkeys(p.name for p in found)]
        )
    if arguments.get("name"):
        raise Refused("not_found", request.say("product-not-found"))
    raise NeedsInput("name", request.say("which-product"))


def _in_their_money(variants: list[Variant], region: str | None) -> list[Variant]:
    """Those that are sold in the region's money, where some are."""
    money = get_territory_currencies(region) if region else []
    return [v for v in variants if v.price.currency in money] or variants


def _not_so(request: Request, product: Product, missing: Sequence[str]) -> str:
    """What was named does not exist, or not together; which variants there are."""
    say = request.say
    no = say("product-not-in", product=product.name, missing=any_of(missing)) if missing else say("product-not-in.so")
    sold = [_priced(request, v) for v in product.variants if v.available]
    return f"{no} {say('product-comes-in', variants=sold)}" if sold else no


def _told(request: Request, product: Product, variants: list[Variant]) -> str:
    """In stock first: that is what was asked, or what matters of a price."""
    say = request.say
    sold = [v for v in variants if v.available]
    gone = [v for v in variants if not v.available]
    if not sold:
        of = [_priced(request, v) for v in gone if v.options]
        return say("product-out-of-stock", product=product.name, variants=of, n=len(of))
    told = [say("product-in-stock", product=product.name, variants=[_priced(request, v) for v in sold])]
    if of := [words for v in gone if (words := _options(v))]:
        told.append(say("variants-out-of-stock", variants=of))
    return " ".join(told)


def _options(variant: Variant) -> str:
    return ", ".join(variant.options.values())


def _priced(request: Request, variant: Variant) -> Part:
    options = _options(variant)
    return request.say("variant-price", options=options, amount=variant.price) if options else variant.price


def _facts(product: Product) -> JsonObject:
    return {"product": product.model_dump(mode="json")}


async def product_details(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(ProductDetails(), state, runtime)
