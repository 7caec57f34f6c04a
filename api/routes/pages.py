"""The pages, built ahead and served from here under a strict content security policy; and the demo shop's sign-in."""

from pathlib import Path
from typing import Any

from litestar import MediaType, Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from api.customer_tokens import make_customer_token
from api.schemas.staff import DemoCustomer, DemoCustomers, SignedIn, SignIn
from api.service import Service
from domain.errors import NotFound

STATIC = Path(__file__).parents[2] / "web" / "static"
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    ),
    "X-Frame-Options": "SAMEORIGIN",
}


def _page(name: str) -> Response[bytes]:
    page = STATIC / f"{name}.html"
    if not page.is_file():
        raise NotFound("The pages are not built")
    return Response(page.read_bytes(), media_type=MediaType.HTML, headers={**HEADERS, "Cache-Control": "no-cache"})


_NO_SHOP = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>supportgraph</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/static/icon.svg">'
    '<link rel="stylesheet" href="/static/help.css"></head><body><main><h1>supportgraph</h1><p>A customer-support service runs here. '
    'Staff: <a href="/agent">agent console</a>, <a href="/admin">administration</a>.</p></main></body></html>'
)


@get("/", summary="The demo shop with the chat", include_in_schema=False, sync_to_thread=False)
def shop_page(service: NamedDependency[Service]) -> Response[Any]:
    """The shop is the demo's; elsewhere a line says what this is."""
    return _page("shop") if service.shows_shop else Response(_NO_SHOP, media_type=MediaType.HTML, headers=HEADERS)


@get(
    ["/pricing", "/checkout"], summary="The demo shop's pages that offer help", include_in_schema=False, sync_to_thread=False
)
def demo_page(request: Request[Any, Any, Any], service: NamedDependency[Service]) -> Response[bytes]:
    if not service.shows_shop:
        raise NotFound
    return _page(request.scope["path"].strip("/"))


@get("/agent", summary="The agent console", include_in_schema=False, sync_to_thread=False)
def agent_page() -> Response[bytes]:
    return _page("agent")


@get("/admin", summary="Knowledge base and key figures", include_in_schema=False, sync_to_thread=False)
def admin_page() -> Response[bytes]:
    return _page("admin")


@get("/demo/customers", summary="The demo shop's well-known customers", include_in_schema=False)
async def demo_customers(service: NamedDependency[Service]) -> DemoCustomers:
    return DemoCustomers(items=[DemoCustomer.model_validate(one) for one in service.demo])


@post("/demo/sign-in", status_code=200, summary="Be one of the demo customers", include_in_schema=False)
async def demo_sign_in(data: JSONBody[SignIn], service: NamedDependency[Service]) -> SignedIn:
    known = next((c for c in service.demo if c["id"] == data.customer_id), None)
    if known is None or not service.customer_tokens.secrets:
        raise NotFound
    token = make_customer_token(known["id"], service.customer_tokens.secrets[0], name=known["name"], region=known["region"])
    return SignedIn(customer_token=token)


@get("/help/{slug:str}", summary="A help-centre article as a page", include_in_schema=False)
async def help_article(slug: FromPath[str], service: NamedDependency[Service]) -> Response[Any]:
    from markdown_it import MarkdownIt

    async with service.database.read() as unit:
        article = await unit.articles.article_by_url(f"/help/{slug}")
    if article is None or article.audience == "staff":
        raise NotFound
    import html

    body = MarkdownIt("js-default").render(article.body)  # raw HTML in an article is shown as text
    title = html.escape(article.title)
    back = '<p><a href="/">Back to the shop</a></p>' if service.shows_shop else ""
    page = (
        f'<!doctype html><html lang="{html.escape((article.locale or "en")[:2])}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="icon" href="/static/icon.svg"><link rel="stylesheet" href="/static/help.css"></head>'
        f"<body><main>{back}<h1>{title}</h1>{body}</main></body></html>"
    )
    return Response(page, media_type=MediaType.HTML, headers=HEADERS)


router = Router(
    "/",
    route_handlers=[shop_page, demo_page, agent_page, admin_page, demo_customers, demo_sign_in, help_article],
    include_in_schema=False,
)
