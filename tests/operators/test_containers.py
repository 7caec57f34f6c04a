"""What can be known of Dockerfile and compose.yaml without a container engine: they were not run as containers."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from supportgraph.configuration.rule_files import load_policy
from supportgraph.configuration.settings import Settings

ROOT = Path(__file__).parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
DOTENV = {"POSTGRES_PASSWORD": "0" * 32, "SUPPORTGRAPH_VAULT_KEY": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="}


def filled(value: str) -> str:
    """As compose fills it in from the ``.env`` that the file's first lines make."""
    return re.sub(r"\$\{(\w+)(?::([-?])([^}]*))?\}", lambda m: DOTENV.get(m[1], m[3] if m[2] == "-" else ""), value)


def test_the_service_starts_with_what_compose_gives_it(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {name: filled(value) for name, value in COMPOSE["services"]["serve"]["environment"].items()}
    known = {str(f.validation_alias or f"SUPPORTGRAPH_{name.upper()}") for name, f in Settings.model_fields.items()}
    assert set(given) <= known
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    settings = Settings.load()
    assert not settings.is_embedded
    assert settings.vault_key is not None
    (mount,) = COMPOSE["services"]["serve"]["volumes"]
    source, target, how = filled(mount).split(":")
    assert str(settings.policy_file) == target
    assert how == "ro"
    assert load_policy(ROOT / source) == load_policy(None)


def test_the_image_runs_as_a_user_whom_a_cluster_can_tell_from_root() -> None:
    user = re.findall(r"^USER (.+)$", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)[-1]
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", user)


def test_a_container_is_given_the_time_that_a_stop_takes() -> None:
    grace = float(COMPOSE["services"]["serve"]["stop_grace_period"].removesuffix("s"))
    assert grace >= 2 * Settings.model_fields["shutdown_seconds"].default
