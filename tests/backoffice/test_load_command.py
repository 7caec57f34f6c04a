import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from backoffice.shop.open import open_shop
from supportgraph.commands.backoffice import backoffice
from tests.backoffice.small_shop import HASH, PENDING, small_shop


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "not" / "there" / "yet"
    monkeypatch.setenv("SUPPORTGRAPH_DATA_DIR", str(folder))
    monkeypatch.delenv("SUPPORTGRAPH_DATABASE_URL", raising=False)
    return folder


def _load(tmp_path: Path, content: str) -> Result:
    file = tmp_path / "shop.json"
    file.write_text(content, encoding="utf-8")
    return CliRunner().invoke(backoffice, ["load", str(file)])


async def _totals(data_dir: Path) -> dict[str, str]:
    shop = open_shop(data_dir)
    try:
        return {o.id: str(o.total) for o in (await shop.list_orders())[0]}
    finally:
        await shop.close()


def test_a_file_makes_the_folder_and_fills_the_shop(tmp_path: Path, data_dir: Path) -> None:
    result = _load(tmp_path, json.dumps(small_shop()))
    assert (result.exit_code, result.output) == (0, "loaded 2 customers, 6 orders, 2 products\n")
    assert (data_dir / "shop.db").exists()


async def test_loading_again_replaces_by_id_and_keeps_the_rest(tmp_path: Path, data_dir: Path) -> None:
    document = small_shop()
    assert (await asyncio.to_thread(_load, tmp_path, json.dumps(document))).exit_code == 0
    changed = next(o for o in document["orders"] if o["id"] == PENDING) | {"total": {"amount": "1.00", "currency": "USD"}}
    result = await asyncio.to_thread(_load, tmp_path, json.dumps({"orders": [changed]}))
    assert result.exit_code == 0, result.output
    totals = await _totals(data_dir)
    assert totals[PENDING] == "1.00 USD"
    assert totals[HASH] == "10.00 USD"
    assert len(totals) == 6


def _broken(path: str, value: Any) -> dict[str, Any]:
    """The small shop with one value replaced; ``path`` is like ``orders.0.total.amount``."""
    document: Any = small_shop()
    at = document
    *way, last = [int(p) if p.isdigit() else p for p in path.split(".")]
    for part in way:
        at = at[part]
    at[last] = value
    found: dict[str, Any] = document
    return found


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("orders.1.lines.0.unit_price.amount", 12.5, "orders[1].lines[0].unit_price.amount: "),
        ("orders.2.status", "lost", "orders[2].status: "),
        ("orders.0.lines.1.line_id", "1", "orders[0].lines: two lines share a line_id"),
        ("orders.3.customer_id", "C0000", "orders[3].customer_id: no such customer"),
        ("orders.0.placed_at", "2026-05-01T10:00:00", "orders[0].placed_at: has no time zone"),
        ("orders.0.total.currency", "EUR", "orders[0].total.currency: is not the order's USD"),
        ("customers.1.email", "ana.REED@example.com", "customers (email): 2 entries"),
        ("products.1.id", "P901", "products: 2 entries"),
        ("products.0.variants", "none", "products[0].variants: "),
        ("people", [], "people: "),
    ],
)
def test_an_error_names_its_place_and_nothing_is_loaded(
    tmp_path: Path, data_dir: Path, path: str, value: Any, told: str
) -> None:
    result = _load(tmp_path, json.dumps(_broken(path, value)))
    assert result.exit_code == 1
    assert told in result.output
    assert "nothing was loaded" in result.output
    assert asyncio.run(_totals(data_dir)) == {}


@pytest.mark.parametrize("content", ["", "[]", "{", '"shop"', "null", '{"orders": [1]}'])
def test_what_is_no_document_is_told_without_a_traceback(tmp_path: Path, data_dir: Path, content: str) -> None:
    result = _load(tmp_path, content)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert result.output.startswith("Error: ")
