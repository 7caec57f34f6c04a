"""The keys that customers' tokens are signed with: secrets of the settings, and a key set that is fetched."""

from api.customer_tokens import CustomerTokens
from supportgraph.jwks import Jwks
from supportgraph.settings import Settings


async def customer_tokens_of(settings: Settings, of_the_demo: str | None) -> CustomerTokens:
    given = (settings.customer_jwt_secret, settings.customer_jwt_old_secret)
    secrets = tuple(secret.get_secret_value() for secret in given if secret) or ((of_the_demo,) if of_the_demo else ())
    if settings.customer_jwks is None:
        return CustomerTokens(secrets)
    keys = Jwks(settings.customer_jwks)
    await keys.start()
    return CustomerTokens(secrets, keys.find)
