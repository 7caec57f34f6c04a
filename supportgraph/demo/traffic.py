"""A quarter of simulated traffic for the demo: every conversation is held with the real service, whose clock stands in the past.

Nothing is written beside the service: what the figures count, it did. Each conversation says that it is simulated
(`page.kind`), and a store in which anybody has said anything is left alone."""

import random
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

import httpx

from api.app import create_app
from api.customer_tokens import make_customer_token
from api.service import Service
from backoffice.shop.desk import DemoShop
from backoffice.shop.open import open_shop
from backoffice.shop.seed import demo_document
from demo.shop.orders import order_at
from domain.clock import utc_now
from domain.errors import CannotStart
from domain.shop import Customer, Order, Product
from domain.staff import Staff, hash_key
from evals.simulation.client import Client
from evals.simulation.people import KnownCustomer, KnownOrder, Person, draw, words
from evals.simulation.run import Truth, truth_of
from evals.simulation.visit import Visit, World
from supportgraph.configuration.settings import Settings
from supportgraph.demo.filling import demo_jwt_secret
from supportgraph.wiring import assemble

QUARTER = timedelta(days=91)
LATE = timedelta(days=21)  # before the end: what rises has risen
_UNTIL_NOW = timedelta(hours=2)  # that the last conversation began ago
_FIRST_ORDER = 300_000
_AT_THE_DOOR = 12  # customers of whom one comes
_HOURS = (
    1,
    1,
    1,
    1,
    1,
    2,
    4,
    8,
    12,
    14,
    15,
    14,
    12,
    13,
    14,
    14,
    13,
    12,
    12,
    13,
    11,
    7,
    4,
    2,
)  # how often, by hour of the day
_WEEKEND = 0.5  # of a working day's


class MovedClock:
    """The present, until it is set; from then on it runs from where it was set to, so that what takes time takes its time."""

    def __init__(self) -> None:
        self._behind = timedelta(0)

    def __call__(self) -> datetime:
        return utc_now() - self._behind

    def set_to(self, at: datetime) -> None:
        self._behind = utc_now() - at

    async def pass_time(self, seconds: float) -> None:
        self._behind -= timedelta(seconds=seconds)


def arrivals(conversations: int, until: datetime, rng: random.Random) -> list[datetime]:
    """When people come in the quarter before ``until``: by day more than by night, in the week more than at its end."""
    found: list[datetime] = []
    while len(found) < conversations:
        at = until - rng.random() * QUARTER
        often = _HOURS[at.hour] / max(_HOURS) * (_WEEKEND if at.weekday() >= 5 else 1)
        if rng.random() < often:
            found.append(at)
    return sorted(found)


async def fill_quarter(settings: Settings, conversations: int, say: Callable[[str], None], seed: int = 0) -> Truth | None:
    """Hold the conversations. None, and nothing done, where there are conversations already.

    Raises ``CannotStart`` where the back office is not the embedded shop."""
    if settings.backoffice_url:
        raise CannotStart(
            "--with-traffic places orders in the demo's own shop: it does not go with SUPPORTGRAPH_BACKOFFICE_URL"
        )
    key, secret, clock = secrets.token_urlsafe(24), demo_jwt_secret(), MovedClock()
    staff = [Staff(role="agent", name="Ana", key_hash=hash_key(key))]
    quiet = settings.model_copy(update={"rate_limit": 0, "model": None})
    async with assemble(quiet, demo=True, staff=staff, jwt_secret=secret, clock=clock, jobs="none") as service:
        async with service.database.read() as unit:
            if await unit.conversations.list(status=None, customer_id=None, query=None, after=None, limit=1):
                say(
                    "  There are conversations already: none were simulated. Another SUPPORTGRAPH_DATA_DIR begins an empty demo."
                )
                return None
        say(f"  Holding {conversations} simulated conversations of the last quarter: some seconds a hundred.")
        shop = open_shop(settings.data_dir, settings.database_url)
        try:
            filler = _Filler(service, shop, clock, secret, key, random.Random(seed))
            return await filler.fill(conversations, seed)
        finally:
            await shop.close()


class _Filler:
    def __init__(
        self, service: Service, shop: DemoShop, clock: MovedClock, secret: str, agent_key: str, rng: random.Random
    ) -> None:
        document = demo_document(utc_now())
        self._customers = {
            c.id: c for c in map(Customer.model_validate, document["customers"]) if c.id not in _known(service)
        }
        self._products = [Product.model_validate(p) for p in document["products"]]
        self._service, self._shop, self._clock, self._rng = service, shop, clock, rng
        self._agent_key = agent_key
        self._signing = next(iter(service.customer_tokens.secrets), secret)

    async def fill(self, conversations: int, seed: int) -> Truth:
        """One after another, since there is one clock."""
        until = utc_now() - _UNTIL_NOW
        times = arrivals(conversations, until, self._rng)
        # Litestar's and httpx's ASGI types differ in name only
        # Litestar's and httpx's ASGI types differ in name only.
        transport = httpx.ASGITransport(app=create_app(self._service, "demo"))  # type: ignore[arg-type]  # see above
        visits: list[Visit] = []
        async with httpx.AsyncClient(transport=transport, base_url="http://demo", timeout=60) as http:

            async def sign_in(customer_id: str) -> str:
                return make_customer_token(customer_id, self._signing)

            world = World(Client(http), sign_in, self._clock.pass_time, self._agent_key)
            now = times[0]
            for number, at in enumerate(times):
                self._clock.set_to(max(now, at))
                person = draw(number, seed, self._at_the_door(number), late=until - at < LATE)
                order = await self._placed(person)
                visits.append(Visit(world, person))
                await visits[-1].run()
                if order:
                    await self._delivered(order)
                now = self._clock()
        return truth_of(visits)

    def _at_the_door(self, number: int) -> list[KnownCustomer]:
        """Some customers, each with an order of every state that is spoken of: the one that is needed is placed then."""
        states = list(dict.fromkeys(g.order for g in words().goals.values() if g.order))
        some = self._rng.sample(list(self._customers.values()), _AT_THE_DOOR)
        order_id = f"HP{_FIRST_ORDER + number}"
        orders = tuple(KnownOrder(order_id, state) for state in states)
        return [KnownCustomer(c.id, c.region or "", c.locale or "en-US", orders) for c in some]

    async def _placed(self, person: Person) -> Order | None:
        state = words().goals[person.goals[0]].order
        if state is None or person.owner is None:
            return None
        owner = self._customers[person.owner.id]
        order = order_at(owner, self._products, state, self._clock(), _FIRST_ORDER + person.number, self._rng)
        await self._shop.load({"orders": [order.model_dump(mode="json")]})
        return order

    async def _delivered(self, order: Order) -> None:
        """What was under way has long arrived by now, unless it was cancelled or changed."""
        now = await self._shop.order(order.id)
        if now is not None and now.status == order.status and order.status != "delivered" and now.version == order.version:
            arrived = order.placed_at + timedelta(days=4)
            done = order.model_copy(update={"status": "delivered", "delivered_at": min(arrived, utc_now())})
            shipped = [s.model_copy(update={"status": "delivered"}) for s in done.shipments]
            await self._shop.load({"orders": [done.model_copy(update={"shipments": shipped}).model_dump(mode="json")]})


def _known(service: Service) -> set[str]:
    """The demo page's own customers: their orders stay as the guide tells."""
    return {str(c["id"]) for c in service.demo}
