"""Every setting, read from the environment once at start. `docs/settings.md` lists them; a test holds the two together."""

from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from domain.staff import Staff, parse_staff_keys


class SettingsInvalid(Exception):
    """What is wrong with the environment, without the values."""


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SUPPORTGRAPH_", extra="ignore", env_ignore_empty=True)

    data_dir: Path = Field(Path("./var"), description="where the embedded stores live")
    database_url: str | None = Field(None, description="SQLAlchemy URL; the checkpoints live in the same database")
    chroma_url: str | None = Field(None, description="a Chroma server; embedded in the data folder where not set")
    host: str = Field("127.0.0.1", description="address to listen on")
    port: int = Field(8000, ge=0, le=65535, description="port to listen on")
    staff_keys: Annotated[list[Staff], NoDecode] = Field([], description="`role:name:key`, comma-separated, loaded at start")
    customer_jwt_secret: SecretStr | None = Field(
        None, description="proves signed-in customers; without it every customer is a guest"
    )
    vault_key: SecretStr | None = Field(
        None, description="base64 of 32 bytes that seal personal data; made in the data folder for SQLite"
    )
    model: str | None = Field(None, description="name of the chat model at an OpenAI-compatible endpoint")
    openai_api_key: SecretStr | None = Field(None, validation_alias="OPENAI_API_KEY", description="key of that endpoint")
    openai_base_url: str | None = Field(None, validation_alias="OPENAI_BASE_URL", description="address of that endpoint")
    model_timeout: float = Field(5.0, gt=0, le=60, description="seconds for all model work of a turn, retries included")
    backoffice_url: str | None = Field(
        None, description="the merchant's order and customer service; the embedded demo shop where not set"
    )
    backoffice_token: SecretStr | None = Field(None, description="sent to the back office as a bearer token")
    backoffice_timeout: float = Field(10.0, gt=0, le=60, description="seconds for one call of the back office")
    policy_file: Path | None = Field(
        None, description="the rules of refunds, returns, identity and regions; the shipped ones where not set"
    )
    turn_timeout: float = Field(45.0, gt=0, le=300, description="seconds that a turn's graph may run; then it apologises")
    merge_bursts: bool = Field(
        False, description="whether messages that arrive during a turn are answered together by the next one"
    )
    parallel_turns: int = Field(
        64, ge=1, le=1000, description="turns of words, which may wait for a model, at a time in one process"
    )
    max_waiting_turns: int = Field(
        1000, ge=1, description="turns that may run or wait in one process; beyond it 503 `overloaded` with `Retry-After`"
    )
    die_at: str | None = Field(
        None, description="for fault tests only: the step of a turn (`graphs/steps.py`) at which the process kills itself"
    )
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")

    @field_validator("staff_keys", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return parse_staff_keys(value) if isinstance(value, str) else value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str | None) -> str | None:
        """Accept the usual spellings; one driver for each database."""
        if value is None or value.startswith(("sqlite+aiosqlite:///", "postgresql+psycopg://")):
            return value
        for plain, ours in (
            ("sqlite:///", "sqlite+aiosqlite:///"),
            ("postgresql://", "postgresql+psycopg://"),
            ("postgres://", "postgresql+psycopg://"),
        ):
            if value.startswith(plain):
                return ours + value.removeprefix(plain)
        raise ValueError("only sqlite:/// and postgresql:// are supported")

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
                f"SUPPORTGRAPH_{'_'.join(str(p) for p in e['loc']).upper()}: {e['msg']}"
                for e in error.errors(include_input=False)
            ]
            raise SettingsInvalid("\n".join(lines)) from None
