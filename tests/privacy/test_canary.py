"""The proof is a proof: the search finds what lies about however it is written, and a short run finds nothing."""

import base64
import json
from collections.abc import Iterator
from urllib.parse import quote

import psycopg
import pytest
from click.testing import CliRunner

from evals.canary.leaks import hits
from evals.canary.values import SAID, Planter
from records.engine.every_byte import EveryByte
from supportgraph.cli import main


def test_every_kind_has_values_that_nobody_else_has() -> None:
    planter = Planter(3, is_long=True)
    for _ in range(20):
        for kind in SAID:
            planter.plant("a message", kind)
    assert len({one.plain for one in planter.planted}) == 20 * len(SAID)
    assert {one.form for one in planter.planted} >= {"plain", "spelled", "full width", "spoken", "grouped", "lower case"}


@pytest.mark.parametrize("kind", SAID)
def test_a_value_is_found_however_it_lies_there(kind: str) -> None:
    planter = Planter(5, is_long=True)
    for _ in range(8):
        one = planter.plant("a message", kind)  # type: ignore[arg-type]  # a key of the table
        value = one.value
        places = {
            "raw": f"x{value}x".encode(),
            "lower": value.lower().encode(),
            "upper": value.upper().encode(),
            "json": json.dumps({"a": value}).encode(),
            "url": f"?q={quote(value, safe='')}&".encode(),
            **{f"base64 {n}": base64.b64encode(b"?" * n + value.encode() + b"!" * n) for n in range(3)},
            "plain form": one.plain.encode(),
        }
        digits = "".join(c for c in one.plain if c.isdigit())
        if len(digits) >= 8:
            places["digits"] = f"is:{digits};".encode()
        assert {hit.place for hit in hits([one], places)} == set(places), one
        assert hits([one], {"nothing": b"[CARD_1] said hello"}) == []


@pytest.fixture
def empty(postgresql: str) -> Iterator[str]:
    """The URL of an empty database."""
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("CREATE DATABASE canary")
        name = str(connection.info.dbname)
        yield (
            postgresql.replace(f"/{name}?", "/canary?", 1)
            if f"/{name}?" in postgresql
            else f"{postgresql.rsplit('/', 1)[0]}/canary"
        )
        connection.execute("DROP DATABASE canary WITH (FORCE)")


def test_what_lies_in_postgresql_is_found_in_rows_and_files(empty: str) -> None:
    """Text, JSON and bytes, long ones too, and what was deleted."""
    planter = Planter(7, is_long=True)
    text, document, blob, long, gone = (planter.plant("a message", "iban") for _ in range(5))
    with EveryByte(empty, "tried") as database, psycopg.connect(database.url, autocommit=True) as connection:
        connection.execute("CREATE TABLE kept (said text, document json, blob bytea)")
        database.lay_open()
        add = "INSERT INTO kept VALUES (%s, %s, %s)"
        connection.execute(add, [f"my iban: {text.value}", json.dumps({"a": document.value}), b"x" + blob.value.encode()])
        connection.execute(add, ["la la " * 2000 + long.value, "{}", b""])
        connection.execute(add, [gone.value, "{}", b""])
        connection.execute("DELETE FROM kept WHERE said = %s", [gone.value])
        places = database.read()
    assert database.missing == ""
    found = {one: {hit.place.split()[0] for hit in hits([one], places)} for one in (text, document, blob, long, gone)}
    assert found == {
        text: {"table", "file"},
        document: {"table", "file"},
        blob: {"table", "file"},
        long: {"table", "file"},
        gone: {"file"},
    }
    with psycopg.connect(empty) as connection:
        assert connection.execute("SELECT count(*) FROM pg_namespace WHERE nspname = 'tried'").fetchone() == (0,)


def test_a_short_run_on_postgresql_finds_nothing(empty: str) -> None:
    done = CliRunner().invoke(main, ["privacy", "canary", "--seed", "20261129", "--database-url", empty])
    assert done.exit_code == 0, done.output
    assert "not searched" not in done.output
    assert "0 hits" in done.output


def test_a_database_that_is_somebodys_is_not_touched(empty: str) -> None:
    with psycopg.connect(empty, autocommit=True) as connection:
        connection.execute("CREATE TABLE theirs (a int)")
    done = CliRunner().invoke(main, ["privacy", "canary", "--database-url", empty])
    assert done.exit_code == 1
    assert "give an empty one" in done.output


def test_a_short_run_finds_nothing() -> None:
    done = CliRunner().invoke(main, ["privacy", "canary", "--seed", "20261128"])
    assert done.exit_code == 0, done.output
    assert "14 kinds" in done.output
    assert "0 hits" in done.output
