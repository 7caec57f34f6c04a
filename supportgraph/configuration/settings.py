"""Every setting, read from the environment once at start. `docs/settings.md` lists them; a test holds the two together.

One file: whoever looks for a setting finds it here, with what it may be."""

from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from domain.billing import Prices
from domain.errors import CannotStart
from domain.staff import Role, Staff, parse_role_groups, parse_staff_keys
from supportgraph.sign_in.safe_address import is_safe


class SettingsInvalid(CannotStart):
    """What is wrong with the environment, without the values."""


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SUPPORTGRAPH_", extra="ignore", env_ignore_empty=True)

    data_dir: Path = Field(Path("./var"), description="where the embedded stores live")
    database_url: str | None = Field(None, description="SQLAlchemy URL; the checkpoints live in the same database")
    chroma_url: str | None = Field(None, description="a Chroma server; embedded in the data folder where not set")
    host: str = Field("127.0.0.1", description="address to listen on")
    port: int = Field(8000, ge=0, le=65535, description="port to listen on")
    staff_keys: Annotated[list[Staff], NoDecode] = Field([], description="`role:name:key`, comma-separated, loaded at start")
    oidc_issuer: str | None = Field(
        None, description="the identity provider by which staff may sign in, exactly as its configuration names it"
    )
    oidc_client_id: str | None = Field(None, description="what the provider knows this service as")
    oidc_client_secret: SecretStr | None = Field(None, description="its secret there; none for a public client")
    oidc_staff_url: str | None = Field(
        None, description="the origin at which staff open the pages; the provider sends them back to its `/staff/signed-in`"
    )
    oidc_roles: Annotated[list[tuple[Role, str]], NoDecode] = Field(
        [],
        description="`role:group`, comma-separated; the first whose group a person has is their role, without one they stay out",
    )
    oidc_role_claim: str = Field(
        "groups", min_length=1, description="the claim that lists a person's groups; dots go inside"
    )
    oidc_scope: str = Field("openid profile", description="what the provider is asked for; must hold `openid`")
    oidc_name: str = Field("single sign-on", min_length=1, max_length=60, description="what the button says: Sign in with …")
    oidc_ask_minutes: float = Field(
        5.0, ge=0, le=60, description="after so long the provider is asked again whether a person may still come in"
    )
    oidc_session_hours: float = Field(10.0, gt=0, le=168, description="after so long a person signs in anew")
    customer_jwt_secret: SecretStr | None = Field(
        None, description="proves signed-in customers; without it every customer is a guest"
    )
    customer_jwt_old_secret: SecretStr | None = Field(
        None, description="also accepted, while a site changes over to a new secret"
    )
    customer_jwks: str | None = Field(
        None,
        description="a file or https address with the public keys of a site that signs by RS256 or ES256",
    )
    vault_key: SecretStr | None = Field(
        None,
        description="base64 of 32 bytes that seal personal data, the newest first of several; made in the data folder for SQLite",
    )
    model: str | None = Field(None, description="name of the chat model at an OpenAI-compatible endpoint")
    openai_api_key: SecretStr | None = Field(None, validation_alias="OPENAI_API_KEY", description="key of that endpoint")
    openai_base_url: str | None = Field(None, validation_alias="OPENAI_BASE_URL", description="address of that endpoint")
    model_region: str | None = Field(
        None,
        pattern="^[A-Z]{2}$",
        description="where that endpoint processes: a country, or EU; the policy's `residency` goes by it",
    )
    model_timeout: float = Field(5.0, gt=0, le=60, description="seconds for all model work of a turn, retries included")
    model_price_read: float | None = Field(
        None, ge=0, allow_inf_nan=False, description="what a million tokens sent to that model cost; wanted with the next"
    )
    model_price_written: float | None = Field(
        None, ge=0, allow_inf_nan=False, description="what a million tokens that it writes cost"
    )
    model_currency: str = Field("USD", pattern="^[A-Z]{3}$", description="the currency of these prices")
    backoffice_url: str | None = Field(
        None, description="the merchant's order and customer service; the embedded demo shop where not set"
    )
    backoffice_token: SecretStr | None = Field(None, description="sent to the back office as a bearer token")
    backoffice_timeout: float = Field(10.0, gt=0, le=60, description="seconds for one call of the back office")
    policy_file: Path | None = Field(
        None, description="the rules of refunds, returns, identity and regions; the shipped ones where not set"
    )
    texts_dir: Path | None = Field(
        None, description="a folder of message files by language, which go before the shipped sentences (`docs/texts.md`)"
    )
    triggers_file: Path | None = Field(
        None,
        description="rules of when a page offers help (`docs/page-offers.md`); the demo's with `--demo`, else none",
    )
    changed_by: str | None = Field(
        None,
        max_length=100,
        description="who the history names as the author of changed files; the user that runs the service else",
    )
    intents_dir: Path | None = Field(
        None,
        description="a folder that `intents train` wrote, to read intents with (`docs/intents.md`); the shipped model else",
    )
    report_to: Annotated[list[str], NoDecode] = Field(
        [], description="addresses, comma-separated, that the weekly report is mailed to; none: nobody"
    )
    report_from: str = Field("supportgraph@localhost", pattern=r"^[^@\s]+@[^@\s]+$", description="whom its mails are from")
    smtp_url: SecretStr | None = Field(
        None, description="the mail server: `smtp://user:password@host:587` (STARTTLS) or `smtps://…`; wanted with report_to"
    )
    report_webhook: SecretStr | None = Field(
        None, description="an https address that the weekly report is posted to as JSON (`text`, `report`)"
    )
    acts_dir: Path | None = Field(
        None,
        description="a folder with a model of clauses, as a candidate of `supportgraph retrain` has one; the shipped model else",
    )
    retrain_data: Path | None = Field(
        None,
        description="a folder with `messages.csv` or `clauses.csv` that `supportgraph retrain` learns from; the shipped data else",
    )
    retrain_suites: Annotated[list[str], NoDecode] = Field(
        ["all"], description="eval suites (names or paths), comma-separated, that a retrained model is held to"
    )
    turn_timeout: float = Field(45.0, gt=0, le=300, description="seconds that a turn's graph may run; then it apologises")
    remedy_suites: Annotated[list[str], NoDecode] = Field(
        ["core"], description="eval suites (names or paths), comma-separated, that no remedy may break"
    )
    merge_bursts: bool = Field(
        False, description="whether messages that arrive during a turn are answered together by the next one"
    )
    parallel_turns: int = Field(
        64, ge=1, le=1000, description="turns of words, which may wait for a model, at a time in one process"
    )
    max_waiting_turns: int = Field(
        1000, ge=1, description="turns that may run or wait in one process; beyond it 503 `overloaded` with `Retry-After`"
    )
    rate_limit: int = Field(1200, ge=0, description="conversations that one client address may open a minute; 0: no limit")
    message_rate_limit: int = Field(
        6000, ge=0, description="messages and forms that one client address may send a minute; 0: no limit"
    )
    staff_rate_limit: int = Field(6000, ge=0, description="calls that one staff key may make a minute; 0: no limit")
    allowed_origins: Annotated[list[str], NoDecode] = Field(
        [], description="origins, comma-separated, whose pages may hold the chat; none: the service's own only"
    )
    trusted_proxies: Annotated[list[str], NoDecode] = Field(
        [], description="addresses or networks, comma-separated, whose `X-Forwarded-For` says who the client is"
    )
    shutdown_seconds: float = Field(
        10.0, ge=0, le=300, description="seconds that turns under way may take after SIGTERM; then 503 `shutting_down`"
    )
    crash_at: str | None = Field(
        None,
        description="for fault tests only: the step of a turn (`graphs/engine/crash_points.py`) at which the process kills itself",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")
    log_format: Literal["text", "json"] = Field(
        "text", description="`text`, or `json`: a line an object, with the ids of conversation, turn and request"
    )

    @field_validator("smtp_url", "report_webhook")
    @classmethod
    def _leaves_safely(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        """The report of a company's support goes over no open line."""
        given = value.get_secret_value() if value else ""
        if info.field_name == "smtp_url" and given and urlsplit(given).scheme not in ("smtp", "smtps"):
            raise ValueError("write smtp://user:password@host:587 or smtps://user:password@host")
        if info.field_name == "report_webhook" and given and not is_safe(given):
            raise ValueError("an address must be https")
        return value

    @model_validator(mode="after")
    def _mail_has_a_server(self) -> Self:
        if self.report_to and not self.smtp_url:
            raise ValueError("SUPPORTGRAPH_SMTP_URL: wanted beside SUPPORTGRAPH_REPORT_TO")
        return self

    @field_validator("remedy_suites", "retrain_suites", "report_to", mode="before")
    @classmethod
    def _names(cls, value: object) -> object:
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @field_validator("staff_keys", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return parse_staff_keys(value) if isinstance(value, str) else value

    @field_validator("oidc_roles", mode="before")
    @classmethod
    def _role_groups(cls, value: object) -> object:
        return parse_role_groups(value) if isinstance(value, str) else value

    @field_validator("oidc_staff_url")
    @classmethod
    def _one_origin(cls, value: str | None) -> str | None:
        """No cookie of staff over a line that others read."""
        if value is not None and (not _is_origin(value) or not is_safe(value)):
            raise ValueError("write an origin with https, without a path: https://staff.example.com")
        return value

    @field_validator("oidc_issuer")
    @classmethod
    def _issuer_answers_safely(cls, value: str | None) -> str | None:
        if value is not None and not is_safe(value):
            raise ValueError("an issuer must be https")
        return value

    @model_validator(mode="after")
    def _provider_is_whole(self) -> Self:
        needed = {"CLIENT_ID": self.oidc_client_id, "STAFF_URL": self.oidc_staff_url, "ROLES": self.oidc_roles}
        missing = [f"SUPPORTGRAPH_OIDC_{name}" for name, given in needed.items() if not given]
        if self.oidc_issuer and missing:
            raise ValueError(f"{', '.join(missing)}: wanted beside SUPPORTGRAPH_OIDC_ISSUER")
        return self

    @field_validator("oidc_scope")
    @classmethod
    def _asks_who(cls, value: str) -> str:
        if "openid" not in value.split():
            raise ValueError("must hold openid")
        return value

    @field_validator("allowed_origins", mode="before")
    @classmethod
    def _origins(cls, value: object) -> object:
        """Each exactly as browsers send it (RFC 6454); `*` or a path would look as if it worked."""
        given = [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value
        for part in given if isinstance(given, list) else []:
            if not _is_origin(part):
                raise ValueError(f"{part!r} is not an origin: write https://shop.example, in lower case and without a path")
        return given

    @field_validator("customer_jwks")
    @classmethod
    def _keys_come_safely(cls, value: str | None) -> str | None:
        """Who can change what comes over the line would sign in as anybody."""
        if value and value.startswith("http://") and not is_safe(value):
            raise ValueError("an address must be https")
        return value

    @field_validator("trusted_proxies", mode="before")
    @classmethod
    def _networks(cls, value: object) -> object:
        """Each an address or a network: a name, or `*`, would trust whoever asks."""
        given = [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value
        for part in given if isinstance(given, list) else []:
            ip_network(part)
        return given

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str | None) -> str | None:
        return None if value is None else database_url_of(value)

    @model_validator(mode="after")
    def _prices_are_whole(self) -> Self:
        if (self.model_price_read is None) != (self.model_price_written is None):
            raise ValueError("SUPPORTGRAPH_MODEL_PRICE_READ, SUPPORTGRAPH_MODEL_PRICE_WRITTEN: set both or none")
        return self

    @property
    def prices(self) -> Prices | None:
        """Of the hosted model, where they are set."""
        if self.model_price_read is None or self.model_price_written is None:
            return None
        return Prices(self.model_price_read, self.model_price_written, self.model_currency)

    @property
    def records_url(self) -> str:
        return self.database_url or f"sqlite+aiosqlite:///{(self.data_dir / 'supportgraph.db').resolve()}"

    @property
    def is_embedded(self) -> bool:
        return self.records_url.startswith("sqlite")

    @classmethod
    def load(cls) -> "Settings":
        """From the environment. Raises ``SettingsInvalid`` naming each variable that is wrong."""
        try:
            return cls()
        except ValidationError as error:
            lines = [
                f"{_variable(e['loc'])}{e['msg'].removeprefix('Value error, ')}" for e in error.errors(include_input=False)
            ]
            raise SettingsInvalid("\n".join(lines)) from None


def database_url_of(value: str) -> str:
    """The usual spellings; one driver for each database. Raises ``ValueError`` for another database."""
    if value.startswith(("sqlite+aiosqlite:///", "postgresql+psycopg://")):
        return value
    for plain, ours in (
        ("sqlite:///", "sqlite+aiosqlite:///"),
        ("postgresql://", "postgresql+psycopg://"),
        ("postgres://", "postgresql+psycopg://"),
    ):
        if value.startswith(plain):
            return ours + value.removeprefix(plain)
    raise ValueError("only sqlite:/// and postgresql:// are supported")


def _variable(place: tuple[int | str, ...]) -> str:
    """As it begins a line; nothing where several are wrong together, and the words name them."""
    name = "_".join(str(part) for part in place).upper()
    return f"{name}: " if name.startswith("OPENAI_") else f"SUPPORTGRAPH_{name}: " if name else ""


_OWN_PORTS = {"http": 80, "https": 443}


def _is_origin(text: str) -> bool:
    """Whether it is what a browser sends: scheme, host in lower case, and a port where it is not the scheme's own."""
    try:
        found = urlsplit(text)
        port = found.port
    except ValueError:
        return False
    if found.scheme not in _OWN_PORTS or port == _OWN_PORTS[found.scheme] or not found.hostname:
        return False
    host = f"[{found.hostname}]" if ":" in found.hostname else found.hostname
    is_plain = all(c.isalnum() or c in ".-:[]" for c in host) and host.isascii()
    return is_plain and text == f"{found.scheme}://{host}{f':{port}' if port is not None else ''}"
